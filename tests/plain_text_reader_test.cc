// Plain text: which line is the title, and what is a header.

#include <doctest/doctest.h>

#include <string>

#include "index/readers/headline.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;
using dateline::testing::without_file_time;

Article read_one(std::string_view content) {
  const TempDir dir;
  const Reading reading = read_all({dir.write("a.txt", content)});
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0];
}

const std::string kParagraph =
    "The ministers met on Thursday to talk about the treaty, and the talks in the "
    "capital went on for ten minutes. Nobody expected much of them, and nothing came "
    "of them either, as the officials who had been there said when they were asked.";

TEST_CASE("headline: which line is the title") {
  const std::string text = "\n\n" + kParagraph + "\n";
  struct {
    std::string content;
    std::string title;
  } const cases[] = {
      {"Ministers meet in the capital" + text, "Ministers meet in the capital"},
      {"\n\n  Ministers meet" + text, "Ministers meet"},
      {"Ministers meet\n" + kParagraph, "Ministers meet"},
      {"A single line", "A single line"},
      {"", ""},
      {"\n \n", ""},

      // A paragraph is no title, nor is a sentence that the text goes on from.
      {kParagraph + text, ""},
      {"The ministers met on Thursday.\nThey talked." + text, ""},
      {"Shall the ministers meet?" + text, "Shall the ministers meet?"},
      {"Ministers meet in the U.S." + text, "Ministers meet in the U.S."},
      {"Talks open at Acme Inc." + text, "Talks open at Acme Inc."},
      {"All is quiet..." + text, "All is quiet..."},
      {"Ministers meet." + text, "Ministers meet."},

      // A trail of links with the title glued to it.
      {"Home World Ministers meet in the capital\n\nMinisters meet in the capital" +
           text,
       "Ministers meet in the capital"},

      // The site speaks first.
      {"Your daily digest since 1911\n\nMinisters meet for talks about treaty" + text,
       "Ministers meet for talks about treaty"},
      {"Advertisement\n\nSkip to content\n\nA quiet day" + text, "A quiet day"},
      {"***\nA quiet day" + text, "A quiet day"},

      // A title may use other words than the text, if no better line follows.
      {"Jaw-jaw, no war-war\n\nBy Ann Lee" + text, "Jaw-jaw, no war-war"},
      {"Jaw-jaw\n\nThe ministers talked about the treaty." + text, "Jaw-jaw"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.content);
    CHECK(dateline::readers::find_headline(c.content) == c.title);
  }
}

TEST_CASE("plain text reader: the body is all but the title") {
  const Article article = read_one("Fish & chips\n\n\nOne.\n\nTwo.\n\n");
  CHECK(article.title == "Fish & chips");
  CHECK(article.body == "One.\n\nTwo.");
  CHECK(without_file_time(article.published) == dateline::Publication());
  CHECK(article.source.empty());

  const Article trail =
      read_one("Home > Ministers meet again\nMinisters meet again\nx");
  CHECK(trail.title == "Ministers meet again");
  CHECK(trail.body == "Home > Ministers meet again\n\nx");
}

TEST_CASE("plain text reader: fields at the top") {
  const Article article = read_one(
      "Title: Ministers meet\nDate: 2 March 2023\nSource: Reuters\n"
      "Author: By Ann Lee and Bob Roe\nURL: https://example.org/1\nLanguage: en\n"
      "Topics: trade, arms\nID: a1\n\nShort line\n\nOne: two.\n");
  CHECK(article.id == "a1");
  CHECK(article.title == "Ministers meet");
  CHECK(article.published == dateline::Publication(Date{2023, 3, 2}));
  CHECK(article.source == "Reuters");
  CHECK(article.authors == std::vector<std::string>{"Ann Lee", "Bob Roe"});
  CHECK(article.url == "https://example.org/1");
  CHECK(article.language == "en");
  CHECK(article.topics == std::vector<std::string>{"trade", "arms"});
  CHECK(article.body == "Short line\n\nOne: two.");
}

TEST_CASE("plain text reader: what only looks like a header is text") {
  for (const char* content :
       {"Update: ministers meet\n\nSome text.", "Date: today\nMinisters meet\n\nText.",
        "Title: x\nLines: 38\n\nText."}) {
    CAPTURE(content);
    const Article article = read_one(content);
    CHECK_FALSE(article.published.date);
    CHECK(article.title == std::string(content).substr(0, article.title.size()));
  }
}

TEST_CASE("plain text reader: an odd date at the top is reported, the article kept") {
  const TempDir dir;
  const Reading reading = read_all({dir.write("a.txt", "Date: someday\n\nA title\n")});
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].title == "A title");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].kept);
}

TEST_CASE("plain text reader: encodings") {
  using namespace std::string_view_literals;
  struct {
    std::string_view bytes;
    const char* title;
  } const cases[] = {
      {"Caf\xE9 \x96 open\n\nText", "Café – open"},
      {"\xEF\xBB\xBF"
       "Caf\xC3\xA9\n\nText",
       "Café"},
      {"\xFF\xFE"
       "C\0a\0f\0\xE9\0\n\0\n\0x\0"sv,
       "Café"},
      {"\xFE\xFF\0C\0a\0f\0\xE9\0\n\0\n\0x"sv, "Café"},
      {"C\0a\0f\0\xE9\0\n\0\n\0x\0"sv, "Café"},  // Without a mark.
      {"\0C\0a\0f\0\xE9\0\n\0\n\0x"sv, "Café"},
      {"Ca\0f\x07"
       "e\r\n\r\nText"sv,
       "Cafe"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.title);
    CHECK(read_one(c.bytes).title == c.title);
  }
}

TEST_CASE("plain text reader: a long UTF-16 file is converted across blocks") {
  std::string utf16 = "\xFF\xFE";
  std::string expected;
  for (int i = 0; i < 100'000; ++i) {
    utf16 += std::string(
        "\xAC\x20"
        "a\0",
        4);
    expected += "€a";
  }
  CHECK(read_one(utf16).body == expected);
}

}  // namespace
