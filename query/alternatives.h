// OR and NOT where Xapian's own go wrong.

#pragma once

#include <xapian.h>

#include <vector>

namespace dateline {

/// The OP_OR of one query or more, with the right scores wherever it stands.
///
/// Asked for one document alone, as within OP_AND, OrPostList of Xapian 1.4 takes a
/// side that has been looked at in vain as standing at the next document. If the other
/// side is there indeed, both weights are added up, that of the one being what some
/// document before or behind has. Terms, OP_AND and OP_FILTER go on to the next that
/// they have, and are right; a source may answer "not here", so that none may be one of
/// `queries` unless it is within one of those.
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

/// What matches `query` and not `excluded`, with the scores of `query`.
///
/// Xapian 1.4 never reckons the greatest weights of what stands on the right of
/// OP_AND_NOT. Its MultiAndPostList has them in memory that was not set, and tells its
/// parts of a least weight that comes from there; an OP_OR among these then leaves out
/// documents. So no OP_AND stands there, but of terms and sources. (Nor OP_XOR: over
/// several databases Xapian asks the one that it is done with for its weights again,
/// and reads memory given back.)
Xapian::Query without(const Xapian::Query& query, const Xapian::Query& excluded);

}  // namespace dateline
