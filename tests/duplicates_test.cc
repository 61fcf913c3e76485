// Copies of articles: signatures against exact sets, pairs against all pairs.

#include <dateline/duplicates.h>
#include <dateline/error.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/random.h"
#include "index/duplicates/copy_pairs.h"
#include "index/duplicates/signature.h"
#include "index/text/analyzer.h"
#include "tests/testing.h"
#include "tools/corpora/gold_corpus.h"
#include "tools/scores/duplicate_scores.h"
#include "tools/scores/edited_copies.h"

namespace {

using dateline::Article;
using dateline::near_duplicates;
using namespace dateline::duplicates;
using dateline::corpus::Random;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Two sets of `size` hashes each, of which `shared` are in both.
struct TwoSets {
  std::vector<std::uint64_t> a{};
  std::vector<std::uint64_t> b{};

  TwoSets(Random& random, std::size_t size_a, std::size_t size_b, std::size_t shared) {
    for (std::size_t i = 0; i < shared; ++i) a.push_back(random.next());
    b = a;
    while (a.size() < size_a) a.push_back(random.next());
    while (b.size() < size_b) b.push_back(random.next());
  }
};

// Words of no meaning, `count` of them from the `first` on.
std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) {
    text += "word" + std::to_string(i) + (i % 12 == 11 ? ".\n" : " ");
  }
  return text;
}

Article article(std::string title, std::string body) {
  return {.id = "x", .title = std::move(title), .body = std::move(body)};
}

TEST_CASE("signature: estimates of Jaccard index and containment") {
  Random random(5, 0);
  const struct {
    std::size_t a, b, shared;
    double within;  // Of the mean of 40.
  } cases[] = {{26, 26, 26, 0},        {26, 26, 0, .02},     {60, 60, 45, .05},
               {400, 400, 300, .02},   {400, 400, 200, .02}, {400, 200, 200, .02},
               {1200, 300, 290, .05},  {5000, 5000, 0, .02}, {5000, 5000, 4900, .02},
               {5000, 2500, 2000, .03}};
  for (const auto& test : cases) {
    CAPTURE(test.a);
    CAPTURE(test.b);
    CAPTURE(test.shared);
    const double both = static_cast<double>(test.shared);
    const double exact = both / static_cast<double>(test.a + test.b - test.shared);
    const double contained = both / static_cast<double>(std::min(test.a, test.b));
    double index_sum = 0;
    double contained_sum = 0;
    constexpr int kRounds = 40;
    for (int round = 0; round < kRounds; ++round) {
      TwoSets sets(random, test.a, test.b, test.shared);
      const Signature a = make_signature(sets.a);
      const Signature b = make_signature(sets.b);
      REQUIRE(a.shingles == test.a);
      REQUIRE(jaccard(a, b) == jaccard(b, a));
      REQUIRE(are_copies(a, b) == are_copies(b, a));
      index_sum += jaccard(a, b);
      contained_sum += containment(a, b);
    }
    CHECK(std::abs(index_sum / kRounds - exact) <= test.within);
    CHECK(std::abs(contained_sum / kRounds - contained) <= 2 * test.within);
  }
}

TEST_CASE("signature: neither order nor repetition matters; none is nobody's copy") {
  std::vector<std::uint64_t> none;
  const Signature empty = make_signature(none);
  CHECK_FALSE(empty);
  CHECK(jaccard(empty, empty) == 0);
  CHECK(containment(empty, empty) == 0);
  CHECK_FALSE(are_copies(empty, empty));

  Random random(6, 0);
  std::vector<std::uint64_t> hashes;
  for (int i = 0; i < 300; ++i) hashes.push_back(random.next());
  std::vector<std::uint64_t> twice = hashes;
  twice.insert(twice.end(), hashes.rbegin(), hashes.rend());
  const Signature once = make_signature(hashes);
  CHECK(make_signature(twice) == once);
  CHECK(jaccard(once, once) == 1);
  CHECK(bands(once) == bands(make_signature(twice)));
}

TEST_CASE("signature: one shingle fills every bin, whichever it is") {
  for (std::uint64_t bin = 0; bin < kBins; ++bin) {
    for (const std::uint64_t hash : {bin << 57 | 0xA7, ~(~bin << 57)}) {
      std::vector<std::uint64_t> one = {hash};
      const Signature signature = make_signature(one);
      CHECK(signature.shingles == 1);
      CHECK(std::ranges::all_of(signature.bins, [&](std::uint8_t byte) {
        return byte == static_cast<std::uint8_t>(hash);
      }));
    }
  }
}

TEST_CASE("signature: its bytes are an index format") {
  dateline::text::Analyzer analyzer("en");
  Fingerprinter fingerprinter;
  const std::string body = words(0, 40);
  const std::vector<dateline::RegionSpan> regions = {{0, body.size()}};
  const Fingerprint print = fingerprinter.take("", analyzer.analyze(body), regions);
  CHECK(print.words == 40);
  CHECK(print.signature.shingles == 36);
  CHECK(print.text == TextHash{0x6CA06F79DA946B37, 0xFC6B1AF96836475D});
  CHECK(bands(print.signature)[0] == 7413917);
  CHECK(bands(print.signature)[kBands - 1] == 7450502);
}

TEST_CASE("bands: how many copies they bring together") {
  Random random(7, 0);
  const struct {
    std::size_t shared;  // Of 600.
    int least, most;     // Pairs of 200 that have an equal band.
  } cases[] = {{600, 200, 200}, {400, 194, 200}, {110, 2, 30}, {0, 0, 2}};
  for (const auto& test : cases) {
    CAPTURE(test.shared);
    int met = 0;
    for (int round = 0; round < 200; ++round) {
      TwoSets sets(random, 600, 600, test.shared);
      const Bands a = bands(make_signature(sets.a));
      const Bands b = bands(make_signature(sets.b));
      bool any = false;
      for (std::size_t i = 0; i < kBands; ++i) any = any || a[i] == b[i];
      met += any ? 1 : 0;
    }
    CHECK(met >= test.least);
    CHECK(met <= test.most);
  }
}

TEST_CASE("near duplicates: what two texts must share") {
  const std::string long_text = words(0, 400);
  const std::string brief = words(0, 40);
  const struct {
    const char* what;
    Article a, b;
    bool copies;
  } cases[] = {
      {"equal", article("A", long_text), article("A", long_text), true},
      {"another headline", article("A", long_text), article("B", long_text), true},
      {"capitals, accents", article("A", long_text + "São Paulo café"),
       article("A", "WORD0 " + long_text.substr(6) + "Sao PAULO, cafe!"), true},
      {"a fifth cut", article("A", long_text), article("A", words(0, 320)), true},
      {"a fifth anew", article("A", long_text),
       article("A", words(0, 320) + words(900, 80)), true},
      {"half anew", article("A", long_text),
       article("A", words(0, 200) + words(900, 200)), false},
      {"within a longer one", article("A", words(100, 160)), article("A", long_text),
       true},
      {"nothing in common", article("A", long_text), article("A", words(900, 400)),
       false},
      {"furniture", article("A", long_text),
       article("A", "Advertisement\nShare this article\n" + long_text +
                        "\nFollow us for the latest\n"),
       true},
      {"brief, a word more", article("A", brief), article("A", brief + "so"), true},
      {"brief, by one form", article("A", brief),
       article("A", words(0, 32) + words(900, 8)), false},
      {"brief, in a longer one", article("A", brief), article("A", words(0, 90)),
       false},
      {"short, equal", article("A", words(0, 29)), article("a", words(0, 29)), true},
      {"short, another headline", article("A", words(0, 29)),
       article("B", words(0, 29)), false},
      {"short, a word more", article("A", words(0, 28)), article("A", words(0, 29)),
       false},
      {"one word", article("A", "yes"), article("A", "Yes."), true},
      {"no text", article("A", ""), article("A", ""), false},
      {"no words", article("A", " -- \n ... "), article("A", "---"), false},
      {"no UTF-8", article("A", long_text + "\xFF\xC3"),
       article("A", "\x80" + long_text), true},
  };
  for (const auto& test : cases) {
    CAPTURE(std::string(test.what));
    CHECK(near_duplicates(std::vector{test.a, test.b}).size() ==
          (test.copies ? 1U : 0U));
    CHECK(near_duplicates(std::vector{test.b, test.a}).size() ==
          (test.copies ? 1U : 0U));
  }
  CHECK(near_duplicates({}).empty());
  CHECK(near_duplicates(std::vector{cases[0].a}).empty());
}

TEST_CASE("near duplicates: every pair once, equal texts and nearly equal ones") {
  const std::string text = words(0, 200);
  const std::vector<Article> articles = {
      article("A", text), article("B", words(500, 200)), article("C", text + "so"),
      article("D", text), article("E", text + "so"),     article("F", "")};
  CHECK(near_duplicates(articles) ==
        Pairs{{0, 2}, {0, 3}, {0, 4}, {2, 3}, {2, 4}, {3, 4}});

  std::vector<Fingerprint> prints(4);
  prints[0] = {.words = 1, .text = {1, 2}};
  prints[1] = {.words = 1, .text = {1, 1}};
  prints[2] = {.words = 1, .text = {1, 2}};
  CHECK(equal_texts(prints) == std::vector<std::vector<std::size_t>>{{0, 2}, {1}});
}

TEST_CASE("near duplicates: languages, and texts that repeat themselves") {
  std::vector<Article> articles;
  for (int i = 0; i < 100; ++i) {
    articles.push_back(article("A", words(i * 1000, 60)));
    articles.back().language = "x-" + std::to_string(i % 70);
  }
  articles.push_back(article("A", words(3000, 60)));
  CHECK(near_duplicates(articles) == Pairs{{3, 100}});

  std::string same;
  for (int i = 0; i < 50'000; ++i) same += "buy now ";
  CHECK(near_duplicates(std::vector{article("A", same), article("B", words(0, 500)),
                                    article("C", same + "buy")}) == Pairs{{0, 2}});
}

// The first `count` of our own articles that are long enough to be edited.
std::vector<Article> gold_articles(std::size_t count) {
  const auto path = dateline::testing::source_dir() / "corpus/gold/train";
  std::vector<Article> articles;
  for (auto& gold : dateline::corpora::read_gold_corpus(path.string())) {
    if (gold.body.size() < 400 || articles.size() == count) continue;
    articles.push_back({.id = gold.id, .title = gold.title, .body = gold.body});
  }
  return articles;
}

using Shingles = std::set<std::string>;

// All of the body's: for texts without furniture.
Shingles exact_shingles(const Article& article) {
  dateline::text::Analyzer analyzer("en");
  std::vector<std::string> words;
  for (const auto& token : analyzer.analyze(article.body)) {
    if (!token.joined) words.emplace_back(token.word);
  }
  Shingles shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t j = 0; j < kShingleWords; ++j) shingle += words[i + j] + " ";
    shingles.insert(shingle);
  }
  return shingles;
}

TEST_CASE("near duplicates: edited copies, against the exact sets of all pairs") {
  std::vector<Article> texts;
  for (Article& gold : gold_articles(10)) {
    const auto regions = dateline::find_regions(gold);
    if (!std::ranges::all_of(regions, [](const auto& span) {
          return dateline::gives_facets(span.region);
        })) {
      continue;
    }
    texts.push_back(std::move(gold));
  }
  REQUIRE(texts.size() >= 4);
  for (auto& copy : dateline::scores::edited_copies(texts, 3)) {
    using Kind = dateline::scores::Edit::Kind;
    if (dateline::scores::edits()[copy.edit].kind == Kind::kFurniture) continue;
    texts.push_back(std::move(copy.article));
  }
  std::vector<Shingles> sets;
  for (const Article& text : texts) sets.push_back(exact_shingles(text));
  const Pairs found = near_duplicates(texts);
  CHECK(std::ranges::is_sorted(found));
  std::size_t sure = 0;
  for (std::size_t a = 0; a < texts.size(); ++a) {
    for (std::size_t b = a + 1; b < texts.size(); ++b) {
      const auto shared = static_cast<double>(std::ranges::count_if(
          sets[a], [&](const auto& shingle) { return sets[b].contains(shingle); }));
      const auto size_a = static_cast<double>(sets[a].size());
      const auto size_b = static_cast<double>(sets[b].size());
      const double exact = shared / (size_a + size_b - shared);
      const double contained = shared / std::min(size_a, size_b);
      const bool is_found = std::ranges::binary_search(found, std::pair(a, b));
      CAPTURE(texts[a].id);
      CAPTURE(texts[b].id);
      CAPTURE(exact);
      // Four standard errors and more.
      if (exact > .68) CHECK(is_found);
      if (exact < .32 && contained < .6) CHECK_FALSE(is_found);
      sure += exact > .68 ? 1 : 0;
    }
  }
  CHECK(sure > 100);
}

TEST_CASE("near duplicates: recall and precision on edited copies of our articles") {
  std::vector<Article> texts = gold_articles(50);
  REQUIRE(texts.size() == 50);
  const std::size_t originals = texts.size();
  const auto copies = dateline::scores::edited_copies(texts, 1);
  for (const auto& copy : copies) texts.push_back(copy.article);
  std::vector<dateline::scores::TextPair> wrong;
  const auto scores = dateline::scores::score_duplicates(originals, copies,
                                                         near_duplicates(texts), wrong);
  for (std::size_t i = 0; i < scores.by_edit.size(); ++i) {
    if (!dateline::scores::edits()[i].is_light()) continue;
    CAPTURE(dateline::scores::edits()[i].name());
    CHECK(scores.by_edit[i].recall() >= .97);
  }
  CHECK(scores.precision() >= .995);
}

TEST_CASE("near duplicates: five reports of one event are none") {
  const auto folder = dateline::testing::shared_data("seeds");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  std::vector<Article> seeds;
  for (const auto& file : std::filesystem::directory_iterator(*folder)) {
    seeds.push_back(article("", dateline::testing::read_file(file.path())));
  }
  REQUIRE(seeds.size() == 5);
  CHECK(near_duplicates(seeds).empty());
}

}  // namespace
