#include "query/article_export.h"

#include <dateline/error.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "index/stored_article.h"
#include "query/asked_articles.h"
#include "query/facet_filters.h"
#include "query/matching_docids.h"
#include "query/name_counts.h"

namespace dateline {
namespace {

// Articles are read in portions, so that what a writer disturbs can be read again
// without being handed out twice. A portion is as many as this, or as much text.
constexpr std::size_t kPortion = 256;
constexpr std::size_t kPortionBytes = std::size_t{4} << 20;

ExportedArticle exported(Snapshot& snapshot, AnnotatedArticle found) {
  ExportedArticle article;
  article.names = entity_names(snapshot, found);
  article.mentioned = facet_dates(found);
  article.found = std::move(found);
  return article;
}

// Whether both are states of the same databases, so that a document of the one, unless
// it was removed, has its number in the other.
bool is_successor(const RevisionKey& before, const RevisionKey& after) {
  return std::ranges::equal(before, after, {}, &RevisionKey::value_type::first,
                            &RevisionKey::value_type::first);
}

// The documents still to be read. In another state of the index they are sought anew;
// a document's number stays while articles come and go.
class Export {
 public:
  Export(const Query& query, const ExportOptions& options)
      : query_(query), options_(options) {}

  // The next articles; none at the end. Reading them again gives the same ones, until
  // pass().
  std::vector<ExportedArticle> next(Snapshot& snapshot) {
    if (key_ != snapshot.key()) match(snapshot);
    std::vector<ExportedArticle> articles;
    std::size_t bytes = 0;
    for (std::size_t i = next_;
         i < docids_.size() && articles.size() < kPortion && bytes < kPortionBytes;
         ++i) {
      const Xapian::Document document = snapshot.database().get_document(docids_[i]);
      articles.push_back(exported(snapshot, stored_article(document)));
      bytes += articles.back().found.article.body.size();
    }
    return articles;
  }

  // These many were handed out.
  void pass(std::size_t articles) {
    next_ += articles;
    summary_.matches.count += articles;
    if (articles > 0) last_ = docids_[next_ - 1];
  }

  ExportSummary summary() && { return std::move(summary_); }

 private:
  void match(Snapshot& snapshot) {
    if (!key_.empty() && !is_successor(key_, snapshot.key())) {
      throw Error(ErrorCode::kBusy,
                  "The index was built anew while it was being exported: export it "
                  "again.");
    }
    const AskedArticles asked(query_, snapshot, options_.any, options_.where);
    docids_ = matching_docids(snapshot, asked.query());
    std::ranges::sort(docids_);
    const auto after = std::ranges::upper_bound(docids_, last_);
    next_ = static_cast<std::size_t>(after - docids_.begin());
    tell(asked);
    key_ = snapshot.key();
  }

  // Of the articles that there are now, handed out or not.
  void tell(const AskedArticles& asked) {
    const MatchCount handed_out = summary_.matches;
    summary_.matches.count = docids_.size();
    asked.tell(summary_);
    summary_.matches = handed_out;
  }

  const Query& query_;
  const ExportOptions& options_;
  RevisionKey key_;  // Of the state that docids_ are of.
  std::vector<Xapian::docid> docids_;
  std::size_t next_ = 0;    // A place in docids_.
  Xapian::docid last_ = 0;  // Handed out.
  ExportSummary summary_;
};

}  // namespace

ExportSummary export_articles(const SnapshotPool& pool, const Query& query,
                              const ExportOptions& options,
                              const std::function<void(const ExportedArticle&)>& take) {
  check_filters(options.where);
  Export state(query, options);
  for (;;) {
    const auto articles =
        pool.run([&](Snapshot& snapshot) { return state.next(snapshot); });
    if (articles.empty()) return std::move(state).summary();
    for (const ExportedArticle& article : articles) take(article);
    state.pass(articles.size());
  }
}

}  // namespace dateline
