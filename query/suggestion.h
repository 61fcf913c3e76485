// The query that was perhaps meant, where words or names of one are in no article.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>

#include <cstddef>
#include <functional>
#include <optional>

#include "query/query_node.h"
#include "query/snapshot.h"

namespace dateline {

/// The query with other spellings of the words that no article has, by themselves or by
/// their stem, or hardly one where a word one edit away is in fifty times as many;
/// and of the names that nobody has. As a whole: that of the likely spellings which,
/// their slips weighed, match most articles, so that the words beside a word choose its
/// spelling. nullopt where nothing is misspelled, no word is near, or what would be
/// meant is in no article either. What is negated, and what has a digit, is left alone.
///
/// `count` tells how many articles match a tree; it is asked a bounded number of times.
std::optional<Suggestion> suggest_query(
    const Query& query, Snapshot& snapshot,
    const std::function<std::size_t(const QueryNode&)>& count);

}  // namespace dateline
