#include "query/count_matches.h"

namespace dateline {

std::size_t count_matches(const Xapian::Database& database,
                          const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace dateline
