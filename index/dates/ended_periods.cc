// Periods told by their end: "the year to March", "the six months to June 30".

#include "index/dates/counts.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "period to its end";

// Months that so many of a unit have; 0 for those counted in days, -1 for others.
int months_of(const Count& count, Unit unit) {
  constexpr int kMost = 1200;
  if (count.unknown || count.hundredths != 0 || count.whole < 1 || count.whole > kMost)
    return -1;
  switch (unit) {
    case kMonthUnit:
      return count.whole;
    case kQuarter:
      return 3 * count.whole;
    case kYear:
      return 12 * count.whole;
    case kWeek:
    case kDayUnit:
      return 0;
    default:
      return -1;
  }
}

// The first day of the months, or days, that end with `last`.
Date first_of(Date last, int months, int days) {
  if (months == 0) return day_after(last, 1 - days);
  const Date before = months_after(last, -months);
  if (!before) return {};
  const bool full = last == last_day({last.year, last.month});
  return day_after(full ? last_day({before.year, before.month}) : before, 1);
}

}  // namespace

bool read_period_to(const Context& context, const Token* at, Reading& reading) {
  Amount amount;
  if (at->is(Kind::kUnit)) {
    amount.count.whole = 1;
    amount.unit = static_cast<Unit>(at->word.value);
    amount.end = at + 1;
    const bool plural = (at->word.flags & kPlural) != 0;
    const bool named = at[-1].is(Kind::kThe) && joined(at);
    if (plural || !(named || context.starts_line(*at))) return false;
  } else if (at[-1].is(Kind::kThe)) {
    amount = read_amount(context, at);
  }
  if (amount.end == nullptr || !follows(amount.end, Kind::kTo)) return false;
  const int months = months_of(amount.count, amount.unit);
  const Token* date = amount.end + 1;
  if (months < 0 || !(date->is(Kind::kMonth) || date->is(Kind::kNumber))) return false;
  Reading last;
  const bool found = date->is(Kind::kMonth) ? read_month_first(context, date, last)
                                            : read_day_first(context, date, last);
  if (!found || !last.period || last.range.last != range_of(last.period).last)
    return false;
  reading.takes = kTakesThe;
  if (last.period.grain == Grain::kMonth)
    return months > 1 &&
           set_interval(reading, last.end, shifted(last.period, 1 - months),
                        last.period, kRule, last.anchor);
  const int days = amount.count.whole * (amount.unit == kWeek ? 7 : 1);
  const Date first = first_of(last.period.first, months, days);
  return last.period.grain == Grain::kDay &&
         set_interval(reading, last.end, {Grain::kDay, first}, last.period, kRule,
                      last.anchor);
}

}  // namespace dateline::dates
