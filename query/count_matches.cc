#include "query/count_matches.h"

#include "query/runnable_query.h"

namespace dateline {

std::size_t count_matches(const Snapshot& snapshot, const Xapian::Query& query) {
  const Xapian::Database& database = snapshot.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(runnable(snapshot, query, Scores::kNone));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::doccount none = 0;
  const Xapian::MSet bounds = enquire.get_mset(none, none, none);  // Of a term: exact.
  if (bounds.get_matches_lower_bound() == bounds.get_matches_upper_bound()) {
    return bounds.get_matches_lower_bound();
  }
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace dateline
