// How fast text becomes names, step by step, and what the tables cost.
//
//   names_bench [--benchmark_…] [FILE…]
//
// bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/annotate.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "index/names/candidates.h"
#include "index/names/crf/model.h"
#include "index/names/crf/sequence_tagger.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/lexicon.h"
#include "index/names/name_tagger.h"
#include "index/names/tokens.h"

namespace {

using dateline::names::Candidate;
using dateline::names::Gazetteer;
using dateline::names::GazetteerBits;
using dateline::names::Lexicon;
using dateline::names::NameTagger;
using dateline::names::NameTaggerInput;
using dateline::names::SequenceTagger;
using dateline::names::Token;

dateline::bench::Articles articles;

const Lexicon& lexicon() {
  static const Lexicon words;
  return words;
}

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          articles.bytes);
}

// What the steps before have made of the texts.
struct Prepared {
  std::vector<std::vector<Token>> tokens;
  std::vector<std::vector<Candidate>> candidates;
};

const Prepared& prepared() {
  static const Prepared all = [] {
    Prepared made;
    for (const std::string& text : articles.texts) {
      made.tokens.push_back(tokenize(text, lexicon()));
      made.candidates.push_back(find_candidates(text, made.tokens.back(), lexicon()));
    }
    return made;
  }();
  return all;
}

void tokens(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& text : articles.texts)
      benchmark::DoNotOptimize(tokenize(text, lexicon()).data());
  set_bytes(state);
}

void candidates(benchmark::State& state) {
  const Prepared& all = prepared();
  for (auto _ : state)
    for (std::size_t i = 0; i < all.tokens.size(); ++i)
      benchmark::DoNotOptimize(
          find_candidates(articles.texts[i], all.tokens[i], lexicon()).data());
  set_bytes(state);
}

void lists(benchmark::State& state) {
  const Prepared& all = prepared();
  std::vector<GazetteerBits> bits;
  for (auto _ : state)
    for (const auto& text : all.tokens) {
      bits.assign(text.size(), {});
      Gazetteer::english().match(text, bits);
      benchmark::DoNotOptimize(bits.data());
    }
  set_bytes(state);
}

// The lists and the model: both passes.
void model(benchmark::State& state) {
  const Prepared& all = prepared();
  const SequenceTagger tagger(lexicon());
  for (auto _ : state)
    for (std::size_t i = 0; i < all.tokens.size(); ++i)
      benchmark::DoNotOptimize(
          tagger.tag(articles.texts[i], all.tokens[i], all.candidates[i]).data());
  set_bytes(state);
}

// All of it: raw text to linked mentions.
void names(benchmark::State& state) {
  const NameTagger& tagger = NameTagger::english();
  for (auto _ : state)
    for (const std::string& text : articles.texts) {
      NameTaggerInput input{};
      input.body = text;
      benchmark::DoNotOptimize(tagger.tag(input).body.data());
    }
  set_bytes(state);
}

void load_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(std::make_unique<Lexicon>());
}

// From a file that the system has in memory, with its checksum.
void load_model(benchmark::State& state, const std::string& file) {
  for (auto _ : state)
    benchmark::DoNotOptimize(dateline::names::crf::Model::load(file).get());
}

// The memory of this process, as Linux tells it: "VmRSS:      1234 kB".
void print_memory(const char* when) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:"))
      std::printf("%-32s %s\n", when, line.substr(6).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  print_memory("resident at the start");
  (void)dateline::annotate("Sergei Lavrov of Russia flew to New Delhi.");
  print_memory("with the tables of names");
  if (!dateline::bench::read_articles(argc, argv, articles)) return 2;

  const auto unit = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("Tokens", tokens)->Unit(unit);
  benchmark::RegisterBenchmark("Candidates", candidates)->Unit(unit);
  benchmark::RegisterBenchmark("Lists", lists)->Unit(unit);
  benchmark::RegisterBenchmark("Model", model)->Unit(unit);
  benchmark::RegisterBenchmark("Names", names)->Unit(unit);
  benchmark::RegisterBenchmark("LoadLexicon", load_lexicon)->Unit(unit);
  benchmark::RegisterBenchmark("LoadModel", load_model,
                               std::string(DATELINE_ENGLISH_MODEL))
      ->Unit(unit);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
