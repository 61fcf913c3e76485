// Scores of dates against labels.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tools/corpora/dated_article.h"
#include "tools/scores/date_disagreements.h"
#include "tools/scores/date_scores.h"
#include "tools/scores/found_dates.h"

namespace {

using namespace dateline::scores;
using dateline::Date;
using dateline::DateType;
using dateline::corpora::DatedArticle;
using dateline::corpora::LabelledDate;
using Dates = std::vector<LabelledDate>;

Tally counts(std::size_t right, std::size_t found, std::size_t gold) {
  return {.right = right, .found = found, .gold = gold};
}

TEST_CASE("date scores: pairs of what overlaps, and the rest") {
  const Dates gold = {{.begin = 0, .end = 4, .in_title = true},
                      {.begin = 0, .end = 4},
                      {.begin = 10, .end = 20},
                      {.begin = 40, .end = 44}};
  const Dates found = {{.begin = 2, .end = 6},
                       {.begin = 8, .end = 12},
                       {.begin = 14, .end = 16},
                       {.begin = 30, .end = 34},
                       {.begin = 50, .end = 54}};
  std::string pairs;
  for (const auto& [label, hit] : paired_dates(gold, found)) {
    pairs += label == nullptr ? "-" : std::to_string(label->begin);
    pairs += ':';
    pairs += hit == nullptr ? "-" : std::to_string(hit->begin);
    pairs += ' ';
  }
  CHECK(pairs == "0:- 0:2 10:8 -:14 -:30 40:- -:50 ");
}

TEST_CASE("date scores: as TempEval-3 counts") {
  const Dates gold = {
      {.begin = 0, .end = 4, .value = "1998-01-08"},
      {.begin = 10, .end = 20, .value = "199", .modifier = "START"},
      {.begin = 30, .end = 34, .type = DateType::kTime, .value = "1998-01-08TMO"},
      {.begin = 40, .end = 44, .type = DateType::kDuration, .value = "P3D"}};
  const Dates found = {{.begin = 0, .end = 4, .value = "1998-01-08"},
                       {.begin = 16, .end = 20, .value = "199", .modifier = "START"},
                       {.begin = 30, .end = 34, .value = "1998-01-08TMO"},
                       {.begin = 50, .end = 54, .value = "1998", .modifier = "END"}};
  DateScores scores;
  scores.add(gold, found);
  CHECK(scores.relaxed == counts(3, 4, 4));
  CHECK(scores.strict == counts(2, 4, 4));
  CHECK(scores.type == counts(2, 4, 4));
  CHECK(scores.value == counts(3, 4, 4));
  CHECK(scores.modifier == counts(1, 2, 1));
  CHECK(scores.extents_by_type[0] == counts(2, 4, 2));
  CHECK(scores.extents_by_type[1] == counts(0, 0, 1));
  CHECK(scores.extents_by_type[2] == counts(0, 0, 1));
  CHECK(scores.values_by_type[0] == counts(2, 4, 2));
}

TEST_CASE("date scores: distinct values of an article") {
  const auto date = [](std::string_view value, DateType type = DateType::kDate) {
    return LabelledDate{.type = type, .value = std::string(value)};
  };
  const Dates gold = {date("1998-01-08"),
                      date("1998-01-08"),
                      date("1949-XX"),
                      date("1998-W02"),
                      date("PAST_REF"),
                      date("XXXX-10"),
                      date("P3D", DateType::kDuration),
                      date("1998-01-09T10:00", DateType::kTime)};
  const Dates found = {date("1998-01-08"), date("1998-01-09"), date("1949"), date("")};
  DateScores scores;
  scores.add(gold, found);
  CHECK(scores.distinct_values == counts(2, 3, 3));
  CHECK(scores.distinct_days == counts(1, 2, 1));
  // Article by article: the same value again counts again.
  scores.add({}, found);
  CHECK(scores.distinct_values == counts(2, 6, 3));

  // What TIMEX3 writes in two ways; "2000-WXX" and "19XX" stay unresolved.
  DateScores forms;
  forms.add(Dates{date("2000-W8"), date("196X"), date("2000-WXX"), date("19XX")},
            Dates{date("2000-W08"), date("196"), date("2000-W8"), date("2000-08")});
  CHECK(forms.distinct_values == counts(1, 4, 1));
  CHECK(forms.distinct_periods == counts(2, 3, 2));

  // "Friday night", which some label as a date and others as a time; "10:00" is
  // neither.
  DateScores times;
  times.add(Dates{date("2000-01-07TEV"), date("2000-01-09"), date("2000-01-12"),
                  date("T10:00", DateType::kTime)},
            Dates{date("2000-01-07TNI", DateType::kTime),
                  date("2000-01-09TMO", DateType::kTime), date("2000-01-12TNI")});
  CHECK(times.distinct_values == counts(0, 1, 3));
  CHECK(times.distinct_periods == counts(3, 3, 3));
}

TEST_CASE("date scores: disagreements, in the order of the text") {
  const DatedArticle article{.id = "x",
                             .body = "Früh on Friday, June 5 or now or May."};
  const Dates gold = {
      {.begin = 9, .end = 15, .value = "1998-01-09"},
      {.begin = 9 + 8, .end = 23, .value = "1998-06-05", .modifier = "START"},
      {.begin = 34, .end = 37, .value = "1998-05"}};
  const Dates found = {{.begin = 9, .end = 15, .value = "1998-01-09"},
                       {.begin = 17, .end = 21, .value = "1998-06", .rule = "month"},
                       {.begin = 27, .end = 30, .value = ""}};
  std::string all;
  for (const DateDisagreement& place : date_disagreements(article, gold, found)) {
    all += place.what + "; " + place.gold + "; " + place.found + "; " +
           place.context.before + "[" + place.context.text + "]" + place.context.after +
           "\n";
  }
  CHECK(all ==
        "border value modifier; DATE 1998-06-05 START; DATE 1998-06 'June' by month; "
        "Früh on Friday, [June 5] or now or May.\n"
        "false; ; DATE ?; Früh on Friday, June 5 or [now] or May.\n"
        "missed; DATE 1998-05; ; Früh on Friday, June 5 or now or [May].\n");
}

TEST_CASE("date scores: what the library finds takes the form of labels") {
  const std::string body =
      "The deal of 2 March 2023 was signed.\nOn 4 May 2021 it was not.\n";
  DatedArticle article{
      .title = "June 5, 2020: a deal", .body = body, .published = {2023, 3, 2}};
  const auto found = find_dates(article);
  REQUIRE(found.size() == 3);
  CHECK(found[0].in_title);
  CHECK(surface_of(article, found[1]) == "2 March 2023");
  CHECK(found[1].value == "2023-03-02");
  CHECK(found[1].gives_facet);

  article.facetless = {{37, body.size()}};
  article.unjudged = {{0, 36}};
  const auto judged = find_dates(article);
  REQUIRE(judged.size() == 2);
  CHECK(judged[1].value == "2021-05-04");
  CHECK_FALSE(judged[1].gives_facet);
}

}  // namespace
