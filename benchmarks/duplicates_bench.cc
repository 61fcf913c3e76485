// How fast copies are found: fingerprints of texts that are cut into words already, as
// indexing has them; all pairs among the fingerprints; and both from the bytes. Also
// the chains of a made-up index of many articles: all of them, and after 100 came.
//
//   duplicates_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/annotate.h>
#include <dateline/duplicates.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "corpus/random.h"
#include "index/duplicates/chains.h"
#include "index/duplicates/copy_pairs.h"
#include "index/duplicates/copy_search.h"
#include "index/duplicates/fingerprint.h"
#include "index/text/analyzer.h"

namespace {

using dateline::Article;
using dateline::text::Token;

// One text, its words in memory of their own.
struct ReadText {
  std::string words;
  std::vector<Token> tokens;
  std::vector<dateline::RegionSpan> regions;
};

dateline::bench::Articles articles;
std::vector<Article> texts;
std::vector<ReadText> read_texts;

ReadText read(const Article& article, dateline::text::Analyzer& analyzer) {
  ReadText text{.words = {}, .tokens = {}, .regions = find_regions(article)};
  const auto tokens = analyzer.analyze(article.body, {.capitals = false});
  text.tokens.assign(tokens.begin(), tokens.end());
  for (const Token& token : tokens) text.words += token.word;
  std::size_t at = 0;
  for (Token& token : text.tokens) {
    token.word = std::string_view(text.words).substr(at, token.word.size());
    at += token.word.size();
  }
  return text;
}

std::vector<dateline::duplicates::Fingerprint> take_fingerprints() {
  dateline::duplicates::Fingerprinter fingerprinter;
  std::vector<dateline::duplicates::Fingerprint> fingerprints;
  for (const ReadText& text : read_texts) {
    fingerprints.push_back(fingerprinter.take("", text.tokens, text.regions));
  }
  return fingerprints;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          articles.bytes);
}

void fingerprints(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(take_fingerprints());
  count_bytes(state);
}

void copy_pairs(benchmark::State& state) {
  const auto taken = take_fingerprints();
  std::size_t pairs = 0;
  for (auto _ : state) pairs = dateline::duplicates::copy_pairs(taken).size();
  count_bytes(state);
  state.counters["pairs"] = static_cast<double>(pairs);
}

void near_duplicates(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(dateline::near_duplicates(texts));
  count_bytes(state);
}

// Made-up articles: one in five is a copy of one before it, a third of its text anew,
// and one in fifty is written by one of ten forms.
std::vector<std::string> made_up(std::size_t count) {
  using namespace dateline::duplicates;
  dateline::corpus::Random random(1, 0);
  std::vector<Signature> signatures;
  std::vector<std::string> packed;
  for (std::size_t i = 0; i < count; ++i) {
    Signature signature{.shingles = 200};
    for (auto& bin : signature.bins) bin = static_cast<std::uint8_t>(random.next());
    if (i > 10 && random.one_in(5)) {
      const Signature& copied = signatures[random.below(static_cast<std::uint32_t>(i))];
      for (std::size_t bin = 0; bin < kBins; ++bin) {
        if (!random.one_in(3)) signature.bins[bin] = copied.bins[bin];
      }
    } else if (i > 10 && random.one_in(50)) {
      const Signature& form = signatures[random.below(10)];
      std::copy_n(form.bins.begin(), 40, signature.bins.begin());
    }
    signatures.push_back(signature);
    packed.push_back(pack({.words = 204, .text = {}, .signature = signature}));
  }
  return packed;
}

void all_chains(benchmark::State& state) {
  const auto packed = made_up(static_cast<std::size_t>(state.range(0)));
  std::size_t chains = 0;
  for (auto _ : state) {
    dateline::duplicates::ChainFinder finder;
    std::uint32_t article = 0;
    for (const std::string& one : packed) finder.add(article++, one);
    chains = finder.find().size();
  }
  state.counters["chains"] = static_cast<double>(chains);
}

void chains_of_100_more(benchmark::State& state) {
  using dateline::duplicates::CopySearch;
  const auto packed = made_up(static_cast<std::size_t>(state.range(0)));
  std::size_t found = 0;
  for (auto _ : state) {
    CopySearch search;
    const auto all = static_cast<std::uint32_t>(packed.size());
    for (std::uint32_t article = all - 100; article < all; ++article) {
      search.seek(article, packed[article], CopySearch::Role::kAdded);
    }
    do {
      std::uint32_t article = 0;
      for (const std::string& one : packed) search.read(article++, one);
    } while (search.next_round());
    found = search.found().size();
  }
  state.counters["pairs"] = static_cast<double>(found);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (!dateline::bench::read_articles(argc, argv, articles)) return 2;
  dateline::text::Analyzer analyzer("en");
  for (const std::string& text : articles.texts) {
    texts.push_back({.id = std::to_string(texts.size()), .body = text});
  }
  // A short word lies inside its string, which therefore must not move.
  read_texts.reserve(texts.size());
  for (const Article& article : texts) read_texts.push_back(read(article, analyzer));
  benchmark::RegisterBenchmark("fingerprints", fingerprints)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("copy_pairs", copy_pairs)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("near_duplicates", near_duplicates)
      ->Unit(benchmark::kMillisecond);
  constexpr int kMillion = 1'000'000;
  for (const int count : {kMillion / 10, kMillion}) {
    benchmark::RegisterBenchmark("all_chains", all_chains)
        ->Unit(benchmark::kMillisecond)
        ->Arg(count);
    benchmark::RegisterBenchmark("chains_of_100_more", chains_of_100_more)
        ->Unit(benchmark::kMillisecond)
        ->Arg(count);
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
