#include "index/dates/named_days.h"

#include "index/dates/tense.h"

#include <array>

namespace dateline::dates {
namespace {

// How the day of a year is found.
enum class Way {
  kFixed,    // month, day
  kEaster,   // days after Easter
  kWeekday,  // month, weekday, which one of the month
  kListed,   // by a list of years
};

enum List { kEidFitr, kEidAdha, kDiwali, kLunarNewYear, kRamadan };

struct Feast {
  std::string_view words;  // Lower case.
  Way way;
  int a;
  int b;
  int c;
};

// Longer names before those that begin them.
constexpr Feast kFeasts[] = {
    {"christmas eve", Way::kFixed, 12, 24, 0},
    {"christmas day", Way::kFixed, 12, 25, 0},
    {"christmas", Way::kFixed, 12, 25, 0},
    {"boxing day", Way::kFixed, 12, 26, 0},
    {"new year's eve", Way::kFixed, 12, 31, 0},
    {"new year's day", Way::kFixed, 1, 1, 0},
    {"new year's", Way::kFixed, 1, 1, 0},
    {"new year", Way::kFixed, 1, 1, 0},
    {"good friday", Way::kEaster, -2, 0, 0},
    {"maundy thursday", Way::kEaster, -3, 0, 0},
    {"shrove tuesday", Way::kEaster, -47, 0, 0},
    {"whit sunday", Way::kEaster, 49, 0, 0},
    {"whit monday", Way::kEaster, 50, 0, 0},
    {"orthodox christmas", Way::kFixed, 1, 7, 0},
    {"may day", Way::kFixed, 5, 1, 0},
    {"anzac day", Way::kFixed, 4, 25, 0},
    {"burns night", Way::kFixed, 1, 25, 0},
    {"hogmanay", Way::kFixed, 12, 31, 0},
    {"ash wednesday", Way::kEaster, -46, 0, 0},
    {"palm sunday", Way::kEaster, -7, 0, 0},
    {"easter monday", Way::kEaster, 1, 0, 0},
    {"easter sunday", Way::kEaster, 0, 0, 0},
    {"easter", Way::kEaster, 0, 0, 0},
    {"pentecost", Way::kEaster, 49, 0, 0},
    {"epiphany", Way::kFixed, 1, 6, 0},
    {"thanksgiving day", Way::kWeekday, 11, 4, 4},
    {"thanksgiving", Way::kWeekday, 11, 4, 4},
    {"halloween", Way::kFixed, 10, 31, 0},
    {"independence day", Way::kFixed, 7, 4, 0},
    {"labor day", Way::kWeekday, 9, 1, 1},
    {"memorial day", Way::kWeekday, 5, 1, -1},
    {"martin luther king day", Way::kWeekday, 1, 1, 3},
    {"veterans day", Way::kFixed, 11, 11, 0},
    {"armistice day", Way::kFixed, 11, 11, 0},
    {"remembrance day", Way::kFixed, 11, 11, 0},
    {"bastille day", Way::kFixed, 7, 14, 0},
    {"bonfire night", Way::kFixed, 11, 5, 0},
    {"canada day", Way::kFixed, 7, 1, 0},
    {"valentine's day", Way::kFixed, 2, 14, 0},
    {"patrick's day", Way::kFixed, 3, 17, 0},
    {"juneteenth", Way::kFixed, 6, 19, 0},
    {"nowruz", Way::kFixed, 3, 20, 0},
    {"eid al-fitr", Way::kListed, kEidFitr, 0, 0},
    {"eid al-adha", Way::kListed, kEidAdha, 0, 0},
    {"diwali", Way::kListed, kDiwali, 0, 0},
    {"lunar new year", Way::kListed, kLunarNewYear, 0, 0},
    {"chinese new year", Way::kListed, kLunarNewYear, 0, 0},
};

constexpr int kFirstListed = 1995;
constexpr int kListedYears = 36;

struct MonthDay {
  int month;
  int day;
};

using Years = std::array<MonthDay, kListedYears>;

// Gregorian days from 1995 to 2030, as most countries kept or reckon them. Of two in
// one year, the first.
constexpr Years kEidFitrDays = {{
    {3, 3},   {2, 20},  {2, 9},  {1, 30},  {1, 19},  {1, 8},  {12, 17}, {12, 6},
    {11, 25}, {11, 14}, {11, 3}, {10, 24}, {10, 13}, {10, 1}, {9, 20},  {9, 10},
    {8, 30},  {8, 19},  {8, 8},  {7, 28},  {7, 17},  {7, 6},  {6, 25},  {6, 15},
    {6, 4},   {5, 24},  {5, 13}, {5, 2},   {4, 21},  {4, 10}, {3, 30},  {3, 20},
    {3, 10},  {2, 27},  {2, 15}, {2, 5},
}};
constexpr Years kEidAdhaDays = {{
    {5, 10}, {4, 28},  {4, 18},  {4, 8},  {3, 28},  {3, 17}, {3, 6},   {2, 23},
    {2, 12}, {2, 2},   {1, 21},  {1, 10}, {12, 20}, {12, 8}, {11, 27}, {11, 16},
    {11, 6}, {10, 26}, {10, 15}, {10, 4}, {9, 24},  {9, 12}, {9, 1},   {8, 21},
    {8, 11}, {7, 31},  {7, 20},  {7, 9},  {6, 28},  {6, 16}, {6, 6},   {5, 27},
    {5, 16}, {5, 5},   {4, 24},  {4, 13},
}};
constexpr Years kDiwaliDays = {{
    {10, 23}, {11, 10}, {10, 30}, {10, 19}, {11, 7},  {10, 26}, {11, 14}, {11, 4},
    {10, 25}, {11, 12}, {11, 1},  {10, 21}, {11, 9},  {10, 28}, {10, 17}, {11, 5},
    {10, 26}, {11, 13}, {11, 3},  {10, 23}, {11, 11}, {10, 30}, {10, 19}, {11, 7},
    {10, 27}, {11, 14}, {11, 4},  {10, 24}, {11, 12}, {10, 31}, {10, 20}, {11, 8},
    {10, 29}, {10, 17}, {11, 5},  {10, 26},
}};
constexpr Years kLunarNewYearDays = {{
    {1, 31}, {2, 19}, {2, 7},  {1, 28}, {2, 16}, {2, 5},  {1, 24}, {2, 12}, {2, 1},
    {1, 22}, {2, 9},  {1, 29}, {2, 18}, {2, 7},  {1, 26}, {2, 14}, {2, 3},  {1, 23},
    {2, 10}, {1, 31}, {2, 19}, {2, 8},  {1, 28}, {2, 16}, {2, 5},  {1, 25}, {2, 12},
    {2, 1},  {1, 22}, {2, 10}, {1, 29}, {2, 17}, {2, 6},  {1, 26}, {2, 13}, {2, 3},
}};

Date listed_day(int list, int year) {
  const int row = year - kFirstListed;
  if (row < 0 || row >= kListedYears) return {};
  const Years* years[] = {&kEidFitrDays, &kEidAdhaDays, &kDiwaliDays,
                          &kLunarNewYearDays};
  const MonthDay day = (*years[list])[static_cast<std::size_t>(row)];
  return {year, day.month, day.day};
}

Date day_of(const Feast& feast, int year) {
  switch (feast.way) {
    case Way::kFixed:
      return {year, feast.a, feast.b};
    case Way::kEaster:
      return day_after(easter(year), feast.a);
    case Way::kWeekday:
      return nth_weekday(year, feast.a, feast.b, feast.c);
    case Way::kListed:
      break;
  }
  return listed_day(feast.a, year);
}

// Where the feast's words end in the text, or null.
const Token* match(const Context& context, const Token* at, std::string_view words) {
  const Token* token = at;
  for (;;) {
    const std::size_t size = std::min(words.find_first_of(" -"), words.size());
    std::string_view word = words.substr(0, size);
    const bool owned = word.ends_with("'s");
    if (owned) word.remove_suffix(2);
    if (token != at && !joined(token)) return nullptr;
    if (!context.is_word(*token, word) || (owned && !token->possessive)) return nullptr;
    ++token;
    if (size == words.size()) return token;
    words.remove_prefix(size + 1);
  }
}

// The year's day that lies nearest to the text's reference, by direction or tense.
Date nearest(const Context& context, const Feast& feast, const Token* at,
             const Token* end, int direction) {
  const Date reference = context.reference;
  const bool ahead =
      direction > 0 || (direction == 0 && points_ahead(context, at, end));
  const Date here = day_of(feast, reference.year);
  if (!here) return {};
  if (ahead) return here >= reference ? here : day_of(feast, reference.year + 1);
  if (direction < 0) return here < reference ? here : day_of(feast, reference.year - 1);
  const Date last = here <= reference ? here : day_of(feast, reference.year - 1);
  const Date next = here > reference ? here : day_of(feast, reference.year + 1);
  constexpr int kWindow = 270;
  if (!last || (next && to_days(reference) - to_days(last) > kWindow)) return next;
  return last;
}

// "in the new year": the beginning of the next one, or of this one while it is young.
bool read_the_new_year(const Context& context, const Token* at, Reading& reading) {
  constexpr int kYoung = 3;
  const Token* year = at + 1;
  if (!context.is_word(*at, "new") || !at[-1].is(Kind::kThe) || !joined(at) ||
      !follows(year, Kind::kUnit) || year->word.value != kYear ||
      (year->word.flags & kPlural) != 0 || year[1].gap <= Gap::kHyphen)
    return false;
  reading.takes = kTakesThe;
  if (!context.reference)
    return set_unresolved(reading, year + 1, Grain::kYear, "new year");
  reading.modifier = "START";
  const int years = context.reference.month > kYoung ? 1 : 0;
  return set_period(reading, year + 1,
                    shifted(period_of(Grain::kYear, context.reference), years),
                    "new year", context.reference);
}

// "Independence Day, 1 September": the feast's day as the text tells it.
bool read_its_day(const Context& context, const Token* end, Reading& reading) {
  const bool date = end->is(Kind::kNumber) || end->is(Kind::kMonth);
  Reading day;
  if (end->gap != Gap::kComma || !date || !read_plain_day(context, end, day) ||
      !day.period || day.range.first != day.range.last)
    return false;
  return set_period(reading, day.end, day.period, "named day", day.anchor);
}

}  // namespace

bool read_feast(const Context& context, const Token* at, int direction,
                Reading& reading) {
  if (!at->capital) return read_the_new_year(context, at, reading);
  const char initial = static_cast<char>(context.text[at->begin] | 0x20);
  for (const Feast& feast : kFeasts) {
    if (feast.words[0] != initial) continue;
    const Token* end = match(context, at, feast.words);
    if (end == nullptr) continue;
    // The Good Friday Agreement, Easter Island.
    if (end->capital && end->gap == Gap::kSpace && end->is(Kind::kNone) &&
        !end->capitals && !end[-1].possessive) {
      reading.end = end;
      reading.is_none = true;
      return true;
    }
    reading.score = 0.8;
    if (read_its_day(context, end, reading)) return true;
    if (end->is_plain_number() && end->digits == 4 && near(end))
      return set_period(reading, end + 1, {Grain::kDay, day_of(feast, end->number)},
                        "named day");
    if (!context.reference) {
      std::string value;
      if (feast.way == Way::kFixed)
        value = "XXXX" + to_string(day_of(feast, 2000)).substr(4);
      return set_unresolved(reading, end, Grain::kDay, "named day", std::move(value));
    }
    return set_period(reading, end,
                      {Grain::kDay, nearest(context, feast, at, end, direction)},
                      "named day", context.reference);
  }
  return false;
}

bool read_named_day(const Context& context, const Token* at, Reading& reading) {
  return read_feast(context, at, 0, reading);
}

}  // namespace dateline::dates
