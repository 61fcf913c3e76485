// Paths, folders, compression and hostile files, through the public interface.

#include <dateline/article_reader.h>
#include <dateline/error.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "index/readers/expansion_limit.h"
#include "index/readers/file_bytes.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using dateline::RejectedRecord;
using dateline::testing::compress;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;

std::string json_lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"Number " +
             std::to_string(i * 7919 % 10'007) + "\"}\n";
  }
  return lines;
}

std::vector<std::string> titles(const Reading& reading) {
  std::vector<std::string> all;
  for (const auto& article : reading.articles) all.push_back(article.title);
  return all;
}

TEST_CASE("article reader: a rejected record names its place") {
  const RejectedRecord line{.file = "a.jsonl", .record = 2, .line = 3, .reason = "r"};
  const RejectedRecord record{.file = "a.sgm", .record = 3, .reason = "r"};
  const RejectedRecord whole{.file = "news/", .reason = "r"};
  CHECK(line.to_string() == "a.jsonl:3: r");
  CHECK(record.to_string() == "a.sgm (record 3): r");
  CHECK(whole.to_string() == "news/: r");
}

TEST_CASE("article reader: every format, plain and compressed in every way") {
  const std::string texts[] = {
      json_lines(3'000),
      "A title\n\n" + std::string(100'000, 'x') + "\n",
      "<!DOCTYPE lewis>\n<REUTERS NEWID=\"1\"><TEXT><TITLE>t</TITLE></TEXT></REUTERS>",
      "[\n{\"title\": \"a\"},\n{\"title\": \"b\"}\n]",
  };
  const TempDir dir;
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 20));
    const Reading plain = read_all({dir.write("a", text)});
    CHECK_FALSE(plain.articles.empty());
    CHECK(plain.problems.empty());
    CHECK(plain.bytes == text.size());
    for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
      CAPTURE(filter);
      const Reading packed = read_all({dir.write("a", compress(filter, text))});
      CHECK(packed.articles == plain.articles);
      CHECK(packed.problems.empty());
      CHECK(packed.bytes == packed.total);
    }
  }
}

TEST_CASE("article reader: compressed files one behind the other, and inside") {
  const TempDir dir;
  const std::string lines = json_lines(10);
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    CAPTURE(filter);
    const std::string twice = compress(filter, lines) + compress(filter, lines);
    CHECK(read_all({dir.write("twice", twice)}).articles.size() == 20);
  }
  const std::string inside = compress("zstd", compress("gzip", lines));
  CHECK(read_all({dir.write("inside", inside)}).articles.size() == 10);
}

TEST_CASE("article reader: of a truncated file what is whole is read") {
  const std::string lines = json_lines(60'000);
  const TempDir dir;
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    CAPTURE(filter);
    const std::string whole = compress(filter, lines);
    const std::string cut = whole.substr(0, whole.size() * 9 / 10);
    const Reading reading = read_all({dir.write("cut.jsonl", cut)});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].file == dir / "cut.jsonl");
    CHECK(reading.problems[0].record == 0);
    CHECK(reading.problems[0].reason.starts_with("ends early"));
    CHECK(reading.articles.size() < 60'000);
    if (filter != std::string("bzip2")) CHECK(reading.articles.size() > 30'000);
  }
}

// Records of 1000 bytes that hardly compress, so that the share of bytes before a cut
// is the share of records before it.
std::string noisy_lines(int count) {
  std::string lines;
  unsigned state = 1;
  for (int i = 0; i < count; ++i) {
    std::string line = "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"";
    while (line.size() < 997) {
      state = state * 1664525 + 1013904223;
      line += static_cast<char>('a' + (state >> 24) % 26);
    }
    lines += line + "\"}\n";
  }
  return lines;
}

// libarchive's own filter loses some 65 of these records at each cut.
TEST_CASE("article reader: of a cut gzip file each record before the cut is read") {
  constexpr int kRecords = 400;
  const TempDir dir;
  const std::string whole = compress("gzip", noisy_lines(kRecords));
  const std::string twice = whole + whole;
  for (std::size_t tenth = 1; tenth < 10; ++tenth) {
    CAPTURE(tenth);
    for (const std::string* packed : {&whole, &twice}) {
      const std::size_t records = kRecords * (packed->size() / whole.size());
      const std::string cut = packed->substr(0, packed->size() * tenth / 10 + 1);
      const Reading reading = read_all({dir.write("cut.jsonl.gz", cut)});
      const std::size_t before = records * tenth / 10;
      CHECK(reading.articles.size() + 3 >= before);
      CHECK(reading.articles.size() <= before + 3);
      REQUIRE(reading.problems.size() == 1);
      CHECK(reading.problems[0].reason.starts_with("ends early"));
      CHECK(reading.problems[0].reason.ends_with(
          "; " + std::to_string(reading.articles.size()) +
          " articles before that were read"));
    }
  }
}

TEST_CASE("article reader: a gzip file whose checksum is wrong is told") {
  const TempDir dir;
  std::string packed = compress("gzip", json_lines(10));
  packed[packed.size() - 8] ^= 1;  // The first byte of the CRC-32 (RFC 1952).
  const Reading reading = read_all({dir.write("a.jsonl.gz", packed)});
  CHECK(reading.articles.size() == 10);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].reason.find("is damaged") != std::string::npos);
}

TEST_CASE("article reader: what is no gzip member behind one is passed over") {
  const TempDir dir;
  const std::string packed = compress("gzip", json_lines(10));
  for (const std::string& behind : {std::string(700, '\0'), std::string("x")}) {
    const Reading reading = read_all({dir.write("a.jsonl.gz", packed + behind)});
    CHECK(reading.articles.size() == 10);
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("article reader: damaged compressed data is reported, never thrown") {
  const std::string lines = json_lines(3'000);
  const TempDir dir;
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    CAPTURE(filter);
    const std::string good = compress(filter, lines);
    for (std::size_t at = 0; at < good.size(); at += good.size() / 11) {
      CAPTURE(at);
      std::string bad = good;
      for (std::size_t i = at; i < std::min(at + 40, bad.size()); ++i) bad[i] ^= 0x5A;
      const Reading reading = read_all({dir.write("bad", bad)});
      CHECK(reading.articles.size() <= 3'000);
      if (at > 0 && at < good.size() / 2) CHECK_FALSE(reading.problems.empty());
    }
    for (std::size_t size = 10; size < 40; ++size) {
      CAPTURE(size);
      const Reading reading = read_all({dir.write("bad", good.substr(0, size))});
      CHECK_FALSE(reading.problems.empty());
    }
  }
}

TEST_CASE("article reader: folders in order of name, hidden names left out") {
  const TempDir dir;
  for (const char* name : {"n/b.txt", "n/a/z.txt", "n/a.txt", "n/C.txt", "n/a/b/c.txt",
                           "n/.git/x.txt", "n/.hidden.txt", "m.txt"}) {
    dir.write(name, "Title of " + std::string(name) + "\n\ntext");
  }
  const Reading reading = read_all({dir / "n", dir / "m.txt"});
  CHECK(titles(reading) ==
        std::vector<std::string>{"Title of n/C.txt", "Title of n/a/b/c.txt",
                                 "Title of n/a/z.txt", "Title of n/a.txt",
                                 "Title of n/b.txt", "Title of m.txt"});
  CHECK(reading.articles[0].id == (dir.path() / "n/C.txt").string());
  CHECK(reading.problems.empty());
  CHECK(reading.files == 6);
  CHECK(reading.bytes == reading.total);
}

TEST_CASE("article reader: ids are paths as named, made normal") {
  const TempDir dir;
  dir.write("n/a.txt", "Title\n\ntext");
  const fs::path before = fs::current_path();
  fs::current_path(dir.path());
  const Reading reading = read_all({"./n//a.txt", "n/../n/", "n"});
  fs::current_path(before);
  REQUIRE(reading.articles.size() == 3);
  for (const auto& article : reading.articles) CHECK(article.id == "n/a.txt");
}

TEST_CASE("article reader: links to files are read, links to folders only if named") {
  const TempDir dir;
  dir.write("real/a.txt", "Title a\n\ntext");
  fs::create_directories(dir.path() / "n");
  fs::create_symlink(dir.path() / "real/a.txt", dir.path() / "n/file.txt");
  fs::create_directory_symlink(dir.path() / "real", dir.path() / "n/folder");
  fs::create_directory_symlink(dir.path() / "n", dir.path() / "n/loop");
  fs::create_symlink(dir.path() / "nothing", dir.path() / "n/nothing");
  const Reading reading = read_all({dir / "n"});
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].to_string() == dir / "n/nothing: is a link to nothing");
  CHECK(read_all({dir / "n/folder"}).articles.size() == 1);
}

TEST_CASE("article reader: what cannot be read is reported, the rest is read") {
  const TempDir dir;
  const std::string good = dir.write("good.txt", "Title\n\ntext");
  const std::string long_name(5'000, 'x');
  struct {
    std::string path;
    std::string reason;
  } const cases[] = {
      {dir / "none.txt", "no such file or folder"},
      {"", "no such file or folder"},
      {dir / "good.txt/below", "no such file or folder"},
      {dir / long_name, "cannot be read: File name too long"},
      {dir.write("empty.txt", ""), "is empty"},
      {dir.write("empty.gz", compress("gzip", "")), "is empty"},
      {dir.write("blank.txt", " \n\n"), "has no text"},
      {dir.write("a.png", "\x89PNG\r\n\x1A\n"), "not text: it looks like a PNG image"},
      {dir.write("a.pdf", "%PDF-1.4 text"), "not text: it looks like a PDF document"},
      {dir.write("a.gz", "\x1F\x8B\x08"), "ends early: the compressed data"},
      {dir.write("a.bin", std::string(1'000, '\0')), "not text: it looks like binary"},
      {"/proc/self/exe", "not text: it looks like a program"},
      {"/proc/self/mem", "cannot be read: Input/output error"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.path);
    const Reading reading = read_all({c.path, good});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].file == c.path);
    CHECK(reading.problems[0].record == 0);
    CHECK(reading.problems[0].reason.substr(0, c.reason.size()) == c.reason);
    CHECK(reading.articles.size() == 1);
    CHECK(reading.rejected == 1);
  }
}

TEST_CASE("article reader: files and folders without permission") {
  if (geteuid() == 0) {
    MESSAGE("skipped: nothing is forbidden to root");
    return;
  }
  const TempDir dir;
  fs::permissions(dir.write("secret.txt", "x"), fs::perms::none);
  dir.write("folder/a.txt", "x");
  fs::permissions(dir.path() / "folder", fs::perms::none);
  const Reading reading = read_all({dir.path().string()});
  fs::permissions(dir.path() / "folder", fs::perms::owner_all);
  REQUIRE(reading.problems.size() == 2);
  for (const auto& problem : reading.problems) {
    CHECK(problem.reason == "cannot be read: Permission denied");
  }
}

TEST_CASE("article reader: a pipe is read when named, not when found") {
  const TempDir dir;
  const std::string pipe = dir / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const Reading found = read_all({dir.path().string()});
  CHECK(found.articles.empty());
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems[0].file == pipe);

  std::thread writer([&] { std::ofstream(pipe) << json_lines(5'000); });
  const Reading named = read_all({pipe});
  writer.join();
  CHECK(named.articles.size() == 5'000);
  CHECK(named.total == 0);
}

// Was waited for without end.
TEST_CASE("article reader: a pipe that nothing writes to is told") {
  const TempDir dir;
  const std::string pipe = dir / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  using dateline::readers::FileBytes;
  dateline::readers::ExpansionLimit limit;
  constexpr std::chrono::milliseconds kShort{20};
  CHECK_THROWS_WITH_AS(FileBytes(pipe, limit, kShort),
                       doctest::Contains("nothing writes to"), dateline::Error);

  // One that is held, but has not written yet, is waited for.
  const int held = open(pipe.c_str(), O_RDWR);
  FileBytes bytes(pipe, limit, kShort);
  std::thread writer([&] {
    CHECK(write(held, "text", 4) == 4);
    close(held);
  });
  writer.join();
  CHECK(bytes.read() == "text");
  CHECK(bytes.read().empty());
}

// As a shell gives <(COMMAND): opened anew, after its writer has gone.
TEST_CASE("article reader: the pipe of a command is read to its end") {
  for (const std::string& content : {json_lines(20), std::string()}) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    REQUIRE(write(ends[1], content.data(), content.size()) ==
            static_cast<ssize_t>(content.size()));
    close(ends[1]);
    const Reading reading = read_all({"/dev/fd/" + std::to_string(ends[0])});
    close(ends[0]);
    CHECK(reading.articles.size() == (content.empty() ? 0 : 20));
    if (content.empty()) CHECK(reading.problems.at(0).reason == "is empty");
  }
}

TEST_CASE("article reader: standard input, also compressed") {
  const std::string lines = json_lines(2'000);
  for (const std::string& content :
       {lines, compress("zstd", lines), std::string("Title\n\ntext")}) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const int saved = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    std::thread writer([&] {
      const char* data = content.data();
      for (std::size_t left = content.size(); left > 0;) {
        const ssize_t done = write(ends[1], data, left);
        if (done <= 0) break;
        data += done;
        left -= static_cast<std::size_t>(done);
      }
      close(ends[1]);
    });
    const Reading reading = read_all({"-"});
    writer.join();
    dup2(saved, STDIN_FILENO);
    close(saved);
    CHECK(reading.problems.empty());
    CHECK(reading.articles.size() == (content[0] == 'T' ? 1 : 2'000));
    if (content[0] == 'T') CHECK(reading.articles.back().id.empty());
    CHECK(reading.bytes == content.size());
  }
}

// Of this process, in KiB.
std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
  }
  return 0;
}

TEST_CASE("article reader: 100 MB without a line end stay out of memory") {
  const TempDir dir;
  const std::string block(1'000'000, 'x');
  {
    std::ofstream out(dir / "a.jsonl", std::ios::binary);
    out << "{\"title\":\"before\"}\n{\"title\":\"";
    for (int i = 0; i < 100; ++i) out << block;
    out << "\"}\n{\"title\":\"after\"}\n";
  }
  const std::size_t before = peak_memory();
  const Reading reading = read_all({dir / "a.jsonl"}, 1'000'000);
  CHECK(titles(reading) == std::vector<std::string>{"before", "after"});
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].line == 2);
  CHECK(peak_memory() - before < 20'000);
}

TEST_CASE("article reader: large texts stay out of memory") {
  const TempDir dir;
  const std::string text = "Title\n\n" + std::string(50'000'000, 'x');
  const std::string bomb = dir.write("bomb.gz", compress("gzip", text));
  const std::string sgml =
      dir.write("a.sgm.gz", compress("gzip", "<REUTERS>" + text + "</REUTERS>"));
  const std::string good = dir.write("good.txt", "Title\n\ntext");
  const std::size_t before = peak_memory();
  const Reading reading = read_all({bomb, sgml, good}, 1'000'000);
  CHECK(reading.articles.size() == 1);
  CHECK(reading.rejected == 2);
  for (const auto& problem : reading.problems) {
    CHECK(problem.reason == "is larger than a record may be (1000000 bytes)");
  }
  CHECK(peak_memory() - before < 20'000);
}

TEST_CASE("article reader: moves, and does without a callback") {
  const TempDir dir;
  const std::string file = dir.write("a.jsonl", json_lines(3));
  dateline::ArticleReader first({dir / "none", file});
  dateline::Article article;
  REQUIRE(first.next(article));
  dateline::ArticleReader second = std::move(first);
  CHECK(second.next(article));
  CHECK(second.next(article));
  CHECK(article.id == "2");
  CHECK_FALSE(second.next(article));
  CHECK_FALSE(second.next(article));
  CHECK(second.rejected() == 1);
}

TEST_CASE("article reader: an article never keeps what the one before had") {
  const TempDir dir;
  const Reading reading = read_all({dir.write(
      "a.jsonl",
      "{\"title\":\"a\",\"url\":\"u\",\"topics\":[\"t\"]}\n{\"body\":\"b\"}")});
  REQUIRE(reading.articles.size() == 2);
  dateline::Article second = reading.articles[1];
  second.published = dateline::testing::without_file_time(second.published);
  CHECK(second == dateline::Article{.id = "", .body = "b"});
}

}  // namespace
