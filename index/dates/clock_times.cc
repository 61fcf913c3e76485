// Times of the day: of the clock, and its parts.

#include "index/dates/reading.h"

namespace dateline::dates {
namespace {

constexpr int kNone = -1;
constexpr std::string_view kPartCodes[] = {"TMO", "TAF", "TEV", "TNI", "TMO", "TEV"};

// A time of the clock as read so far.
struct Clock {
  const Token* end = nullptr;  // Null: there is none.
  int minute = kNone;          // Of the day.
  bool sure = false;           // Morning or afternoon is known.
};

// "am", "p.m.": 0 or 12, and the end; kNone for neither.
int meridiem(const Context& context, const Token* at, const Token*& end) {
  if (at->gap > Gap::kSpace) return kNone;
  if (at->is(Kind::kMeridiem)) {
    end = at + 1;
    return at->word.value;
  }
  const bool m = at[1].gap == Gap::kDot && context.is_word(at[1], "m");
  if (!m || (!context.is_word(*at, "a") && !context.is_word(*at, "p"))) return kNone;
  end = at + 2;
  return context.is_word(*at, "a") ? 0 : 12;
}

// Whether only the dot of "a.m." stands before the token.
bool is_behind_m(const Context& context, const Token* at) {
  return at->gap == Gap::kDotSpace && context.is_word(at[-1], "m") &&
         at[-1].gap == Gap::kDot;
}

// The hours that people mean without saying which: one to six are of the afternoon.
int likely_hour(int hour) { return hour >= 1 && hour <= 6 ? hour + 12 : hour; }

void apply_meridiem(const Context& context, Clock& clock) {
  const Token* end = nullptr;
  const int half = meridiem(context, clock.end, end);
  if (half == kNone || clock.minute >= 13 * 60) return;
  clock.minute = clock.minute % (12 * 60) + half * 60;
  clock.sure = true;
  clock.end = end;
}

// "GMT", "Eastern time", "local time".
void skip_zone(const Context& context, Clock& clock) {
  const Token* at = clock.end;
  if (at->gap > Gap::kSpace && !is_behind_m(context, at)) return;
  if (at->is(Kind::kZone) && at->capitals) {
    clock.end = at + 1;
  } else if (follows(at + 1, Kind::kTime) &&
             (at->capital || context.is_word(*at, "local"))) {
    clock.end = at + 2;
  }
}

// "10:30", "10.30 p.m.", "10 a.m.", "1030 GMT".
Clock read_digits(const Context& context, const Token* at) {
  const char before = context.before(*at);
  if (at->grouped || at->glued || at->plural || at->ordinal || before == '$' ||
      before == '-' || before == ':')
    return {};
  Clock clock{at + 1, at->number * 60, false};
  const Token* next = at + 1;
  const bool colon = next->gap == Gap::kColon && next->is_plain_number() &&
                     next->digits == 2 && next->number < 60 && at->digits <= 2 &&
                     at->number <= 24;
  if (colon) {
    clock.minute += next->number;
    clock.end = next + 1;
    const bool seconds = clock.end->gap == Gap::kColon && clock.end->is(Kind::kNumber);
    if (seconds) ++clock.end;
    clock.sure = at->number > 12 || at->digits == 2;
    apply_meridiem(context, clock);
    // "2:07:59" is how long the winner ran.
    return seconds && at->digits == 1 && !clock.sure ? Clock{} : clock;
  }
  if (at->digits == 4 && !at->decimal && next->is(Kind::kZone) && next->capitals &&
      next->gap == Gap::kSpace && at->number % 100 < 60 && at->number < 2400)
    return {next, at->number / 100 * 60 + at->number % 100, true};
  if (at->number > 24 || at->digits > 2) return {};
  if (at->decimal) {
    if (at->fraction > 59) return {};
    clock.minute += at->fraction;
  }
  apply_meridiem(context, clock);
  if (clock.sure) return clock;
  if (follows(clock.end, Kind::kOclock)) {
    ++clock.end;
    return clock;
  }
  return {};
}

bool ends_clause(const Token* at) {
  return at->gap > Gap::kHyphen || at->is(Kind::kOn) || at->is(Kind::kAnd) ||
         at->is(Kind::kDayWord) || at->is(Kind::kEnd) || at->is(Kind::kWeekday);
}

bool is_in_part(const Token* at) {
  return follows(at, Kind::kIn) && at[1].is(Kind::kThe) && at[2].is(Kind::kDayPart);
}

// "on Thursday", "this morning" behind an hour.
bool is_day_behind(const Token* at) {
  if (!joined(at)) return false;
  if (at->is(Kind::kOn))
    return at[1].is(Kind::kWeekday) ||
           (at[1].is(Kind::kThe) && at[2].is(Kind::kWeekday));
  const bool pointer = at->is(Kind::kPointer) || at->is(Kind::kEvery);
  return pointer && at[1].is(Kind::kDayPart) && joined(at + 1);
}

// Whether what follows a number is no noun that it counts: "At ten the bell rang".
bool is_clause(const Context& context, const Token* at, const Token* next) {
  if (at->is(Kind::kNumber) && at->decimal && at->fraction > 9)
    return !next->is(Kind::kCounted) && !next->is(Kind::kUnit) &&
           !context.is_word(*next, "percent") && !context.is_word(*next, "per");
  return at->is(Kind::kCardinal) && (next->is(Kind::kThe) || next->is(Kind::kA) ||
                                     (next->capital && next->is(Kind::kNone)));
}

// "seven o'clock", "at seven", "9.24 on Monday".
Clock read_hour(const Context& context, const Token* at) {
  int hour = 0;
  int minute = 0;
  if (at->is(Kind::kCardinal) && at->word.value <= 12) {
    hour = at->word.value;
  } else if (at->is(Kind::kNumber) && !at->grouped && !at->glued && !at->plural &&
             !at->ordinal && at->digits <= 2 && at->number >= 1 && at->number <= 24) {
    hour = at->number;
    minute = at->decimal ? at->fraction : 0;
  }
  if (hour == 0 || minute > 59) return {};
  Clock clock{at + 1, hour * 60 + minute, hour > 12};
  if (follows(clock.end, Kind::kOclock)) {
    ++clock.end;
    return clock;
  }
  if (is_in_part(clock.end)) return clock;
  const bool by_then =
      at->is(Kind::kCardinal) && joined(at) && at->word.value > 1 &&
      (at[-1].is(Kind::kBy) || at[-1].is(Kind::kUntil) || at[-1].is(Kind::kSince)) &&
      clock.end->gap > Gap::kHyphen;
  // "At ten cloud comes down", "At 10.15 the streets filled".
  const bool opening = at[-1].is(Kind::kAt) && at[-1].gap >= Gap::kDotSpace &&
                       joined(at) && clock.end->gap == Gap::kSpace;
  if (by_then || (opening && is_clause(context, at, clock.end))) return clock;
  const bool introduced = at[-1].is(Kind::kAt) && joined(at);
  const bool counted = at->is(Kind::kCardinal) && clock.end->is(Kind::kOn);
  if (is_day_behind(clock.end) && (!counted || introduced)) return clock;
  const bool decimal = at->is(Kind::kNumber) && at->decimal;
  return introduced && ends_clause(clock.end) && !decimal ? clock : Clock{};
}

struct TimedDay {
  const Token* end = nullptr;
  Date day;
  Date anchor;
  int part = kNone;
};

// "this morning", "that evening", "last Friday" behind a time.
TimedDay read_pointed_part(const Context& context, const Token* at) {
  Reading reading;
  const bool found = read_pointer(context, at, reading);
  if (!found || !reading.period || reading.period.grain != Grain::kDay) return {};
  TimedDay day{reading.end, reading.period.first, reading.anchor, kNone};
  if (reading.type == DateType::kTime) day.part = reading.end[-1].word.value;
  return day;
}

// "on Friday", "Saturday morning", "on June 30", "today" behind a time.
TimedDay read_day(const Context& context, const Token* at) {
  if (!near(at) && !is_behind_m(context, at)) return {};
  if (at->is(Kind::kOn)) ++at;
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
  }
  if (!found || !reading.period || reading.period.grain != Grain::kDay ||
      reading.range.first != reading.range.last)
    return {};
  TimedDay day{reading.end, reading.period.first, reading.anchor, kNone};
  if (follows(day.end, Kind::kDayPart) && (day.end->word.flags & kPlural) == 0)
    day.part = (day.end++)->word.value;
  return day;
}

// Hours by the part of the day: "eight" of an evening is 20:00.
int hour_in_part(int minute, int part) {
  const int hour = minute / 60;
  if (part == kMorning || part == kDawn) return hour == 12 ? minute - 12 * 60 : minute;
  const bool late =
      part == kAfternoon || part == kEvening || part == kDusk || hour >= 6;
  return late && hour < 12 ? minute + 12 * 60 : minute;
}

std::string clock_text(int minute) {
  const auto two = [](int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return 'T' + two(minute / 60) + ':' + two(minute % 60);
}

bool set_clock(Reading& reading, const Token* end, Date day, Date anchor, int minute) {
  reading.type = DateType::kTime;
  reading.rule = "time";
  reading.end = end;
  reading.minute = minute;
  if (day) set_period(reading, end, {Grain::kDay, day}, "time", anchor);
  reading.precision = DatePrecision::kDay;
  reading.value += clock_text(minute);
  return true;
}

// "in the morning" behind a time.
void apply_part(Clock& clock) {
  if (!is_in_part(clock.end)) return;
  if (!clock.sure) clock.minute = hour_in_part(clock.minute, clock.end[2].word.value);
  clock.sure = true;
  clock.end += 3;
}

// "daily", "every day", "each morning" behind a time, or null.
const Token* recurrence(const Token* at) {
  if (!near(at) && at->gap != Gap::kDotSpace) return nullptr;
  if (at->is(Kind::kAdverb) && at->word.value == kDayUnit) return at + 1;
  const bool unit = at[1].is(Kind::kDayPart) ||
                    (at[1].is(Kind::kUnit) && at[1].word.value == kDayUnit);
  return at->is(Kind::kEvery) && joined(at + 1) && unit ? at + 2 : nullptr;
}

constexpr int kMidnight = 24 * 60;

// "after midnight", "past midnight": of the day that begins.
bool is_after_it(const Context& context, const Token* at) {
  return joined(at) && (at[-1].is(Kind::kAfter) || context.is_word(at[-1], "past"));
}

// The day of a time: the one behind it, else the one that the text is at.
bool finish(const Context& context, const Token* at, Clock clock, Reading& reading) {
  skip_zone(context, clock);
  apply_part(clock);
  reading.takes = kTakesBound;
  const TimedDay day = read_day(context, clock.end);
  if (!clock.sure && day.part != kNone)
    clock.minute = hour_in_part(clock.minute, day.part);
  else if (!clock.sure)
    clock.minute = likely_hour(clock.minute / 60) * 60 + clock.minute % 60;
  if (day.end != nullptr)
    return set_clock(reading, day.end, day.day, day.anchor, clock.minute);
  if (const Token* end = recurrence(clock.end); end != nullptr)
    return set_value(reading, end, DateType::kSet,
                     "XXXX-XX-XX" + clock_text(clock.minute), "set");
  reading.score = 0.6;
  reading.is_guess = true;
  Date here = context.day_of_time(*at);
  // "10:30 - The vote is over" of a live ticker.
  if (at->gap == Gap::kStop && clock.sure && context.reference)
    here = context.reference;
  if (clock.minute == kMidnight && is_after_it(context, at)) {
    // The night after a day that was told of; else the one before this paper.
    if (here && here != context.reference) here = day_after(here, 1);
    clock.minute = 0;
  }
  return set_clock(reading, clock.end, here, here, clock.minute);
}

}  // namespace

bool read_clock(const Context& context, const Token* at, Reading& reading) {
  Clock clock;
  if (at->is(Kind::kNumber)) clock = read_digits(context, at);
  if (clock.end == nullptr) clock = read_hour(context, at);
  // A score, "3:1", is no time, and neither is a verse.
  return clock.end != nullptr && finish(context, at, clock, reading);
}

// "noon", "midnight Friday", "noon on June 30".
bool read_noon(const Context& context, const Token* at, Reading& reading) {
  if (at->capital && at->gap == Gap::kSpace && !at->capitals) return false;
  return finish(context, at, {at + 1, at->word.value * 60, true}, reading);
}

// "half past three", "ten to seven", "quarter past nine".
bool read_past_hour(const Context& context, const Token* at, Reading& reading) {
  int minutes = 0;
  const Token* link = at + 1;
  if (at->is(Kind::kHalf)) {
    minutes = 30;
  } else if (at->is(Kind::kUnit) && at->word.value == kQuarter &&
             (at->word.flags & kPlural) == 0) {
    minutes = 15;
  } else if (at->is(Kind::kCardinal) && at->word.value < 30) {
    minutes = at->word.value;
    if (link->is(Kind::kUnit) && link->word.value == kMinute) ++link;
  } else {
    return false;
  }
  const bool past = follows(link, Kind::kPointer) && link->word.value == kPastPointer;
  if (!past && (!follows(link, Kind::kTo) || at->is(Kind::kHalf))) return false;
  const Token* hour = link + 1;
  if (!joined(hour)) return false;
  int base = 0;
  if (hour->is(Kind::kCardinal) && hour->word.value <= 12) {
    base = hour->word.value;
  } else if (hour->is(Kind::kClock)) {
    base = hour->word.value;
  } else {
    return false;
  }
  const bool evident = past || is_in_part(hour + 1) || hour->is(Kind::kClock) ||
                       follows(hour + 1, Kind::kOn);
  if (!evident && !at[-1].is(Kind::kAt)) return false;
  const int minute = base * 60 + (past ? minutes : -minutes);
  return finish(context, at, {hour + 1, minute % (24 * 60), hour->is(Kind::kClock)},
                reading);
}

// "in the evening", "the night of 14 June".
bool read_day_part(const Context& context, const Token* at, Reading& reading) {
  if ((at->word.flags & kPlural) != 0) return false;
  const bool the = at[-1].is(Kind::kThe) && joined(at);
  const std::string code(kPartCodes[at->word.value]);
  reading.type = DateType::kTime;
  reading.takes = kTakesThe | kTakesPhase;
  const bool on = follows(at + 1, Kind::kOn) &&
                  (at[2].is(Kind::kWeekday) || at[2].is(Kind::kMonth));
  if (follows(at + 1, Kind::kOf) || on) {
    const TimedDay day = read_day(context, at + 2);
    if (day.end == nullptr) return false;
    set_period(reading, day.end, {Grain::kDay, day.day}, "part of a day", day.anchor);
    reading.value += code;
    return true;
  }
  const bool dawn =
      at->word.value >= kDawn &&
      (at[-1].is(Kind::kAt) || at[-1].is(Kind::kBefore) || at[-1].is(Kind::kAfter));
  const bool in_it = the && (at[-2].is(Kind::kIn) || at[-2].is(Kind::kDuring) ||
                             at[-2].is(Kind::kBy) || at[-2].is(Kind::kUntil));
  const bool by = at[-1].is(Kind::kBy) && joined(at);
  const bool all = at->gap == Gap::kSpace && context.is_word(at[-1], "all");
  if (!in_it && !dawn && !by && !all) return false;
  if (all) reading.takes = kTakesAll;
  const Date day = context.day_of_time(*at);
  reading.score = 0.6;
  if (!day) return set_unresolved(reading, at + 1, Grain::kDay, "part of a day", {});
  set_period(reading, at + 1, {Grain::kDay, day}, "part of a day", day);
  reading.value += code;
  return true;
}

void add_time(const Context& context, Reading& reading) {
  const Token* at = reading.end;
  // "tonight at 7": the hour says which.
  const bool night = reading.type == DateType::kTime && reading.minute < 0 &&
                     reading.value.ends_with("TNI");
  const bool day = (reading.type == DateType::kDate || night) &&
                   reading.precision == DatePrecision::kDay &&
                   reading.range.first == reading.range.last;
  const bool set = reading.type == DateType::kSet;
  if (!day && !set) return;
  if (night && !at->is(Kind::kAt)) return;
  const Token* part = follows(at, Kind::kPhase) ? at + 1 : at;
  if (follows(part, Kind::kDayPart) && (part->word.flags & kPlural) == 0) {
    if (set && !reading.value.starts_with("XXXX")) return;
    reading.end = part + 1;
    if (day) reading.type = DateType::kTime;
    if (!reading.value.empty()) reading.value += kPartCodes[part->word.value];
    return;
  }
  const bool linked = near(at) && at->gap != Gap::kHyphen;
  // "Thursday, at 7 p.m.": two expressions, the time of that day.
  if (at->gap == Gap::kComma && at->is(Kind::kAt)) return;
  const Token* hour = linked && at->is(Kind::kAt) ? at + 1 : at;
  if (!linked || (hour == at && at->gap != Gap::kComma && at->gap != Gap::kSpace))
    return;
  Clock clock;
  if (hour->is(Kind::kNumber)) clock = read_digits(context, hour);
  if (clock.end == nullptr && night && hour->decimal && hour->fraction < 60)
    clock = {hour + 1, hour->number % 24 * 60 + hour->fraction, false};
  if (clock.end == nullptr && hour != at) clock = read_hour(context, hour);
  if (clock.end == nullptr && hour->is(Kind::kClock))
    clock = {hour + 1, hour->word.value * 60, true};
  if (clock.end == nullptr) return;
  skip_zone(context, clock);
  apply_part(clock);
  if (!clock.sure && (night || reading.value.ends_with("TEV"))) {
    clock.minute = hour_in_part(clock.minute, kEvening);
  } else if (!clock.sure && reading.value.ends_with("TMO")) {
    clock.minute = hour_in_part(clock.minute, kMorning);
  } else if (!clock.sure) {
    clock.minute = likely_hour(clock.minute / 60) * 60 + clock.minute % 60;
  }
  if (night) reading.value.resize(reading.value.find('T'));
  reading.end = clock.end;
  reading.minute = clock.minute;
  if (day) reading.type = DateType::kTime;
  if (set && !reading.value.starts_with("XXXX")) reading.value = "XXXX-XX-XX";
  if (set)
    reading.value.resize(std::min(reading.value.find('T'), reading.value.size()));
  if (day && reading.value.empty()) return;
  reading.value += clock_text(clock.minute);
}

}  // namespace dateline::dates
