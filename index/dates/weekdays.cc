// Weekdays, today and its neighbours, tonight.

#include "index/dates/reading.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "weekday";

std::string partial_weekday(int number) { return "XXXX-WXX-" + std::to_string(number); }

// "Thursday, March 2, 2023", "Thursday 2 March": the day says it all.
bool read_with_day(const Context& context, const Token* at, Reading& reading) {
  const Token* day = at + 1;
  if (!near(day) && !((at->word.flags & kShort) != 0 && day->gap == Gap::kDotSpace))
    return false;
  if (follows(day, Kind::kThe)) ++day;
  if (!day->is(Kind::kMonth) && !day->is(Kind::kNumber)) return false;
  if (!read_plain_day(context, day, reading)) return false;
  if (reading.period && weekday(reading.period.first) != at->word.value)
    reading.score = 0.5;
  return true;
}

// "Wednesday last week", "Monday of next week".
bool read_of_week(const Context& context, const Token* at, Reading& reading) {
  const Token* pointer = follows(at + 1, Kind::kOf) ? at + 2 : at + 1;
  if (!follows(pointer, Kind::kPointer) || pointer->word.value > kNext ||
      !context.reference)
    return false;
  if (!follows(pointer + 1, Kind::kUnit) || pointer[1].word.value != kWeek)
    return false;
  const int weeks = pointer->word.value == kLast   ? -1
                    : pointer->word.value == kNext ? 1
                                                   : 0;
  const int days = at->word.value - weekday(context.reference) + 7 * weeks;
  return set_period(reading, pointer + 2,
                    {Grain::kDay, day_after(context.reference, days)}, kRule,
                    context.reference);
}

}  // namespace

bool set_weekday(const Context& context, const Token* at, const Token* day,
                 int direction, Reading& reading) {
  const Token* end = day + 1;
  const int number = day->word.value;
  reading.score = 0.7;
  if (!context.reference)
    return set_unresolved(reading, end, Grain::kDay, kRule, partial_weekday(number));
  const bool ahead =
      direction > 0 || (direction == 0 && points_ahead(context, at, end));
  const int today = weekday(context.reference);
  int days = ahead ? (number - today + 7) % 7 : -((today - number + 7) % 7);
  if (days == 0 && direction != 0) days = 7 * direction;
  const Period period{Grain::kDay, day_after(context.reference, days)};
  return set_period(reading, end, period, kRule, context.reference);
}

bool read_weekday(const Context& context, const Token* at, Reading& reading) {
  if (read_with_day(context, at, reading)) return true;
  if (!context.lexicon.is_english()) return false;
  if ((at->word.flags & kPlural) != 0)
    return set_value(reading, at + 1, DateType::kSet, partial_weekday(at->word.value),
                     "set");
  const bool short_form = (at->word.flags & kShort) != 0;
  if (short_form && context.after(*at) != '.') return false;
  // "the Sunday papers" are of no Sunday.
  if (context.is_word(at[1], "papers")) return false;
  if (at[-1].is(Kind::kA) && joined(at)) return false;
  if (read_of_week(context, at, reading)) return true;
  if (!set_weekday(context, at, at, 0, reading)) return false;
  reading.takes = kTakesHour;
  return true;
}

// "today", "yesterday", "tomorrow".
bool read_day_word(const Context& context, const Token* at, Reading& reading) {
  if (at->possessive && context.is_word(at[1], "world")) return false;
  reading.takes = kTakesPhase;
  if (!context.reference)
    return set_unresolved(reading, at + 1, Grain::kDay, "day word");
  const Period day{Grain::kDay, day_after(context.reference, at->word.value)};
  return set_period(reading, at + 1, day, "day word", context.reference);
}

// "tonight", "overnight".
bool read_tonight(const Context& context, const Token* at, Reading& reading) {
  reading.type = DateType::kTime;
  const Date day = at->word.value == 0 ? context.reference : context.day_of_time(*at);
  if (!day) return set_unresolved(reading, at + 1, Grain::kDay, "night");
  set_period(reading, at + 1, {Grain::kDay, day}, "night", day);
  reading.value += "TNI";
  return true;
}

}  // namespace dateline::dates
