// dateline train: a model and its card.

#include <doctest/doctest.h>

#include <string>

#include "tests/command.h"
#include "tests/newsroom.h"
#include "tests/testing.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::Outcome;
using dateline::testing::read_file;

constexpr const char* kCorpus =
    "-DOCSTART- -X- O O\n\n"
    "Vera B-PER\nMolnar I-PER\nof O\nBrenta B-ORG\nMills I-ORG\nflew O\nto O\n"
    "Ostrava B-LOC\n. O\n\n"
    "-DOCSTART- -X- O O\n\n"
    "Graz B-LOC\nhosts O\nthe O\nStyria B-MISC\nCup I-MISC\n. O\n\n";

TEST_CASE("train: a model, its card, and the same again") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("set/a.conll", kCorpus);
  const Outcome made =
      runner.run({"train", "--conll", "set/a.conll", "--output", "a.dnm", "--card",
                  "a.md", "--note", "Free to use."});
  CHECK(made.code == 0);
  CHECK(contains(made.out, "Trained on 2 articles: "));
  const std::string model = read_file(runner.dir() / "a.dnm");
  const std::string card = read_file(runner.dir() / "a.md");
  CHECK(card.starts_with("# a.dnm\n"));
  CHECK(contains(card, "| `--conll a.conll` | 1 x | 2 | 13 | 1 | 1 | 2 | 1 | 0 |\n"));
  CHECK(contains(card, "| bytes | " + std::to_string(model.size()) + " |"));
  CHECK(card.ends_with("\nFree to use.\n"));

  CHECK(runner.run({"train", "--conll", "set/a.conll", "--output", "b.dnm"}).code == 0);
  CHECK(read_file(runner.dir() / "b.dnm") == model);
  const Outcome twice = runner.run({"train", "--conll", "set/a.conll", "--conll",
                                    "set/a.conll", "--output", "c.dnm"});
  CHECK(twice.code == 0);
  CHECK(read_file(runner.dir() / "c.dnm") != model);
}

TEST_CASE("train: what cannot be done is one sentence") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  runner.dir().write("a.conll", kCorpus);
  const struct {
    CommandRunner::Words words;
    const char* says;
  } cases[] = {
      {{"train", "--conll", "a.conll"}, "--output MODEL"},
      {{"train", "--output", "a.dnm"}, "Name a corpus"},
      {{"train", "--conll", "none", "--output", "a.dnm"}, "none"},
      {{"train", "--conll", "a.conll", "--output", "no/such/a.dnm"},
       "cannot be written"},
      {{"train", "--conll", "a.conll", "--output", "a.dnm", "--epochs", "0"},
       "whole number from 1"},
      {{"train", "x", "--conll", "a.conll", "--output", "a.dnm"}, "There is too much"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.says);
    const Outcome outcome = runner.run(c.words);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, c.says));
  }
}

}  // namespace
