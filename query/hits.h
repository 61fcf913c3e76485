// Hits as results show them, from the records of their documents.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "query/snapshot.h"
#include "query/snippets.h"

namespace dateline {

/// The document of the article with this id.
std::optional<Xapian::docid> find_document(const Snapshot& snapshot,
                                           std::string_view id);

/// The hit that document `docid` is, but for rank, score and copies; of `parts` those
/// that are asked for.
Hit make_hit(Snapshot& snapshot, Xapian::docid docid, const SnippetMaker& snippets,
             const HitParts& parts = {});

/// The first `limit` of these documents as copies of a hit.
std::vector<Copy> make_copies(const Snapshot& snapshot,
                              std::span<const Xapian::docid> documents,
                              std::size_t limit);

}  // namespace dateline
