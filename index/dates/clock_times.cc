// Times of the clock, and their days.

#include "index/dates/clocks.h"
#include "index/dates/tense.h"
#include "index/dates/timed_day.h"

namespace dateline::dates {
namespace {

constexpr int kMidnight = 24 * 60;

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

// "daily", "every day", "each morning" behind a time, or null.
const Token* recurrence(const Token* at) {
  if (!near(at) && at->gap != Gap::kDotSpace) return nullptr;
  if (at->is(Kind::kAdverb) && at->word.value == kDayUnit) return at + 1;
  const bool unit = at[1].is(Kind::kDayPart) ||
                    (at[1].is(Kind::kUnit) && at[1].word.value == kDayUnit);
  return at->is(Kind::kEvery) && joined(at + 1) && unit ? at + 2 : nullptr;
}

// The last hour of "9 a.m. to 4 p.m." where the first ends at `end`, or none.
Clock range_end(const Context& context, const Token* end) {
  const bool linked =
      (end->is(Kind::kTo) || end->is(Kind::kAnd) || end->is(Kind::kUntil)) &&
      (joined(end) || is_behind_m(context, end));
  const Token* last = linked ? end + 1 : end;
  if (linked && last->is(Kind::kClock)) return {last + 1, last->word.value * 60, true};
  if (!linked && last->gap != Gap::kHyphen) return {};
  const bool word = last->is(Kind::kCardinal) && last->word.value <= 12;
  if (word) return {last + 1, last->word.value * 60, false};
  return last->is(Kind::kNumber) ? read_digits(context, last) : Clock{};
}

// "Open from 9 a.m. to 5 p.m.", of no day that has been named: what recurs.
bool is_habit(const Context& context, const Token* at, const Clock& first,
              const Clock& last) {
  if (!first.sure || !last.sure || tense_at(context, at, last.end) == Tense::kPast)
    return false;
  const Story& story = context.story;
  if (story.day_at == 0) return true;
  const auto between = context.text.substr(story.day_at, at->begin - story.day_at);
  return between.find('\n') != between.npos;
}

// "noon on Sundays", "8 p.m. on Thursdays".
bool read_of_weekdays(const Clock& clock, Reading& reading) {
  const Token* day = follows(clock.end, Kind::kOn) ? clock.end + 1 : clock.end;
  if (!joined(day) || !day->is(Kind::kWeekday) || (day->word.flags & kPlural) == 0)
    return false;
  return set_value(
      reading, day + 1, DateType::kSet,
      "XXXX-WXX-" + std::to_string(day->word.value) + clock_text(clock.minute), "set");
}

// "daily from 6 a.m."
bool is_daily(const Token* at) {
  return at[-1].is(Kind::kFrom) && joined(at) && at[-2].is(Kind::kAdverb) &&
         at[-2].word.value == kDayUnit && joined(at - 1);
}

// "On Monday night they played till two": the hours of a night that is told of.
bool is_of_evening(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 200;
  const Story& story = context.story;
  if (!story.is_evening || !story.day || at->begin - story.day_at > kNear) return false;
  const auto between = context.text.substr(story.day_at, at->begin - story.day_at);
  return between.find('\n') == between.npos;
}

// "On Friday morning at 6:30": the hour of a morning that the sentence tells of.
bool is_of_morning(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 60;
  const Story& story = context.story;
  if (!story.is_morning || !story.day || at->begin - story.day_at > kNear) return false;
  return !has_sentence_end(context.text.substr(story.day_at, at->begin - story.day_at));
}

// "after midnight", "past midnight": of the day that begins.
bool is_after_it(const Context& context, const Token* at) {
  return joined(at) && (at[-1].is(Kind::kAfter) || context.is_word(at[-1], "past"));
}

// The day of a time that names none.
Date day_of(const Context& context, const Token* at, Clock& clock) {
  Date here = context.day_of_time(*at);
  // "10:30 - The vote is over" of a live ticker.
  if (clock.sure && context.reference && context.starts_line(*at))
    return context.reference;
  if (clock.minute != kMidnight)
    return context.is_next_day(here, clock.minute) ? day_after(here, 1) : here;
  if (!is_after_it(context, at)) return here;
  // The night after a day that was told of; else the one before this paper.
  if (here && here != context.reference) here = day_after(here, 1);
  clock.minute = 0;
  return here;
}

// The day of a time: the one behind it, else the one that the text is at.
bool finish(const Context& context, const Token* at, Clock clock, Reading& reading) {
  skip_zone(context, clock);
  apply_part(clock);
  reading.takes = kTakesBound;
  const TimedDay day = read_timed_day(context, clock.end);
  const Clock last = range_end(context, clock.end);
  const Token* recurring = recurrence(last.end != nullptr ? last.end : clock.end);
  const bool in_part = recurring != nullptr && recurring[-1].is(Kind::kDayPart);
  const bool evening = day.end == nullptr && is_of_evening(context, at);
  settle(clock, in_part   ? recurring[-1].word.value
                : evening ? static_cast<int>(kNightPart)
                : day.end == nullptr && is_of_morning(context, at)
                    ? static_cast<int>(kMorning)
                    : day.part);
  if (read_of_weekdays(clock, reading)) return true;
  if (day.end != nullptr)
    return set_clock(reading, day.end, day.day, day.anchor, clock.minute);
  // "9 a.m. to 5 p.m. on Tuesday"
  if (last.end != nullptr && recurring == nullptr) {
    const TimedDay both = read_timed_day(context, last.end);
    if (both.end != nullptr)
      return set_clock(reading, clock.end, both.day, both.anchor, clock.minute);
    if (is_habit(context, at, clock, last)) recurring = last.end;
  }
  if (recurring == nullptr && is_daily(at)) recurring = clock.end;
  if (recurring != nullptr)
    return set_value(reading, recurring, DateType::kSet,
                     "XXXX-XX-XX" + clock_text(clock.minute), "set");
  reading.score = 0.6;
  reading.is_guess = true;
  const Date here = day_of(context, at, clock);
  return set_clock(reading, clock.end, here, here, clock.minute);
}

// The minutes of "half past", "ten to", "quarter past", and the word behind them.
int minutes_beside(const Token* at, const Token*& link) {
  link = at + 1;
  if (at->is(Kind::kHalf)) return 30;
  const bool plural = (at->word.flags & kPlural) != 0;
  if (at->is(Kind::kUnit) && at->word.value == kQuarter && !plural) return 15;
  const bool word = at->is(Kind::kCardinal);
  const bool digits = at->is_plain_number() && at->digits <= 2;
  const int minutes = word ? at->word.value : digits ? at->number : 0;
  if (minutes >= 60) return 0;
  if (link->is(Kind::kUnit) && link->word.value == kMinute && joined(link)) {
    ++link;
    return minutes;
  }
  // "three to one" are odds.
  return word && minutes < 30 && minutes % 5 == 0 ? minutes : 0;
}

// "10.00: Zakir Hussain": an entry of a programme.
Clock read_programme_hour(const Context& context, const Token* at) {
  const bool entry = at->decimal && at->digits == 2 && at->end - at->begin == 5 &&
                     context.starts_line(*at) && context.after(*at) == ':';
  if (!entry || at->number > 23 || at->fraction > 59) return {};
  return {at + 1, at->number * 60 + at->fraction, true};
}

// "between 7 and 8 p.m.", "from 9 to 11 a.m.": the hour that leaves its half of the
// day, and the day, to the next.
bool read_first_of_two(const Context& context, const Token* at, Reading& reading) {
  constexpr int kNoon = 12 * 60;
  const bool begins =
      at[-1].is(Kind::kFrom) || at[-1].is(Kind::kBetween) || at[-1].is(Kind::kAt);
  const Token* link = at + 1;
  const bool linked =
      follows(link, Kind::kTo) || follows(link, Kind::kAnd) || follows(link, Kind::kOr);
  const int hour = at->is(Kind::kCardinal)                    ? at->word.value
                   : at->is_plain_number() && at->digits <= 2 ? at->number
                                                              : 0;
  if (!begins || !joined(at) || !linked || hour < 1 || hour > 12) return false;
  Clock last = link[1].is(Kind::kNumber) ? read_digits(context, link + 1) : Clock{};
  if (last.end == nullptr) last = read_hour(context, link + 1);
  if (last.end == nullptr) return false;
  skip_zone(context, last);
  apply_part(last);
  const TimedDay day = read_timed_day(context, last.end);
  if (!last.sure && day.part < 0) return false;
  settle(last, day.part);
  int minute = hour % 12 * 60;
  if (minute + kNoon < last.minute) minute += kNoon;
  reading.score = day.end != nullptr ? 0.9 : 0.6;
  reading.is_guess = day.end == nullptr;
  const Date here = context.day_of_time(*at);
  return day.end != nullptr ? set_clock(reading, at + 1, day.day, day.anchor, minute)
                            : set_clock(reading, at + 1, here, here, minute);
}

}  // namespace

bool read_clock(const Context& context, const Token* at, Reading& reading) {
  if (read_first_of_two(context, at, reading)) return true;
  Clock clock;
  if (at->is(Kind::kNumber)) clock = read_digits(context, at);
  if (clock.end == nullptr) clock = read_hour(context, at);
  if (clock.end == nullptr) clock = read_programme_hour(context, at);
  // A score, "3:1", is no time, and neither is a verse.
  return clock.end != nullptr && finish(context, at, clock, reading);
}

// "noon", "midnight Friday", "noon on June 30".
bool read_noon(const Context& context, const Token* at, Reading& reading) {
  if (at->capital && at->gap == Gap::kSpace && !at->capitals) return false;
  // "the high noon of his quest"
  if (joined(at) && context.is_word(at[-1], "high")) return false;
  return finish(context, at, {at + 1, at->word.value * 60, true}, reading);
}

// "half past three", "ten to seven", "quarter past nine".
bool read_past_hour(const Context& context, const Token* at, Reading& reading) {
  const Token* link = nullptr;
  const int minutes = minutes_beside(at, link);
  if (minutes == 0) return false;
  const bool past = follows(link, Kind::kPointer) && link->word.value == kPastPointer;
  if (!past && (!follows(link, Kind::kTo) || at->is(Kind::kHalf))) return false;
  const Token* hour = link + 1;
  const int base = hour->is(Kind::kNumber) ? hour->number : hour->word.value;
  const bool named = hour->is(Kind::kClock) ||
                     ((hour->is(Kind::kCardinal) || hour->is_plain_number()) &&
                      base >= 1 && base <= 12);
  if (!named || !joined(hour)) return false;
  const bool evident = past || hour->is(Kind::kClock) ||
                       (follows(hour + 1, Kind::kIn) && hour[2].is(Kind::kThe) &&
                        hour[3].is(Kind::kDayPart)) ||
                       follows(hour + 1, Kind::kOn);
  if (!evident && !at[-1].is(Kind::kAt)) return false;
  const int minute = base * 60 + (past ? minutes : -minutes);
  const int of_day = (minute + kMidnight) % kMidnight;
  return finish(context, at, {hour + 1, of_day, hour->is(Kind::kClock)}, reading);
}

}  // namespace dateline::dates
