// Articles about the event that an article is about.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>

#include <optional>
#include <string_view>

#include "query/snapshot.h"

namespace dateline {

/// What Searcher::similar() gives; nullopt: no article has this id.
std::optional<SimilarArticles> find_similar(Snapshot& snapshot, std::string_view id,
                                            const SimilarOptions& options);

}  // namespace dateline
