// Timelines: units, gaps, and the sentences that tell what happened. Counts are checked
// in about_oracle_test.cc.

#include <dateline/index_writer.h>
#include <dateline/period.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/search_corpus.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::CalendarUnit;
using dateline::Date;
using dateline::parse_query;
using dateline::Searcher;
using dateline::Timeline;
using dateline::TimelineOptions;
using dateline::testing::build_index;
using dateline::testing::TempDir;

const dateline::SnippetOptions kBracketed = {
    .length = 300, .open = "[", .close = "]", .escape_html = false};

std::vector<Article> articles() {
  return {
      {.id = "bridge",
       .title = "Bridge over the Oder opens",
       .body = "The bridge over the Oder was opened on 2 March 2023. Mr. Kowal cut a "
               "ribbon.\nWork had begun in June 2020. A first plan of 2015 was given "
               "up.\nThe town expects visitors in the spring of 2023.\n",
       .published = Date{2023, 3, 3},
       .source = "Wire"},
      {.id = "bridge-copy",
       .title = "Bridge opened",
       .body =
           "The bridge over the Oder was opened on 2 March 2023, we are told. It is "
           "long.\n",
       .published = Date{2023, 3, 4},
       .source = "Copier"},
      {.id = "ferry",
       .title = "The last ferry",
       .body = "The ferry made its last trip on Thursday, when the bridge opened.\n",
       .published = Date{2023, 3, 3},
       .source = "Harbour"},
      {.id = "rain",
       .title = "Rain",
       .body = "It rained in March 2023. It rained in 2022.\n",
       .published = Date{2023, 4, 1}},
      {.id = "undated", .title = "Bridges", .body = "A bridge is a bridge on Monday."},
  };
}

class Town {
 public:
  Town() : searcher_(build_index(folder_, articles(), true)) {}

  Timeline timeline(const std::string& query, TimelineOptions options = {}) const {
    options.snippet = kBracketed;
    return searcher_.timeline(parse_query(query).query, options);
  }

 private:
  TempDir folder_;
  Searcher searcher_;
};

const Town& town() {
  static const Town town;
  return town;
}

std::string rows(const std::vector<dateline::TimelinePeriod>& periods) {
  std::string text;
  for (const auto& period : periods) {
    text += (text.empty() ? "" : " ") + period_name(period.days) + "=" +
            std::to_string(period.count);
  }
  return text;
}

TEST_CASE("timeline: periods by unit, and what lies in none") {
  const auto by_day = town().timeline("bridge", {.unit = CalendarUnit::kDay});
  CHECK(rows(by_day.periods) == "2023-03-02=3");
  CHECK(rows(by_day.coarser) == "2015=1 2020-06=1 2023-03..2023-05=1");
  CHECK(by_day.matches.count == 4);
  CHECK(by_day.dated == 3);
  CHECK(by_day.reading == "bridge");

  const auto by_year = town().timeline("bridge", {.unit = CalendarUnit::kYear});
  CHECK(rows(by_year.periods) ==
        "2015=1 2016=0 2017=0 2018=0 2019=0 2020=1 2021=0 "
        "2022=0 2023=3");
  CHECK(rows(by_year.coarser) == "");

  const auto late = town().timeline(
      "", {.unit = CalendarUnit::kMonth, .days = {{2022, 1, 1}, {2023, 3, 31}}});
  CHECK(rows(late.periods) == "2023-03=4");
  CHECK(rows(late.coarser) == "2022=1");
  CHECK(late.dated == 4);
  CHECK(town().timeline("zebra").periods.empty());
}

TEST_CASE("timeline: a month is counted, and no day of it") {
  const auto by_day = town().timeline("rain", {.unit = CalendarUnit::kDay});
  CHECK(by_day.periods.empty());
  CHECK(rows(by_day.coarser) == "2022=1 2023-03=1");
  CHECK(rows(town().timeline("rain", {.unit = CalendarUnit::kMonth}).periods) ==
        "2023-03=1");
}

TEST_CASE("timeline: very long gaps are one period each") {
  const TempDir folder;
  const Searcher searcher(build_index(
      folder,
      {{.id = "a", .title = "x", .body = "On 2 March 1923 and on 2 March 2023 it was."},
       {.id = "b", .title = "x", .body = "On 4 March 2023 it was."}},
      true));
  const auto timeline = searcher.timeline({}, {.unit = CalendarUnit::kDay});
  CHECK(rows(timeline.periods) ==
        "1923-03-02=1 1923-03-03..2023-03-01=0 2023-03-02=1 2023-03-03=0 2023-03-04=1");
}

TEST_CASE("timeline: the unit fits most dates") {
  CHECK(town().timeline("bridge-copy OR ferry").unit == CalendarUnit::kDay);
  CHECK(town().timeline("rain").unit == CalendarUnit::kMonth);
  CHECK(town().timeline("zebra").unit == CalendarUnit::kMonth);
}

TEST_CASE("timeline: one memory of long ago does not make it one of years") {
  std::vector<Article> all = {
      {.id = "old", .title = "x", .body = "It was built on 2 March 1945."}};
  for (int day = 1; day <= 20; ++day) {
    const std::string number = std::to_string(day);
    all.push_back({.id = "a" + number,
                   .title = "x",
                   .body = "It rained on " + number + " March 2023."});
  }
  const TempDir folder;
  const Searcher searcher(build_index(folder, all, true));
  CHECK(searcher.timeline({}).unit == CalendarUnit::kDay);
  const auto facets = searcher.search({}, {.facets = {"mentioned"}}).facets;
  CHECK(facets.at(0).kind == "mentioned:day");
  CHECK(facets.at(0).distinct == 21);
}

TEST_CASE("timeline: sentences, the best first, one of nearly equal ones") {
  const auto timeline = town().timeline("bridge", {.unit = CalendarUnit::kDay});
  REQUIRE(timeline.periods.size() == 1);
  const auto& told = timeline.periods[0].sentences;
  REQUIRE(told.size() == 2);
  CHECK(told[0].text == "The bridge over the Oder was opened on [2 March 2023].");
  CHECK(told[0].id == "bridge");
  CHECK(told[0].title == "Bridge over the Oder opens");
  CHECK(told[0].source == "Wire");
  CHECK(told[0].published.date == Date{2023, 3, 3});
  CHECK(period_name(told[0].mentioned) == "2023-03-02");
  // The copy is left out, what is relative is told by its day.
  CHECK(told[1].id == "ferry");
  CHECK(told[1].text ==
        "The ferry made its last trip on [Thursday], when the bridge opened.");
}

TEST_CASE("timeline: how many periods are told of, and in how many sentences") {
  const auto sentences = [](const Timeline& timeline) {
    std::string counts;
    for (const auto& period : timeline.periods) {
      if (period.count > 0) counts += std::to_string(period.sentences.size());
    }
    return counts;
  };
  const auto years = [](std::size_t told, std::size_t most) {
    return TimelineOptions{
        .unit = CalendarUnit::kYear, .told = told, .sentences = most};
  };
  CHECK(sentences(town().timeline("bridge", years(0, 9))) == "112");
  CHECK(sentences(town().timeline("bridge", years(1, 9))) == "002");
  CHECK(sentences(town().timeline("bridge", years(2, 1))) == "101");
  CHECK(sentences(town().timeline("bridge", years(0, 0))) == "000");
}

TEST_CASE("timeline: by the day of publication") {
  const auto timeline =
      town().timeline("bridge", {.unit = CalendarUnit::kDay, .published = true});
  CHECK(rows(timeline.periods) == "2023-03-03=2 2023-03-04=1");
  CHECK(timeline.dated == 3);
  const auto& told = timeline.periods[0].sentences;
  REQUIRE(told.size() == 2);
  CHECK(told[0].text == "The bridge over the Oder was opened on 2 March 2023.");
  CHECK_FALSE(told[0].mentioned.first);
}

TEST_CASE("timeline: long sentences are cut about the date, texts are escaped") {
  std::string body = "Words <b> & words";
  for (int i = 0; i < 100; ++i) body += " and more words";
  body += " on 2 March 2023";
  for (int i = 0; i < 100; ++i) body += " and more words";
  const TempDir folder;
  const Searcher searcher(
      build_index(folder, {{.id = "a", .title = "x", .body = body + "."}}, true));
  const auto timeline = searcher.timeline({});
  REQUIRE(timeline.periods.size() == 1);
  REQUIRE(timeline.periods[0].sentences.size() == 1);
  const std::string& text = timeline.periods[0].sentences[0].text;
  CHECK(text.size() < 350);
  CHECK(text.find("<b>2 March 2023</b>") != std::string::npos);
  CHECK(text.starts_with("\u2026"));

  TimelineOptions whole;
  whole.snippet.length = 10'000;
  const auto all = searcher.timeline({}, whole);
  CHECK(all.periods[0].sentences[0].text.starts_with("Words &lt;b&gt; &amp; words"));
}

TEST_CASE("timeline: cold and warm searchers, one index and two give the same") {
  const TempDir folder;
  auto all = articles();
  const std::string whole = build_index(folder, all, true, "whole.db");
  const std::vector<Article> first(all.begin(), all.begin() + 2);
  const std::vector<Article> rest(all.begin() + 2, all.end());
  const Searcher parts({build_index(folder, first, true, "first.db"),
                        build_index(folder, rest, true, "rest.db")});
  const Searcher warm(whole);
  const auto query = parse_query("bridge OR rained").query;
  const TimelineOptions options{.unit = CalendarUnit::kMonth, .told = 0};
  for (int i = 0; i < 3; ++i) warm.timeline(query, options);
  const Timeline expected = Searcher(whole).timeline(query, options);
  for (const Searcher* searcher : {&warm, &parts}) {
    const Timeline timeline = searcher->timeline(query, options);
    CHECK(rows(timeline.periods) == rows(expected.periods));
    CHECK(rows(timeline.coarser) == rows(expected.coarser));
    for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
      CHECK(timeline.periods[i].sentences.size() ==
            expected.periods[i].sentences.size());
    }
  }
}

}  // namespace
