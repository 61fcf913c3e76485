#include "query/date_query.h"

#include <vector>

#include "index/schema.h"
#include "query/date_terms.h"

namespace dateline {

Xapian::Query date_query(Field field, const DateRange& range, Snapshot& snapshot) {
  const Xapian::Database& database = snapshot.database();
  const bool mentioned = field == Field::kAbout;
  const auto years = snapshot.cache().years(database, mentioned);
  std::vector<Xapian::Query> terms;
  for (const Date date : covering_dates(range, *years)) {
    terms.emplace_back(mentioned ? schema::mentioned_term(date)
                                 : schema::published_term(date));
  }
  if (mentioned) {
    const auto periods = snapshot.cache().periods(database);
    for (const DateRange& period : uncovered_periods(range, *periods)) {
      terms.emplace_back(schema::mentioned_period_term(period));
    }
  }
  if (terms.size() == 1) return terms.front();
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace dateline
