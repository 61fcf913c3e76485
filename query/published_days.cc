#include "query/published_days.h"

#include "index/schema.h"

namespace dateline {
namespace {

enum class End { kFirst, kLast };

// The first or last date of `year` that is in the index.
Date extreme(const Xapian::Database& database, int year, End end) {
  const auto is_known = [&](Date date) {
    return is_valid(date) && database.term_exists(schema::published_term(date));
  };
  const auto number = [end](int i, int count) {
    return end == End::kFirst ? i : count + 1 - i;
  };
  Date date{year};
  for (int i = 1; i <= 12 && date.month == 0; ++i) {
    const Date month{year, number(i, 12)};
    if (is_known(month)) date = month;
  }
  if (date.month == 0) return date;
  for (int i = 1; i <= 31; ++i) {
    const Date day{year, date.month, number(i, 31)};
    if (is_known(day)) return day;
  }
  return date;
}

}  // namespace

std::optional<std::pair<Date, Date>> published_days(Snapshot& snapshot) {
  const Xapian::Database& database = snapshot.database();
  const auto years = snapshot.cache().years(database, false);
  if (years->empty()) return std::nullopt;
  return std::pair(extreme(database, years->front(), End::kFirst),
                   extreme(database, years->back(), End::kLast));
}

}  // namespace dateline
