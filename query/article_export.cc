#include "query/article_export.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "query/asked_articles.h"
#include "query/facet_filters.h"
#include "query/matching_docids.h"
#include "query/name_counts.h"

namespace dateline {
namespace {

// Articles are read in portions, so that few are in memory at a time, and what a writer
// disturbs in the first one can be begun again. A portion is as many as this, or as
// much text.
constexpr std::size_t kPortion = 256;
constexpr std::size_t kPortionBytes = std::size_t{4} << 20;

using Articles = std::vector<ExportedArticle>;

ExportedArticle exported(Snapshot& snapshot, AnnotatedArticle found) {
  ExportedArticle article;
  article.names = entity_names(snapshot, found);
  article.mentioned = facet_dates(found);
  article.found = std::move(found);
  return article;
}

// The documents that match in one state of the index, and how far they were read.
class Export {
 public:
  Export(const Query& query, const ExportOptions& options, Snapshot& snapshot) {
    const AskedArticles asked(query, snapshot, options);
    docids_ = matching_docids(snapshot, asked.query());
    std::ranges::sort(docids_);
    summary_.matches.count = docids_.size();
    asked.tell(summary_);
  }

  // The next articles; none at the end. `snapshot` is of the same state.
  Articles next(Snapshot& snapshot) {
    Articles articles;
    for (std::size_t bytes = 0;
         next_ < docids_.size() && articles.size() < kPortion && bytes < kPortionBytes;
         ++next_) {
      articles.push_back(exported(snapshot, snapshot.article(docids_[next_])));
      bytes += articles.back().found.article.body.size();
    }
    return articles;
  }

  ExportSummary summary() && { return std::move(summary_); }

 private:
  std::vector<Xapian::docid> docids_;
  std::size_t next_ = 0;  // A place in docids_.
  ExportSummary summary_;
};

}  // namespace

ExportSummary export_articles(const SnapshotPool& pool, const Query& query,
                              const ExportOptions& options,
                              const std::function<void(const ExportedArticle&)>& take) {
  check_filters(options.where);
  std::optional<Export> state;
  const auto begin = [&](Snapshot& snapshot) {
    return state.emplace(query, options, snapshot).next(snapshot);
  };
  const auto read_on = [&](Snapshot& snapshot) { return state->next(snapshot); };
  const auto read_all = [&](Snapshot& snapshot) {
    Export all(query, options, snapshot);
    while (!all.next(snapshot).empty()) continue;
  };
  HeldSnapshot held(pool);
  Articles articles = held.begin(begin);
  while (!articles.empty()) {
    for (const ExportedArticle& article : articles) take(article);
    articles.clear();  // Before as many again are read.
    articles = held.go_on(read_on, read_all);
  }
  return std::move(*state).summary();
}

}  // namespace dateline
