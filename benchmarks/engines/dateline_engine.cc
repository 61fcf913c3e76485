// Dateline, by its public interface: what a program gets that includes it. Of its hits,
// as of the other engines', what lists show; with --full-hits also snippet, names and
// dates. With --bare only what matching and ranking cost beneath it: no stored article.

#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <dateline/searcher.h>

#include <memory>
#include <optional>
#include <stdexcept>

#include "benchmarks/engines/articles.h"
#include "benchmarks/engines/engine.h"
#include "query/query_compiler.h"
#include "query/ranked_matches.h"
#include "query/snapshot_pool.h"

namespace dateline::bench {
namespace {

Article article_of(PlainArticle plain) {
  Article article{.id = std::move(plain.id)};
  article.title = std::move(plain.title);
  article.body = std::move(plain.body);
  article.source = std::move(plain.source);
  article.topics = std::move(plain.topics);
  if (const auto date = parse_date(plain.date)) {
    article.published.date = *date;
    article.published.origin = DateOrigin::kGiven;
  }
  return article;
}

std::string query_text(const Question& question, bool exact) {
  const std::string_view mark = exact ? "=" : "";
  switch (question.kind) {
    case QueryKind::kTerm:
    case QueryKind::kFacet:
      return joined(question.words, " AND ", mark);
    case QueryKind::kAnd:
    case QueryKind::kAndCount:
      return joined(question.words, " AND ", mark);
    case QueryKind::kOr:
      return joined(question.words, " OR ", mark);
    case QueryKind::kPhrase:
      return '"' + joined(question.words, " ") + '"';
    case QueryKind::kPrefix:
      return question.words[0] + "*";
    case QueryKind::kRange:
      return joined(question.words, " AND ", mark) +
             " AND published:" + question.first_day + ".." + question.last_day;
  }
  return {};
}

class DatelineEngine : public Engine {
 public:
  IndexFigures index(const std::string& folder, const std::string& articles,
                     const IndexOptions& options) override {
    const Stopwatch watch;
    IndexWriter writer(folder, {.jobs = options.threads, .annotate = options.names});
    ArticleFile file(articles);
    for (PlainArticle plain; file.next(plain);)
      writer.add(article_of(std::move(plain)));
    writer.commit();
    return {.index_seconds = watch.seconds(),
            .merge_seconds = 0,  // A commit merges.
            .bytes_unmerged = folder_bytes(folder)};
  }

  void open(const std::string& folder, const ServeOptions& options) override {
    options_ = options;
    searcher_.emplace(folder);
    if (options.bare) {
      pool_ = std::make_unique<SnapshotPool>(std::vector<std::string>{folder});
    }
  }

  Answer answer(const Question& question) override {
    const Query query = parse_query(query_text(question, options_.exact)).query;
    if (question.kind == QueryKind::kFacet) return count_facets(query);
    if (options_.bare) return bare_answer(query, question);
    SearchOptions asked{.limit = kBest};
    if (!options_.full_hits) {
      asked.parts = {.snippet = false, .names = false, .mentioned = false};
    }
    const Results results = searcher_->search(query, asked);
    return {.count = counts_all(question, options_) ? results.matches.count
                                                    : results.hits.size()};
  }

 private:
  Answer count_facets(const Query& query) const {
    SearchOptions options{.limit = 0};
    options.facets = {"topic", "published:month"};
    options.facet_limit = kBest;
    const Results results = searcher_->search(query, options);
    Answer answer{.count = results.matches.count};
    for (const FacetValue& value : results.facets.at(0).values) {
      answer.topics.emplace_back(value.value, value.count);
    }
    return answer;
  }

  Answer bare_answer(const Query& query, const Question& question) const {
    return pool_->run([&](Snapshot& snapshot) -> Answer {
      const CompiledQuery compiled = compile_query(query.root(), snapshot);
      const WordQuery* words = compiled.words ? &*compiled.words : nullptr;
      const RankedMatches found =
          rank_matches(snapshot, {compiled.query, words}, {}, 0, kBest, nullptr);
      return {.count =
                  counts_all(question, options_) ? found.count : found.page.size()};
    });
  }

  ServeOptions options_;
  std::optional<Searcher> searcher_;
  std::unique_ptr<SnapshotPool> pool_;
};

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  dateline::bench::DatelineEngine engine;
  return run_engine(engine, argc, argv);
}
