// The readers of corpora whose dates are marked: small inputs to expected labels,
// damaged ones to one sentence, real sets to the counts of their notes.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/corpora_testing.h"
#include "tests/testing.h"
#include "tools/corpora/dated_article.h"
#include "tools/corpora/gold_dates.h"
#include "tools/corpora/gum_dates.h"
#include "tools/corpora/meantime_dates.h"
#include "tools/corpora/timeml_corpus.h"

namespace {

using namespace dateline::corpora;
using dateline::Date;
using dateline::DateType;
using dateline::testing::complaint;
using dateline::testing::shared_data;
using dateline::testing::TempDir;

// "Friday|DATE|1998-01-09|" of each, ^ in the title, ! without a facet.
std::string dates_of(const DatedArticle& article) {
  std::string all;
  for (const LabelledDate& date : article.dates) {
    if (!all.empty()) all += ", ";
    if (date.in_title) all += '^';
    if (!date.gives_facet) all += '!';
    all += surface_of(article, date);
    all += '|';
    all += to_string(date.type);
    all += '|' + date.value + '|' + date.modifier;
  }
  return all;
}

std::string timeml(const std::string& text) {
  return "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>X</DOCID>\n<DCT><TIMEX3 "
         "tid=\"t0\" type=\"TIME\" value=\"1998-01-08T18:30\" "
         "functionInDocument=\"CREATION_TIME\">19980108</TIMEX3></DCT>\n"
         "<EXTRAINFO>2 March 1998</EXTRAINFO>\n<TEXT>" +
         text + "</TEXT>\n<MAKEINSTANCE eventID=\"e1\"/>\n</TimeML>\n";
}

TEST_CASE("dated corpora: TimeML") {
  const TempDir folder;
  const auto articles = read_timeml_corpus(folder.write(
      "a/ABC.tml",
      timeml("\nAT&amp;T <EVENT eid=\"e1\">fell</EVENT> <TIMEX3 tid=\"t1\" "
             "type=\"DATE\" value=\"1998-01-09\">Friday</TIMEX3> <TIMEX3 tid=\"t2\" "
             "type=\"DATE\" value=\"1998\"/>after <TIMEX3 type=\"DURATION\" "
             "value=\"P2W\" mod=\"APPROX\">about <TIMEX3 type=\"SET\" "
             "value=\"P1W\">two weeks</TIMEX3></TIMEX3>.\n")));
  REQUIRE(articles.size() == 1);
  CHECK(articles.at(0).id == "ABC.tml");
  CHECK(articles.at(0).published == Date{1998, 1, 8});
  CHECK(articles.at(0).title == "");
  CHECK(articles.at(0).body == "\nAT&T fell Friday after about two weeks.\n");
  CHECK(dates_of(articles.at(0)) ==
        "Friday|DATE|1998-01-09|, about two weeks|DURATION|P2W|APPROX");

  struct {
    std::string file;
    std::string_view sentence;
  } const cases[] = {
      {"<TimeML></TimeML>", ": There is no whole TEXT."},
      {"<TEXT>It ends", ": There is no whole TEXT."},
      {"<TEXT>\nIt <EVENT", ", line 2: A tag does not end."},
      {"<TEXT>\n<TIMEX3 type=\"DAY\">x</TIMEX3></TEXT>",
       ", line 2: 'DAY' is no type of TIMEX3."},
      {"<TEXT>\nnow</TIMEX3></TEXT>", ", line 2: A TIMEX3 ends but began not."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.file);
    CHECK(complaint(read_timeml_corpus, folder.write("x.tml", c.file)) == c.sentence);
  }
}

TEST_CASE("dated corpora: intervals that are weeks, seasons, decades") {
  struct {
    std::string from, to, value;
  } const cases[] = {
      {"2017-07-10", "2017-07-16", "2017-W28"},
      {"2017-07-11", "2017-07-17", "2017-07-11/2017-07-17"},
      {"2014-12-29", "2015-01-04", "2015-W01"},
      {"2015-09-19", "2015-09-20", "2015-W38-WE"},
      {"2015-09-20", "2015-09-21", "2015-09-20/2015-09-21"},
      {"2001", "2001", "2001"},
      {"2001-01-01", "2001-12-31", "2001"},
      {"2008-02-01", "2008-02-29", "2008-02"},
      {"2022-06-01", "2022-08-31", "2022-SU"},
      {"2012-06", "2012-09", "2012-06/2012-09"},
      {"1960-01-01", "1969-12-31", "196"},
      {"1961", "1970", "1961/1970"},
      {"1900-01-01", "1999-12-31", "19"},
      {"2008-01-05", "2008-01-05", "2008-01-05"},
      {"--12", "--03", ""},
      {"2008", "", ""},
      {"2008", "2007", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.from);
    CHECK(interval_value(c.from, c.to) == c.value);
  }
}

TEST_CASE("dated corpora: GUM") {
  std::string tsv = "#FORMAT=WebAnno TSV 3.2\n\n";
  std::string xml = "<text id=\"GUM_news_x\" dateCreated=\"2017-07-18\">\n<s>\n";
  std::size_t number = 0;
  const auto add = [&](const std::string& tag, const std::vector<std::string>& words) {
    if (!tag.empty()) xml += "<" + tag + ">\n";
    for (const std::string& word : words) {
      tsv += "1-" + std::to_string(++number) + "\t0-1\t" + word +
             "\t_\t_\t_\t_\t_\t_\t_\t\n";
      xml += word + "\tNP\t" + word + "\tNP0\tPROPN\troot\t_\n";
    }
    if (!tag.empty()) xml += "</" + tag.substr(0, tag.find(' ')) + ">\n";
  };
  add("date when=\"2017-07-18\" rend=\"bold\"", {"July", "18", ",", "2017"});
  add("", {"We", "met"});
  add("date from=\"2017-07-10\" to=\"2017-07-16\"", {"last", "week"});
  add("date when=\"--10\"", {"October"});
  add("date notBefore=\"1994\" notAfter=\"2008\"", {"15", "years"});
  add("time when=\"15:11:00\"", {"15:11"});
  add("date when=\"2010-09-04T22:30:00\"", {"22:30"});
  add("date from=\"--12\" to=\"--03\"", {"Winter"});
  const TempDir folder;
  folder.write("tsv/GUM_news_x.tsv", tsv);
  folder.write("tsv/GUM_bio_x.tsv", "another genre, not read");
  folder.write("xml/GUM_news_x.xml", xml + "</s>\n</text>\n");
  const auto articles = read_gum_dates(folder.path());
  REQUIRE(articles.size() == 1);
  const DatedArticle& article = articles.front();
  CHECK(article.id == "GUM_news_x.xml");
  CHECK(article.published == Date{2017, 7, 18});
  CHECK(article.only_calendar);
  CHECK(dates_of(article) ==
        "July 18, 2017|DATE|2017-07-18|, last week|DATE|2017-W28|, "
        "October|DATE|XXXX-10|, 22:30|TIME|2010-09-04T22:30|");
  std::string unjudged;
  for (const TokenSpan& span : article.unjudged) {
    unjudged += article.body.substr(span.begin, span.end - span.begin) + ";";
  }
  CHECK(unjudged == "15 years;15:11;Winter;");
  folder.write("none/tsv/GUM_bio_x.tsv", "another genre, not read");
  CHECK(complaint(read_gum_dates, folder / "none") == " has no news and no interview.");
}

TEST_CASE("dated corpora: MEANTIME") {
  std::string file = "<Document doc_name=\"7_Deal\">\n";
  const std::vector<std::string> words[] = {
      {"A", "deal"}, {"March", "1", ",", "2008"}, {"It", "took", "about", "2", "days"}};
  std::size_t id = 0;
  std::size_t sentence = 0;
  for (const auto& line : words) {
    for (const std::string& word : line) {
      file += "<token sentence=\"" + std::to_string(sentence) + "\" t_id=\"" +
              std::to_string(++id) + "\">" + word + "</token>\n";
    }
    ++sentence;
  }
  file +=
      "<Markables><TIMEX3 functionInDocument=\"CREATION_TIME\" m_id=\"1\" "
      "type=\"DATE\" value=\"2008-03-01\"><token_anchor t_id=\"3\"/>"
      "<token_anchor t_id=\"4\"/><token_anchor t_id=\"5\"/><token_anchor t_id=\"6\"/>"
      "</TIMEX3>\n"
      "<TIMEX3 m_id=\"2\" type=\"DURATION\" value=\"P2D\" mod=\"APPROX\">"
      "<token_anchor t_id=\"10\"/><token_anchor t_id=\"11\"/></TIMEX3>\n"
      "<TIMEX3 m_id=\"3\" type=\"DATE\" value=\"2058\"/>\n"
      "<VALUE m_id=\"4\"><token_anchor t_id=\"1\"/></VALUE></Markables>\n"
      "</Document>\n";
  const TempDir folder;
  const auto articles = read_meantime_dates(folder.write("7.xml", file));
  REQUIRE(articles.size() == 1);
  CHECK(articles.at(0).published == Date{2008, 3, 1});
  CHECK(articles.at(0).body == "A deal\nMarch 1, 2008\nIt took about 2 days\n");
  CHECK(dates_of(articles.at(0)) == "2 days|DURATION|P2D|APPROX");
  CHECK(articles.at(0).unjudged == std::vector<TokenSpan>{{7, 20}});

  const std::string wrong =
      "<TIMEX3 m_id=\"2\" type=\"HOUR\"><token_anchor t_id=\"1\"/>";
  CHECK(complaint(read_meantime_dates, folder.write("8.xml", file + wrong)) ==
        ": 'HOUR' is no type of TIMEX3.");
}

TEST_CASE("dated corpora: our own articles") {
  const TempDir folder;
  const auto articles = read_gold_dates(folder.write(
      "x.txt",
      "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\n"
      "manner: paper\nentities:\ntext:\ntitle| The {1990s|199 START} are back\n"
      "body| It rains {every Friday|SET XXXX-WXX-5} at {noon|2023-03-02T12:00}.\n"
      "reference| 1. \"Rain\", Lakeside Post, {2 Mar. 2023|2023-03-02}\n"));
  REQUIRE(articles.size() == 1);
  CHECK(articles.at(0).id == "x.txt");
  CHECK(articles.at(0).title == "The 1990s are back");
  CHECK(dates_of(articles.at(0)) ==
        "^1990s|DATE|199|START, every Friday|SET|XXXX-WXX-5|, "
        "noon|TIME|2023-03-02T12:00|, !2 Mar. 2023|DATE|2023-03-02|");
  CHECK(articles.at(0).facetless.size() == 1);
}

TEST_CASE("dated corpora: halves by the hash of a file's name") {
  // Known values of FNV-1a 64: 0xcbf29ce484222325, 0xaf63dc4c8601ec8c,
  // 0x85944171f73967e8, 0xaf63df4c8601f1a5.
  CHECK(half_of("") == Half::kCheck);
  CHECK(half_of("a") == Half::kDevelop);
  CHECK(half_of("foobar") == Half::kDevelop);
  CHECK(half_of("b") == Half::kCheck);
}

TEST_CASE("dated corpora: of dates that overlap the longer stays") {
  std::vector<LabelledDate> dates = {{.begin = 5, .end = 9},
                                     {.begin = 0, .end = 6},
                                     {.begin = 9, .end = 11},
                                     {.begin = 3, .end = 5, .in_title = true}};
  sort_dates(dates);
  REQUIRE(dates.size() == 3);
  CHECK(dates[0].in_title);
  CHECK(dates[1].end == 6);
  CHECK(dates[2].begin == 9);
}

TEST_CASE("dated corpora: counts of the published sets") {
  const auto timeml_folder = shared_data("timex/tbaq");
  const auto gum = shared_data("ner/gum");
  const auto meantime = shared_data("ner/meantime/corpus_airbus");
  if (!timeml_folder || !gum || !meantime) {
    MESSAGE("skipped: no shared data");
    return;
  }
  const auto count = [](const std::vector<DatedArticle>& articles) {
    std::size_t dates = 0;
    for (const DatedArticle& article : articles) dates += article.dates.size();
    return std::to_string(articles.size()) + " articles, " + std::to_string(dates) +
           " dates";
  };
  CHECK(count(read_timeml_corpus(*timeml_folder / "AQUAINT")) ==
        "73 articles, 579 dates");
  CHECK(count(read_timeml_corpus(*timeml_folder / "TimeBank")) ==
        "183 articles, 1243 dates");
  CHECK(count(read_gum_dates(*gum)) == "43 articles, 270 dates");
  CHECK(count(read_meantime_dates(*meantime)) == "30 articles, 60 dates");
}

}  // namespace
