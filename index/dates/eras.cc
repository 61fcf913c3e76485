// Decades, centuries, and years in words.

#include "index/dates/reading.h"

namespace dateline::dates {
namespace {

// "twenty" "one": what a cardinal says with the one behind it; `end` moves past both.
int tens(const Token* at, const Token*& end) {
  if (!at->is(Kind::kCardinal)) return 0;
  int value = at->word.value;
  end = at + 1;
  if (value >= 20 && follows(end, Kind::kCardinal) && end->word.value < 10) {
    value += end->word.value;
    ++end;
  }
  return value;
}

// "and 19th centuries" behind "18th": where the first ends, or null.
const Token* first_of_two(const Token* at) {
  if (!follows(at, Kind::kAnd) && !follows(at, Kind::kTo)) return nullptr;
  const Token* second = at + 1;
  if (follows(second, Kind::kThe)) ++second;
  if (!joined(second) || !(second->ordinal || second->is(Kind::kOrdinal)))
    return nullptr;
  const Token* unit = second + 1;
  return follows(unit, Kind::kUnit) && unit->word.value == kCentury ? at : nullptr;
}

// "in his late twenties": an age.
bool is_of_life(const Context& context, const Token* at) {
  if (!at[-1].is(Kind::kPhase) || !joined(at - 1)) return false;
  for (const std::string_view owner : {"his", "her", "their", "my", "our", "your"})
    if (context.is_word(at[-2], owner)) return true;
  return false;
}

// "temperatures in the 80s", "highs in the 50s or 60s over the West": degrees.
bool is_weather(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 120;
  const std::uint32_t from = at->begin > kNear ? at->begin - kNear : 0;
  const auto around = context.text.substr(from, at->end - from + kNear);
  for (const std::string_view word :
       {"emperature", "ighs ", "degrees", "orecast", "hermometer", "mph"})
    if (around.find(word) != around.npos) return true;
  return false;
}

bool is_before_christ(const Context& context, const Token& token) {
  return token.is(Kind::kAd) && token.capitals &&
         (context.is_word(token, "bc") || context.is_word(token, "bce"));
}

}  // namespace

// "1970s", "'70s", "the seventies".
bool read_decade(const Context& context, const Token* at, Reading& reading) {
  int year = 0;
  if (at->is(Kind::kDecade)) {
    const Token& before = at[-1];
    if (!before.is(Kind::kThe) && !before.is(Kind::kPhase)) return false;
    if (is_of_life(context, at)) return false;
    year = 1900 + 10 * at->word.value;
  } else if (at->plural && at->digits == 4) {
    year = at->number;
    if (year < 1000 || year > 2090) return false;
  } else if (at->plural && at->digits == 2) {
    const char before = context.before(*at);
    const bool marked = before == '\'' || before == '`' ||
                        static_cast<unsigned char>(before) == 0x99 ||
                        static_cast<unsigned char>(before) == 0x98 ||
                        at[-1].is(Kind::kThe) || at[-1].is(Kind::kPhase);
    // "in his mid-40s", "in the 30s": ages and degrees.
    constexpr int kFirstBare = 50;
    if (!marked || (before == ' ' && is_weather(context, at)) ||
        ((before == ' ' || before == '-') && at->number < kFirstBare))
      return false;
    year = at->number + (at->number < 20 ? 2000 : 1900);
  } else {
    return false;
  }
  reading.takes = kTakesThe | kTakesPhase;
  const bool hundreds = at->plural && at->digits == 4 && year % 100 == 0 && year < 2000;
  const Grain grain = hundreds ? Grain::kCentury : Grain::kDecade;
  return set_period(reading, at + 1, {grain, {year, 1, 1}}, "decade");
}

// "the 20th century", "the nineteenth century".
bool read_century(const Context& context, const Token* at, Reading& reading) {
  const int number = at->is(Kind::kOrdinal) ? at->word.value
                     : at->ordinal          ? at->number
                                            : 0;
  const Token* unit = at + 1;
  int count = number;
  if (at->is(Kind::kCardinal) && at->word.value == 20 &&
      follows(unit, Kind::kOrdinal)) {
    count = 20 + unit->word.value;
    ++unit;
  }
  if (count < 1 || count > 30) return false;
  reading.takes = kTakesThe | kTakesPhase;
  if (const Token* end = first_of_two(unit); end != nullptr)
    return set_period(reading, end, {Grain::kCentury, {(count - 1) * 100, 1, 1}},
                      "century");
  const bool second = at[-1].is(Kind::kAnd) || at[-1].is(Kind::kTo);
  if (!follows(unit, Kind::kUnit) || unit->word.value != kCentury ||
      ((unit->word.flags & kPlural) != 0 && !second))
    return false;
  if (joined(unit + 1) && is_before_christ(context, unit[1]))
    return set_value(reading, unit + 2, DateType::kDate, "PAST_REF", "century");
  // Twentieth Century Fox
  if (at->is(Kind::kOrdinal) && at->capital && unit->capital && !unit->capitals &&
      unit[1].capital && unit[1].is(Kind::kNone) && unit[1].gap == Gap::kSpace)
    return false;
  const int first = (count - 1) * 100;
  if (first == 0) return set_value(reading, unit + 1, DateType::kDate, "00", "century");
  return set_period(reading, unit + 1, {Grain::kCentury, {first, 1, 1}}, "century");
}

// "nineteen ninety-six", "the year two thousand".
bool read_spelled_year(const Context&, const Token* at, Reading& reading) {
  if (!at->is(Kind::kCardinal)) return false;
  const Token* end = nullptr;
  const int first = tens(at, end);
  if (first == 2 && follows(end, Kind::kScale) && end->word.value == 1000 &&
      at[-1].is(Kind::kUnit) && at[-1].word.value == kYear)
    return set_period(reading, end + 1, {Grain::kYear, {2000, 1, 1}}, "year in words");
  if (first < 17 || first > 20 || !joined(end)) return false;
  // "the nineteen eighties"
  if (first < 20 && end->is(Kind::kDecade)) {
    reading.takes = kTakesThe | kTakesPhase;
    return set_period(reading, end + 1,
                      {Grain::kDecade, {first * 100 + 10 * end->word.value, 1, 1}},
                      "decade");
  }
  const Token* last = nullptr;
  const int second = tens(end, last);
  if (second < 10 || (first == 20 && second < 10)) return false;
  if (last->is(Kind::kUnit) || last->is(Kind::kScale) || last->is(Kind::kCounted))
    return false;
  return set_period(reading, last, {Grain::kYear, {first * 100 + second, 1, 1}},
                    "year in words");
}

}  // namespace dateline::dates
