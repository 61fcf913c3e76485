// The annotated articles: their reader, every check of them, and the articles
// themselves.

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/gold_article.h"
#include "corpus/gold_checks.h"
#include "corpus/gold_words.h"
#include "tests/testing.h"

namespace {

using namespace dateline::corpus;
using dateline::testing::read_file;
using dateline::testing::source_dir;
using dateline::testing::TempDir;

const std::string kHeader =
    "source: Harbour Courier\n"
    "published: 2023-03-02\n"
    "author: Ingrid Solheim, Tom Reyes\n"
    "topic: diplomacy\n"
    "manner: paper\n";
const std::string kEntities =
    "entities:\n"
    "  blinken = person: Antony Blinken\n"
    "  russia = place: Russia\n";
const std::string kText =
    "text:\n"
    "title| [Blinken|blinken] meets [Russian|~russia] minister\n"
    "body| [Antony Blinken|blinken] spoke on {Thursday|2023-03-02}.\n";

GoldArticle parse(const std::string& text, std::vector<GoldProblem>& problems) {
  return parse_gold_article(text, "x.txt", problems);
}

/// "LINE: SENTENCE", or "" if all is well, or all of them if there are several.
std::string told(const std::vector<GoldProblem>& problems) {
  std::string all;
  for (const auto& problem : problems) {
    if (!all.empty()) all += '\n';
    all += std::to_string(problem.line) + (problem.note ? ": note: " : ": ") +
           problem.sentence;
  }
  return all;
}

std::string problems_in(const std::string& text) {
  std::vector<GoldProblem> problems;
  const GoldArticle article = parse(text, problems);
  if (problems.empty()) check_gold_article(article, problems);
  return told(problems);
}

TEST_CASE("gold article: what the reader gives") {
  std::vector<GoldProblem> problems;
  const GoldArticle article =
      parse(kHeader + "language: en\nurl: https://x.example/1\nunmarked: May, Will\n" +
                kEntities +
                "text:\n"
                "title| [Blinken|blinken] meets [Russian|~russia] minister\n"
                "body|\n"
                "subhead| Ten minutes\n"
                "body| Zoë saw [Blinken|blinken] for {about ten minutes|PT10M APPROX} "
                "{every Friday|SET XXXX-WXX-5}.\n",
            problems);
  CHECK(told(problems) == "");
  CHECK(article.file == "x.txt");
  CHECK(article.source == "Harbour Courier");
  CHECK(article.topic == "diplomacy");
  CHECK(article.manner == "paper");
  CHECK(article.language == "en");
  CHECK(article.url == "https://x.example/1");
  CHECK(article.authors == std::vector<std::string>{"Ingrid Solheim", "Tom Reyes"});
  CHECK(article.published == std::chrono::year(2023) / 3 / 2);
  CHECK(article.unmarked.surfaces == std::vector<std::string>{"May", "Will"});
  CHECK(article.title == "Blinken meets Russian minister");
  CHECK(article.body ==
        "\nTen minutes\nZoë saw Blinken for about ten minutes every Friday.");

  REQUIRE(article.entities.size() == 2);
  CHECK(article.entities[1].key == "russia");
  CHECK(article.entities[1].kind == GoldKind::place);
  CHECK(article.entities[1].name == "Russia");
  CHECK(article.entities[1].line == 11);

  REQUIRE(article.names.size() == 3);
  CHECK(article.names[1].surface == "Russian");
  CHECK(article.names[1].span.in_title);
  CHECK(article.names[1].span.begin == 14);
  CHECK(article.names[1].demonym);
  CHECK(article.names[1].entity == 1);
  CHECK(!article.names[2].span.in_title);
  CHECK(!article.names[2].demonym);
  for (const auto& name : article.names) {
    CHECK(article.text_at(name.span) == name.surface);
  }

  REQUIRE(article.dates.size() == 2);
  CHECK(article.text_at(article.dates[0].span) == "about ten minutes");
  CHECK(article.dates[0].timex.type == TimexType::duration);
  CHECK(article.dates[0].timex.value == "PT10M");
  CHECK(article.dates[0].timex.modifier == "APPROX");
  CHECK(article.dates[1].timex.type == TimexType::set);
  CHECK(article.dates[1].timex.value == "XXXX-WXX-5");

  REQUIRE(article.lines.size() == 4);
  CHECK(article.lines[0].region == GoldRegion::title);
  CHECK(article.lines[1].region == GoldRegion::body);
  CHECK(article.text_at(article.lines[1].span) == "");
  CHECK(article.lines[2].region == GoldRegion::subhead);
  CHECK(article.text_at(article.lines[2].span) == "Ten minutes");
  CHECK(article.lines[2].line == 15);
}

TEST_CASE("gold article: the README's example is one") {
  const std::string readme = read_file(source_dir() / "corpus/gold/README.md");
  const auto begin = readme.find("```\nsource: ");
  REQUIRE(begin != std::string::npos);
  const auto end = readme.find("```", begin + 4);
  CHECK(problems_in(readme.substr(begin + 4, end - begin - 4)) == "");
}

TEST_CASE("gold article: what breaks the format") {
  const std::string good = kHeader + kEntities + kText;
  REQUIRE(problems_in(good) == "");
  struct {
    std::string replace, by, problem;
  } const cases[] = {
      // The header.
      {"source: Harbour Courier\n", "", "1: The field \"source\" is missing."},
      {"source: Harbour Courier", "source:", "1: The field \"source\" has no value."},
      {"topic: diplomacy\n", "", "1: The field \"topic\" is missing."},
      {"topic: diplomacy", "topic: World News",
       "1: The topic is not a word in lower case."},
      {"manner: paper", "Manner: paper",
       "5: There is no field \"Manner\".\n1: The field \"manner\" is missing."},
      {"manner: paper", "manner: paper\nmanner: paper",
       "6: The field \"manner\" stands twice."},
      {"manner: paper", "manner",
       "5: A header line is `field: value`.\n"
       "1: The field \"manner\" is missing."},
      {"2023-03-02\n", "2023-02-30\n", "2: `published` is a day, YYYY-MM-DD."},
      {"2023-03-02\n", "2 March 2023\n", "2: `published` is a day, YYYY-MM-DD."},
      {"2023-03-02\n", "2023-03\n", "2: `published` is a day, YYYY-MM-DD."},
      {"manner: paper", "manner: paper\nlanguage: English",
       "1: The language is not two letters in lower case."},
      {"manner: paper", "manner: paper\nurl: x.example",
       "1: The url does not start with https://."},
      {"Solheim, ", "Solheim,, ", "1: An author is empty."},
      {"text:", "texts:",
       "9: Behind `entities:` stand entities, then `text:`.\n"
       "10: A header line is `field: value`.\n"
       "11: A header line is `field: value`.\n"
       "1: The field \"text\" is missing.\n"
       "11: There is no text below a title.\n"
       "7: The key \"blinken\" is never used.\n"
       "8: The key \"russia\" is never used."},

      // Entities.
      {"  russia = place: Russia", "  russia: Russia",
       "8: An entity is `  KEY = KIND: CANONICAL NAME`.\n"
       "10: The key \"russia\" is not declared."},
      {"place: Russia", "country: Russia", "8: There is no kind \"country\"."},
      {"  russia = place: Russia", "  russia = place: Russia\n  russia = place: Kazan",
       "9: The key \"russia\" is declared twice.\n9: The key \"russia\" is never "
       "used."},
      {"  russia = place: Russia", "  russia = place: Russia\n  kazan = place: Kazan",
       "9: The key \"kazan\" is never used."},
      {"  russia = place: Russia", "  russia = place: Russia\n  Kazan = place: Kazan",
       "9: The key \"Kazan\" is not of a-z, 0-9 and -.\n"
       "9: The key \"Kazan\" is never used."},
      {"place: Russia", "place: ",
       "8: The line ends in a blank.\n"
       "8: The canonical name is empty or has blanks around it."},

      // Lines of text.
      {"body| ", "para| ",
       "11: A line of text is `REGION| content`, and there is no region \"para\".\n"
       "11: There is no text below a title."},
      {"body| ", "body|", "11: A blank stands between `REGION|` and the content."},
      {"body| ", "body|  ", "11: The content starts with a blank."},
      {"body| ", "title| ", "11: The first line of text, and no other, is the title."},
      {"title| ", "body| ", "10: The first line of text, and no other, is the title."},
      {"2023-03-02}.\n", "2023-03-02}.", "11: The file does not end in a newline."},
      {"2023-03-02}.\n", "2023-03-02}.\r\n",
       "11: The line is not UTF-8 or has a control character."},
      {"spoke", "sp\xC3", "11: The line is not UTF-8 or has a control character."},
      {"spoke", "sp\xED\xA0\x80",
       "11: The line is not UTF-8 or has a control character."},

      // Markup.
      {"[Antony Blinken|blinken]", "[Antony Blinken|blinken",
       "11: The markup is not balanced at \"[Antony Blinken|blin\".\n"
       "11: The markup is not balanced at \"|blinken spoke on {T\"."},
      {"spoke", "[spoke",
       "11: The markup is not balanced at \"[spoke on {Thursday|\"."},
      {"spoke", "sp|oke",
       "11: The markup is not balanced at \"|oke on {Thursday|20\"."},
      {"spoke", "spoke}",
       "11: The markup is not balanced at \"} on {Thursday|2023-\"."},
      {"[Antony Blinken|blinken]", "[Antony Blinken]",
       "11: A mark is `[surface|key]` or `{surface|value}`, not \"Antony Blinken\"."},
      {"[Antony Blinken|blinken]", "[Antony|Blinken|blinken]",
       "11: A mark is `[surface|key]` or `{surface|value}`, not "
       "\"Antony|Blinken|blinken\"."},
      {"[Antony Blinken|blinken]", "[|blinken]",
       "11: The surface of \"|blinken\" is empty or has blanks around it."},
      {"[Antony Blinken|blinken]", "[Antony Blinken |blinken]",
       "11: The surface of \"Antony Blinken |blinken\" is empty or has blanks around "
       "it."},
      {"[Antony Blinken|blinken]", "[Antony Blinken|tony]",
       "11: The key \"tony\" is not declared."},
      {"|2023-03-02}", "|Thursday}",
       "11: The value \"Thursday\" of \"Thursday\" is not well formed."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.by);
    std::string text = good;
    const auto at = text.find(c.replace);
    REQUIRE(at != std::string::npos);
    text.replace(at, c.replace.size(), c.by);
    CHECK(problems_in(text) == c.problem);
  }
  CHECK(problems_in("").find("1: The field \"text\" is missing.") != std::string::npos);

  std::vector<GoldProblem> problems;
  CHECK(read_gold_article("/nowhere/x.txt", problems).file == "/nowhere/x.txt");
  CHECK(told(problems) == "1: The file cannot be read.");
}

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

TEST_CASE("gold articles: they agree with each other") {
  struct File {
    std::string name, topic, entity;
  };
  struct {
    File first, second;
    std::string problem;
  } const cases[] = {
      {{"gold/train/a.txt", "war", "person: Ann Lee"},
       {"gold/train/b.txt", "war", "person: Ann Lee"},
       ""},
      {{"gold/train/a.txt", "war", "place: Bogotá"},
       {"gold/heldout/b.txt", "sport", "place: Bogota"},
       "7: \"Bogota\" is \"Bogotá\" in gold/train/a.txt:7."},
      {{"gold/train/a.txt", "war", "org: U.N. Women"},
       {"gold/heldout/b.txt", "sport", "org: UN women"},
       "7: \"UN women\" is \"U.N. Women\" in gold/train/a.txt:7."},
      {{"gold/train/a.txt", "war", "place: Kremlin"},
       {"gold/train/b.txt", "war", "org: Kremlin"},
       "7: \"Kremlin\" is of kind place in gold/train/a.txt:7; say which is which in "
       "round brackets."},
      {{"gold/train/a.txt", "war", "place: Kremlin"},
       {"gold/train/b.txt", "war", "org: Kremlin (government)"},
       ""},
      {{"gold/train/a.txt", "war", "place: Lima"},
       {"gold/heldout/b.txt", "war", "place: Lima"},
       "1: The topic \"war\" is one of train/ too."},
      {{"gold/train/a.txt", "war", "place: Lima"},
       {"gold/heldout/a.txt", "sport", "place: Lima"},
       "1: gold/train/a.txt has the same name."},
      {{"gold/train/a.txt", "war", "place: Lima"},
       {"gold/train/B.txt", "war", "place: Lima"},
       "1: A file is called words-in-lower-case.txt."},
      {{"gold/train/a.txt", "war", "place: Lima"},
       {"gold/train/b.text", "war", "place: Lima"},
       "1: A file is called words-in-lower-case.txt."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.problem);
    std::vector<GoldProblem> problems;
    GoldCorpusCheck corpus(problems);
    for (const File& file : {c.first, c.second}) {
      corpus.add(parse_gold_article(
          "source: X\npublished: 2023-03-02\nmanner: paper\ntopic: " + file.topic +
              "\nauthor: Y\nentities:\n  k = " + file.entity +
              "\ntext:\ntitle| [K|k]\nbody| X\n",
          file.name, problems));
    }
    CHECK(told(problems) == c.problem);
  }
}

TEST_CASE("gold words: folding") {
  const std::pair<std::string, std::string> cases[] = {
      {"Sinn Féin's", "sinn feins"},
      {"U.S.", "us"},
      {"Guinea-Bissau", "guinea bissau"},
      {"Łódź", "lodz"},
      {"İstanbul, ŞIŞLI", "istanbul sisli"},
      {"Nguyễn Phú Trọng", "nguyen phu trong"},
      {"Ærø & Straße", "aero strasse"},
      {"Москва", "Москва"},
      {"O’Neill", "oneill"},
      {"\xFF\xFEx", "x"},
      {"", ""},
  };
  for (const auto& [text, folded_text] : cases) CHECK(folded(text) == folded_text);
}

/// Runs check_gold; its output, and its exit code behind that.
std::string check_gold(const std::string& arguments) {
  const TempDir folder;
  const std::string output = folder / "output";
  const std::string command = std::string("'") + DATELINE_CHECK_GOLD + "' " +
                              arguments + " > '" + output + "' 2> /dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return read_file(output) + std::to_string(WEXITSTATUS(status));
}

TEST_CASE("check_gold: the command") {
  const TempDir folder;
  const std::string good = folder.write("train/a.txt", kHeader + kEntities + kText);
  const std::string counts = check_gold("'" + (folder / "train") + "'");
  CHECK(counts.find("articles                    1        0        1\n") !=
        std::string::npos);
  CHECK(counts.find("names: person               2        0        2\n") !=
        std::string::npos);
  CHECK(counts.ends_with("\n0"));

  const std::string bad =
      folder.write("train/b.txt", kHeader + kEntities +
                                      "text:\ntitle| [Tony|blinken]\nbody| Tony in "
                                      "[Russia|russia]\n");
  CHECK(check_gold("'" + bad + "' '" + good + "'") ==
        bad +
            ":11: \"Tony\" is marked elsewhere but not here; if that is meant, say "
            "`unmarked: Tony`.\n" +
            bad + ":10: note: \"Tony\" shares no word with \"Antony Blinken\".\n1");
  CHECK(check_gold("/nowhere/x.txt").ends_with("1"));
  CHECK(check_gold("--fast") == "2");
  CHECK(check_gold("--help").ends_with("0"));
  CHECK(check_gold("'" + good + "' > /dev/full 2> /dev/null; (exit $?)") == "2");
  CHECK(check_gold("'" + folder.path().string() + "/none'").ends_with("1"));
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(check_gold("'" + (folder / "empty") + "'") == "2");
}

TEST_CASE("gold articles: all of them") {
  std::vector<GoldProblem> problems;
  GoldCorpusCheck corpus(problems);
  std::size_t train = 0;
  std::size_t heldout = 0;
  const auto add_folder = [&](const char* folder, std::size_t& count) {
    const auto path = source_dir() / "corpus/gold" / folder;
    REQUIRE(std::filesystem::is_directory(path));
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      const GoldArticle article = read_gold_article(entry.path(), problems);
      check_gold_article(article, problems);
      corpus.add(article);
      ++count;
    }
  };
  add_folder("train", train);
  add_folder("heldout", heldout);
  for (const auto& problem : problems) {
    CAPTURE(problem.file);
    CAPTURE(problem.line);
    CAPTURE(problem.sentence);
    CHECK(problem.note);
  }
  CHECK(train + heldout >= 200);
  CHECK(heldout * 100 >= (train + heldout) * 20);
  CHECK(heldout * 100 <= (train + heldout) * 40);
}

}  // namespace
