// All articles that match, handed out one by one.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include <functional>

#include "query/snapshot_pool.h"

namespace dateline {

/// Searcher::export_articles(). Throws Error kInvalidArgument for filters that make no
/// sense, kBusy where writers wrote over the state of the index that is read, after
/// part of it was handed out.
ExportSummary export_articles(const SnapshotPool& pool, const Query& query,
                              const ExportOptions& options,
                              const std::function<void(const ExportedArticle&)>& take);

}  // namespace dateline
