#include "index/dates/counts.h"

namespace dateline::dates {
namespace {

constexpr int kMostWhole = 100'000'000;

// How a unit is written, and what a fraction of it becomes.
struct UnitForm {
  char letter;
  bool time;
  int times;  // Of the letter's unit.
  char part;  // The unit that a fraction is counted in; 0: as a decimal.
  int parts;
};

constexpr UnitForm kForms[] = {
    {'S', true, 1, 0, 0},        {'M', true, 1, 'S', 60},
    {'H', true, 1, 'M', 60},     {'D', false, 1, 0, 0},
    {'D', false, 1, 0, 0},       {'W', false, 1, 0, 0},
    {'W', false, 2, 0, 0},       {'\0', false, 1, 0, 0},
    {'M', false, 1, 0, 0},       {'Q', false, 1, 0, 0},
    {'Y', false, 1, 'M', 12},    {'Y', false, 10, 'Y', 10},
    {'Y', false, 100, 'Y', 100}, {'Y', false, 1000, 'Y', 1000},
    {'Y', false, 1, 0, 0},
};

const UnitForm& form_of(Unit unit) { return kForms[unit]; }

// "hundred", "thousand" behind a number.
void read_scale(Count& count) {
  for (int scales = 0; scales < 2 && follows(count.end, Kind::kScale); ++scales) {
    count.whole = count.whole < kMostWhole / 1000 ? count.whole * count.end->word.value
                                                  : kMostWhole;
    ++count.end;
  }
}

// "twenty-seven"
int read_below_hundred(const Token* at, const Token*& end) {
  int whole = at->word.value;
  end = at + 1;
  if (whole >= 20 && follows(end, Kind::kCardinal) && end->word.value < 10)
    whole += (end++)->word.value;
  return whole;
}

// "and twenty-seven" behind "a hundred".
void read_rest_of_hundred(Count& count) {
  const Token* at = count.end;
  if (count.whole < 100 || count.whole % 100 != 0 || !at[-1].is(Kind::kScale)) return;
  if (follows(at, Kind::kAnd)) ++at;
  if (follows(at, Kind::kCardinal)) count.whole += read_below_hundred(at, count.end);
}

void read_cardinal(const Token* at, Count& count) {
  count.whole = read_below_hundred(at, count.end);
  read_scale(count);
  read_rest_of_hundred(count);
}

// "5", "2.5", "5 1/2".
void read_digits(const Token* at, Count& count) {
  if (at->glued || at->ordinal || at->plural || at->digits > 8) return;
  count.whole = at->number;
  count.hundredths = at->decimal ? at->fraction : 0;
  count.end = at + 1;
  const Token* next = at + 1;
  if (next->is(Kind::kNumber) && next->gap == Gap::kSpace &&
      next[1].is(Kind::kNumber) && next[1].gap == Gap::kSlash && next[1].number > 1 &&
      next->number < next[1].number) {
    count.hundredths = next->number * 100 / next[1].number;
    count.end = next + 2;
  }
  read_scale(count);
}

// "a", "a few", "a couple of", "a hundred", "a half".
void read_article(const Token* at, Count& count) {
  const Token* next = at + 1;
  // "a decades-long war"
  if (!joined(next) || (next->is(Kind::kUnit) && (next->word.flags & kPlural) != 0))
    return;
  count.whole = 1;
  count.end = next;
  if (next->is(Kind::kScale)) {
    read_scale(count);
    read_rest_of_hundred(count);
  } else if (next->is(Kind::kHalf)) {
    count = {next + 1, 0, 50, false, false};
  }
}

void read_vague(const Context& context, const Token* at, Count& count) {
  const bool couple = context.is_word(*at, "couple");
  count = {at + 1, couple ? 2 : 0, 0, !couple, couple};
  if (context.is_word(*at, "dozens") && follows(count.end, Kind::kOf)) ++count.end;
  if (couple && follows(count.end, Kind::kOf)) ++count.end;
  if (follows(count.end, Kind::kScale)) ++count.end;
}

// "and a half", "or three".
void read_rest(const Token* at, Count& count) {
  if (follows(at, Kind::kAnd) && at[1].is(Kind::kA) && at[2].is(Kind::kHalf)) {
    count.hundredths = 50;
    count.end = at + 3;
  } else if (follows(at, Kind::kOr) &&
             (at[1].is(Kind::kCardinal) || at[1].is_plain_number()) && joined(at + 1)) {
    count.approximate = true;
    count.end = at + 2;
  }
}

std::string decimal(int whole, int hundredths) {
  std::string text = std::to_string(whole);
  if (hundredths == 0) return text;
  text += '.';
  text += static_cast<char>('0' + hundredths / 10);
  if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
  return text;
}

// The unit that a count is of: behind "more", "full", "straight".
const Token* unit_behind(const Context& context, const Token* at) {
  for (int skipped = 0; skipped < 2; ++skipped) {
    const bool filler = at->is(Kind::kMore) || at->is(Kind::kWhole) ||
                        at->is(Kind::kFiscal) || context.is_word(*at, "straight") ||
                        context.is_word(*at, "consecutive") ||
                        context.is_word(*at, "long") || context.is_word(*at, "working");
    if (!filler || !joined(at)) break;
    ++at;
  }
  if (!joined(at)) return nullptr;
  if (at->is(Kind::kDayPart) && at->word.value == kNightPart) return at;
  // The Four Seasons is a hotel.
  if (at->is(Kind::kUnit) && at->word.value == kSeasonUnit && at->capital &&
      !at->capitals)
    return nullptr;
  return at->is(Kind::kUnit) ? at : nullptr;
}

Unit unit_of(const Token* token) {
  return token->is(Kind::kUnit) ? static_cast<Unit>(token->word.value) : kNight;
}

// "quarter of an hour".
bool read_quarter_hour(const Token* at, Amount& amount) {
  const bool quarter = at->is(Kind::kUnit) && at->word.value == kQuarter;
  if (!quarter || !follows(at + 1, Kind::kOf) || !at[2].is(Kind::kA)) return false;
  if (!at[3].is(Kind::kUnit) || at[3].word.value != kHour) return false;
  amount.end = at + 4;
  amount.unit = kHour;
  amount.value = "PT15M";
  amount.compound = true;
  return true;
}

// Adds "and 15 minutes", "25 seconds".
void read_smaller(const Context& context, Amount& amount) {
  Unit last = amount.unit;
  for (int parts = 0; parts < 3; ++parts) {
    const Token* at = amount.end;
    if (!near(at)) return;
    if (at->is(Kind::kAnd)) ++at;
    const Count count = read_count(context, at);
    if (count.end == nullptr || count.unknown || at->is(Kind::kA)) return;
    const Token* unit = unit_behind(context, count.end);
    if (unit == nullptr || !unit->is(Kind::kUnit) || unit_of(unit) >= last) return;
    const bool smaller_time = form_of(unit_of(unit)).time;
    if (!smaller_time && form_of(last).time) return;
    const std::string part = duration_value(count, unit_of(unit));
    if (part.empty()) return;
    const bool has_time = amount.value.find('T') != std::string::npos;
    amount.value += part.substr(smaller_time && has_time ? 2 : 1);
    amount.end = unit + 1;
    amount.compound = true;
    last = unit_of(unit);
  }
}

}  // namespace

Count read_count(const Context& context, const Token* at) {
  Count count;
  if (at->is(Kind::kA)) {
    if (at[1].is(Kind::kVague) && joined(at + 1)) {
      read_vague(context, at + 1, count);
    } else {
      read_article(at, count);
    }
  } else if (at->is(Kind::kVague)) {
    read_vague(context, at, count);
  } else if (at->is(Kind::kHalf)) {
    count = {at + 1, 0, 50, false, false};
    if (follows(count.end, Kind::kA)) ++count.end;
  } else if (at->is(Kind::kCardinal)) {
    read_cardinal(at, count);
  } else if (at->is(Kind::kNumber)) {
    read_digits(at, count);
  } else if (at->is(Kind::kScale)) {
    count = {at, 1, 0, false, false};
    read_scale(count);
  }
  if (count.end != nullptr) read_rest(count.end, count);
  return count;
}

std::string duration_value(const Count& count, Unit unit) {
  const UnitForm& form = form_of(unit);
  if (unit == kWeekend)
    return "P" + (count.unknown ? "X" : std::to_string(count.whole)) + "WE";
  if (form.letter == '\0') return {};
  std::string value = form.time ? "PT" : "P";
  if (count.unknown) {
    const char letter = form.times == 100 ? 'C' : form.letter;
    return value + 'X' + letter;
  }
  const bool half_day =
      form.letter == 'D' && count.whole == 0 && count.hundredths == 50;
  if (half_day) return "PT12H";
  const bool half_month = form.letter == 'M' && !form.time && count.whole == 0;
  if (half_month) return "P15D";
  if (form.part == 0 || form.part == form.letter) {
    const std::int64_t total =
        (std::int64_t{count.whole} * 100 + count.hundredths) * form.times;
    return value +
           decimal(static_cast<int>(std::min<std::int64_t>(total / 100, 2'000'000'000)),
                   static_cast<int>(total % 100)) +
           form.letter;
  }
  const int parts = count.hundredths * form.parts;
  if (parts % 100 != 0)
    return value + decimal(count.whole, count.hundredths) + form.letter;
  if (count.whole > 0) value += std::to_string(count.whole) + form.letter;
  if (parts > 0) value += std::to_string(parts / 100) + form.part;
  return count.whole == 0 && parts == 0 ? value + '0' + form.letter : value;
}

Amount read_amount(const Context& context, const Token* at) {
  Amount amount;
  if (read_quarter_hour(at->is(Kind::kA) ? at + 1 : at, amount)) return amount;
  amount.count = read_count(context, at);
  if (amount.count.end == nullptr) return amount;
  const Token* unit = unit_behind(context, amount.count.end);
  if (unit == nullptr) return amount;
  // "against 284,000 week ago"
  if (at->grouped && unit->gap == Gap::kSpace && (unit->word.flags & kPlural) == 0)
    return amount;
  // "two more weekend trips"
  if (unit->is(Kind::kUnit) && unit->word.value == kWeekend &&
      unit->gap == Gap::kSpace && amount.count.whole > 1 &&
      (unit->word.flags & kPlural) == 0)
    return amount;
  amount.unit = unit_of(unit);
  amount.end = unit + 1;
  // "a year and a half"
  if (amount.count.whole == 1 && follows(amount.end, Kind::kAnd) &&
      amount.end[1].is(Kind::kA) && amount.end[2].is(Kind::kHalf)) {
    amount.count.hundredths = 50;
    amount.end += 3;
  }
  // "a year or two", "two years or so"
  if (follows(amount.end, Kind::kOr) && joined(amount.end + 1) &&
      (amount.end[1].is(Kind::kCardinal) || context.is_word(amount.end[1], "so"))) {
    amount.count.approximate = true;
    amount.end += 2;
  }
  amount.value = duration_value(amount.count, amount.unit);
  if (amount.value.empty()) amount.end = nullptr;
  if (amount.end != nullptr && !amount.count.unknown) read_smaller(context, amount);
  return amount;
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case kWeek:
    case kFortnight:
      return Grain::kWeek;
    case kWeekend:
      return Grain::kWeekend;
    case kMonthUnit:
      return Grain::kMonth;
    case kQuarter:
      return Grain::kQuarter;
    case kSeasonUnit:
    case kYear:
      return Grain::kYear;
    case kDecadeUnit:
      return Grain::kDecade;
    case kCentury:
      return Grain::kCentury;
    case kMillennium:
      return Grain::kMillennium;
    default:
      return Grain::kDay;
  }
}

}  // namespace dateline::dates
