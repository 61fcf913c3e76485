#include "index/mentioned_dates.h"

#include <dateline/period.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace dateline {
namespace {

// What follows a date of its precision; Date{} at the end of the calendar.
Date next_of(Date date) {
  if (date.day != 0) {
    if (date == Date{9999, 12, 31}) return {};
    return from_days(to_days(date) + 1);
  }
  if (date.month != 0 && date.month < 12) return {date.year, date.month + 1};
  if (date.year == 9999) return {};
  return date.month == 0 ? Date{date.year + 1} : Date{date.year + 1, 1};
}

// Of how many dates a mention of two ends is all of them.
int most_units(DatePrecision precision) {
  if (precision == DatePrecision::kDay) return 31;
  return precision == DatePrecision::kMonth ? 12 : 10;
}

// Every date from `first` to `last`; false where that is too many.
bool add_each(Date first, Date last, std::vector<DateRange>& periods) {
  if (precision(first) != precision(last) || last < first) return false;
  const std::size_t before = periods.size();
  Date date = first;
  for (int units = most_units(precision(first)); date && units > 0; --units) {
    periods.push_back(days_of(date));
    if (date == last) return true;
    date = next_of(date);
  }
  periods.resize(before);
  return false;
}

bool is_whole(const DateRange& range) {
  const auto is_day = [](Date date) {
    return precision(date) == DatePrecision::kDay && is_valid(date);
  };
  return is_day(range.first) && is_day(range.last) && range.first <= range.last;
}

// The two ends of "2023-03-02/2023-03-04", if they are dates.
std::optional<std::pair<Date, Date>> ends_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == value.npos) return std::nullopt;
  const auto first = parse_date(value.substr(0, slash));
  const auto last = parse_date(value.substr(slash + 1));
  if (!first || !last) return std::nullopt;
  return std::pair(*first, *last);
}

}  // namespace

void add_mentioned(const DateMention& mention, std::vector<DateRange>& periods) {
  const bool dated = mention.type == DateType::kDate || mention.type == DateType::kTime;
  if (!dated || !gives_facets(mention.region) || !is_whole(mention.range)) return;
  const auto ends = ends_of(mention.value);
  if (!ends) return periods.push_back(mention.range);
  if (add_each(ends->first, ends->second, periods)) return;
  periods.push_back(days_of(ends->first));
  periods.push_back(days_of(ends->second));
  periods.push_back(mention.range);
}

std::vector<DateRange> facet_dates(const AnnotatedArticle& article) {
  std::vector<DateRange> periods;
  for (const auto* part : {&article.title, &article.body}) {
    for (const DateMention& mention : part->dates) add_mentioned(mention, periods);
  }
  std::sort(periods.begin(), periods.end(), [](const DateRange& a, const DateRange& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  });
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  return periods;
}

}  // namespace dateline
