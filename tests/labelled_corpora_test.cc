// The readers of labelled corpora: tokens with tags and our own articles. Small inputs
// to expected names, damaged ones to one sentence, real sets to the counts of their
// notes.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpora_testing.h"
#include "tests/testing.h"
#include "tools/corpora/bio_tags.h"
#include "tools/corpora/conll_corpus.h"
#include "tools/corpora/corpus_formats.h"
#include "tools/corpora/gold_corpus.h"
#include "tools/corpora/token_text.h"

namespace {

using namespace dateline::corpora;
using dateline::testing::Articles;
using dateline::testing::check_spans;
using dateline::testing::complaint;
using dateline::testing::counted;
using dateline::testing::Counts;
using dateline::testing::names_of;
using dateline::testing::shared_data;
using dateline::testing::source_dir;
using dateline::testing::TempDir;

TEST_CASE("labelled corpora: tokens become text as it is printed") {
  struct {
    std::vector<std::string_view> tokens;
    std::string_view text;
  } const cases[] = {
      {{"EU", "rejects", "German", "call", "."}, "EU rejects German call.\n"},
      {{"Japan", "'s", "yen", ",", "up", "5", "%"}, "Japan's yen, up 5%\n"},
      {{"(", "Reuters", ")", "$", "5"}, "(Reuters) $5\n"},
      {{"-LRB-", "AP", "-RRB-"}, "(AP)\n"},
      {{"\"", "No", ",", "\"", "he", "said", "\"", "not", "\""},
       "\"No,\" he said \"not\"\n"},
      {{"``", "No", "''", "he"}, "\"No\" he\n"},
      {{"do", "n't", "``", "go"}, "don't \"go\n"},
      {{"“", "No", "”", "he"}, "“No” he\n"},
      {{}, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    TokenText text;
    for (const auto token : c.tokens) text.add_token(token);
    text.end_sentence();
    text.end_sentence();
    CHECK(text.text() == c.text);
    CHECK(text.tokens().size() == c.tokens.size());
  }
}

TEST_CASE("labelled corpora: names from tags of every scheme") {
  struct {
    std::string_view tags;  // One letter and one type letter a token.
    std::string_view runs;
  } const cases[] = {
      {"O I-P I-P O I-L", "P1-2 L4-4 "},       // IOB1
      {"I-P B-P I-P", "P0-0 P1-2 "},           // IOB1: B- parts neighbours
      {"B-P I-P B-P", "P0-1 P2-2 "},           // IOB2
      {"B-P L-P U-P I-P", "P0-1 P2-2 P3-3 "},  // BILOU; a stray I- begins
      {"B-P E-P S-P O", "P0-1 P2-2 "},         // BIOES
      {"I-P I-L I-L", "P0-0 L1-2 "},           // the type changes
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.tags);
    TagReader reader;
    for (std::string_view rest = c.tags; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      CHECK(reader.add(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::string runs;
    for (const TokenRun& run : reader.runs()) {
      runs +=
          run.type + std::to_string(run.first) + "-" + std::to_string(run.last) + " ";
    }
    CHECK(runs == c.runs);
  }
  for (const std::string_view wrong : {"", "B", "B-", "X-PER", "o", "PER", "-X-"}) {
    CAPTURE(wrong);
    CHECK_FALSE(TagReader().add(wrong));
  }
}

TEST_CASE("labelled corpora: tokens with tags") {
  struct {
    std::string_view file;
    std::string_view names;
  } const cases[] = {
      {"-DOCSTART- -X- O O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\n\nGermany NNP "
       "I-NP "
       "I-LOC\n\n-DOCSTART- -X- O O\n\nWales NNP I-NP I-PER\n",
       "org:EU, place:Germany | person:Wales | "},
      {"Jimmy\tB-person\r\nWales\tI-person\r\n\r\nXbox One\tB-product\r\n",
       "person:Jimmy Wales | thing:Xbox One | "},
      {"-DOCSTART- O\n\nMonday B-DATE\nMr O\nX\tU-PER", "person:X | "},
      {"A B-PER\nB B-PER\n", "person:A, person:B | "},
      {"\n\n", ""},
      {"", ""},
  };
  const TempDir folder;
  for (const auto& c : cases) {
    CAPTURE(c.file);
    const Articles articles = read_conll_corpus(folder.write("x.conll", c.file));
    check_spans(articles);
    CHECK(names_of(articles) == c.names);
  }
  const Articles articles = read_conll_corpus(folder.write("x.conll", cases[0].file));
  CHECK(articles.at(0).id == "x.conll#1");
  CHECK(articles.at(0).body == "EU rejects\nGermany\n");
  CHECK(articles.at(0).lines_are_sentences);
  CHECK(articles.at(0).tokens.size() == 3);
}

TEST_CASE("labelled corpora: damaged tokens with tags") {
  struct {
    std::string_view file;
    std::string_view sentence;
  } const cases[] = {
      {"EU NNP I-ORG\nrejects\n", ", line 2: The last column is no tag of a name."},
      {"EU ORG\n", ", line 1: The last column is no tag of a name."},
      {"EU I-FOO\n", ", line 1: 'FOO' is no known type of name."},
      {std::string_view("\0\0\0", 3), ", line 1: The last column is no tag of a name."},
  };
  const TempDir folder;
  for (const auto& c : cases) {
    CAPTURE(c.file);
    CHECK(complaint(read_conll_corpus, folder.write("x", c.file)) == c.sentence);
  }
  CHECK(complaint(read_conll_corpus, folder / "no") ==
        "There is no file '" + (folder / "no") + "'.");
  CHECK(complaint(read_conll_corpus, folder.path()) == " cannot be read as a file.");
}

TEST_CASE("labelled corpora: our own articles") {
  const TempDir folder;
  const std::string text =
      "source: Harbour Courier\npublished: 2023-03-02\ntopic: diplomacy\n"
      "manner: paper\nentities:\n  blinken = person: Antony Blinken\n"
      "  russia = place: Russia\ntext:\n"
      "title| [Blinken|blinken] meets [Russian|~russia] minister\n"
      "body| [Antony Blinken|blinken] spoke.\n"
      "related| [Blinken|blinken] again\n";
  folder.write("b/two.txt", text);
  folder.write("README.md", "no article");
  const Articles articles = read_gold_corpus(folder.path());
  check_spans(articles);
  CHECK(names_of(articles) ==
        "^person:Blinken=Antony Blinken, ^~place:Russian=Russia, person:Antony "
        "Blinken=Antony Blinken, person:Blinken=Antony Blinken | ");
  CHECK(articles.at(0).id == "two");
  CHECK(articles.at(0).published == dateline::Date{2023, 3, 2});
  CHECK(articles.at(0).mentions.at(2).gives_facet);
  CHECK_FALSE(articles.at(0).mentions.at(3).gives_facet);
  CHECK(articles.at(0).mentions.at(0).entity == "blinken");

  const std::string damaged = folder.write("a/one.txt", text.substr(0, 60));
  const std::string said = complaint(read_gold_corpus, damaged);
  CHECK(said.starts_with(", line "));
  const TempDir empty;
  CHECK(complaint(read_gold_corpus, empty.path()) ==
        "No file in '" + empty.path().string() + "' ends in '.txt'.");
  CHECK(complaint(read_gold_corpus, empty / "no") ==
        "The folder '" + (empty / "no") + "' cannot be read.");
}

TEST_CASE("labelled corpora: the training part of our own") {
  const Articles articles = read_gold_corpus(source_dir() / "corpus/gold/train");
  check_spans(articles);
  CHECK(articles.size() >= 150);
}

TEST_CASE("labelled corpora: counts of the published sets of tokens with tags") {
  struct {
    std::string_view file;
    Counts counts;
  } const cases[] = {
      {"ner/conll2003/eng.train", {946, 14041, 203621, 6600, 6321, 7140, 3438}},
      {"ner/conll2003/eng.testa", {216, 3250, 51362, 1842, 1341, 1837, 922}},
      {"ner/wikigold/wikigold.conll.txt", {145, 1696, 39007, 934, 898, 1014, 712}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.file);
    const auto path = shared_data(c.file);
    if (!path) {
      MESSAGE("skipped: the shared data is absent");
      continue;
    }
    const Articles articles = read_conll_corpus(*path);
    check_spans(articles);
    CHECK(counted(articles) == c.counts);
  }
}

TEST_CASE("labelled corpora: the table of formats") {
  for (const CorpusFormat& format : kCorpusFormats) {
    CAPTURE(format.name);
    CHECK((format.path == "FILE" || format.path == "DIR"));
    CHECK(complaint(format.read, "/nowhere/at/all").find("/nowhere/at/all") !=
          std::string::npos);
  }
}

}  // namespace
