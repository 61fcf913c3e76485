// Alternatives of which each adds to the score of an article that has it.

#pragma once

#include <xapian.h>

#include <vector>

namespace dateline {

/// Whether what `query` matches hangs on positions, by OP_PHRASE or OP_NEAR, outside of
/// what any_of() made.
bool has_positions(const Xapian::Query& query);

/// The OP_OR of one query or more, with the right scores wherever it stands.
///
/// Asked for one document alone, as within OP_AND, OrPostList of Xapian 1.4 takes a
/// side that has been looked at in vain as standing at the next document. If the other
/// side is there indeed, both weights are added up, that of the one being what some
/// document before or behind has. Terms and OP_AND go on to the next that they have,
/// and are right; positions are looked at in that one document, and answer "not here".
/// So alternatives by position are put behind an OP_AND with all documents.
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

}  // namespace dateline
