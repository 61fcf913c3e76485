// The annotated articles together: that they agree, the command that checks them, and
// the articles themselves.

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/gold_article.h"
#include "corpus/gold_checks.h"
#include "corpus/gold_words.h"
#include "tests/gold_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline::corpus;
using dateline::testing::kEntities;
using dateline::testing::kHeader;
using dateline::testing::kText;
using dateline::testing::read_file;
using dateline::testing::source_dir;
using dateline::testing::TempDir;
using dateline::testing::told;

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
