// How fast dates are found: the tagger alone.
//
//   dates_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/date.h>

#include <cstdint>
#include <string>

#include "benchmarks/bench_articles.h"
#include "index/dates/date_tagger.h"

namespace {

dateline::bench::Articles articles;

void tag_dates(benchmark::State& state) {
  const dateline::Date published{1987, 3, 2};
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const std::string& text : articles.texts) {
      found += dateline::dates::tag_dates(text, published).size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          articles.bytes);
  state.counters["dates"] = static_cast<double>(found);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (!dateline::bench::read_articles(argc, argv, articles)) return 2;
  benchmark::RegisterBenchmark("tag_dates", tag_dates)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
