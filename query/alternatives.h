// OR and NOT where Xapian's own go wrong.

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

/// What matches `query` and not `excluded`, with the scores of `query`.
///
/// Xapian 1.4 never reckons the greatest weights of what stands on the right of
/// OP_AND_NOT. Its MultiAndPostList has them in memory that was not set, and tells its
/// parts of a least weight that comes from there; an OP_OR among these then leaves out
/// documents. So no OP_AND stands there. (Nor OP_XOR: over several databases Xapian
/// asks the one that it is done with for its weights again, and reads memory given
/// back.)
Xapian::Query without(const Xapian::Query& query, const Xapian::Query& excluded);

}  // namespace dateline
