// about:, facets and timelines by mentioned dates, against a reading of every article
// one by one: random articles with dates of every precision, whose days are written
// down beside the words.

#include <dateline/index_writer.h>
#include <dateline/period.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/search_corpus.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::CalendarUnit;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::TempDir;

// First and last day in ISO 8601, which sorts as days do.
struct Days {
  std::string first;
  std::string last;

  bool within(const Days& other) const {
    return other.first <= first && last <= other.last;
  }
};

struct Phrase {
  std::string words;
  std::vector<Days> days;
};

// Dates of the year `y`, before a `next` that is no leap year.
std::vector<Phrase> phrases(const std::string& y, const std::string& next) {
  return {
      {"on 2 March " + y, {{y + "-03-02", y + "-03-02"}}},
      {"on February 28, " + y, {{y + "-02-28", y + "-02-28"}}},
      {"on 31 December " + y, {{y + "-12-31", y + "-12-31"}}},
      {"at noon on 1 January " + y, {{y + "-01-01", y + "-01-01"}}},
      {"in March " + y, {{y + "-03-01", y + "-03-31"}}},
      {"in late December " + y, {{y + "-12-01", y + "-12-31"}}},
      {"in " + y, {{y + "-01-01", y + "-12-31"}}},
      {"in the first quarter of " + y, {{y + "-01-01", y + "-03-31"}}},
      {"in the second half of " + y, {{y + "-07-01", y + "-12-31"}}},
      {"in the spring of " + y, {{y + "-03-01", y + "-05-31"}}},
      {"in the winter of " + y, {{y + "-12-01", next + "-02-28"}}},
      {"in the 2010s", {{"2010-01-01", "2019-12-31"}}},
      {"from 1 to 3 March " + y,
       {{y + "-03-01", y + "-03-01"},
        {y + "-03-02", y + "-03-02"},
        {y + "-03-03", y + "-03-03"}}},
      {"on Tuesday", {}},
      {"for three months", {}},
      {"every March", {}},
  };
}

struct DatedArticle {
  Article article;
  std::vector<Days> days;
};

std::vector<DatedArticle> random_articles(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<DatedArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    DatedArticle one{{.id = "a" + std::to_string(i), .title = "Report"}, {}};
    one.article.body = "News word" + std::to_string(random() % 3) + " came.\n";
    for (std::size_t m = random() % 4; m > 0; --m) {
      const auto year = 2016 + random() % 3;
      const auto choice = phrases(std::to_string(year), std::to_string(year + 1));
      const Phrase& phrase = choice[random() % choice.size()];
      one.article.body += "The town was calm " + phrase.words + " and well.\n";
      one.days.insert(one.days.end(), phrase.days.begin(), phrase.days.end());
    }
    articles.push_back(std::move(one));
  }
  return articles;
}

std::string build(const TempDir& folder, const std::vector<DatedArticle>& articles) {
  std::vector<Article> plain;
  for (const DatedArticle& one : articles) plain.push_back(one.article);
  return dateline::testing::build_index(folder, plain, true);
}

bool has_word(const DatedArticle& one, const std::string& word) {
  return one.article.body.find(word + " ") != std::string::npos;
}

const std::string kDay = "9999-12-31";

TEST_CASE("about oracle: what lies within the days asked for is found, nothing else") {
  const auto articles = random_articles(600, 11);
  const TempDir folder;
  const Searcher searcher(build(folder, articles));
  std::vector<std::pair<std::string, Days>> questions = {
      {"2018", {"2018-01-01", "2018-12-31"}},
      {"2018-03", {"2018-03-01", "2018-03-31"}},
      {"2018-03-02", {"2018-03-02", "2018-03-02"}},
      {"2018-Q1", {"2018-01-01", "2018-03-31"}},
      {"2018-H2", {"2018-07-01", "2018-12-31"}},
      {"2018-SP", {"2018-03-01", "2018-05-31"}},
      {"2018-WI", {"2018-12-01", "2019-02-28"}},
      {"2018-W09", {"2018-02-26", "2018-03-04"}},
      {"2010s", {"2010-01-01", "2019-12-31"}},
      {"20XX", {"2000-01-01", "2099-12-31"}},
      {"..2018-03-02", {"0001-01-01", "2018-03-02"}},
      {"2018-12-02..", {"2018-12-02", kDay}},
      {"2018-12..2019-02", {"2018-12-01", "2019-02-28"}},
      {"2017-Q4..2018-Q1", {"2017-10-01", "2018-03-31"}},
      {"2018-03-03..2018-03-01", {"2018-03-01", "2018-03-03"}},
      {"1999", {"1999-01-01", "1999-12-31"}},
  };
  std::mt19937 random(5);
  for (int i = 0; i < 150; ++i) {
    const auto first = static_cast<std::int32_t>(17100 + random() % 1200);
    const auto last = first + static_cast<std::int32_t>(random() % 500);
    const std::string from = to_string(dateline::from_days(first));
    const std::string to = to_string(dateline::from_days(last));
    questions.push_back({from + ".." + to, {from, to}});
  }
  for (const auto& entry : questions) {
    const std::string& text = entry.first;
    const Days& asked = entry.second;
    CAPTURE(text);
    std::string expected;
    std::size_t count = 0;
    for (const DatedArticle& one : articles) {
      const bool matches =
          std::any_of(one.days.begin(), one.days.end(),
                      [&](const Days& days) { return days.within(asked); });
      if (!matches) continue;
      expected += (count++ > 0 ? " " : "") + one.article.id;
    }
    CHECK(dateline::testing::found(searcher, "about:" + text) == expected);
  }
}

// The name of the unit that a day lies in, told from its digits and by the C library.
std::string unit_of(const std::string& day, CalendarUnit unit) {
  const std::string year = day.substr(0, 4);
  switch (unit) {
    case CalendarUnit::kDay:
      return day;
    case CalendarUnit::kMonth:
      return day.substr(0, 7);
    case CalendarUnit::kQuarter:
      return year + "-Q" + std::to_string((std::stoi(day.substr(5, 2)) + 2) / 3);
    case CalendarUnit::kYear:
      return year;
    case CalendarUnit::kDecade:
      return day.substr(0, 3) + "0s";
    case CalendarUnit::kWeek:
      break;
  }
  std::tm time{};
  time.tm_year = std::stoi(year) - 1900;
  time.tm_mon = std::stoi(day.substr(5, 2)) - 1;
  time.tm_mday = std::stoi(day.substr(8, 2));
  timegm(&time);  // Fills in the rest.
  char week[16];
  return {week, std::strftime(week, sizeof week, "%G-W%V", &time)};
}

// Articles by the bucket that holds one of their dates, and those with any date.
struct Counts {
  std::map<std::string, std::size_t> buckets;
  std::map<std::string, std::size_t> coarser;
  std::size_t dated = 0;
};

Counts count(const std::vector<DatedArticle>& articles, const std::string& word,
             CalendarUnit unit, const Days& asked) {
  Counts counts;
  for (const DatedArticle& one : articles) {
    if (!has_word(one, word)) continue;
    std::set<std::string> buckets;
    std::set<std::string> coarser;
    for (const Days& days : one.days) {
      if (!days.within(asked)) continue;
      const std::string first = unit_of(days.first, unit);
      if (first == unit_of(days.last, unit)) {
        buckets.insert(first);
      } else {
        coarser.insert(days.first + " " + days.last);
      }
    }
    if (!buckets.empty() || !coarser.empty()) ++counts.dated;
    for (const std::string& bucket : buckets) ++counts.buckets[bucket];
    for (const std::string& period : coarser) ++counts.coarser[period];
  }
  return counts;
}

void check_gaps(const dateline::Timeline& timeline) {
  for (std::size_t i = 1; i < timeline.periods.size(); ++i) {
    const auto& before = timeline.periods[i - 1].days;
    CHECK(to_days(timeline.periods[i].days.first) == to_days(before.last) + 1);
  }
  if (timeline.periods.empty()) return;
  CHECK(timeline.periods.front().count > 0);
  CHECK(timeline.periods.back().count > 0);
}

TEST_CASE("about oracle: timelines count what lies within each period") {
  const auto articles = random_articles(500, 3);
  const TempDir folder;
  const Searcher searcher(build(folder, articles));
  const std::pair<dateline::DateRange, Days> spans[] = {
      {{}, {"0001-01-01", kDay}},
      {{{2018, 1, 1}, {}}, {"2018-01-01", kDay}},
      {{{2018, 3, 1}, {2019, 3, 1}}, {"2018-03-01", "2019-03-01"}}};
  for (const std::string word : {"News", "word1"}) {
    for (const CalendarUnit unit : dateline::kCalendarUnits) {
      for (const auto& span : spans) {
        const Days& asked = span.second;
        CAPTURE(word);
        CAPTURE(to_string(unit));
        CAPTURE(asked.first);
        const auto timeline = searcher.timeline(
            parse_query(word).query,
            {.unit = unit, .days = span.first, .told = 0, .coarser = 0});
        const Counts expected = count(articles, word, unit, asked);
        CHECK(timeline.unit == unit);
        CHECK(timeline.dated == expected.dated);
        std::map<std::string, std::size_t> buckets;
        for (const auto& period : timeline.periods) {
          if (period.count == 0) continue;
          buckets[period_name(period.days)] = period.count;
          // Every period has a sentence, and what it mentions lies within.
          REQUIRE(!period.sentences.empty());
          for (const auto& sentence : period.sentences) {
            CHECK(holds(period.days, sentence.mentioned));
          }
        }
        CHECK(buckets == expected.buckets);
        std::map<std::string, std::size_t> coarser;
        for (const auto& period : timeline.coarser) {
          coarser[to_string(period.days.first) + " " + to_string(period.days.last)] =
              period.count;
        }
        CHECK(coarser == expected.coarser);
        check_gaps(timeline);
      }
    }
  }
}

TEST_CASE("about oracle: a facet value is in as many articles as are found by it") {
  const TempDir folder;
  const Searcher searcher(build(folder, random_articles(300, 8)));
  const auto results = searcher.search(
      {}, {.limit = 0,
           .facets = {"mentioned:year", "mentioned:month", "mentioned:day",
                      "mentioned:week", "mentioned:quarter", "mentioned:decade"},
           .facet_limit = 0});
  std::size_t values = 0;
  for (const auto& facet : results.facets) {
    for (const auto& value : facet.values) {
      if (value.gap > 1) continue;  // Many days in one row.
      CAPTURE(value.value);
      ++values;
      const auto about = parse_query("about:" + value.value).query;
      CHECK(searcher.search(about).matches.count == value.count);
      const auto chosen = searcher.search({}, {.where = {{facet.kind, value.value}}});
      CHECK(chosen.matches.count == value.count);
    }
  }
  CHECK(values > 20);
}

}  // namespace
