// Parts of the day: "in the evening", "the night of 14 June", "Friday night".

#include "index/dates/clocks.h"
#include "index/dates/timed_day.h"

#include <algorithm>

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "part of a day";

bool set_part(Reading& reading, const Token* end, Date day, Date anchor,
              std::string_view code) {
  reading.type = DateType::kTime;
  set_period(reading, end, {Grain::kDay, day}, kRule, anchor);
  reading.value += code;
  return true;
}

// The first of "3 to 4 May", which share a night; or none.
TimedDay first_of_two(const Context& context, const Token* at) {
  Reading days;
  if (!(at->is(Kind::kMonth) || at->is(Kind::kNumber)) || !joined(at) ||
      !read_plain_day(context, at, days) || !days.period ||
      days.range.last != day_after(days.period.first, 1))
    return {};
  return {days.end, days.period.first, days.anchor, -1};
}

// "of 14 June", "on Friday" behind a part of the day; "dawn Friday" if `bare`.
TimedDay day_behind(const Context& context, const Token* at, bool bare) {
  if (bare && at->gap == Gap::kSpace &&
      (at->is(Kind::kWeekday) || at->is(Kind::kDayWord)))
    return read_timed_day(context, at);
  const bool on =
      follows(at, Kind::kOn) && (at[1].is(Kind::kWeekday) || at[1].is(Kind::kMonth));
  if (!follows(at, Kind::kOf) && !on) return {};
  const TimedDay day = read_timed_day(context, at + 1);
  return day.end != nullptr ? day : first_of_two(context, at + 1);
}

// "by late afternoon", "in early evening", with `phase` the first word.
bool begins_part(const Token* phase) {
  const Token& before = phase[-1];
  return phase->word.value < kStartOf && joined(phase) &&
         (before.is(Kind::kBy) || before.is(Kind::kIn) || before.is(Kind::kUntil) ||
          before.is(Kind::kSince));
}

// "in the evening", "through the night", "into the night", with `link` before "the".
bool leads_to_part(const Context& context, const Token& link) {
  return link.is(Kind::kIn) || link.is(Kind::kDuring) || link.is(Kind::kBy) ||
         link.is(Kind::kUntil) || link.is(Kind::kThrough) || link.is(Kind::kOn) ||
         context.is_word(link, "into");
}

// Whether a part of the day stands where it tells when: "in the evening", "by night",
// "before dawn", "at the crack of dawn".
bool is_placed(const Context& context, const Token* at) {
  const Token& before = at[-1];
  if (!joined(at)) return false;
  switch (before.word.kind) {
    case Kind::kThe:
      return leads_to_part(context, at[-2]);
    case Kind::kPhase:
      return begins_part(at - 1);
    case Kind::kOf:
      return at->word.value == kDawn &&
             (context.is_word(at[-2], "crack") || context.is_word(at[-2], "break"));
    case Kind::kBy:
      return true;
    case Kind::kUntil:
      return at->word.value == kEvening || at->word.value >= kDawn;
    case Kind::kAt:
    case Kind::kBefore:
    case Kind::kAfter:
    case Kind::kSince:
      return at->word.value >= kDawn;
    default:
      return at->gap == Gap::kSpace && context.is_word(before, "all");
  }
}

// "in the evenings".
bool read_day_parts(const Token* at, Reading& reading) {
  if (!joined(at) || !at[-1].is(Kind::kThe) || !at[-2].is(Kind::kIn)) return false;
  reading.takes = kTakesThe;
  return set_value(reading, at + 1, DateType::kSet,
                   "XXXX-XX-XX" + std::string(kDayPartCodes[at->word.value]), "set");
}

// The hour behind a day or a night, without its day.
Clock hour_behind(const Context& context, const Token* at, bool night) {
  const bool linked = near(at) && at->gap != Gap::kHyphen;
  // "Thursday, at 7 p.m.": two expressions, the time of that day.
  if (!linked || (at->gap == Gap::kComma && at->is(Kind::kAt))) return {};
  const Token* hour = at->is(Kind::kAt) ? at + 1 : at;
  Clock clock;
  if (hour->is(Kind::kNumber)) clock = read_digits(context, hour);
  // "Wed. 0712"
  if (clock.end == nullptr && hour == at && hour->is_plain_number() &&
      hour->digits == 4 && hour->end - hour->begin == 4 && hour->number < 1000 &&
      hour->number % 100 < 60)
    clock = {hour + 1, hour->number / 100 * 60 + hour->number % 100, true};
  if (clock.end == nullptr && night && hour->decimal && hour->fraction < 60)
    clock = {hour + 1, hour->number % 24 * 60 + hour->fraction, false};
  if (clock.end == nullptr && hour != at) clock = read_hour_of_day(context, hour);
  if (clock.end == nullptr && hour != at) {
    Reading past;
    if (read_past_hour(context, hour, past) && past.is_guess)
      clock = {past.end, past.minute % (12 * 60), false};
  }
  if (clock.end == nullptr && hour->is(Kind::kClock))
    clock = {hour + 1, hour->word.value * 60, true};
  return clock;
}

// Adds the part of the day behind a day: "Friday night".
void add_part(Reading& reading, const Token* part) {
  const bool set = reading.type == DateType::kSet;
  if (set && !reading.value.starts_with("XXXX")) return;
  reading.end = part + 1;
  if (!set) reading.type = DateType::kTime;
  if (!reading.value.empty()) reading.value += kDayPartCodes[part->word.value];
}

// Makes a day or a set one of the clock.
void add_clock(Reading& reading, const Clock& clock) {
  const bool set = reading.type == DateType::kSet;
  reading.end = clock.end;
  reading.minute = clock.minute;
  if (set && !reading.value.starts_with("XXXX")) reading.value = "XXXX-XX-XX";
  reading.value.resize(std::min(reading.value.find('T'), reading.value.size()));
  if (!set) reading.type = DateType::kTime;
  if (!reading.value.empty()) reading.value += clock_text(clock.minute);
}

int part_of(const Reading& reading, bool night) {
  if (night || reading.value.ends_with("TEV")) return kEvening;
  if (reading.value.ends_with("TNI")) return kNightPart;
  return reading.value.ends_with("TMO") ? kMorning : -1;
}

// "the night before last".
bool read_night_before_last(const Context& context, const Token* at, Reading& reading) {
  const Token* last = at + 2;
  if (!follows(at + 1, Kind::kBefore) || !follows(last, Kind::kPointer) ||
      last->word.value != kLast || !context.reference)
    return false;
  reading.takes = kTakesThe;
  return set_part(reading, last + 1, day_after(context.reference, -2),
                  context.reference, kDayPartCodes[at->word.value]);
}

// "the night before", "the morning after".
bool read_night_beside(const Context& context, const Token* at, Reading& reading) {
  const Token* link = at + 1;
  const bool before = follows(link, Kind::kBefore);
  if ((!before && !follows(link, Kind::kAfter)) || !joined(at) ||
      !at[-1].is(Kind::kThe) || (link[1].gap <= Gap::kSpace && !at[-2].is(Kind::kFrom)))
    return false;
  if (!before && at->word.value != kMorning) return false;
  const Date from = context.now();
  if (!from) return false;
  reading.takes = kTakesThe;
  return set_part(reading, link + 1, day_after(from, before ? -1 : 1), from,
                  kDayPartCodes[at->word.value]);
}

// "on the night of the attack": the one that the text tells of.
bool is_of_event(const Token* at) {
  return at[-1].is(Kind::kThe) && at[-2].is(Kind::kOn) && at[2].is(Kind::kThe) &&
         at[3].is(Kind::kNone);
}

}  // namespace

// "in the evening", "the night of 14 June".
bool read_day_part(const Context& context, const Token* at, Reading& reading) {
  if ((at->word.flags & kPlural) != 0) return read_day_parts(at, reading);
  const std::string_view code = kDayPartCodes[at->word.value];
  reading.takes = kTakesThe | kTakesPhase;
  if (at->capital && context.is_in_name(*at)) return false;
  const bool bare = at->word.value >= kDawn;
  if (const TimedDay day = day_behind(context, at + 1, bare); day.end != nullptr)
    return set_part(reading, day.end, day.day, day.anchor, code);
  if (read_night_before_last(context, at, reading) ||
      read_night_beside(context, at, reading))
    return true;
  if (!is_placed(context, at)) return false;
  if (follows(at + 1, Kind::kOf) && !is_of_event(at)) return false;
  const bool all = context.is_word(at[-1], "all");
  if (all) reading.takes = kTakesAll;
  const bool whole = all || (at[-1].is(Kind::kThe) && at[-2].is(Kind::kThrough));
  reading.score = 0.6;
  reading.is_guess = true;
  Date day = context.day_of_time(*at);
  // What a paper tells of a whole night is of the one before.
  const bool dark = at->word.value == kNightPart || at->word.value == kEvening;
  if (whole && dark && day && day == context.reference && context.story.day != day)
    day = day_after(day, -1);
  if (code == "TMO" && context.is_next_day(day, 0)) day = day_after(day, 1);
  if (day) return set_part(reading, at + 1, day, day, code);
  reading.type = DateType::kTime;
  return set_unresolved(reading, at + 1, Grain::kDay, kRule);
}

// "the small hours of 27 February", "in the early hours", "the early morning hours".
bool read_small_hours(const Context& context, const Token* at, Reading& reading) {
  const Token* hours = at + 1;
  const bool morning = follows(hours, Kind::kDayPart) && hours->word.value == kMorning;
  if (morning) ++hours;
  const std::string_view code = morning ? "TMO" : "TNI";
  const bool small =
      at->is(Kind::kSmall) || (at->is(Kind::kPhase) && at->word.value == kStart);
  if (!small || !follows(hours, Kind::kUnit) || hours->word.value != kHour ||
      (hours->word.flags & kPlural) == 0 || !at[-1].is(Kind::kThe))
    return false;
  reading.takes = kTakesThe;
  if (const TimedDay day = day_behind(context, hours + 1, true); day.end != nullptr)
    return set_part(reading, day.end, day.day, day.anchor, code);
  Date day = context.day_of_time(*at);
  if (context.is_next_day(day, 0)) day = day_after(day, 1);
  if (day) return set_part(reading, hours + 1, day, day, code);
  reading.type = DateType::kTime;
  return set_unresolved(reading, hours + 1, Grain::kDay, kRule);
}

void add_time(const Context& context, Reading& reading) {
  const Token* at = reading.end;
  // "tonight at 7": the hour says which.
  const bool night = reading.type == DateType::kTime && reading.minute < 0 &&
                     reading.value.ends_with("TNI");
  const bool day = (reading.type == DateType::kDate || night) &&
                   reading.precision == DatePrecision::kDay &&
                   reading.range.first == reading.range.last;
  if (!day && reading.type != DateType::kSet) return;
  if (night && !at->is(Kind::kAt)) return;
  const Token* part = follows(at, Kind::kPhase) ? at + 1 : at;
  if (follows(part, Kind::kDayPart) && (part->word.flags & kPlural) == 0) {
    add_part(reading, part);
    return;
  }
  Clock clock = hour_behind(context, at, night);
  if (clock.end == nullptr) return;
  skip_zone(context, clock);
  apply_part(clock);
  settle(clock, part_of(reading, night));
  add_clock(reading, clock);
}

}  // namespace dateline::dates
