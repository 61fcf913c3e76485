// What the analysis of an article costs, stage by stage and in all, and what making a
// document of it adds.
//
//   stages_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/annotate.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "index/dates/date_tagger.h"
#include "index/document_builder.h"
#include "index/duplicates/fingerprint.h"
#include "index/names/name_tagger.h"
#include "index/text/analyzer.h"

namespace {

using dateline::AnnotatedArticle;
using dateline::Article;

dateline::bench::Articles texts;
std::vector<AnnotatedArticle> articles;  // What the stages before have made.

constexpr dateline::Date kDay{1987, 3, 19};

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * texts.bytes);
}

void regions(benchmark::State& state) {
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(find_regions(article.article).data());
  set_bytes(state);
}

void words(benchmark::State& state) {
  dateline::text::Analyzer analyzer("en");
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(analyzer.analyze(article.article.body).data());
  set_bytes(state);
}

void dates(benchmark::State& state) {
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(
          dateline::dates::tag_dates(article.article.body, kDay, "en").data());
  set_bytes(state);
}

// With their words, and who is meant by each.
void names(benchmark::State& state) {
  const auto& tagger = dateline::names::NameTagger::english();
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(tagger
                                   .tag({.title = {},
                                         .body = article.article.body,
                                         .regions = article.regions,
                                         .given = {}})
                                   .body.data());
  set_bytes(state);
}

// What the copies of a text are known by; with its words, which analysis has anyway.
void fingerprints(benchmark::State& state) {
  dateline::text::Analyzer analyzer("en");
  dateline::duplicates::Fingerprinter fingerprinter;
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(fingerprinter.take(
          "", analyzer.analyze(article.article.body, {.capitals = false}),
          article.regions));
  set_bytes(state);
}

// All of the above, each once.
void analysis(benchmark::State& state) {
  dateline::text::Analyzer analyzer("en");
  dateline::duplicates::Fingerprinter fingerprinter;
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles) {
      const auto made = annotate(article.article, dateline::Reasons::kLeftOut);
      benchmark::DoNotOptimize(
          fingerprinter.take("", analyzer.analyze(article.article.body), made.regions));
    }
  set_bytes(state);
}

// The terms, slots and record of what is analysed, with its words.
void document(benchmark::State& state) {
  dateline::DocumentBuilder builder("en");
  for (auto _ : state)
    for (const AnnotatedArticle& article : articles)
      benchmark::DoNotOptimize(builder.build(article).data.data());
  set_bytes(state);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (!dateline::bench::read_articles(argc, argv, texts)) return 2;
  for (const std::string& text : texts.texts) {
    Article article{.id = std::to_string(articles.size()), .body = text};
    article.published.date = kDay;
    article.published.origin = dateline::DateOrigin::kGiven;
    articles.push_back(annotate(std::move(article)));
  }
  const std::pair<const char*, void (*)(benchmark::State&)> stages[] = {
      {"Regions", regions},  {"Words", words},         {"Dates", dates},
      {"Names", names},      {"Copies", fingerprints}, {"Analysis", analysis},
      {"Document", document}};
  for (const auto& [name, stage] : stages)
    benchmark::RegisterBenchmark(name, stage)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
