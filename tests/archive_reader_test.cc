// Archives of files of any kind, one in the other, and those made to do harm.

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/readers/expansion_limit.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Date;
using dateline::readers::ExpansionLimit;
using dateline::testing::compress;
using dateline::testing::pack;
using dateline::testing::PackedFile;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;

const std::vector<PackedFile> kMixture = {
    {"a/one.txt", "Harbour bridge closes\n\nThe bridge is closed from Friday."},
    {"a/two.jsonl",
     "{\"title\":\"Two\",\"body\":\"b\"}\n{broken\n{\"title\":\"Three\"}"},
    {"four.csv.gz", compress("gzip", "title,body\nFour,b\n")},
    {"five.html",
     "<html><head><title>Five ferries</title></head><body><p>The ministers of eleven "
     "states met on Thursday, and they spoke about the fish.</p></body></html>"},
    {"picture.png", "\x89PNG\r\n\x1A\n"},
    {"empty", ""},
};

Reading read_packed(const std::string& bytes) {
  const TempDir dir;
  Reading reading = read_all({dir.write("news.zip", bytes)});
  const std::string folder = dir.path().string() + "/";
  for (auto& article : reading.articles) {
    if (article.id.starts_with(folder)) article.id.erase(0, folder.size());
  }
  for (auto& problem : reading.problems) {
    if (problem.file.starts_with(folder)) problem.file.erase(0, folder.size());
  }
  return reading;
}

std::vector<std::string> problems_of(const Reading& reading) {
  std::vector<std::string> all;
  for (const auto& problem : reading.problems) all.push_back(problem.to_string());
  return all;
}

TEST_CASE("archives: members of any kind, each with its place") {
  const std::string tar = pack("ustar", kMixture);
  for (const std::string& bytes : {tar, pack("zip", kMixture), compress("zstd", tar),
                                   pack("pax", kMixture), pack("gnutar", kMixture)}) {
    const Reading reading = read_packed(bytes);
    REQUIRE(reading.articles.size() == 5);
    CHECK(reading.articles[0].title == "Harbour bridge closes");
    CHECK(reading.articles[0].id == "news.zip/a/one.txt");
    CHECK(reading.articles[2].title == "Three");
    CHECK(reading.articles[3].title == "Four");
    CHECK(reading.articles[4].title == "Five ferries");
    CHECK(reading.articles[4].id == "news.zip/five.html");
    REQUIRE(reading.problems.size() == 3);
    CHECK(reading.problems[0].to_string().starts_with(
        "news.zip/a/two.jsonl:2: not valid JSON"));
    CHECK(reading.problems[1].to_string().starts_with(
        "news.zip/picture.png: not text: it looks like a PNG image"));
    CHECK(reading.problems[2].to_string() == "news.zip/empty: is empty");
    CHECK(reading.files == 1);
    CHECK(reading.bytes == bytes.size());
  }
}

TEST_CASE("archives: names are only names") {
  const std::string text = "A title\n\nA text.";
  const Reading reading = read_packed(pack("ustar", {{"/etc/passwd", text},
                                                     {"../up.txt", text},
                                                     {"./a/./b.txt", text},
                                                     {".git/config", text},
                                                     {"a/.hidden", text},
                                                     {"__MACOSX/a.txt", text},
                                                     {"link.txt", "", true},
                                                     {"c\x1B[31m\x07.txt", text},
                                                     {"\xC3\xBC.txt", text}}));
  std::vector<std::string> ids;
  for (const auto& article : reading.articles) ids.push_back(article.id);
  CHECK(ids == std::vector<std::string>{"news.zip/etc/passwd", "news.zip/../up.txt",
                                        "news.zip/a/./b.txt", "news.zip/c[31m.txt",
                                        "news.zip/\xC3\xBC.txt"});
  CHECK(reading.problems.empty());
}

TEST_CASE("archives: the time of a member bounds its articles") {
  const Reading reading = read_packed(
      pack("ustar", {{"a.txt", "A title\n\nA text.", false, 1'678'000'000}}));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].published.not_after == Date{2023, 3, 6});
}

TEST_CASE("archives: one within the other, up to a depth") {
  std::string bytes = "A title\n\nA text.";
  for (int level = 1; level <= 6; ++level) {
    CAPTURE(level);
    bytes = pack(level % 2 == 0 ? "zip" : "ustar", {{"in", bytes}});
    const Reading reading = read_packed(bytes);
    CHECK(reading.articles.size() == (level <= 4 ? 1 : 0));
    if (level == 4) CHECK(reading.articles.at(0).id == "news.zip/in/in/in/in");
    if (level <= 4) continue;
    CHECK(problems_of(reading) ==
          std::vector<std::string>{"news.zip/in/in/in/in: is an archive within 4 "
                                   "others; unpack one and give its files"});
  }
}

TEST_CASE("archives: what unpacks to absurd sizes ends with a sentence") {
  const std::string lines = "{\"title\":\"a\"}\n" + std::string(100'000'000, ' ');
  const std::string bomb = compress("gzip", compress("gzip", lines));
  CHECK(bomb.size() < 1000);
  const Reading reading = read_packed(
      pack("zip", {{"1", bomb}, {"2", bomb}, {"3", bomb}, {"4", bomb}, {"5", bomb}}));
  CHECK(reading.articles.size() == 3);
  REQUIRE(reading.problems.size() >= 1);
  CHECK(reading.problems.back().to_string() ==
        "news.zip: is not read on: it unpacks to more than 400 times its size; if that "
        "is right, unpack it and give the files; 3 articles before that were read");
}

TEST_CASE("archives: the limit of expansion") {
  ExpansionLimit limit(1000);
  limit.add_packed(10);
  limit.add_unpacked(1000);
  CHECK_FALSE(limit.exceeded());
  limit.add_unpacked(3000);
  CHECK_THROWS_AS(limit.add_unpacked(1000), dateline::Error);
  CHECK(limit.exceeded());
}

TEST_CASE("archives: damaged and cut ones are reported, never thrown") {
  for (const char* format : {"ustar", "zip"}) {
    CAPTURE(format);
    const std::string good = pack(format, kMixture);
    for (std::size_t size = 300; size < good.size(); size += 61) {
      CAPTURE(size);
      CHECK(read_packed(good.substr(0, size)).articles.size() <= 5);
    }
    for (std::size_t at = 0; at < good.size(); at += 97) {
      CAPTURE(at);
      std::string bad = good;
      for (std::size_t i = at; i < std::min(at + 9, bad.size()); ++i) bad[i] ^= 0x5A;
      CHECK(read_packed(bad).articles.size() <= 6);
    }
  }
  const Reading cut = read_packed(pack("ustar", kMixture).substr(0, 900));
  CHECK(cut.problems.size() >= 1);
}

TEST_CASE("archives: office documents are none") {
  const Reading reading = read_packed(
      pack("zip", {{"[Content_Types].xml", "<?xml version=\"1.0\"?><Types/>"}}));
  CHECK(problems_of(reading).size() == 1);
  CHECK(problems_of(reading)[0].find("looks like an office document") !=
        std::string::npos);
}

}  // namespace
