// The checks of one annotated article: names and dates.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "corpus/gold_article.h"
#include "tests/gold_testing.h"

namespace {

using namespace dateline::corpus;
using dateline::testing::kEntities;
using dateline::testing::kHeader;
using dateline::testing::problems_in;

TEST_CASE("gold article: names that are marked wrongly") {
  struct {
    std::string entities, body, problem;
  } const cases[] = {
      {"lee = person: Ann Lee", "[Ann Lee|lee] and Ms [Lee|lee]", ""},
      // Titles, articles, possessives.
      {"lee = person: Ann Lee", "[Ms Lee|lee]", "\"Ms Lee\" starts with a title."},
      {"lee = person: Ann Lee", "[PRIME MINISTER LEE|lee]",
       "\"PRIME MINISTER LEE\" starts with a title."},
      {"lee = person: Ann Lee", "[Captain Cash|lee]", ""},  // A nickname.
      {"king = person: Billie Jean King", "[King|king]", ""},
      {"francis = person: Pope Francis", "[Pope Francis|francis]", ""},
      {"lee = person: Dr Ann Lee", "[Ann Lee|lee]",
       "\"Dr Ann Lee\" starts with a title."},
      {"lee = person: Ann Lee (vet", "[Ann Lee|lee]",
       "\"Ann Lee (vet\" has a bracket too many."},
      {"king = place: King Island", "[King Island|king]", ""},
      {"fed = org: Federal Reserve", "[the Fed|fed]",
       "\"the Fed\" starts with \"the\"."},
      {"hague = place: The Hague", "[The Hague|hague]", ""},
      {"lee = person: Ann Lee", "[Lee's|lee]",
       "\"Lee's\" ends in a possessive.\nnote: \"Lee's\" shares no word with \"Ann "
       "Lee\"."},
      {"lee = org: Lee", "[Lee\u2019s|lee]", "\"Lee\u2019s\" ends in a possessive."},
      {"mary = org: St Mary's Hospital", "[St Mary's|mary]", ""},
      {"un = org: United Nations", "[UN|~un]",
       "\"UN\" is a demonym of what is no place."},
      {"a = place: Lima\n  b = place: Lima", "[Lima|a] and [Lima|b]",
       "\"Lima\" is declared under two keys.\n"
       "\"Lima\" is both \"Lima\" and \"Lima\"; if that is meant, say `shared: Lima`."},

      // A person's surfaces are the person's.
      {"zelensky = person: Volodymyr Zelensky",
       "[Volodymyr Zelenskyy|zelensky] or [Zelenskyy|zelensky]", ""},
      {"widodo = person: Joko Widodo", "[Jokowi|widodo]",
       "note: \"Jokowi\" shares no word with \"Joko Widodo\"."},
      {"lee = person: Ann Lee\n  ito = person: Mei Itō",
       "[Ann Lee|lee], [Mei Itō|ito], [Ito|lee]",
       "\"Ito\" is marked as \"Ann Lee\" but is the name of \"Mei Itō\"."},

      // One surface, two entities.
      {"a = person: Ann Lee\n  b = person: Bo Lee", "[Lee|a] and [Lee|b]", ""},
      {"jordan = place: Jordan\n  jo = person: Jo Jordan",
       "[Jordan|jordan] and [Jordan|jo]",
       "\"Jordan\" is both \"Jordan\" and \"Jo Jordan\"; if that is meant, say "
       "`shared: "
       "Jordan`."},

      // What is marked once is marked everywhere.
      {"who = org: World Health Organization", "[WHO|who], says WHO",
       "\"WHO\" is marked elsewhere but not here; if that is meant, say `unmarked: "
       "WHO`."},
      {"who = org: World Health Organization", "[WHO|who], WHOSE; who knows", ""},
      {"who = org: World Health Organization",
       "[WHO|who], https://who.example/WHO/1 and @WHO", ""},
      {"who = org: World Health Organization\n  fund = org: WHO Fund",
       "[WHO|who] and [WHO Fund|fund]", ""},
      {"lee = person: Ann Lee", "[Lee|lee] and Lee-like",
       "\"Lee\" is marked elsewhere but not here; if that is meant, say `unmarked: "
       "Lee`."},
      {"ue = place: Ué", "[Ué|ue] and Uéa, aUé, éUé", ""},
      {"may = person: Theresa May", "[May|may] in {May|2023-05}", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.entities);
    CAPTURE(c.body);
    std::string problems = problems_in(kHeader + "entities:\n  " + c.entities +
                                       "\ntext:\ntitle| A day\nbody| " + c.body + "\n");
    for (std::size_t at = 0; at < problems.size(); ++at) {  // Without line numbers.
      problems.erase(at, problems.find(' ', at) + 1 - at);
      at = std::min(problems.find('\n', at), problems.size());
    }
    CHECK(problems == c.problem);
  }
}

TEST_CASE("gold article: what is meant can be said") {
  const std::string tail =
      "entities:\n  jordan = place: Jordan\n  jo = person: Jo Jordan\ntext:\n"
      "title| [Jordan|jordan]\nbody| [Jordan|jo] wears Jordan shoes\n";
  CHECK(problems_in(kHeader + "shared: Jordan\nunmarked: Jordan\n" + tail) == "");
  CHECK(problems_in(kHeader + "shared: Jordan, Jo\nunmarked: Jordan, Jo\n" + tail) ==
        "6: \"Jo\" is not shared.\n7: \"Jo\" never stands unmarked.");
}

TEST_CASE("gold article: values of dates") {
  const std::pair<std::string, TimexType> good[] = {
      {"2023-03-02", TimexType::date},
      {"2023-03", TimexType::date},
      {"2023", TimexType::date},
      {"199", TimexType::date},
      {"18", TimexType::date},
      {"2020-W53", TimexType::date},
      {"2023-W09-WE", TimexType::date},
      {"2023-Q4", TimexType::date},
      {"2023-H2", TimexType::date},
      {"2022-SU", TimexType::date},
      {"FY2023", TimexType::date},
      {"PAST_REF", TimexType::date},
      {"2024-02-29", TimexType::date},
      {"2023-03-02/2023-03-04", TimexType::date},
      {"2022-WI/2023-SP", TimexType::date},
      {"2023-03-02T15:00", TimexType::time},
      {"2023-03-02T24:00", TimexType::time},
      {"2023-03-02TNI", TimexType::time},
      {"2023-03-02T15:00/2023-03-02T17:30", TimexType::time},
      {"P3D", TimexType::duration},
      {"PXM", TimexType::duration},
      {"P1Y6M", TimexType::duration},
      {"PT1H30M", TimexType::duration},
      {"PT9.58S", TimexType::duration},
      {"P2DE", TimexType::duration},
      {"SET XXXX-WXX-5", TimexType::set},
      {"SET XXXX-XX-XXT06:00", TimexType::set},
      {"SET XXXX-12-25", TimexType::set},
      {"SET P1W", TimexType::set},
  };
  for (const auto& c : good) {
    CAPTURE(c.first);
    const auto timex = parse_timex(c.first);
    REQUIRE(timex.has_value());
    CHECK(timex->type == c.second);
  }
  CHECK(parse_timex("199 START")->modifier == "START");
  CHECK(parse_timex("SET P1W")->value == "P1W");
  for (const char* text : {"",
                           " ",
                           "2023-3-2",
                           "2023-13",
                           "2023-02-29",
                           "2023-00-01",
                           "2023-W54",
                           "2023-W53",
                           "2023-W00",
                           "2023-Q5",
                           "2023-H3",
                           "2023-XX",
                           "FY23",
                           "NOW",
                           "2023-03-02T25:00",
                           "2023-03-02T15:60",
                           "2023-03-02T24:30",
                           "2023-03T15:00",
                           "2023-03-02TXX",
                           "2023-03-04/2023-03-02",
                           "2023-03-02/2023-03-02",
                           "2023-03/2023-03-04",
                           "2023/",
                           "P",
                           "PT",
                           "P3",
                           "3D",
                           "P3H",
                           "PT3D",
                           "P1M1Y",
                           "P.5D",
                           "P1.D",
                           "199 EARLY",
                           "199  START",
                           "SET ",
                           "SET 2023",
                           "SET XXXX-WXX-8",
                           "SET XXXX-13",
                           "SET XXXX-XX-XX",
                           "SET XXXX-02-30"}) {
    CAPTURE(text);
    CHECK(!parse_timex(text).has_value());
  }
}

TEST_CASE("gold article: what a date says and its value") {
  const auto published = std::chrono::year(2023) / 3 / 2;  // A Thursday.
  struct {
    std::string surface, value, differ_in;
  } const cases[] = {
      {"2 March 2023", "2023-03-02", ""},
      {"2 March 2023", "2023-03-03", "the day"},
      {"2 March 2023", "2023-04-02", "the month"},
      {"2 March 2023", "2022-03-02", "the year"},
      {"March 2, 2023", "2023-03-02", ""},
      {"March 2, 2023", "2023-03-12", "the day"},
      {"MARCH 2ND", "2023-03-02", ""},
      {"MARCH 2ND", "2023-03-01", "the day"},
      {"Sept. 25-26", "2009-09-25/2009-09-26", ""},
      {"Sept. 25-26", "2009-09-25/2009-09-27", "the day"},
      {"9-10 November 1938", "1938-11-09/1938-11-10", ""},
      {"25 June", "2023-06", "the day"},
      {"2023-03-02", "2023-03-02", ""},
      {"2023-03-02", "2023-03-01", "the day"},
      {"18.12.2020", "2020-12-18", ""},
      {"3/2/2023", "2023-02-03", ""},
      {"3/2/2023", "2023-02-04", "the day"},
      {"February 2026", "2026-02", ""},
      {"February 2026", "2026-03", "the month"},
      {"February 2026", "2026-02-01", "length"},
      {"late August", "2014-08 END", ""},
      {"first week of September", "2009-W36", ""},
      {"1998", "1999", "the year"},
      {"1998-99 season", "1998/1999", ""},
      {"the summer of 2011", "2011-SU", ""},
      {"late 1990s", "199 END", ""},
      {"late 1990s", "198 END", "the decade"},
      {"first half of 2023", "2022-H1", "the year"},
      {"Friday, March 3", "2023-03-03", ""},
      {"Friday, March 3", "2022-03-03", "the weekday"},
      {"Thursday", "2023-03-02", ""},
      {"Thursday", "2023-03-03", "the weekday"},
      {"THURS", "2023-03-01", "the weekday"},
      {"Thursday", "2023-03", "the weekday"},
      {"Thursday and Friday", "2023-03-02/2023-03-03", ""},
      {"Thursday and Friday", "2023-03-02/2023-03-04", "the weekday"},
      {"Thursday's", "2023-03-02", ""},
      {"Fridays", "SET XXXX-WXX-5", ""},
      {"ten Fridays", "P10W", ""},
      {"a Friday in March", "2023-03", ""},
      {"9.25pm on Saturday", "2023-03-04T21:25", ""},
      {"9.25pm on Saturday", "2023-03-04T09:25", "the time of day"},
      {"9.25pm on Saturday", "2023-03-04T21:26", "the time of day"},
      {"9.16 on Sunday evening", "2023-03-05T21:16", ""},
      {"12.35 a.m. on Thursday", "2023-03-02T00:35", ""},
      {"9 a.m. on Monday, March 6", "2023-03-06T09:00", ""},
      {"9 a.m. on Monday, March 6", "2023-03-06T08:00", "the time of day"},
      {"0340 the next morning", "1942-12-10T03:40", ""},
      {"midnight on Thursday", "2023-03-02T24:00", ""},
      {"two years", "P2Y", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.surface);
    CAPTURE(c.value);
    const auto timex = parse_timex(c.value);
    REQUIRE(timex.has_value());
    const std::string expected =
        c.differ_in.empty() ? ""
                            : '"' + c.surface + "\" and its value \"" + timex->value +
                                  "\" differ in " + c.differ_in + '.';
    CHECK(disagreement(c.surface, *timex, published) == expected);
  }
  const auto said = [&](const char* surface, const char* value) {
    return disagreement(surface, *parse_timex(value), published);
  };
  CHECK(said("Thursday", "2023-03-09") == "");
  CHECK(said("Thursday", "2023-03-16") ==
        "\"Thursday\" is more than a week from the day of publication.");
  CHECK(said("Thursday week", "2023-03-16") == "");
  CHECK(said("today and tomorrow", "2023-03-02/2023-03-03") == "");
  CHECK(disagreement("yesterday", *parse_timex("1999-01-01"), {}) == "");
  CHECK(said("yesterday", "2023-03-01") == "");
  CHECK(said("yesterday", "2023-03-02") ==
        "\"yesterday\" is not 2023-03-02 by the day of publication.");
  CHECK(said("today", "PRESENT_REF") == "");
  CHECK(said("tonight", "2023-03-02TNI") == "");
  CHECK(said("tomorrow at 15:00", "2023-03-02T15:00") ==
        "\"tomorrow at 15:00\" is not 2023-03-02T15:00 by the day of publication.");
}

TEST_CASE("gold articles: which dates are checked") {
  const std::string wrong =
      kEntities +
      "text:\ntitle| [Blinken|blinken] in [Russia|russia]\nbody| {Friday|2023-03-02}\n";
  CHECK(problems_in(kHeader + wrong) ==
        "11: \"Friday\" and its value \"2023-03-02\" differ in the weekday.");
  const auto with_body = [](const std::string& body) {
    return problems_in(kHeader + kEntities +
                       "text:\ntitle| [Blinken|blinken] in [Russia|russia]\nbody| " +
                       body + "\n");
  };
  const std::string not_today =
      "11: \"today\" is not 2023-03-01 by the day of publication.";
  CHECK(with_body("It was {today|2023-03-01}.") == not_today);
  CHECK(with_body("\"Not {today|2023-03-01}.\"") == "");
  CHECK(with_body("\"Not\" {today|2023-03-01}.") == not_today);
  CHECK(with_body("\u201CNot {today|2023-03-01}.\u201D") == "");
  CHECK(with_body("\u201CNot\u201D {today|2023-03-01}.") == not_today);
  CHECK(problems_in(kHeader + "language: de\n" + wrong) == "");
}

}  // namespace
