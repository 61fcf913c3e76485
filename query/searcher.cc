#include <dateline/searcher.h>

#include <utility>

#include "query/article_export.h"
#include "query/entity_list.h"
#include "query/entity_pairs.h"
#include "query/explain_request.h"
#include "query/hits.h"
#include "query/index_info.h"
#include "query/search_request.h"
#include "query/similar_articles.h"
#include "query/snapshot_pool.h"
#include "query/timeline_request.h"

namespace dateline {
namespace {

std::optional<AnnotatedArticle> find_article(std::string_view id, Snapshot& snapshot) {
  const auto docid = find_document(snapshot, id);
  if (!docid) return std::nullopt;
  return snapshot.article(*docid);
}

}  // namespace

struct Searcher::Impl {
  Impl(const std::vector<std::string>& paths, const SearcherOptions& options)
      : pool(paths, options) {}
  SnapshotPool pool;
};

Searcher::Searcher(const std::string& path, const SearcherOptions& options)
    : Searcher(std::vector<std::string>{path}, options) {}

Searcher::Searcher(std::vector<std::string> paths, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(paths, options)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Results Searcher::search(const Query& query, const SearchOptions& options) const {
  return impl_->pool.run([&](Snapshot& snapshot) {
    check_options(options);
    return SearchRequest(snapshot, options).run(query);
  });
}

Timeline Searcher::timeline(const Query& query, const TimelineOptions& options) const {
  return impl_->pool.run([&](Snapshot& snapshot) {
    return TimelineRequest(snapshot, options).run(query);
  });
}

NamePairs Searcher::pairs(const Query& query, const PairOptions& options) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return find_pairs(snapshot, query, options); });
}

ExportSummary Searcher::export_articles(
    const Query& query, const ExportOptions& options,
    const std::function<void(const ExportedArticle&)>& take) const {
  return dateline::export_articles(impl_->pool, query, options, take);
}

std::optional<AnnotatedArticle> Searcher::article(std::string_view id) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return find_article(id, snapshot); });
}

std::optional<SimilarArticles> Searcher::similar(std::string_view id,
                                                 const SimilarOptions& options) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return find_similar(snapshot, id, options); });
}

Explanation Searcher::explain(const Query& query, const SearchOptions& options) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return explain_query(snapshot, query, options); });
}

EntityList Searcher::entities(const EntityOptions& options) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return list_entities(snapshot, options); });
}

std::optional<Entity> Searcher::entity(NameKind kind, std::string_view name) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return find_entity(snapshot, kind, name); });
}

LinkExplanation Searcher::why_linked(NameKind kind, std::string_view a,
                                     std::string_view b) const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return explain_link(snapshot, kind, a, b); });
}

IndexInfo Searcher::info() const {
  return impl_->pool.run(
      [&](Snapshot& snapshot) { return read_info(snapshot, impl_->pool.paths()); });
}

std::uint64_t Searcher::repetitions() const { return impl_->pool.repetitions(); }

}  // namespace dateline
