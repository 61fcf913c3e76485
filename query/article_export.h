// All articles that match, handed out one by one.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include <functional>

#include "query/snapshot_pool.h"

namespace dateline {

/// Searcher::export_articles(). Throws Error kInvalidArgument for filters that make no
/// sense, kBusy where the index is published anew meanwhile.
ExportSummary export_articles(const SnapshotPool& pool, const Query& query,
                              const ExportOptions& options,
                              const std::function<void(const ExportedArticle&)>& take);

}  // namespace dateline
