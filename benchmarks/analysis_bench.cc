// How fast text becomes words: text::Analyzer beside Xapian::TermGenerator, on the same
// articles in the same run.
//
//   analysis_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "index/text/analyzer.h"

namespace {

using dateline::text::Analyzer;
using dateline::text::Token;

dateline::bench::Articles articles;

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          articles.bytes);
}

void analyzer(benchmark::State& state, std::string_view language) {
  Analyzer analyzer(language);
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      benchmark::DoNotOptimize(analyzer.analyze(text).data());
    }
  }
  set_bytes(state);
}

/// The analyzer with the terms that TermGenerator would make of its words: what both
/// then share is the cost of Xapian::Document.
void analyzer_to_document(benchmark::State& state) {
  Analyzer analyzer("en");
  std::string term;
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      Xapian::Document document;
      for (const Token& token : analyzer.analyze(text)) {
        document.add_posting(term.assign(token.word), token.position + 1);
        if (token.stem.empty()) continue;
        term.clear();
        term.push_back('Z');
        term.append(token.stem);
        document.add_term(term);
      }
      benchmark::DoNotOptimize(document.termlist_count());
    }
  }
  set_bytes(state);
}

void term_generator(benchmark::State& state) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(text);
      benchmark::DoNotOptimize(document.termlist_count());
    }
  }
  set_bytes(state);
}

void mixed_case(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : articles.texts) {
      benchmark::DoNotOptimize(dateline::text::is_mixed_case(text));
    }
  }
  set_bytes(state);
}

/// The usual report, and behind it how many times as fast as TermGenerator.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (run.error_occurred || rate == run.counters.end()) continue;
      double& best = rates_[run.run_name.function_name];
      best = std::max(best, static_cast<double>(rate->second));
    }
  }

  void Finalize() override {
    const auto base = rates_.find("TermGenerator");
    std::printf("\n%zu texts, %.1f MB; best of each:\n", articles.texts.size(),
                static_cast<double>(articles.bytes) / 1e6);
    for (const auto& [name, rate] : rates_) {
      std::printf("%-24s %8.1f MB/s", name.c_str(), rate / 1e6);
      if (base != rates_.end()) std::printf("  x %.1f", rate / base->second);
      std::printf("\n");
    }
  }

 private:
  std::map<std::string, double> rates_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (!dateline::bench::read_articles(argc, argv, articles)) return 2;

  const auto unit = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("TermGenerator", term_generator)->Unit(unit);
  benchmark::RegisterBenchmark("Analyzer", analyzer, "en")->Unit(unit);
  benchmark::RegisterBenchmark("AnalyzerWithoutStems", analyzer, "und")->Unit(unit);
  benchmark::RegisterBenchmark("AnalyzerToDocument", analyzer_to_document)->Unit(unit);
  benchmark::RegisterBenchmark("IsMixedCase", mixed_case)->Unit(unit);
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
