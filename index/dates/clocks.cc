#include "index/dates/clocks.h"

namespace dateline::dates {
namespace {

constexpr int kNoHalf = -1;
constexpr int kHourMinutes = 60;
constexpr int kNoonMinute = 12 * kHourMinutes;

// "am", "p.m.": 0 or 12, and the end; kNoHalf for neither.
int meridiem(const Context& context, const Token* at, const Token*& end) {
  if (at->gap > Gap::kSpace) return kNoHalf;
  if (at->is(Kind::kMeridiem)) {
    end = at + 1;
    return at->word.value;
  }
  const bool m = at[1].gap == Gap::kDot && context.is_word(at[1], "m");
  if (!m || (!context.is_word(*at, "a") && !context.is_word(*at, "p"))) return kNoHalf;
  end = at + 2;
  return context.is_word(*at, "a") ? 0 : 12;
}

void apply_meridiem(const Context& context, Clock& clock) {
  const Token* end = nullptr;
  const int half = meridiem(context, clock.end, end);
  if (half == kNoHalf || clock.minute >= 13 * kHourMinutes) return;
  clock.minute = clock.minute % kNoonMinute + half * kHourMinutes;
  clock.sure = true;
  clock.end = end;
}

// "10:30", with "10:30:15".
Clock read_colon(const Context& context, const Token* at) {
  const Token* next = at + 1;
  Clock clock{next + 1, at->number * kHourMinutes + next->number, false};
  const bool seconds = clock.end->gap == Gap::kColon && clock.end->is(Kind::kNumber);
  if (seconds) ++clock.end;
  clock.sure = at->number > 12 || at->digits == 2;
  apply_meridiem(context, clock);
  // "2:07:59" is how long the winner ran.
  return seconds && at->digits == 1 && !clock.sure ? Clock{} : clock;
}

// "GMT", "local time" behind an hour.
bool is_zone(const Context& context, const Token* at) {
  return (at->is(Kind::kZone) && at->capitals) ||
         (context.is_word(*at, "local") && follows(at + 1, Kind::kTime));
}

// "1030 GMT", "1456 local time".
bool is_four_digits(const Context& context, const Token* at) {
  const Token* next = at + 1;
  return at->digits == 4 && !at->decimal && next->gap == Gap::kSpace &&
         at->number % 100 < 60 && at->number < 2400 && is_zone(context, next);
}

// "at 0600", as ships and soldiers tell it.
bool is_ship_time(const Context& context, const Token* at) {
  const bool placed = at[-1].is(Kind::kAt) || at[-1].is(Kind::kBy) ||
                      at[-1].is(Kind::kUntil) || at[-1].is(Kind::kSince);
  return placed && joined(at) && at->is_plain_number() && at->digits == 4 &&
         at->end - at->begin == 4 && context.text[at->begin] == '0' &&
         at->number % 100 < 60;
}

// "1%", "8\ percent" with a wire's fraction, the last number of "3-1": no hour.
bool is_share_or_score(const Context& context, const Token* at) {
  return at->is(Kind::kNumber) &&
         (context.after(*at) == '%' || context.after(*at) == '\\' ||
          (at->gap == Gap::kHyphen && at[-1].is(Kind::kNumber)));
}

bool ends_clause(const Context& context, const Token* at) {
  return context.starts_line(*at) || at->gap > Gap::kHyphen || at->is(Kind::kOn) ||
         at->is(Kind::kAnd) || at->is(Kind::kDayWord) || at->is(Kind::kEnd) ||
         at->is(Kind::kWeekday);
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
  if (at->is(Kind::kTonight)) return at->word.value == 0;
  const bool pointer = at->is(Kind::kPointer) || at->is(Kind::kEvery);
  return pointer && at[1].is(Kind::kDayPart) && joined(at + 1);
}

bool is_pronoun(const Context& context, const Token& token) {
  constexpr std::string_view kPronouns[] = {"it", "he",    "she",  "they",
                                            "we", "there", "when", "i"};
  for (const std::string_view word : kPronouns)
    if (context.is_word(token, word)) return true;
  return false;
}

// Whether another phrase begins there, and no noun that a number counts.
bool begins_phrase(const Context& context, const Token* at) {
  return ends_clause(context, at) || at->is(Kind::kThe) || at->is(Kind::kA) ||
         at->is(Kind::kPast) || is_pronoun(context, *at) ||
         (at->capital && !at->capitals && at->is(Kind::kNone));
}

// "at", "by" at the head of a sentence.
bool is_opening(const Token& token) {
  return (token.is(Kind::kAt) || token.is(Kind::kBy)) && token.capital;
}

// The word before an hour, or before "about" the hour.
const Token* link_of(const Token* at) {
  return at[-1].is(Kind::kBound) && joined(at) ? at - 2 : at - 1;
}

bool introduces_hour(const Context& context, const Token* at) {
  const Token* link = link_of(at);
  switch (link->word.kind) {
    case Kind::kAt:
    case Kind::kBy:
    case Kind::kUntil:
    case Kind::kSince:
      return joined(at);
    case Kind::kAfter:
    case Kind::kBefore:
      return joined(at) && link == at - 1 &&
             (context.is_word(at[-2], "shortly") || context.is_word(at[-2], "just"));
    default:
      return false;
  }
}

// Whether money, shares or shares of a hundred are told of just before, where "at 9.30"
// is a price.
bool tells_prices(const Context& context, const Token& at) {
  constexpr std::uint32_t kNear = 80;
  const std::uint32_t from = at.begin > kNear ? at.begin - kNear : 0;
  const auto before = context.text.substr(from, at.begin - from);
  if (before.find_first_of("$%") != before.npos) return true;
  for (const std::string_view word :
       {"percent", "per cent", "price", "point", "share", "\xC2\xA3", "\xE2\x82\xAC"})
    if (before.find(word) != before.npos) return true;
  return false;
}

// "9.30", "12.50": two digits behind the dot.
bool is_dotted_hour(const Context& context, const Token& token) {
  const std::uint32_t size = token.end - token.begin;
  return token.decimal && !token.glued && !token.grouped && size == token.digits + 3U &&
         token.number < 24 && token.fraction < 60 && context.after(token) != '%' &&
         !tells_prices(context, token);
}

// The hour in words or digits, with its minutes where a dot parts them.
Clock plain_hour(const Token* at) {
  int hour = 0;
  int minute = 0;
  if (at->is(Kind::kCardinal) && at->word.value <= 12) {
    hour = at->word.value;
  } else if (at->is(Kind::kNumber) && !at->grouped && !at->glued && !at->plural &&
             !at->ordinal && at->digits <= 2 && at->number >= 1 &&
             at->number <= (at->decimal ? 23 : 12)) {
    hour = at->number;
    minute = at->decimal ? at->fraction : 0;
  }
  if (hour == 0 || minute >= kHourMinutes) return {};
  return {at + 1, hour * kHourMinutes + minute, hour > 12};
}

// Hours by the part of the day: "eight" of an evening is 20:00.
int minute_in_part(int minute, int part) {
  const int hour = minute / kHourMinutes;
  if (part == kMorning || part == kDawn)
    return hour == 12 ? minute - kNoonMinute : minute;
  const bool late =
      part == kAfternoon || part == kEvening || part == kDusk || hour >= 6;
  return late && hour < 12 ? minute + kNoonMinute : minute;
}

}  // namespace

Clock read_digits(const Context& context, const Token* at) {
  const char before = context.before(*at);
  if (at->grouped || at->glued || at->plural || at->ordinal || before == '$' ||
      before == '-' || before == ':')
    return {};
  const Token* next = at + 1;
  const bool colon = next->gap == Gap::kColon && next->is_plain_number() &&
                     next->digits == 2 && next->number < 60 && at->digits <= 2 &&
                     at->number <= 24;
  if (colon) return read_colon(context, at);
  if (is_four_digits(context, at) || is_ship_time(context, at))
    return {next, at->number / 100 * kHourMinutes + at->number % 100, true};
  if (at->number > 24 || at->digits > 2 || (at->decimal && at->fraction > 59))
    return {};
  Clock clock{next, at->number * kHourMinutes + (at->decimal ? at->fraction : 0),
              false};
  apply_meridiem(context, clock);
  if (clock.sure) return clock;
  // "10.45 BST", "10.00 local time"
  if (at->decimal && joined(next) && is_zone(context, next)) {
    clock.sure = true;
    return clock;
  }
  if (!follows(clock.end, Kind::kOclock)) return {};
  ++clock.end;
  return clock;
}

Clock read_hour(const Context& context, const Token* at) {
  Clock clock = plain_hour(at);
  if (clock.end == nullptr || is_share_or_score(context, at)) return {};
  // "at nine dlrs per share", "estimated at 8.41 mln"
  if (follows(clock.end, Kind::kCounted)) return {};
  if (follows(clock.end, Kind::kOclock)) {
    ++clock.end;
    return clock;
  }
  if (is_in_part(clock.end)) return clock;
  const bool introduced = introduces_hour(context, at);
  if (is_dotted_hour(context, *at))
    return (introduced && begins_phrase(context, clock.end)) || is_day_behind(clock.end)
               ? clock
               : Clock{};
  // "beaten by two", "sold at 9"
  const Token& link = *link_of(at);
  const bool by = introduced && !link.is(Kind::kAt);
  const bool word = at->is(Kind::kCardinal);
  if ((link.is(Kind::kAfter) || link.is(Kind::kBefore)) && introduced &&
      is_day_behind(clock.end))
    return clock;
  // "tomorrow morning at 8"
  if (link.is(Kind::kAt) && introduced && (&link)[-1].is(Kind::kDayPart)) return clock;
  if (by && !(word && at->word.value > 1)) return {};
  if (is_day_behind(clock.end) && (!word || !clock.end->is(Kind::kOn) || introduced))
    return clock;
  if (!introduced || at->decimal || (!word && tells_prices(context, *at))) return {};
  if (word && is_opening(at[-1]))
    return begins_phrase(context, clock.end) ? clock : Clock{};
  if (by) return clock.end->gap > Gap::kHyphen ? clock : Clock{};
  if (word && is_pronoun(context, *clock.end)) return clock;
  return ends_clause(context, clock.end) ? clock : Clock{};
}

Clock read_hour_of_day(const Context& context, const Token* at) {
  const Clock clock = plain_hour(at);
  if (clock.end == nullptr || at->decimal) return read_hour(context, at);
  const Token* next = clock.end;
  const bool counted =
      joined(next) &&
      (next->is(Kind::kUnit) || next->is(Kind::kOf) || next->is(Kind::kCounted) ||
       next->is(Kind::kMore) || next->is(Kind::kScale));
  const bool noun = joined(next) && next->is(Kind::kNone) && !next->capital &&
                    context.text[next->end - 1] == 's';
  const bool word = at->is(Kind::kCardinal) && at->word.value > 1;
  return word && !counted && !noun ? clock : read_hour(context, at);
}

void skip_zone(const Context& context, Clock& clock) {
  const Token* at = clock.end;
  if (at->gap > Gap::kSpace && !is_behind_m(context, at)) return;
  if (at->is(Kind::kZone) && at->capitals) {
    clock.end = at + 1;
  } else if (follows(at + 1, Kind::kTime) &&
             (at->capital || context.is_word(*at, "local"))) {
    clock.end = at + 2;
  } else if (at->capital && (at->is(Kind::kNone) || at->is(Kind::kFeast)) &&
             at[1].capital && joined(at + 1) && follows(at + 2, Kind::kTime)) {
    clock.end = at + 3;  // "New York time"
  }
}

void apply_part(Clock& clock) {
  if (!is_in_part(clock.end)) return;
  settle(clock, clock.end[2].word.value);
  clock.sure = true;
  clock.end += 3;
}

// Of the hours that people name without their half of the day, one to six are of the
// afternoon.
void settle(Clock& clock, int part) {
  if (clock.sure) return;
  const int hour = clock.minute / kHourMinutes;
  if (part >= 0)
    clock.minute = minute_in_part(clock.minute, part);
  else if (hour >= 1 && hour <= 6)
    clock.minute += kNoonMinute;
}

bool is_behind_m(const Context& context, const Token* at) {
  return at->gap == Gap::kDotSpace && context.is_word(at[-1], "m") &&
         at[-1].gap == Gap::kDot;
}

std::string clock_text(int minute) {
  const auto two = [](int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return 'T' + two(minute / kHourMinutes) + ':' + two(minute % kHourMinutes);
}

}  // namespace dateline::dates
