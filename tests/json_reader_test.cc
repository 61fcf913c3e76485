// JSON Lines, arrays and objects: what other people's records mean.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::NameKind;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;
using dateline::testing::without_file_time;

using Texts = std::vector<std::string>;

Reading read(std::string_view content, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("news.jsonl", content)}, limit);
}

Article read_one(std::string_view record) {
  const Reading reading = read(record);
  for (const auto& p : reading.problems) INFO(p.reason);
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0];
}

TEST_CASE("json reader: every field of an article") {
  const Article article = read_one(R"({"id": "a1", "title": "Ministers  meet",
      "body": "First.\nSecond.", "date": "2023-03-02T10:00:00Z", "source": "Reuters",
      "authors": ["Ann Lee", "Bob Roe"], "url": "https://example.org/a1",
      "language": "en_GB", "topics": ["trade"],
      "names": [{"kind": "person", "name": "Sergey Lavrov"}], "ignored": {"x": [1]}})");

  CHECK(article.id == "a1");
  CHECK(article.title == "Ministers meet");
  CHECK(article.body == "First.\nSecond.");
  CHECK(article.published == dateline::Publication(Date{2023, 3, 2}));
  CHECK(article.source == "Reuters");
  CHECK(article.authors == Texts{"Ann Lee", "Bob Roe"});
  CHECK(article.url == "https://example.org/a1");
  CHECK(article.language == "en-GB");
  CHECK(article.topics == Texts{"trade"});
  REQUIRE(article.names.size() == 1);
  CHECK(article.names[0] == dateline::Name{NameKind::kPerson, "Sergey Lavrov"});
}

TEST_CASE("json reader: fields by their other names") {
  struct {
    const char* record;
    std::string Article::*field;
    const char* value;
  } const cases[] = {
      {R"({"title":"t","_id":"x"})", &Article::id, "x"},
      {R"({"title":"t","guid":"x"})", &Article::id, "x"},
      {R"({"title":"t","docno":"x"})", &Article::id, "x"},
      {R"({"title":"t","id":17})", &Article::id, "17"},
      {R"({"title":"t","id":-17})", &Article::id, "-17"},
      {R"({"title":"t","id":18446744073709551615})", &Article::id,
       "18446744073709551615"},
      {R"({"title":"t","_id":{"$oid":"5f"}})", &Article::id, "5f"},
      {R"({"title":"t"})", &Article::id, ""},
      {R"({"headline":"x"})", &Article::title, "x"},
      {R"({"HeadLine":"x"})", &Article::title, "x"},
      {R"({"text":"x"})", &Article::body, "x"},
      {R"({"content":"x"})", &Article::body, "x"},
      {R"({"article":"x"})", &Article::body, "x"},
      {R"({"maintext":"x"})", &Article::body, "x"},
      {R"({"main_text":"x"})", &Article::body, "x"},
      {R"({"articleBody":"x"})", &Article::body, "x"},
      {R"({"text":"second","body":"first"})", &Article::body, "first"},
      {R"({"body":"","text":"second"})", &Article::body, "second"},
      {R"({"body":null,"text":"second"})", &Article::body, "second"},
      {R"({"title":"t","outlet":"x"})", &Article::source, "x"},
      {R"({"title":"t","publisher":"x"})", &Article::source, "x"},
      {R"({"title":"t","publication":"x"})", &Article::source, "x"},
      {R"({"title":"t","domain":"x"})", &Article::source, "x"},
      {R"({"title":"t","domain":"y","source":"x"})", &Article::source, "x"},
      {R"({"title":"t","source":{"id":null,"name":"CNN"}})", &Article::source, "CNN"},
      {R"({"title":"t","link":"x"})", &Article::url, "x"},
      {R"({"title":"t","lang":"x"})", &Article::language, "x"},
      {R"({"title":"  a \n b "})", &Article::title, "a b"},
      {R"({"body":"a\u0000b\u0007c\r\nd"})", &Article::body, "abc\nd"},
      {R"({"body":"\u20ac \ud83d\ude00 \" \\ \/"})", &Article::body, "€ 😀 \" \\ /"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.record);
    CHECK(read_one(c.record).*c.field == c.value);
  }
}

TEST_CASE("json reader: dates by their other names and forms") {
  struct {
    const char* field;
    const char* date;
  } const cases[] = {
      {R"("date":"2023-03-02")", "2023-03-02"},
      {R"("published":"2023-03-02")", "2023-03-02"},
      {R"("datePublished":"2023-03-02T23:59:00-08:00")", "2023-03-02"},
      {R"("date_publish":"2023-03-02 10:00:00")", "2023-03-02"},
      {R"("publish_date":"2023-03-02")", "2023-03-02"},
      {R"("published_at":"2023-03-02")", "2023-03-02"},
      {R"("publishedAt":"2023-03-02")", "2023-03-02"},
      {R"("pubDate":"Thu, 02 Mar 2023 10:00:00 GMT")", "2023-03-02"},
      {R"("timestamp":1677715200)", "2023-03-02"},
      {R"("timestamp":1677715200123)", "2023-03-02"},
      {R"("timestamp":1677715200.25)", "2023-03-02"},
      {R"("timestamp":"1677715200")", "2023-03-02"},
      {R"("date":{"$date":"2023-03-02T00:00:00Z"})", "2023-03-02"},
      {R"("date":"March 2, 2023")", "2023-03-02"},
      {R"("date":"2023-03")", "2023-03"},
      {R"("date":2023)", "2023"},
      {R"("published":true,"date":"2023-03-02")", "2023-03-02"},
      {R"("date":"")", ""},
      {R"("date":null)", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.field);
    const Reading reading = read(R"({"title":"t",)" + std::string(c.field) + "}");
    REQUIRE(reading.articles.size() == 1);
    CHECK(to_string(reading.articles[0].published.date) == c.date);
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("json reader: a date that is not understood is left out and reported") {
  const Reading reading = read("{\"title\":\"t\",\"date\":\"some\\u0007 day\"}\n");
  REQUIRE(reading.articles.size() == 1);
  CHECK(without_file_time(reading.articles[0].published) == dateline::Publication());
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].kept);
  CHECK(reading.problems[0].line == 1);
  CHECK(reading.problems[0].reason ==
        "field \"date\" is no date that is understood: \"some day\"");
  CHECK(reading.rejected == 0);
}

TEST_CASE("json reader: authors and topics, one or many") {
  struct {
    const char* field;
    Texts authors;
    Texts topics;
  } const cases[] = {
      {R"("author":"Ann Lee")", {"Ann Lee"}, {}},
      {R"("author":"Lee, Ann")", {"Lee, Ann"}, {}},
      {R"("byline":"By Ann Lee and Bob Roe")", {"Ann Lee", "Bob Roe"}, {}},
      {R"("byline":"By Ann Lee, Bob Roe, and Cy Fox")",
       {"Ann Lee", "Bob Roe", "Cy Fox"},
       {}},
      {R"("byline":"By Ann Lee, Reuters","source":"Reuters")", {"Ann Lee"}, {}},
      {R"("author":{"@type":"Person","name":"Ann Lee"})", {"Ann Lee"}, {}},
      {R"("author":[{"name":"Ann Lee"},"Bob Roe",null,"Ann Lee"])",
       {"Ann Lee", "Bob Roe"},
       {}},
      {R"("authors":["A"],"author":"B")", {"A"}, {}},
      {R"("authors":[],"topics":[])", {}, {}},
      {R"("topics":["a","b"])", {}, {"a", "b"}},
      {R"("tags":"a, b;c")", {}, {"a", "b", "c"}},
      {R"("keywords":["a","b"],"section":"World, Asia","topics":"a")",
       {},
       {"a", "b", "World, Asia"}},
      {R"("category":"sport")", {}, {"sport"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.field);
    const Article article = read_one(R"({"title":"t",)" + std::string(c.field) + "}");
    CHECK(article.authors == c.authors);
    CHECK(article.topics == c.topics);
  }
}

TEST_CASE("json reader: names that editors gave") {
  using dateline::Name;
  struct {
    const char* field;
    std::vector<Name> names;
  } const cases[] = {
      {R"("names":{"person":["A B"],"org":["C"],"place":[],"thing":["D"]})",
       {{NameKind::kPerson, "A B"}, {NameKind::kOrg, "C"}, {NameKind::kThing, "D"}}},
      {R"("names":[{"type":"location","text":"E"},{"kind":"ORG","name":"F"}])",
       {{NameKind::kPlace, "E"}, {NameKind::kOrg, "F"}}},
      {R"("people":["A"],"persons":["ignored"],"organisations":["B"],"places":["C"])",
       {{NameKind::kPerson, "A"}, {NameKind::kOrg, "B"}, {NameKind::kPlace, "C"}}},
      {R"("organizations":"B","locations":["C","C"])",
       {{NameKind::kOrg, "B"}, {NameKind::kPlace, "C"}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.field);
    CHECK(read_one(R"({"title":"t",)" + std::string(c.field) + "}").names == c.names);
  }
}

TEST_CASE("json reader: a wrong record is rejected with its place and its reason") {
  struct {
    const char* record;
    const char* reason;
  } const cases[] = {
      {R"({"title": 5})", "field \"title\" is a number, expected text"},
      {R"({"title": "t", "body": ["x"]})", "field \"body\" is a list, expected text"},
      {R"({"title": "t", "id": true})",
       "field \"id\" is true or false, expected text or a number"},
      {R"({"title": "t", "date": [1]})",
       "field \"date\" is a list, expected a date as text or a number"},
      {R"({"title": "t", "authors": 5})",
       "field \"authors\" is a number, expected text or a list of texts"},
      {R"({"title": "t", "topics": ["a", 5]})",
       "field \"topics\" has a number in it, expected texts"},
      {R"({"title": "t", "url": {}})", "field \"url\" is an object, expected text"},
      {R"({"title": "t", "names": "x"})",
       "field \"names\" is text, expected a list of objects with kind and name"},
      {R"({"title": "t", "names": ["x"]})",
       "field \"names\" has text in it, expected objects with kind and name"},
      {R"({"title": "t", "names": [{"name": "x"}]})",
       "field \"names\" has an object without kind and name"},
      {R"({"id": "x"})", "has neither a title nor a body"},
      {R"({})", "has neither a title nor a body"},
      {R"(["a"])", "the record is a list, expected an object"},
      {R"(17)", "the record is a number, expected an object"},
      {R"({"title": "t")", "not valid JSON: "},
      {R"({"title": "t)", "not valid JSON: a string is not closed"},
      {R"({"title": "\x"})", "not valid JSON: a string has a wrong escape in it"},
      {R"({"title": "t", "n": 01})", "not valid JSON: "},
      {R"({"title": "t", "n": tru})", "not valid JSON: "},
      {R"({"title": "t"} {"title": "u"})", "not valid JSON: "},
      {R"(no JSON at all)", "not valid JSON: "},
  };
  for (const auto& c : cases) {
    CAPTURE(c.record);
    const Reading reading = read("{\"title\": \"before\"}\n\n" + std::string(c.record) +
                                 "\n{\"title\": \"after\"}\n");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].reason.substr(0, std::string(c.reason).size()) ==
          c.reason);
    CHECK(reading.problems[0].line == 3);
    CHECK(reading.problems[0].record == 2);
    CHECK_FALSE(reading.problems[0].kept);
    CHECK(reading.rejected == 1);
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].title == "after");
  }
}

TEST_CASE("json reader: nesting without end costs one report, not the stack") {
  const Reading reading =
      read("{\"title\":\"a\"}\n{\"title\":\"b\",\"x\":" + std::string(1'000'000, '[') +
           "\n{\"title\":\"c\"}\n");
  CHECK(reading.articles.size() == 2);
  CHECK(reading.rejected == 1);
}

TEST_CASE("json reader: what is nearly JSON is mended") {
  CHECK(read_one("{\"body\":\"a\tb\x01"
                 "c\"}")
            .body == "a b c");  // Raw controls.
  CHECK(read_one(R"({"body":"x \ud83d y"})").body == "x \uFFFD y");
  CHECK(read_one(R"({"body":"x \ude00 \ud83d\ude00 \\ud83d"})").body ==
        "x \uFFFD 😀 \\ud83d");
  CHECK(read_one("{\"body\":\"caf\xE9\"}").body == "café");  // Windows-1252.
  CHECK(read_one("\xEF\xBB\xBF{\"body\":\"x\"}").body == "x");
}

TEST_CASE("json reader: lines end in any way, the last in none") {
  const Reading reading = read("{\"title\":\"a\"}\r\n\n  \n{\"title\":\"b\"}");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].title == "b");
  CHECK(reading.problems.empty());
}

TEST_CASE("json reader: arrays, and objects over many lines") {
  struct {
    const char* content;
    std::size_t articles;
    std::size_t rejected;
  } const cases[] = {
      {R"([{"title":"a"},{"title":"b"}])", 2, 0},
      {"[\n  {\n  \"title\": \"a, [b] \\\" }\"\n  },\n  {\"title\": \"b\"}\n]\n", 2, 0},
      {"{\n  \"title\": \"a\",\n  \"authors\": [\n \"x\"\n ]\n}\n", 1, 0},
      {"{\n  \"title\": \"a\"\n}\n{\n  \"title\": \"b\"\n}\n", 2, 0},
      {"{ \"title\": \"a\",\n  \"body\": \"b\" }\n", 1, 0},
      {R"([{"title":"a"}, 17, "x", null, {"title":"b"}])", 2, 3},
      {R"([{"title":"a"},{"title":"b")", 1, 1},
      {R"([{"title":"a"}] [{"title":"b"}])", 2, 0},
      {R"([{"title":"a"}]] {"title":"b"})", 2, 1},
      {R"([{"title":"a"}}, {"title":"b"}])", 2, 1},
      {"[]", 0, 0},
      {"[ ]\n", 0, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.content);
    const Reading reading = read(c.content);
    CHECK(reading.articles.size() == c.articles);
    CHECK(reading.rejected == c.rejected);
  }
}

TEST_CASE("json reader: elements know their lines") {
  const Reading reading = read("[\n{\"title\":\"a\"},\n{\n\"title\":5\n},\n7]\n");
  REQUIRE(reading.problems.size() == 2);
  CHECK(reading.problems[0].line == 3);
  CHECK(reading.problems[0].record == 2);
  CHECK(reading.problems[1].line == 6);
}

TEST_CASE("json reader: a record over the limit is passed over, the rest is read") {
  const std::string large = "{\"title\":\"" + std::string(2'000, 'x') + "\"}";
  const std::string small = "{\"title\":\"small\"}";
  const std::string contents[] = {small + "\n" + large + "\n" + small + "\n",
                                  "[" + small + ",\n" + large + ",\n" + small + "]"};
  for (const std::string& content : contents) {
    CAPTURE(content.front());
    const Reading reading = read(content, 1'000);
    CHECK(reading.articles.size() == 2);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 2);
    CHECK(reading.problems[0].reason == "is larger than a record may be (1000 bytes)");
  }
  CHECK(read(large, large.size()).articles.size() == 1);
  CHECK(read(large, large.size() - 1).articles.empty());
}

TEST_CASE("json reader: many values in one record cost no more than linear time") {
  std::string record = "{\"title\":\"t\",\"topics\":[\"0\"";
  for (int i = 1; i < 200'000; ++i) record += ",\"" + std::to_string(i) + "\"";
  record += "],\"byline\":\"By a" + std::string(1'000'000, ',') + "\"}";
  const Article article = read_one(record);
  CHECK(article.topics.size() == 200'000);
  CHECK(article.authors == Texts{"a"});
}

}  // namespace
