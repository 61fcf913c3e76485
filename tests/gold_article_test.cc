// The annotated articles: their reader and their format.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/gold_article.h"
#include "tests/gold_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline::corpus;
using dateline::testing::kEntities;
using dateline::testing::kHeader;
using dateline::testing::kText;
using dateline::testing::parse;
using dateline::testing::problems_in;
using dateline::testing::read_file;
using dateline::testing::source_dir;
using dateline::testing::told;

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

}  // namespace
