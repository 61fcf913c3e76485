// The built command's timelines: text, JSON, CSV.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::keys;
using dateline::testing::lines;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using nlohmann::json;

TEST_CASE("command timeline: JSON, key by key") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json found = room.run_json({"timeline", "treaty", "--by", "month"});
  CHECK(keys(found) == std::vector<std::string>{"coarser", "dated", "format_version",
                                                "matches", "of", "periods", "query",
                                                "unit"});
  CHECK(found.at("of") == "mentioned");
  CHECK(found.at("unit") == "month");
  CHECK(found.at("dated") == 2);
  CHECK(found.at("matches") == json({{"count", 2}, {"exact", true}}));
  CHECK(found.at("query").at("text") == "treaty");
  const json& periods = found.at("periods");
  CHECK(periods.size() == 12 * 13);  // April 2010 to March 2023.
  CHECK(periods.front().at("period") == "2010-04");
  CHECK(periods.front().at("first") == "2010-04-01");
  CHECK(periods.front().at("last") == "2010-04-30");
  CHECK(periods.front().at("count") == 1);
  CHECK(periods[1].at("count") == 0);
  CHECK(periods[1].at("sentences") == json::array());
  const json& sentence = periods.front().at("sentences")[0];
  CHECK(sentence.at("text") == "The treaty was signed in <b>April 2010</b>.");
  CHECK(sentence.at("mentioned") == "2010-04");
  CHECK(sentence.at("id") == "delhi-2");
  CHECK(sentence.at("source") == "Harbour");
  CHECK(sentence.at("published") == "2023-03-03");
}

TEST_CASE("command timeline: text with bars, gaps and sentences") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const Outcome outcome = room.run({"timeline", "treaty", "--by", "month"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "");
  const auto shown = lines(outcome.out);
  REQUIRE(shown.size() == 10);
  CHECK(shown[0] == "2 articles: treaty");
  CHECK(shown[1] == "2 articles that mention dates, by month");
  CHECK(shown[3].starts_with("  2010-04  1  █"));
  CHECK(
      shown[4] ==
      "           The treaty was signed in April 2010. (Harbour, 2023-03-03, delhi-2)");
  CHECK(shown[5] == "           … 154 months");
  CHECK(shown[6].starts_with("  2023-03  1  █"));
  CHECK(contains(room.run({"timeline", "treaty", "--by", "day"}).out,
                 "In no one day: 2010-04 (1)"));
}

TEST_CASE("command timeline: CSV") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const auto shown = lines(room.run({"timeline", "treaty", "--by", "year", "--from",
                                     "2022", "--format", "csv"})
                               .out);
  REQUIRE(shown.size() == 2);
  CHECK(shown[0] == "period,first,last,count,mentioned,id,source,published,sentence\r");
  CHECK(shown[1].starts_with(
      "2023,2023-01-01,2023-12-31,1,2023-03-02,delhi-1,Meridian,2023-03-02,"));
  const auto bare = lines(
      room.run({"timeline", "--published", "--sentences", "0", "--format", "csv"}).out);
  CHECK(bare[1] == "2022-07,2022-07-01,2022-07-31,1,,,,,\r");
}

TEST_CASE("command timeline: days of publication, and what lies between two dates") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const json found = room.run_json({"timeline", "--published", "--by", "day", "--from",
                                    "2023-Q1", "--to", "2023-03-02"});
  CHECK(found.at("of") == "published");
  REQUIRE(found.at("periods").size() == 1);
  CHECK(found.at("periods")[0].at("period") == "2023-03-02");
  CHECK(found.at("periods")[0].at("sentences")[0].at("mentioned").is_null());
}

TEST_CASE("command timeline: what is asked wrongly, and what is not there") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const Outcome nothing = room.run({"timeline", "zyzzyva"});
  CHECK(nothing.code == 1);
  CHECK(contains(nothing.out, "No date is mentioned."));
  const struct {
    CommandRunner::Words words;
    const char* says;
  } cases[] = {
      {{"timeline", "--by", "hour"}, "quarter, year or decade, not 'hour'"},
      {{"timeline", "--from", "soon"}, "'--from soon' is no date"},
      {{"timeline", "--from", "2023", "--to", "2022"}, "--from lies after --to"},
      {{"timeline", "--limit", "all"}, "whole number"},
  };
  for (const auto& c : cases) {
    const Outcome outcome = room.run(c.words);
    CHECK(outcome.code == 2);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, c.says));
  }
}

TEST_CASE("command facets: of many dates the most frequent are shown, by time") {
  if (!CommandRunner::is_built()) return;
  const Newsroom room;
  const auto shown = [&](const std::string& kind) {
    return room.run({"facets", "--by", kind, "--format", "csv"}).out;
  };
  CHECK(shown("published:year:1") == "facet,value,count\r\npublished:year,2023,2\r\n");
  CHECK(shown("published:quarter") ==
        "facet,value,count\r\npublished:quarter,2022-Q3,1\r\n"
        "published:quarter,2022-Q4,0\r\npublished:quarter,2023-Q1,2\r\n");
  // 2022-07-15 and 2023-03-02 are all that is asked for, and nothing is between them.
  CHECK(lines(shown("published:day:2")).size() == 232);

  // On the screen a long gap is one line.
  const auto text = lines(room.run({"facets", "--by", "published:month"}).out);
  REQUIRE(text.size() == 6);
  CHECK(text[2] == "published:month");
  CHECK(text[3].starts_with("  2022-07  1  █"));
  CHECK(text[4] == "  … 7 months");
  CHECK(text[5].starts_with("  2023-03  2  █"));
  const json found = room.run_json({"facets", "--by", "published:quarter"});
  CHECK(found.at("facets").at("published:quarter")[1] ==
        json({{"value", "2022-Q4"}, {"count", 0}}));
}

}  // namespace
