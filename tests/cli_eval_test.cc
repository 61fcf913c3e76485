// dateline eval: the command, over small corpora.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/command.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::Outcome;
using Json = nlohmann::json;

const std::string kArticle =
    "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\nmanner: paper\n"
    "entities:\n  blinken = person: Antony Blinken\n  russia = place: Russia\n"
    "  zz = org: Zyxian Band\ntext:\n"
    "title| [Blinken|blinken] meets [Russian|~russia] minister\n"
    "body| [Antony Blinken|blinken] spoke of [Russia|russia], said a zyxian "
    "[band|zz].\n";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("command eval names: tables, errors and a floor") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("gold/x.txt", kArticle);
  runner.dir().write("x.conll", "-DOCSTART- O\n\nMoscow I-LOC\n\n");

  const Outcome text =
      runner.run({"eval", "names", "--gold", "gold", "--conll", "x.conll", "--errors"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "missed  org 'band': "));
  CHECK(contains(text.out, "[band]. (x)"));
  CHECK(contains(text.out, "--gold gold: 1 article"));
  CHECK(contains(text.out, "--conll x.conll: 1 article"));
  CHECK(contains(text.out, "Facets, 2 mentions or more"));
  CHECK(contains(text.out, "2 mentions or more, found at all"));

  CHECK(runner.run({"eval", "names", "--gold", "gold", "--min-f1", "0.5"}).code == 0);
  CHECK(runner.run({"eval", "names", "--gold", "gold", "--min-f1", "1"}).code == 1);

  const Outcome json =
      runner.run({"eval", "names", "--gold", "gold", "--format", "json"});
  const Json document = Json::parse(json.out);
  CHECK(document["format_version"] == 1);
  const Json& corpus = document["corpora"].at(0);
  CHECK(corpus["articles"] == 1);
  CHECK(corpus["mentions"]["person"] == Json{{"right", 2},
                                             {"found", 2},
                                             {"gold", 2},
                                             {"precision", 1.0},
                                             {"recall", 1.0},
                                             {"f1", 1.0}});
  CHECK(corpus["mentions"]["demonym"]["right"] == 1);
  CHECK(corpus["mentions"]["untyped"]["gold"] == 5);
  CHECK(corpus["facets"]["all"]["gold"] == 3);
  CHECK(corpus["repeated_facets"]["person"]["right"] == 1);
  CHECK(corpus["repeated_facets_at_all"]["person"] == Json{{"right", 1},
                                                           {"found", 1},
                                                           {"met", 1},
                                                           {"gold", 1},
                                                           {"precision", 1.0},
                                                           {"recall", 1.0},
                                                           {"f1", 1.0}});
}

TEST_CASE("command eval names: with another model") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("x.conll",
                     "-DOCSTART- O\n\nthe O\nZyxian B-ORG\nBand I-ORG\nplayed O\n\n");
  const CommandRunner::Words eval = {"eval",     "names", "--conll",      "x.conll",
                                     "--min-f1", "1",     "--name-model", "x.dnm"};
  CHECK(contains(runner.run(eval).err, "x.dnm"));
  CHECK(runner.run(eval).code == 2);
  REQUIRE(runner.run({"train", "--conll", "x.conll", "--output", "x.dnm"}).code == 0);
  CHECK(runner.run(eval).code == 0);
  runner.dir().write("x.dnm", "no model");
  CHECK(contains(runner.run(eval).err, "x.dnm"));
  CHECK(runner.run(eval).code == 2);
}

TEST_CASE("command eval names: cross-validation") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  const std::string article =
      "-DOCSTART- O\n\nthe O\nZyxian B-ORG\nBand I-ORG\nplayed O\n\n";
  runner.dir().write("x.conll", article + article + article);
  runner.dir().write("other.conll", article + "-DOCSTART- O\n\nthe O\nband O\n\n");
  const auto scored = [&](const char* file, const char* folds) {
    return runner.run(
        {"eval", "names", "--conll", file, "--cross-validate", folds, "--min-f1", "1"});
  };
  const Outcome whole = scored("x.conll", "3");
  CHECK(whole.code == 0);
  CHECK(contains(whole.out, "--conll x.conll, 3-fold cross-validation: 3 articles"));
  // What only the part itself has cannot be learned from the other one.
  CHECK(scored("other.conll", "2").code == 1);
  CHECK(contains(scored("x.conll", "4").err, "too few for 4 parts"));
  CHECK(scored("x.conll", "4").code == 2);
}

TEST_CASE("command eval links: inside articles, across them, and pairs") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("gold/x.txt", kArticle);
  runner.dir().write("pairs.tsv",
                     "tune\tperson\tsame\tZoë Kravitz\tZoe Kravitz\tRome\tOslo\n"
                     "tune\tplace\tdifferent\tIran\tIraq\tRome\tOslo\n");
  const Outcome text = runner.run(
      {"eval", "links", "--gold", "gold", "--pairs", "pairs.tsv", "--errors"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "Inside articles, B-cubed"));
  CHECK(contains(text.out, "Across articles, B-cubed"));
  CHECK(contains(text.out, "Pairs linked"));

  const Json document =
      Json::parse(runner
                      .run({"eval", "links", "--gold", "gold", "--pairs", "pairs.tsv",
                            "--format", "json"})
                      .out);
  CHECK(document["corpora"].at(0)["b_cubed"]["person"]["f1"] == 1);
  CHECK(document["corpora"].at(0)["across_b_cubed"]["all"]["precision"] == 1);
  CHECK(document["pairs"].at(0)["pairs"]["all"]["found"] == 1);
  CHECK(document["pairs"].at(0)["pairs"]["person"]["right"] == 1);
}

TEST_CASE("command eval names: names that editors gave") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write(
      "reuters/reut2-000.sgm",
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n"
      "<DATE>26-FEB-1987 15:01:01.79</DATE>\n<PLACES><D>japan</D></PLACES>\n"
      "<PEOPLE><D>nakasone</D></PEOPLE>\n<TEXT><TITLE>TRADE</TITLE>\n"
      "<BODY>Prime Minister Yasuhiro Nakasone spoke in Tokyo.</BODY></TEXT>\n"
      "</REUTERS>\n");
  runner.dir().write("reuters/README.txt", "This is no article.");
  const Outcome text = runner.run({"eval", "names", "--reuters", "reuters"});
  CHECK(text.code == 0);
  CHECK(contains(text.out, "reuters: 1 article\n"));
  CHECK(contains(text.out, "place Japan, as in reuters/1"));
  const Json document = Json::parse(
      runner.run({"eval", "names", "--reuters", "reuters", "--format", "json"}).out);
  const Json& collection = document["collections"].at(0);
  CHECK(collection["names"]["person"]["right"] == 1);
  CHECK(collection["names"]["place"]["gold"] == 1);
  CHECK(collection["names_in_text"]["place"]["gold"] == 0);
  CHECK(collection["differences"].at(0)["missed"] == 1);
}

TEST_CASE("command eval dates: tables, errors, halves and a floor") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("gold/x.txt",
                     "source: Harbour Courier\npublished: 2023-03-02\n"
                     "topic: diplomacy\nmanner: paper\nentities:\ntext:\n"
                     "title| A deal of {2 March 2023|2023-03-02}\n"
                     "body| It was made on {4 May 2021|2021-05-04} by {Zyx|2020}.\n"
                     "furniture| {5 June 2020|2020-06-05}\n");
  const std::string timeml =
      "<DCT><TIMEX3 type=\"DATE\" value=\"1998-01-08\">19980108</TIMEX3></DCT>"
      "<TEXT>On <TIMEX3 type=\"DATE\" value=\"1998-01-08\">8 January "
      "1998</TIMEX3>.</TEXT>";
  runner.dir().write("tml/b.tml", timeml);
  const Outcome text =
      runner.run({"eval", "dates", "--gold", "gold", "--timeml", "tml", "--errors"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "missed         DATE 2020: "));
  CHECK(contains(text.out, "by [Zyx]. (x.txt, 2023-03-02)"));
  CHECK(contains(text.out, "--gold gold: 1 article"));
  CHECK(contains(text.out, "--timeml tml: 1 article"));
  CHECK(contains(text.out, "Dates that give facets"));

  const auto floor = [&](const char* least) {
    return runner.run({"eval", "dates", "--gold", "gold", "--min-f1", least}).code;
  };
  CHECK(floor("0.8") == 0);
  CHECK(floor("0.9") == 1);

  const Json document = Json::parse(
      runner.run({"eval", "dates", "--gold", "gold", "--format", "json"}).out);
  const Json& corpus = document["corpora"].at(0);
  CHECK(corpus["dates"]["relaxed"]["gold"] == 4);
  CHECK(corpus["dates"]["value"]["right"] == 3);
  CHECK(corpus["values_by_type"]["DATE"]["found"] == 3);
  CHECK(corpus["values_of_an_article"]["days"]["right"] == 3);
  CHECK(corpus["in_facet_lines"]["dates"]["strict"]["right"] == 2);

  const auto articles = [&](const char* half) {
    return Json::parse(runner
                           .run({"eval", "dates", "--timeml", "tml", "--half", half,
                                 "--format", "json"})
                           .out)["corpora"]
        .at(0)["articles"]
        .get<int>();
  };
  CHECK(articles("develop") == 1);  // 0x1ff14a56a99758e
  CHECK(articles("check") == 0);
}

TEST_CASE("command eval regions: tables, errors and a floor") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write(
      "gold/x.txt",
      "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\n"
      "manner: paper\nentities:\ntext:\ntitle| A deal is made\n"
      "body| It was made after a long night of talks in the old town hall, said a "
      "man who had been there from the beginning to the very end.\n"
      "body| The talks began after the last ones had failed, and they took longer "
      "than all who took part in them had thought.\n"
      "body|\n"
      "furniture| Subscribe to our newsletter\n"
      "furniture| The man had been there from the beginning to the very end of the "
      "talks, he said, and he had not liked them.\n");
  const Outcome text = runner.run({"eval", "regions", "--gold", "gold", "--errors"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "furniture  body       The man had been"));
  CHECK(contains(text.out, "--gold gold: 1 article"));
  CHECK(contains(
      text.out,
      "lines of the article: 1.00 an article, more than one in 0; more than one of "
      "furniture in 0."));

  const Json document = Json::parse(
      runner.run({"eval", "regions", "--gold", "gold", "--format", "json"}).out);
  const Json& corpus = document["corpora"].at(0);
  CHECK(corpus["regions"]["all"]["right"] == 4);
  CHECK(corpus["regions"]["title"]["right"] == 1);
  CHECK(corpus["regions"]["furniture"]["gold"] == 2);
  CHECK(corpus["lines"]["kept"]["found"] == 4);
  CHECK(corpus["lines"]["left_out"]["right"] == 1);
  CHECK(runner.run({"eval", "regions", "--gold", "gold", "--min-f1", "0.9"}).code == 1);
}

TEST_CASE("command eval published: hidden days, files and our own articles") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("gold/x.txt",
                     "source: Harbour Courier\npublished: 2023-03-02\n"
                     "topic: diplomacy\nmanner: paper\nentities:\ntext:\n"
                     "title| A deal is made\nbody| It was made in a night.\n");
  const std::string told = "Title: A deal\nDate: 2023-03-02\n\nIt was made.\n";
  runner.dir().write("files/a.txt", told);
  runner.dir().write("files/b.txt", told);
  runner.dir().write("files/c.jsonl",
                     "{\"title\": \"One\", \"date\": \"2021-01-01\"}\n"
                     "{\"title\": \"Two\", \"date\": \"2021-01-02\"}\n");
  runner.dir().write("files/days.tsv",
                     "# Days\na.txt\t2023-03-02\nb.txt\t2023-03-03\n\n"
                     "c.jsonl\t2021-01-01\nc.jsonl\t2021-01-02\n");
  const Outcome text = runner.run({"eval", "published", "--gold", "gold", "--files",
                                   "files", "--dated", "files", "--errors"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "--gold gold: 1 article"));
  CHECK(contains(text.out, "2023-03-03, found 2023-03-02 (given"));
  CHECK(contains(text.out, "--dated files: 4 articles"));

  const Json document = Json::parse(runner
                                        .run({"eval", "published", "--files", "files",
                                              "--gold", "gold", "--format", "json"})
                                        .out);
  const Json& gold = document["collections"].at(0);
  CHECK(gold["articles"] == 1);
  CHECK(gold["days"]["found"] == 0);  // Nothing in it says when.
  const Json& files = document["collections"].at(1);
  CHECK(files["days"]["right"] == 3);
  CHECK(files["days"]["found"] == 4);
  CHECK(files["days_by_origin"]["given"]["right"] == 3);

  runner.dir().write("files/days.tsv", "c.jsonl\t2021-01-01\n");
  const Outcome short_table = runner.run({"eval", "published", "--files", "files"});
  CHECK(short_table.code == 2);
  CHECK(contains(short_table.err,
                 "'files/c.jsonl' has 2 articles, and the table 1 day for it."));
  runner.dir().write("files/days.tsv", "c.jsonl\t2021-01\n");
  CHECK(contains(runner.run({"eval", "published", "--files", "files"}).err,
                 "'files/days.tsv', line 1: The line is no file, a tab, and a day."));
}

TEST_CASE("command eval duplicates: recall by edit, precision of pairs") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  const std::string head =
      "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\n"
      "manner: paper\nentities:\ntext:\ntitle| A deal is made\n";
  std::string one = head;
  std::string two = head;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    one += "body| It was made in a night of item" + number + " and of rain.\n";
    two += "body| Nobody thought of part" + number + " before the sun rose.\n";
  }
  runner.dir().write("gold/one.txt", one);
  runner.dir().write("gold/two.txt", two);
  const Outcome text = runner.run({"eval", "duplicates", "--gold", "gold"});
  CHECK(text.code == 0);
  CHECK(text.err == "");
  CHECK(contains(text.out, "--gold gold: 2 articles, 34 copies"));
  CHECK(contains(text.out, "20 % of paragraphs cut"));
  const Json document = Json::parse(runner
                                        .run({"eval", "duplicates", "--gold", "gold",
                                              "--seed", "7", "--format", "json"})
                                        .out);
  const Json& corpus = document["corpora"].at(0);
  CHECK(corpus["copies"]["another headline"]["recall"] == 1);
  CHECK(corpus["copies"]["all"]["copies"] == 34);
  CHECK(corpus["precision"] == 1);
}

TEST_CASE("command eval: what makes no sense, and damaged corpora") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("bad.conll", "EU I-FOO\n");
  struct {
    CommandRunner::Words words;
    std::string sentence;
  } const cases[] = {
      {{"eval", "words"},
       "What is scored is 'names', 'links', 'dates', 'regions', 'published' or "
       "'duplicates', not 'words'."},
      {{"eval", "links"},
       "Name what is linked: --gold DIR, --gum DIR or --pairs FILE."},
      {{"eval", "links", "--pairs", "bad.conll"}, "The line is no pair of names"},
      {{"eval", "names", "--reuters", "nowhere"}, "'nowhere' cannot be read."},
      {{"eval", "names"}, "Name a corpus: --gold DIR, --conll FILE or another."},
      {{"eval", "names", "--min-f1", "2", "--gold", "x"},
       "'--min-f1' is a number from 0 to 1, not '2'."},
      {{"eval", "names", "--conll", "bad.conll"},
       "'bad.conll', line 1: 'FOO' is no known type of name."},
      {{"eval", "dates"},
       "Name a corpus: --gold DIR, --timeml DIR, --gum DIR or --meantime DIR."},
      {{"eval", "dates", "--timeml", "nowhere"}, "'nowhere' cannot be read."},
      {{"eval", "dates", "--timeml", "x", "--half", "both"}, "'both'"},
      {{"eval", "duplicates"}, "Name a corpus: --gold DIR."},
      {{"eval", "published"},
       "Name articles: --gold DIR, --files DIR or --dated PATH."},
      {{"eval", "published", "--dated", "bad.conll"},
       "No article in 'bad.conll' tells its day of publication."},
      {{"eval", "published", "--files", "nowhere"},
       "There is no file 'nowhere/days.tsv'."},
      {{"eval", "regions"}, "Name a corpus: --gold DIR."},
      {{"eval", "names", "--gum", "nowhere"}, "'nowhere/tsv' cannot be read."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.sentence);
    const Outcome outcome = runner.run(c.words);
    CHECK(outcome.code == 2);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, c.sentence));
  }
}

}  // namespace
