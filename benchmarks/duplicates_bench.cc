// How fast copies are found: fingerprints of texts that are cut into words already, as
// indexing has them; all pairs among the fingerprints; and both from the bytes.
//
//   duplicates_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/annotate.h>
#include <dateline/duplicates.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "index/duplicates/copy_pairs.h"
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
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
