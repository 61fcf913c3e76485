#include "index/dates/timed_day.h"

#include "index/dates/clocks.h"

namespace dateline::dates {
namespace {

// "this morning", "that evening", "last Friday" behind a time.
TimedDay read_pointed_part(const Context& context, const Token* at) {
  Reading reading;
  const bool found = read_pointer(context, at, reading);
  if (!found || !reading.period || reading.period.grain != Grain::kDay) return {};
  TimedDay day{reading.end, reading.period.first, reading.anchor, -1};
  if (reading.type == DateType::kTime) day.part = reading.end[-1].word.value;
  return day;
}

// "the next day", "the following morning" behind a time.
bool is_pointed_day(const Token* at) {
  const Token* pointer = at + 1;
  if (!at->is(Kind::kThe) || !follows(pointer, Kind::kPointer)) return false;
  const int value = pointer->word.value;
  return value == kNext || value == kFollowing || value == kSame || value == kPrevious;
}

}  // namespace

TimedDay read_timed_day(const Context& context, const Token* at) {
  if (!near(at) && !is_behind_m(context, at)) return {};
  if (at->is(Kind::kOn)) ++at;
  if (is_pointed_day(at)) return read_pointed_part(context, at + 1);
  Reading reading;
  bool found = false;
  if (at->is(Kind::kWeekday)) {
    found = read_weekday(context, at, reading) && reading.type == DateType::kDate;
  } else if (at->is(Kind::kMonth) || at->is(Kind::kNumber)) {
    found = read_plain_day(context, at, reading);
  } else if (at->is(Kind::kDayWord)) {
    found = read_day_word(context, at, reading);
  } else if (at->is(Kind::kPointer)) {
    return read_pointed_part(context, at);
  } else if (at->is(Kind::kTonight) && at->word.value == 0 && context.reference) {
    return {at + 1, context.reference, context.reference, kEvening};
  }
  if (!found || !reading.period || reading.period.grain != Grain::kDay ||
      reading.range.first != reading.range.last)
    return {};
  TimedDay day{reading.end, reading.period.first, reading.anchor, -1};
  if (follows(day.end, Kind::kDayPart) && (day.end->word.flags & kPlural) == 0)
    day.part = (day.end++)->word.value;
  return day;
}

}  // namespace dateline::dates