// What the analysis of an article costs, stage by stage and in all, and what making a
// document of it adds.
//
//   stages_bench [--benchmark_…] [FILE…]
//
// As in an index, portions of articles are taken through one stage before the next.
// Articles (what is around the stages: copying them in, giving back what was found),
// Language, Regions, Dates, Names and Copies, which has the Words in it, add up to
// Analysis. bench_articles.h tells what is read of the files.

#include <benchmark/benchmark.h>
#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/bench_articles.h"
#include "index/annotation_steps.h"
#include "index/document_builder.h"
#include "index/duplicates/fingerprint.h"
#include "index/language/detect_language.h"
#include "index/text/analyzer.h"

namespace {

using dateline::AnnotatedArticle;
using dateline::Article;

constexpr std::size_t kPortionBytes = std::size_t{512} << 10;  // SegmentBuilder's.
constexpr dateline::Date kDay{1987, 3, 19};

using Portion = std::vector<AnnotatedArticle>;
std::vector<Portion> portions;  // With what the stages before have made.
std::int64_t bytes = 0;

Portion bare(const Portion& portion) {
  Portion articles;
  articles.reserve(portion.size());
  for (const AnnotatedArticle& made : portion)
    articles.push_back({.article = made.article});
  return articles;
}

// The stages: each makes anew what it makes of an article.

void find_language(AnnotatedArticle& made) {
  Article& article = made.article;
  article.language = dateline::detect_language(article.title, article.body);
}

void find_regions(AnnotatedArticle& made) {
  made.regions = dateline::find_regions(made.article);
}

// With the title's, of which there is none here.
void find_dates(AnnotatedArticle& made) { dateline::find_dates(made); }

// With their words, and who is meant by each.
void find_names(AnnotatedArticle& made) {
  dateline::find_names(made, dateline::Reasons::kLeftOut, nullptr);
}

void find_words(AnnotatedArticle& made) {
  static dateline::text::Analyzer analyzer("en");
  benchmark::DoNotOptimize(analyzer.analyze(made.article.body).data());
}

// What the copies of a text are known by; with its words, which both are made of.
void find_copies(AnnotatedArticle& made) {
  static dateline::text::Analyzer analyzer("en");
  static dateline::duplicates::Fingerprinter fingerprinter;
  const auto words = analyzer.analyze(made.article.body);
  benchmark::DoNotOptimize(fingerprinter.take("", words, made.regions));
}

using Stage = void (*)(AnnotatedArticle&);

void run(Stage stage, Portion& portion) {
  for (AnnotatedArticle& made : portion) stage(made);
}

void one_stage(benchmark::State& state, Stage stage) {
  for (auto _ : state)
    for (Portion& portion : portions) run(stage, portion);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}

void all_stages(benchmark::State& state, std::span<const Stage> stages) {
  for (auto _ : state)
    for (const Portion& portion : portions) {
      Portion made = bare(portion);
      for (const Stage stage : stages) run(stage, made);
      benchmark::DoNotOptimize(made.data());
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}

// The terms, slots and record of what is analysed, with its words.
void make_document(AnnotatedArticle& made) {
  static dateline::DocumentBuilder builder("en");
  benchmark::DoNotOptimize(builder.build(made).data.data());
}

void fill_portions(const dateline::bench::Articles& texts) {
  std::size_t filled = kPortionBytes;
  for (std::size_t i = 0; i < texts.texts.size(); ++i) {
    if (filled >= kPortionBytes) {
      portions.emplace_back();
      filled = 0;
    }
    filled += texts.texts[i].size();
    Article article{.id = std::to_string(i), .body = texts.texts[i]};
    article.published.date = kDay;
    article.published.origin = dateline::DateOrigin::kGiven;
    portions.back().push_back({.article = std::move(article)});
  }
  bytes = texts.bytes;
}

constexpr Stage kStages[] = {find_language, find_regions, find_dates, find_names,
                             find_copies};

void register_stages() {
  const auto add = [](const char* name, const auto& benchmark, auto what) {
    benchmark::RegisterBenchmark(name, benchmark, what)->Unit(benchmark::kMillisecond);
  };
  add("Articles", all_stages, std::span<const Stage>());
  add("Language", one_stage, Stage{find_language});
  add("Regions", one_stage, Stage{find_regions});
  add("Dates", one_stage, Stage{find_dates});
  add("Names", one_stage, Stage{find_names});
  add("Copies", one_stage, Stage{find_copies});
  add("Analysis", all_stages, std::span<const Stage>(kStages));
  add("Words", one_stage, Stage{find_words});
  add("Document", one_stage, Stage{make_document});
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  dateline::bench::Articles texts;
  if (!dateline::bench::read_articles(argc, argv, texts)) return 2;
  fill_portions(texts);
  for (Portion& portion : portions)
    for (const Stage stage : kStages) run(stage, portion);
  register_stages();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
