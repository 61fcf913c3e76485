// Tables, collections, archives, messages: files of each kind, and what goes wrong.

#include <dateline/article_reader.h>
#include <dateline/error.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/readers/csv_table.h"
#include "index/readers/record_fields.h"
#include "tests/golden_articles.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::ArticleReader;
using dateline::Date;
using dateline::FieldMapping;
using dateline::readers::FieldNames;
using dateline::readers::find_csv_layout;
using dateline::testing::golden_inputs;
using dateline::testing::read_all;
using dateline::testing::read_as_json;
using dateline::testing::read_golden;
using dateline::testing::Reading;
using dateline::testing::TempDir;

Reading read(std::string_view content, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("file", content)}, limit);
}

std::vector<std::string> titles(const Reading& reading) {
  std::vector<std::string> all;
  for (const auto& article : reading.articles) all.push_back(article.title);
  return all;
}

Reading read_mapped(std::string_view content, std::vector<FieldMapping> names) {
  const TempDir dir;
  Reading reading;
  dateline::ArticleReaderOptions options;
  options.field_names = std::move(names);
  options.on_reject = [&](const auto& r) { reading.problems.push_back(r); };
  ArticleReader reader({dir.write("file", content)}, options);
  Article article;
  while (reader.next(article)) reading.articles.push_back(article);
  return reading;
}

TEST_CASE("records: articles as in the golden files") {
  const auto inputs = golden_inputs("records");
  CHECK(inputs.size() >= 4);
  for (const auto& input : inputs) {
    CAPTURE(input.filename().string());
    CHECK(read_as_json(input) == read_golden(input));
  }
}

TEST_CASE("csv: which texts are tables") {
  const struct {
    const char* text;
    char delimiter;  // 0: no table.
  } cases[] = {
      {"title,body\nt,b\n", ','},
      {"title,body\n", ','},
      {"title,body", ','},
      {"Title;Date;Text\n\"a;b\";2024;c\n", ';'},
      {"url\ttitle\n", '\t'},
      {"id|headline|text\n1|a|b\n", '|'},
      {"label,text\n1,one\n2,\"two, three\"\n", ','},
      {"\"title\",\"text\"\n", ','},
      {"sep=;\ntitle;text\n", ';'},
      {"label,text\n1,one,two\n", 0},
      {"label,text", 0},
      {"a,b,c\n1,2,3\n", 0},
      {"id,date\n1,2024\n", 0},
      {"The title, the text and the date are all that matters.\n\nSo it is.", 0},
      {"title\nbody\n", 0},
      {"", 0},
      {",,,\n", 0},
      {"\"title,text\n", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto layout = find_csv_layout(c.text, FieldNames());
    CHECK((layout ? layout->delimiter : '\0') == c.delimiter);
  }
}

TEST_CASE("csv: a quote that is never closed costs its row at most") {
  std::string rows = "title,body\n";
  for (int i = 0; i < 3000; ++i) rows += "a" + std::to_string(i) + ",\"open\n";
  const Reading reading = read(rows, 10'000);
  CHECK(reading.articles.size() == 3000);
  CHECK(reading.problems.empty());
  CHECK(reading.articles.back().title == "a2999");
  CHECK(reading.articles.back().body == "\"open");
}

TEST_CASE("csv: rows that are too long or have too many cells") {
  const Reading reading =
      read("title,body\nfirst,a\nlong," + std::string(9000, 'x') + "\nquoted,\"" +
               std::string(9000, 'y') + "\"\nmany" + std::string(900, ',') +
               "\nlast,b\nmore" + std::string(900, ',') + "x\n",
           4000);
  CHECK(titles(reading) == std::vector<std::string>{"first", "many", "last"});
  REQUIRE(reading.problems.size() == 3);
  CHECK(reading.problems[0].to_string().ends_with(
      "file:3: is larger than a record may be (4000 bytes)"));
  CHECK(reading.problems[1].line == 4);
  CHECK(reading.problems[2].reason ==
        "has 901 cells where the header has 2: put cells with ',' or a line end in "
        "them in quotes");
}

TEST_CASE("csv: a table without names says what to do") {
  const TempDir dir;
  const Reading reading = read_all({dir.write("a.csv", "1,one\n2,two\n")});
  CHECK(reading.articles.empty());
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].reason.starts_with("is a table whose first line names no"));
}

TEST_CASE("field names: mapped ones come first, in every kind of record") {
  const char* const files[] = {
      "Kopf;Wann;Inhalt;title\nA;2024-05-14;B;c\n",
      R"({"Kopf":"A","Wann":"2024-05-14","Inhalt":"B","title":"c"})",
      "Kopf: A\nWann: 2024-05-14\nTitle: c\n\nB\n",
  };
  for (const char* file : files) {
    CAPTURE(file);
    const Reading reading =
        read_mapped(file, {{"title", "kopf"}, {"date", "WANN"}, {"body", "Inhalt"}});
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].title == "A");
    CHECK(reading.articles[0].body == "B");
    CHECK(reading.articles[0].published.date == Date{2024, 5, 14});
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("field names: a field that articles have not is an error that names them") {
  for (const char* field : {"titl", "", "region"}) {
    CAPTURE(field);
    try {
      read_mapped("x", {{field, "a"}});
      FAIL("no error");
    } catch (const dateline::Error& error) {
      CHECK(error.code() == dateline::ErrorCode::kInvalidArgument);
      CHECK(std::string(error.what()).find("it has id, title, body") !=
            std::string::npos);
    }
  }
  CHECK_THROWS_AS(read_mapped("x", {{"title", "_"}}), dateline::Error);
}

TEST_CASE("trec: the day in a document's number") {
  const struct {
    const char* docno;
    const char* day;
  } cases[] = {
      {"AP880212-0001", "1988-02-12"},
      {"WSJ870324-0001", "1987-03-24"},
      {"LA010289-0007", "1989-01-02"},
      {"APW19980601.0003", "1998-06-01"},
      {"NYT_ENG_20041231.0101", "2004-12-31"},
      {"FT911-3", ""},
      {"AP881399-0001", ""},
      {"880212-0001", ""},
      {"AP8802120001", ""},
      {"X-1", ""},
      {"FBIS3-1", ""},
      {"AP000229-0001", "2000-02-29"},
      {"AP19980631.0001", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.docno);
    const Reading reading = read("<DOC><DOCNO> " + std::string(c.docno) +
                                 " </DOCNO><TEXT>A text.</TEXT></DOC>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].id == c.docno);
    CHECK(to_string(reading.articles[0].published.date) == c.day);
  }
}

}  // namespace
