// In how many documents several terms are that count as one.

#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace dateline {

/// As many as Xapian weighs OP_SYNONYM of `terms` by in `database`, a single one: an
/// estimate, for which nobody looks at the documents. Of one term it is exact.
Xapian::doccount synonym_count(const Xapian::Database& database,
                               const std::vector<std::string>& terms);

}  // namespace dateline
