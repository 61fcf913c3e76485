// Web archives: responses of HTTP in them, and files that are cut or made up.

#include <doctest/doctest.h>

#include <string>

#include "index/readers/http_response.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::readers::decode_content;
using dateline::readers::read_http_response;
using dateline::testing::compress;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;

Reading read(std::string_view content, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("a.warc", content)}, limit);
}

std::string crawl() {
  return dateline::testing::read_file(dateline::testing::source_dir() /
                                      "tests/data/records/crawl.warc");
}

TEST_CASE("http: header, chunks and charset") {
  const auto found = read_http_response(
      "HTTP/1.1 200 OK\r\nCONTENT-TYPE: Text/HTML;\r\n charset=\"KOI8-R\"\r\n"
      "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n");
  REQUIRE(found);
  CHECK(found->status == 200);
  CHECK(found->content_type == "text/html");
  CHECK(found->charset == "koi8-r");
  CHECK(found->body == "abc0123456789");
  const struct {
    const char* message;
    const char* body;
  } cases[] = {
      {"HTTP/1.0 200\n\nbody", "body"},
      {"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n<html>", "<html>"},
      {"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nff\nshort", "short"},
      {"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nffffffffffffffffff\nx",
       "ffffffffffffffffff\nx"},
      {"HTTP/", ""},
      {"HTTP/1.1 200 OK", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.message);
    const auto response = read_http_response(c.message);
    REQUIRE(response);
    CHECK(response->body == c.body);
  }
  CHECK_FALSE(read_http_response("ICY 200 OK\n\nx"));
  CHECK_FALSE(read_http_response(""));
}

TEST_CASE("http: content encodings") {
  const std::string text(5000, 'x');
  const std::string packed = compress("gzip", text);
  CHECK(decode_content(packed, "gzip", 5000) == text);
  CHECK(decode_content(packed, "deflate", 5000) == text);
  CHECK_FALSE(decode_content(packed, "gzip", 4999));
  CHECK_FALSE(decode_content(packed, "br", 5000));
  CHECK_FALSE(decode_content("no gzip at all", "gzip", 5000));
  CHECK_FALSE(decode_content("", "gzip", 5000));
  const std::string raw = packed.substr(10, packed.size() - 18);
  CHECK(decode_content(raw, "deflate", 5000) == text);
}

TEST_CASE("warc: a member a record") {
  const std::string whole = crawl();
  const Reading plain = read(whole);
  std::string packed;
  std::size_t begin = 0;
  while (begin < whole.size()) {
    const std::size_t next = std::min(whole.find("\r\n\r\nWARC/", begin), whole.size());
    packed += compress("gzip", whole.substr(begin, next + 4 - begin));
    begin = next + 4;
  }
  const Reading members = read(packed);
  CHECK(members.articles == plain.articles);
  CHECK(members.articles.size() == 4);
  CHECK(members.problems.size() == 2);
}

TEST_CASE("warc: cut and damaged files") {
  const std::string whole = crawl();
  for (std::size_t size = 10; size < whole.size(); size += 41) {
    CAPTURE(size);
    const Reading reading = read(whole.substr(0, size));
    CHECK(reading.articles.size() <= 4);
    CHECK((!reading.articles.empty() || !reading.problems.empty()));
  }
  for (std::size_t at = 0; at < whole.size(); at += 53) {
    std::string bad = whole;
    for (std::size_t i = at; i < std::min(at + 5, bad.size()); ++i) bad[i] ^= 0x15;
    CHECK(read(bad).articles.size() <= 5);
  }
  const Reading large = read(whole, 300);
  CHECK(large.articles.size() == 1);
  CHECK(large.problems[0].reason == "is larger than a record may be (300 bytes)");
}

TEST_CASE("warc: an archive without pages says so") {
  const Reading reading =
      read("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n");
  CHECK(reading.articles.empty());
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].reason.starts_with("has no pages"));
  const Reading lengthless = read("WARC/1.0\r\nContent-Length: -5\r\n\r\nWARC/1.0 x");
  CHECK(lengthless.problems.size() == 3);
}

}  // namespace
