#include "query/term_counts.h"

namespace dateline {
namespace {

// What is kept takes up to about so much; then it is begun anew.
constexpr std::size_t kMostBytes = 1 << 20;

constexpr std::size_t kEntryBytes = 80;  // Beside the letters.

}  // namespace

Xapian::doccount TermCounts::documents(const Xapian::Database& database,
                                       const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(term);
    if (found != counts_.end()) return found->second;
  }
  const Xapian::doccount count = database.get_termfreq(term);  // Not under the lock.
  const std::lock_guard lock(mutex_);
  if (bytes_ > kMostBytes) {
    counts_.clear();
    bytes_ = 0;
  }
  if (counts_.emplace(term, count).second) bytes_ += kEntryBytes + term.size();
  return count;
}

}  // namespace dateline
