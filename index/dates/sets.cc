// What recurs: "every Friday", "daily", "twice a year".

#include "index/dates/counts.h"

namespace dateline::dates {
namespace {

constexpr std::string_view kRule = "set";
constexpr std::string_view kSeasonSets[] = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
bool set_every(Reading& reading, const Token* end, std::string value) {
  return !value.empty() &&
         set_value(reading, end, DateType::kSet, std::move(value), kRule);
}

// "every June", "every 22 February", "each May 3".
bool read_every_month(const Context& context, const Token* at, Reading& reading) {
  Reading day;
  const bool has_day = at->is(Kind::kNumber) || at[1].is(Kind::kNumber);
  if (has_day && read_plain_day(context, at, day)) {
    const Token* month = at->is(Kind::kMonth) ? at : at + 1;
    const int number = at->is(Kind::kMonth) ? at[1].number : at->number;
    if (month->is(Kind::kMonth) && number <= 31)
      return set_every(
          reading, day.end,
          "XXXX" + to_string(Date{2000, month->word.value, number}).substr(4));
  }
  if (!at->is(Kind::kMonth)) return false;
  return set_every(reading, at + 1,
                   "XXXX" + to_string(Date{2000, at->word.value}).substr(4));
}

// "every Christmas".
bool read_every_feast(const Context& context, const Token* at, Reading& reading) {
  Context undated{context.text, context.lexicon, {}, {}};
  Reading feast;
  return read_named_day(undated, at, feast) && feast.value.starts_with("XXXX") &&
         set_every(reading, feast.end, feast.value);
}

// "every other year", "every second week", "every four years".
bool read_every_count(const Context& context, const Token* at, Reading& reading) {
  Count count;
  const Token* unit = at + 1;
  if (context.is_word(*at, "other")) {
    count.whole = 2;
  } else if (at->is(Kind::kOrdinal) && at->word.value > 0) {
    count.whole = at->word.value;
  } else {
    count = read_count(context, at);
    unit = count.end;
  }
  if (unit == nullptr || !joined(unit)) return false;
  if (unit->is(Kind::kWeekday) && count.whole > 1)
    return set_every(reading, unit + 1, duration_value(count, kWeek));
  if (!unit->is(Kind::kUnit)) return false;
  return set_every(reading, unit + 1,
                   duration_value(count, static_cast<Unit>(unit->word.value)));
}

// "2,200 lira a month", "a dollar a year": a number shortly before, and no verb.
bool is_behind_amount(const Token* at) {
  constexpr int kReach = 5;
  for (int back = 1; back <= kReach; ++back) {
    const Token& token = at[-back];
    if (token.is(Kind::kNumber) || token.is(Kind::kCardinal) || token.is(Kind::kScale))
      return back > 1;
    // "a dollar a year", "a gallon of water an hour", "a billion tons of stone a year"
    if (token.is(Kind::kA))
      return back == 2 || at[1 - back].is(Kind::kCounted) || at[2 - back].is(Kind::kOf);
    const bool plain = token.is(Kind::kNone) || token.is(Kind::kOf) ||
                       token.is(Kind::kCounted) || token.is(Kind::kMore) ||
                       token.is(Kind::kOr) || token.is(Kind::kFeast);
    if (!plain || token.past || token.gap > Gap::kHyphen) return false;
  }
  return false;
}

// What a number or a plural before "a year" makes of it: how often, or how much.
bool is_rate(const Context& context, const Token* at) {
  const Token& before = at[-1];
  // "640 australs ($90) a month"
  if (before.is(Kind::kNumber) && at->begin > 1 &&
      context.text.substr(at->begin - 2, 2) == ") ")
    return true;
  // "$800-a-night rooms"
  if (at->gap == Gap::kHyphen && at[1].gap == Gap::kHyphen)
    return before.is(Kind::kNumber) || before.is(Kind::kCounted);
  if (at->gap != Gap::kSpace) return false;
  switch (before.word.kind) {
    case Kind::kNumber:
    case Kind::kTimes:
    case Kind::kCounted:
    case Kind::kScale:
    case Kind::kCardinal:
      return true;
    case Kind::kUnit:
      // "an hour a day"
      return (before.word.flags & kPlural) != 0 || at[-2].is(Kind::kA) ||
             at[-2].is(Kind::kCardinal);
    case Kind::kMore:
      return is_behind_amount(at);
    case Kind::kNone:
      break;
    default:
      return false;
  }
  const char last = context.text[before.end - 1];
  return (last == 's' && !before.capital && before.end - before.begin > 3) ||
         is_behind_amount(at);
}

// "11 million an hour": a count, no speed.
bool is_large(const Context& context, const Token& token) {
  return context.is_word(token, "million") || context.is_word(token, "mln") ||
         context.is_word(token, "billion");
}

// "his weekly", "a weekly paper", "the biggest daily is": what is printed so often.
bool is_paper(const Context& context, const Token* at) {
  for (const std::string_view word : {"paper", "newspaper", "magazine", "journal"})
    if (context.is_word(at[1], word)) return true;
  const bool owned = joined(at) && (context.is_word(at[-1], "his") ||
                                    context.is_word(at[-1], "their") ||
                                    context.is_word(at[-1], "her"));
  const bool noun =
      at[1].gap > Gap::kHyphen || at[1].is(Kind::kPresentBe) || at[1].is(Kind::kPast);
  const bool described =
      joined(at) && (at[-1].is(Kind::kA) || at[-1].is(Kind::kThe) ||
                     context.text.substr(0, at[-1].end).ends_with("est"));
  return noun && (owned || described);
}

}  // namespace

bool read_every(const Context& context, const Token* at, Reading& reading) {
  const Token* next = at + 1;
  if (!joined(next)) return false;
  // "every clear evening"
  if (next->is(Kind::kNone) && !next->capital && follows(next + 1, Kind::kDayPart))
    ++next;
  if (context.is_word(*next, "weekday"))
    return set_every(reading, next + 1, "XXXX-WXX-WD");
  switch (next->word.kind) {
    case Kind::kWeekday:
      return set_every(reading, next + 1,
                       "XXXX-WXX-" + std::to_string(next->word.value));
    case Kind::kMonth:
      return read_every_month(context, next, reading);
    case Kind::kSeason:
      return set_every(reading, next + 1, std::string(kSeasonSets[next->word.value]));
    case Kind::kDayPart:
      return set_every(reading, next + 1,
                       "XXXX-XX-XX" + std::string(kDayPartCodes[next->word.value]));
    case Kind::kClock:
      return next->word.value == 12 && set_every(reading, next + 1, "XXXX-XX-XXT12:00");
    case Kind::kUnit:
      if (next->word.value == kWeekend)
        return set_every(reading, next + 1, "XXXX-WXX-WE");
      return set_every(reading, next + 1,
                       duration_value({next, 1, 0, false, false},
                                      static_cast<Unit>(next->word.value)));
    case Kind::kFeast:
      return read_every_feast(context, next, reading);
    default:
      return read_every_month(context, next, reading) ||
             read_every_count(context, next, reading);
  }
}

// "daily", "weekly"; the Daily Mail is a paper.
bool read_adverb(const Context& context, const Token* at, Reading& reading) {
  if (at->word.value == kWorkdays) return set_every(reading, at + 1, "XXXX-WXX-WD");
  if (is_paper(context, at)) return false;
  const bool title = at->capital && !at->capitals;
  const bool named = title && at[1].capital && at[1].gap == Gap::kSpace;
  if (named || (title && at->gap == Gap::kSpace && at[-1].capital)) return false;
  return set_every(
      reading, at + 1,
      duration_value({at, 1, 0, false, false}, static_cast<Unit>(at->word.value)));
}

// "per day"; "a year" behind an amount: "$5 million a year", "twice a day".
bool read_per(const Context& context, const Token* at, Reading& reading) {
  const bool times = at->is(Kind::kTimes);
  const Token* article = times ? at + 1 : at;
  if (!article->is(Kind::kA) && !article->is(Kind::kPer)) return false;
  const Token* unit = article + 1;
  const bool night = follows(unit, Kind::kDayPart) && unit->word.value == kNightPart;
  const bool hyphens = unit->gap == Gap::kHyphen;
  if ((!follows(unit, Kind::kUnit) && !night) || (unit->word.flags & kPlural) != 0 ||
      (hyphens && (times || article->gap != Gap::kHyphen)))
    return false;
  if (article->is(Kind::kA) && !times && !is_rate(context, at)) return false;
  // "67 miles an hour" is a speed, "a quarter" a share.
  const bool speed = !times && at[-1].is(Kind::kCounted) && unit->is(Kind::kUnit) &&
                     unit->word.value == kHour && !is_large(context, at[-1]);
  if (speed || (unit->is(Kind::kUnit) && unit->word.value == kQuarter && !times))
    return false;
  if (unit[1].is(Kind::kAgo) || unit[1].is(Kind::kEarlier) || unit[1].is(Kind::kLater))
    return false;
  reading.score = 0.8;
  if (context.is_word(*at, "twice") && unit->word.value == kYear)
    return set_every(reading, unit + 1, "P6M");
  return set_every(
      reading, unit + 1,
      duration_value({unit, 1, 0, false, false},
                     night ? kNight : static_cast<Unit>(unit->word.value)));
}

}  // namespace dateline::dates
