#include "index/dates/units_beside.h"

#include "index/dates/counts.h"

namespace dateline::dates {
namespace {

bool is_unit(const Token* token, Unit unit) {
  return token->is(Kind::kUnit) && token->word.value == unit;
}

// "the year-earlier month": of the month that the text tells of, else of the last.
bool set_month_ago(const Context& context, const Token* end, Reading& reading) {
  reading.takes = kTakesThe;
  reading.is_aside = true;
  Period month = context.story.last;
  if (month.grain != Grain::kMonth && context.reference)
    month = shifted(period_of(Grain::kMonth, context.reference), -1);
  if (month.grain != Grain::kMonth)
    return set_unresolved(reading, end, Grain::kMonth, "a year before");
  return set_period(reading, end, shifted(month, -12), "a year before", month.first);
}

// "the year-ago third quarter", with `at` the ordinal.
bool read_numbered_quarter_ago(const Context& context, const Token* at,
                               Reading& reading) {
  if (!follows(at, Kind::kOrdinal) || !follows(at + 1, Kind::kUnit) ||
      !is_unit(at + 1, kQuarter) || at->word.value < 1 || at->word.value > 4 ||
      !context.reference)
    return false;
  Period quarter{Grain::kQuarter,
                 {context.reference.year - 1, 3 * at->word.value - 2, 1}};
  if (months_after(quarter.first, 12) > context.reference)
    quarter = shifted(quarter, -4);
  reading.takes = kTakesThe;
  reading.is_aside = true;
  return set_period(reading, at + 2, quarter, "a year before", context.reference);
}

// "the year-earlier nine months", "the year-ago period" where nine months are told of:
// how long.
bool read_months_ago(const Context& context, const Token* at, Reading& reading) {
  const std::string& longer = context.story.longer;
  reading.takes = kTakesThe;
  if (follows(at, Kind::kPeriod) && !longer.empty())
    return set_value(reading, at + 1, DateType::kDuration, longer, "duration");
  const Amount amount = joined(at) ? read_amount(context, at) : Amount{};
  return amount.end != nullptr && amount.unit == kMonthUnit && !amount.count.unknown &&
         set_value(reading, amount.end, DateType::kDuration, amount.value, "duration");
}

// "year-earlier", "the year-ago quarter".
bool read_unit_ago(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  if (end->gap != Gap::kHyphen || (!end->is(Kind::kEarlier) && !end->is(Kind::kAgo)))
    return false;
  if (at->word.value != kYear) return false;
  ++end;
  const bool quarter = joined(end) && is_unit(end, kQuarter);
  if (joined(end) && is_unit(end, kMonthUnit))
    return set_month_ago(context, end + 1, reading);
  if (read_numbered_quarter_ago(context, end, reading)) return true;
  if (read_months_ago(context, end, reading)) return true;
  if (quarter || follows(end, Kind::kPeriod)) ++end;
  reading.takes = kTakesThe;
  reading.is_aside = true;
  const Period last = quarter ? context.story.part : context.compared_part();
  if (last && last.grain == Grain::kQuarter)
    return set_period(reading, end, shifted(last, -4), "a year before", last.first);
  if (!context.reference)
    return set_unresolved(reading, end, Grain::kYear, "a year before");
  // Results are those of the quarter that has just ended.
  if (quarter)
    return set_period(reading, end,
                      shifted(period_of(Grain::kQuarter, context.reference), -5),
                      "a year before", context.reference);
  return set_period(reading, end,
                    shifted(period_of(Grain::kYear, context.reference), -1),
                    "a year before", context.reference);
}

// "against 284,000 week ago and 320,000 a year ago".
bool read_column_ago(const Context& context, const Token* at, Reading& reading) {
  const Token& count = at[-1];
  if (!follows(at + 1, Kind::kAgo) || at->gap != Gap::kSpace || !count.grouped ||
      (at->word.value != kWeek && at->word.value != kMonthUnit &&
       at->word.value != kYear))
    return false;
  reading.is_aside = true;
  const Grain grain = grain_of(static_cast<Unit>(at->word.value));
  if (!context.reference)
    return set_unresolved(reading, at + 2, grain, "a unit before");
  return set_period(reading, at + 2, shifted(period_of(grain, context.reference), -1),
                    "a unit before", context.reference);
}

// "the week before last", "the year after next".
bool read_second_beside(const Context& context, const Token* at, Reading& reading) {
  const Token* link = at + 1;
  const Token* pointer = at + 2;
  const bool last = follows(link, Kind::kBefore) && follows(pointer, Kind::kPointer) &&
                    pointer->word.value == kLast;
  const bool next = follows(link, Kind::kAfter) && follows(pointer, Kind::kPointer) &&
                    pointer->word.value == kNext;
  if ((!last && !next) || at->word.value < kWeek || pointer[1].gap <= Gap::kSpace)
    return false;
  const Grain grain = grain_of(static_cast<Unit>(at->word.value));
  reading.takes = kTakesThe;
  if (!context.reference)
    return set_unresolved(reading, at + 3, grain, "second beside");
  return set_period(reading, at + 3,
                    shifted(period_of(grain, context.reference), last ? -2 : 2),
                    "second beside", context.reference);
}

// "the year before", "the week after": beside what the story tells of.
bool read_unit_beside(const Context& context, const Token* at, Reading& reading) {
  const Token* link = at + 1;
  const bool before = follows(link, Kind::kBefore);
  if ((!before && !follows(link, Kind::kAfter)) || link[1].gap <= Gap::kSpace ||
      !at[-1].is(Kind::kThe) || !joined(at))
    return false;
  const Grain grain = grain_of(static_cast<Unit>(at->word.value));
  const Period last = context.story.last;
  const Date from = last ? last.first : context.reference;
  reading.takes = kTakesThe;
  if (!from) return set_unresolved(reading, link + 1, grain, "unit beside");
  return set_period(reading, link + 1, shifted(period_of(grain, from), before ? -1 : 1),
                    "unit beside", from);
}

}  // namespace

bool read_unit_beside_other(const Context& context, const Token* at, Reading& reading) {
  return read_unit_ago(context, at, reading) || read_column_ago(context, at, reading) ||
         read_second_beside(context, at, reading) ||
         read_unit_beside(context, at, reading);
}

}  // namespace dateline::dates
