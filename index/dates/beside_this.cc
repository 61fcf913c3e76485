#include "index/dates/beside_this.h"

#include "index/dates/counts.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "pointed";

// "this time last year": its month.
bool read_time_last_year(const Context& context, const Token* at, Reading& reading) {
  const Token* last = at + 2;
  if (at->word.value != kThis || !follows(at + 1, Kind::kTime) ||
      !follows(last, Kind::kPointer) || last->word.value > kNext ||
      !follows(last + 1, Kind::kUnit) || last[1].word.value != kYear ||
      !context.reference)
    return false;
  const int years = last->word.value == kNext ? 1 : -1;
  const Period month = period_of(Grain::kMonth, context.reference);
  return set_period(reading, at + 4, shifted(month, 12 * years), kRule,
                    context.reference);
}

// "more this year than last", "twice as much this month as last".
bool read_than_last(const Context& context, const Token* at, Reading& reading) {
  const Token* unit = at - 2;
  const bool than = at[-1].is(Kind::kThan) || at[-1].is(Kind::kAs);
  const bool told = unit->is(Kind::kUnit) && unit->word.value >= kWeek &&
                    unit->word.value <= kYear && unit[-1].is(Kind::kPointer) &&
                    unit[-1].word.value == kThis;
  if (at->word.value != kLast || !than || !told || !joined(at) || !joined(at - 1) ||
      at[1].gap <= Gap::kHyphen || !context.reference)
    return false;
  const Grain grain = grain_of(static_cast<Unit>(unit->word.value));
  return set_period(reading, at + 1, shifted(period_of(grain, context.reference), -1),
                    kRule, context.reference);
}

}  // namespace

bool read_beside_this(const Context& context, const Token* at, Reading& reading) {
  return read_time_last_year(context, at, reading) ||
         read_than_last(context, at, reading);
}

}  // namespace dateline::dates
