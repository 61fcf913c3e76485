// Weekdays, today and its neighbours, tonight.

#include "index/dates/near_side.h"
#include "index/dates/reading.h"
#include "index/dates/tense.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "weekday";

std::string partial_weekday(int number) { return "XXXX-WXX-" + std::to_string(number); }

// "Tuesday, July 26" of a year that is not told: the next or the last one in which the
// day is a Tuesday.
bool set_matching_year(int number, Reading& reading) {
  for (const int years : {1, -1}) {
    Date day = reading.period.first;
    day.year += years;
    if (is_valid(day) && weekday(day) == number)
      return set_period(reading, reading.end, {Grain::kDay, day}, reading.rule,
                        reading.anchor);
  }
  return false;
}

// "Thursday night, 4 February".
bool read_part_with_day(const Context& context, const Token* at, Reading& reading) {
  const Token* part = at + 1;
  const Token* day = at + 2;
  if (!follows(part, Kind::kDayPart) || !near(day) ||
      !(day->is(Kind::kMonth) || day->is(Kind::kNumber)))
    return false;
  Reading whole;
  if (!read_plain_day(context, day, whole) || !whole.period ||
      whole.range.first != whole.range.last ||
      weekday(whole.period.first) != at->word.value)
    return false;
  reading = whole;
  reading.type = DateType::kTime;
  reading.value += kDayPartCodes[part->word.value];
  return true;
}

// "Thursday, March 2, 2023", "Thursday 2 March": the day says it all.
bool read_with_day(const Context& context, const Token* at, Reading& reading) {
  if (read_part_with_day(context, at, reading)) return true;
  const Token* day = at + 1;
  if (!near(day) && !((at->word.flags & kShort) != 0 && day->gap == Gap::kDotSpace))
    return false;
  if (follows(day, Kind::kThe)) ++day;
  if (!day->is(Kind::kMonth) && !day->is(Kind::kNumber)) return false;
  if (!read_plain_day(context, day, reading)) return false;
  if (!reading.period || weekday(reading.period.first) == at->word.value) return true;
  if (reading.anchor && reading.range.first == reading.range.last &&
      set_matching_year(at->word.value, reading))
    return true;
  reading.score = 0.5;
  return true;
}

// "Friday the 13th": the nearest such day, the last one unless the tense is ahead.
bool read_with_number(const Context& context, const Token* at, Reading& reading) {
  constexpr int kReach = 200;  // Days.
  const Token* day = at + 2;
  if (!follows(at + 1, Kind::kThe) || !joined(day) || !day->ordinal || !is_day(day) ||
      day[1].is(Kind::kOf) || day[1].is(Kind::kMonth) || !context.reference)
    return false;
  const int step = points_ahead(context, at, day + 1) ? 1 : -1;
  for (int days = 0; days < kReach; ++days) {
    const Date date = day_after(context.reference, step * days);
    if (date.day == day->number && weekday(date) == at->word.value)
      return set_period(reading, day + 1, {Grain::kDay, date}, kRule,
                        context.reference);
  }
  return false;
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

// "Saturday mornings", "Sunday nights"; but "Monday and Tuesday nights" are two.
bool read_parts_of_weekday(const Token* at, Reading& reading) {
  const Token* part = at + 1;
  const bool second = at[-1].is(Kind::kAnd) && at[-2].is(Kind::kWeekday);
  if (follows(part, Kind::kUnit) && part->word.value == kNight && !second)
    return set_value(reading, part + 1, DateType::kSet,
                     partial_weekday(at->word.value) + "TNI", "set");
  if (!follows(part, Kind::kDayPart) || (part->word.flags & kPlural) == 0) return false;
  return set_value(
      reading, part + 1, DateType::kSet,
      partial_weekday(at->word.value) + std::string(kDayPartCodes[part->word.value]),
      "set");
}

// "Monday week": a week after the next one.
bool read_week_behind(const Context& context, const Token* at, Reading& reading) {
  const Token* week = at + 1;
  if (!follows(week, Kind::kUnit) || week->word.value != kWeek ||
      (week->word.flags & kPlural) != 0 || week->gap != Gap::kSpace || week->capital ||
      week[1].gap <= Gap::kHyphen || !context.reference)
    return false;
  const int days = (at->word.value - weekday(context.reference) + 6) % 7 + 8;
  return set_period(reading, week + 1,
                    {Grain::kDay, day_after(context.reference, days)}, kRule,
                    context.reference);
}

// Bloody Sunday, Sheffield Wednesday, May Tuesday-Brown.
bool is_name(const Context& context, const Token* at) {
  const Token& next = at[1];
  if (next.gap == Gap::kHyphen && next.capital && next.is(Kind::kNone)) return true;
  // "Saturday Night Live"
  if (next.is(Kind::kDayPart) && next.capital && !next.capitals && joined(&next) &&
      at[2].is(Kind::kNone) && at[2].capital && at[2].gap == Gap::kSpace)
    return true;
  if (at->gap != Gap::kSpace || !at[-1].capital) return false;
  for (const std::string_view word :
       {"black", "bloody", "sheffield", "ruby", "joe", "super"})
    if (context.is_word(at[-1], word)) return true;
  return false;
}

// "in a Friday interview", where a Friday would be any.
bool is_told_of(const Token* at) {
  const Token& next = at[1];
  return next.gap == Gap::kSpace && next.is(Kind::kNone) && !next.capital && !next.past;
}

// "today's world", "today's youth".
bool is_of_the_times(const Context& context, const Token& token) {
  return context.is_word(token, "world") || context.is_word(token, "youth") ||
         context.is_word(token, "standards");
}

// "as strong today as", "more today than", "what is today the Ballet", "as it is
// today".
bool means_nowadays(const Context& context, const Token* at) {
  const Token& next = at[1];
  if (joined(&next) &&
      (next.is(Kind::kThan) || (next.is(Kind::kAs) && at[-2].is(Kind::kAs))))
    return true;
  const Token& before = at[-1];
  const bool is = context.is_word(before, "is") || context.is_word(before, "are");
  const bool state = is && joined(at) &&
                     (context.is_word(at[-2], "what") ||
                      context.is_word(at[-2], "it") || context.is_word(at[-2], "they"));
  return state || (joined(at) && context.is_word(before, "alive")) ||
         (joined(at) && context.is_word(at[-2], "still"));
}

// "on NBC's "Today."": what stands alone between quotation marks.
bool is_show(const Context& context, const Token* at) {
  const auto is_mark = [](char c) { return c == '"' || c == '\'' || c == '`'; };
  std::size_t end = at->end;
  const std::string_view text = context.text;
  if (end < text.size() && (text[end] == '.' || text[end] == ',')) ++end;
  return at->capital && !at->capitals && at->begin > 1 &&
         is_mark(context.before(*at)) && text[at->begin - 2] != '\n' &&
         end < text.size() && is_mark(text[end]) && !at->possessive;
}

// "Thursday and Friday", "Friday or Saturday", with `at` the second, and the first just
// read.
bool continues_days(const Context& context, const Token* at) {
  const Story& story = context.story;
  return joined(at) && (at[-1].is(Kind::kAnd) || at[-1].is(Kind::kOr)) &&
         joined(at - 1) && at[-2].is(Kind::kWeekday) && story.day &&
         story.day_at == at[-2].begin && weekday(story.day) == at[-2].word.value;
}

// "Monday to Friday", "Monday through Friday", with `at` the last.
bool ends_range(const Token* at) {
  return joined(at) && (at[-1].is(Kind::kTo) || at[-1].is(Kind::kThrough)) &&
         joined(at - 1) && at[-2].is(Kind::kWeekday);
}

}  // namespace

bool set_weekday(const Context& context, const Token* at, const Token* day,
                 int direction, Reading& reading) {
  const Token* end = day + 1;
  const int number = day->word.value;
  reading.score = 0.7;
  if (!context.reference)
    return set_unresolved(reading, end, Grain::kDay, kRule, partial_weekday(number));
  const int today = weekday(context.reference);
  int days = direction > 0   ? (number - today + 7) % 7
             : direction < 0 ? -((today - number + 7) % 7)
                             : days_to_bare_weekday(context, at, end, number);
  if (days == 0 && direction != 0) days = 7 * direction;
  // "from Monday to Friday", "Thursday and Friday": not before the first.
  const Date first = context.story.day;
  const int from = to_days(first) - to_days(context.reference);
  const int next = from + (number - weekday(first) + 7) % 7;
  if (direction == 0 && from > 0 && (ends_range(at) || continues_days(context, at)))
    days = next;
  if (direction == 0 && from <= 0 && next <= 0 && continues_days(context, at))
    days = next;
  const Period period{Grain::kDay, day_after(context.reference, days)};
  return set_period(reading, end, period, kRule, context.reference);
}

bool read_weekday(const Context& context, const Token* at, Reading& reading) {
  if (read_with_day(context, at, reading)) return true;
  if (!context.lexicon.is_english()) return false;
  if ((at->word.flags & kPlural) != 0)
    return set_value(reading, at + 1, DateType::kSet, partial_weekday(at->word.value),
                     "set");
  if (read_parts_of_weekday(at, reading)) return true;
  const bool short_form = (at->word.flags & kShort) != 0;
  if (short_form && context.after(*at) != '.') return false;
  if (is_name(context, at)) return false;
  // "The Sunday Times" is a paper's name.
  if (at->capital && at[1].capital && at[1].gap == Gap::kSpace)
    for (const std::string_view word :
         {"times", "telegraph", "mirror", "express", "mail", "independent", "herald",
          "post", "tribune", "star", "mass", "world"})
      if (context.is_word(at[1], word)) return false;
  // "the Sunday papers" are of no Sunday.
  for (const std::string_view word : {"papers", "school", "roast", "lunch", "best"})
    if (context.is_word(at[1], word) && at[1].gap == Gap::kSpace) return false;
  if (at[-1].is(Kind::kA) && joined(at) && !is_told_of(at)) return false;
  if (read_of_week(context, at, reading) || read_week_behind(context, at, reading) ||
      read_with_number(context, at, reading))
    return true;
  if (!set_weekday(context, at, at, 0, reading)) return false;
  reading.takes = kTakesHour;
  return true;
}

// "today", "yesterday", "tomorrow".
bool read_day_word(const Context& context, const Token* at, Reading& reading) {
  if (at->possessive && is_of_the_times(context, at[1])) return false;
  if (at->word.value == 0 && means_nowadays(context, at))
    return set_value(reading, at + 1, DateType::kDate, "PRESENT_REF", "reference");
  if (context.is_in_name(*at) || is_show(context, at)) return false;
  reading.takes = kTakesHour;
  if (!context.reference)
    return set_unresolved(reading, at + 1, Grain::kDay, "day word");
  const Date from = context.day_of_speech(*at);
  const Period day{Grain::kDay, day_after(from, at->word.value)};
  return set_period(reading, at + 1, day, "day word", from);
}

// "tonight", "overnight".
bool read_tonight(const Context& context, const Token* at, Reading& reading) {
  // "the overnight rate", "an overnight bag"
  for (const std::string_view word :
       {"rate", "rates", "lending", "repo", "funds", "loan", "loans", "call", "money",
        "deposits", "bag", "bags", "layovers", "delivery", "mail", "success"})
    if (context.is_word(at[1], word) && at[1].gap == Gap::kSpace) return false;
  if (context.is_in_name(*at)) return false;
  reading.type = DateType::kTime;
  // "overnight" is the night before a paper appears.
  Date day = at->word.value == 0 ? context.reference : context.day_of_time(*at);
  if (at->word.value != 0 && day && day == context.reference &&
      !points_ahead(context, at, at + 1))
    day = day_after(day, -1);
  reading.is_aside = at->word.value != 0;
  if (!day) return set_unresolved(reading, at + 1, Grain::kDay, "night");
  set_period(reading, at + 1, {Grain::kDay, day}, "night", day);
  reading.value += "TNI";
  return true;
}

}  // namespace dateline::dates
