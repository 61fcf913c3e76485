// Reuters-21578: SGML that is not quite well-formed, with dirty dates.

#include <doctest/doctest.h>

#include <string>

#include "index/readers/reuters_names.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::Name;
using dateline::NameKind;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;

const std::string kHead = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

Reading read(const std::string& records, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("news.sgm", kHead + records)}, limit);
}

std::string record(const std::string& number, const std::string& text) {
  return "<REUTERS TOPICS=\"YES\" OLDID=\"9\" NEWID=\"" + number +
         "\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n" + text + "</REUTERS>\n";
}

Article read_one(const std::string& text) {
  const Reading reading = read(record("1", text));
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0];
}

TEST_CASE("reuters reader: every field of a record") {
  const Article article = read_one(
      "<TOPICS><D>cocoa</D><D>ship</D></TOPICS>\n"
      "<PLACES><D>el-salvador</D><D>usa</D></PLACES>\n"
      "<PEOPLE><D>james-baker</D></PEOPLE>\n<ORGS><D>worldbank</D></ORGS>\n"
      "<EXCHANGES><D>nyse</D></EXCHANGES>\n<COMPANIES></COMPANIES>\n"
      "<UNKNOWN> \n&#5;&#5;&#5;C T\n</UNKNOWN>\n"
      "<TEXT>&#2;\n<TITLE>ACME &lt;ACM> &amp; SON\nRISES</TITLE>\n"
      "<AUTHOR>    By Ann Lee, Reuters</AUTHOR>\n"
      "<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers continued\n"
      "all week.\n    New paragraph.\n Reuter\n&#3;</BODY></TEXT>\n");

  CHECK(article.id == "reuters/1");
  CHECK(article.title == "ACME <ACM> & SON RISES");
  CHECK(article.body ==
        "SALVADOR, Feb 26 - Showers continued\nall week.\n    New paragraph.");
  CHECK(article.published == dateline::Publication(Date{1987, 2, 26}));
  CHECK(article.source == "Reuters");
  CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(article.topics == std::vector<std::string>{"cocoa", "ship"});
  CHECK(article.names == std::vector<Name>{{NameKind::kPlace, "El Salvador"},
                                           {NameKind::kPlace, "United States"},
                                           {NameKind::kPerson, "James Baker"},
                                           {NameKind::kOrg, "World Bank"},
                                           {NameKind::kOrg, "NYSE"}});
}

TEST_CASE("reuters reader: texts without a body") {
  struct {
    const char* text;
    const char* title;
    const char* body;
  } const cases[] = {
      {"<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>MONEY FUNDS ROSE\n</TITLE>"
       "Blah blah blah.\n&#3;\n\n</TEXT>\n",
       "MONEY FUNDS ROSE", ""},
      {"<TEXT TYPE=\"UNPROC\">&#2;\nFED REPORT - FEB 26\n    Net 1.2\n Reuter\n&#3;\n"
       "</TEXT>\n",
       "", "FED REPORT - FEB 26\n    Net 1.2"},
      {"<TEXT TYPE=\"UNPROC\">&#2;\n&#3;\n\n</TEXT>\n", "", ""},
      {"", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Article article = read_one(c.text);
    CHECK(article.title == c.title);
    CHECK(article.body == c.body);
    CHECK(article.id == "reuters/1");
  }
}

TEST_CASE("reuters reader: entities") {
  const Article article = read_one(
      "<TEXT><TITLE>&lt;A&gt; &amp;lt; &#65;&#3;&#146; &quot; &x; & &#; "
      "&#99999999999;</TITLE></TEXT>");
  CHECK(article.title == "<A> &lt; A’ \" &x; & &#; &#99999999999;");
}

TEST_CASE("reuters reader: an odd date leaves the day unknown, and is reported") {
  const Reading reading =
      read("<REUTERS NEWID=\"7\"><DATE>no day</DATE><TEXT>x</TEXT></REUTERS>");
  REQUIRE(reading.articles.size() == 1);
  CHECK_FALSE(reading.articles[0].published.date);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].kept);
  CHECK(reading.problems[0].record == 1);
  CHECK(reading.problems[0].line == 2);
}

TEST_CASE("reuters reader: a record over the limit or without end") {
  const std::string small = record("1", "<TEXT>small</TEXT>");
  const std::string large =
      record("2", "<TEXT>" + std::string(500'000, 'x') + "\n</TEXT>");
  const Reading reading =
      read(small + large + small + "<REUTERS NEWID=\"4\"><TEXT>cut", 1'000);
  CHECK(reading.articles.size() == 2);
  REQUIRE(reading.problems.size() == 2);
  CHECK(reading.problems[0].record == 2);
  CHECK(reading.problems[0].line == 5);
  CHECK(reading.problems[0].reason == "is larger than a record may be (1000 bytes)");
  CHECK(reading.problems[1].record == 4);
  CHECK(reading.problems[1].line == 12);
  CHECK(reading.problems[1].reason == "has no closing </REUTERS>");
}

TEST_CASE("reuters reader: records may share a line, and lie across blocks") {
  std::string records;
  for (int i = 0; i < 5'000; ++i) {
    std::string one = record(std::to_string(i), "<TEXT><TITLE>t</TITLE></TEXT>");
    std::erase(one, '\n');
    records += one;
  }
  const Reading reading = read(records);
  CHECK(reading.problems.empty());
  REQUIRE(reading.articles.size() == 5'000);
  CHECK(reading.articles[4'999].id == "reuters/4999");
}

TEST_CASE("reuters reader: codes as names") {
  using namespace dateline::readers;
  CHECK(reuters_person("howard-baker") == "Howard Baker");
  CHECK(reuters_person("lawson") == "Lawson");
  CHECK(reuters_person("de-la-madrid") == "de la Madrid");
  CHECK(reuters_person("perez-de-cuellar") == "Perez de Cuellar");
  CHECK(reuters_person("lee-teng-hui") == "Lee Teng-hui");
  CHECK(reuters_person("o-kennedy") == "O'Kennedy");
  CHECK(reuters_person("-") == "");
  CHECK(reuters_place("west-germany") == "West Germany");
  CHECK(reuters_place("uk") == "United Kingdom");
  CHECK(reuters_place("ussr") == "Soviet Union");
  CHECK(reuters_place("guinea-bissau") == "Guinea-Bissau");
  CHECK(reuters_org("opec") == "OPEC");
  CHECK(reuters_org("iwc-wheat") == "International Wheat Council");
  CHECK(reuters_exchange("nasdaq") == "NASDAQ");
}

}  // namespace
