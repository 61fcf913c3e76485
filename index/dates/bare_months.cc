#include "index/dates/bare_months.h"

#include "index/dates/near_side.h"
#include "index/dates/verbs.h"

namespace dateline::dates {
namespace {

// The year of a month that leaves it to the next: "January to March 2022", "May, June
// and July 2021".
int year_of_next_month(const Token* next, int month) {
  constexpr int kMost = 3;
  for (int i = 0; i < kMost; ++i) {
    if (links_dates(next) && near(next)) ++next;
    if (!next->is(Kind::kMonth) || !near(next)) return 0;
    const Token* year = next + 1;
    if (is_year(year) && near(year))
      return year->number - (month > next->word.value ? 1 : 0);
    next = year;
  }
  return 0;
}

// What may stand before a month, so that "May" is no verb and "June" no girl.
bool introduces_month(const Token& token) {
  switch (token.word.kind) {
    case Kind::kIn:
    case Kind::kSince:
    case Kind::kUntil:
    case Kind::kBy:
    case Kind::kOf:
    case Kind::kFrom:
    case Kind::kDuring:
    case Kind::kThrough:
    case Kind::kBetween:
    case Kind::kPhase:
    case Kind::kPointer:
    case Kind::kBefore:
    case Kind::kAfter:
    case Kind::kFor:
    case Kind::kTo:
    case Kind::kAnd:
    case Kind::kOr:
    case Kind::kEvery:
    case Kind::kEnded:
    case Kind::kLater:
    case Kind::kEarlier:
      return true;
    default:
      return false;
  }
}

// "in May Day celebrations", "Theresa May", "April Smith".
bool is_part_of_name(const Context& context, const Token* at) {
  const Token* next = at + 1;
  const bool named_next = next->capital && next->gap == Gap::kSpace &&
                          next->is(Kind::kNone) && !next->capitals;
  const bool named_before = at->gap == Gap::kSpace && at[-1].capital &&
                            at[-1].is(Kind::kNone) && !at[-1].capitals;
  return named_next || named_before || context.after(*at) == '-' ||
         (next->gap == Gap::kSpace &&
          (next->is(Kind::kFeast) || context.is_word(*next, "day")));
}

// "In June Portugal won": no June Portugal.
bool is_dated_by(const Context& context, const Token* at) {
  const Token& before = at[-1];
  const bool placed = before.is(Kind::kIn) || before.is(Kind::kSince) ||
                      before.is(Kind::kDuring) || before.is(Kind::kUntil);
  return placed && joined(at) && context.after(*at) != '-' && !at[1].possessive &&
         !at[1].is(Kind::kFeast) && !context.is_word(at[1], "day") &&
         !(at[1].capital && at[2].capital && at[2].gap == Gap::kSpace);
}

// "to May" may be a verb, or a woman who is told something.
bool is_link(const Token& token) { return token.is(Kind::kTo) || token.is(Kind::kAnd); }

// What stands behind a month and those that it leads to: "late April/early July",
// "June to August".
const Token* behind_months(const Token* at) {
  constexpr int kMost = 3;
  const Token* end = at + 1;
  for (int i = 0; i < kMost; ++i) {
    const Token* next = links_dates(end) ? end + 1 : end;
    if (next == end && end->gap != Gap::kSlash && end->gap != Gap::kHyphen) break;
    if (next->is(Kind::kPhase)) ++next;
    if (!next->is(Kind::kMonth)) break;
    end = next + 1;
  }
  return end;
}

// "November wheat", "crude for May delivery": traded for a month to come.
bool is_traded(const Context& context, const Token* at) {
  const Token* goods = behind_months(at);
  for (const std::string_view word : {"futures", "delivery", "contract", "contracts",
                                      "wheat", "corn", "crude", "shipment", "loading"})
    if (context.is_word(*goods, word)) return joined(goods);
  // "lower with July at $2.84 a bushel"
  if (joined(at) && context.is_word(at[-1], "with") && follows(goods, Kind::kAt) &&
      (goods[1].is(Kind::kNumber)))
    return true;
  // "February shipments rose" tells of a month that is over.
  const bool bought = at[-1].is(Kind::kFor) || at->gap == Gap::kSlash;
  return bought && joined(goods) && context.is_word(*goods, "shipments");
}

// "the November election", told of in a spring: America votes in even years.
bool is_general_election(const Context& context, const Token* at) {
  constexpr int kNovember = 11;
  constexpr int kFirst = 3;  // Before March, the last one may be meant.
  const Date here = context.reference;
  return at->word.value == kNovember && here.year % 2 == 0 && here.month >= kFirst &&
         here.month < kNovember && joined(at + 1) && at[-1].is(Kind::kThe) &&
         (at[1].is(Kind::kEvent) || context.is_word(at[1], "ballot"));
}

bool is_bare_month(const Context& context, const Token* at) {
  if (!context.lexicon.is_english())
    return at[-1].is(Kind::kIn) || at[-1].is(Kind::kOf);
  const std::uint8_t flags = at->word.flags;
  // "April, 4, and John" are children.
  const Token& age = at[1];
  if ((flags & kUnsure) != 0 && age.gap == Gap::kComma && age.digits <= 2 &&
      age.is_plain_number() && at[2].gap == Gap::kComma)
    return false;
  // "Ant and Dec" are two men.
  const bool paired =
      (at[-1].is(Kind::kAnd) || at[-1].is(Kind::kOr)) && !at[-2].is(Kind::kMonth);
  if ((flags & kShort) != 0 && paired) return false;
  if ((flags & kShort) != 0)
    return !at->capitals && !is_part_of_name(context, at) && introduces_month(at[-1]) &&
           at->end - at->begin > 2 && joined(at);
  if ((flags & kUnsure) == 0)
    return !at->capitals || !is_part_of_name(context, at) || introduces_month(at[-1]);
  // "January and March", "the January-March period"
  const bool second = joined(at) && (at[-1].is(Kind::kMonth) ||
                                     (links_dates(at - 1) && at[-2].is(Kind::kMonth)));
  if (second && at->capital && !is_part_of_name(context, at)) return true;
  const bool introduced = joined(at) && introduces_month(at[-1]);
  if (is_dated_by(context, at)) return true;
  if (at->word.value == 5 || at->word.value == 3)
    return introduced && (at[1].gap > Gap::kHyphen || !is_link(at[-1])) &&
           !is_part_of_name(context, at);
  return introduced ? !is_part_of_name(context, at) || at->capitals
                    : !is_part_of_name(context, at) && !at->capitals;
}

// The year of a month that continues an enumeration of what is to come: "Mexico in
// January, Tennessee in March", "leaves on 30 June and hunts from July"; 0 where there
// is none.
int enumerated_year(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 120;
  constexpr int kWeek = 7;  // A report due on Thursday is of a month that is over.
  const Story& story = context.story;
  const bool dated =
      story.last.grain == Grain::kMonth || story.last.grain == Grain::kDay;
  if (!dated || to_days(story.last.first) - to_days(context.reference) <= kWeek ||
      at->begin - story.last_at > kNear)
    return 0;
  const auto between = context.text.substr(story.last_at, at->begin - story.last_at);
  if (between.find(". ") != between.npos || between.find('\n') != between.npos)
    return 0;
  const Date last = story.last.first;
  return last.year + (at->word.value < last.month ? 1 : 0);
}

// "died in January", told in a December.
bool is_done_in(const Context& context, const Token* at) {
  const Token* in = at - 1;
  if (joined(at) && in->is(Kind::kPhase)) --in;
  return joined(at) && in->is(Kind::kIn) && joined(in) && is_past(in[-1]) &&
         !context.is_word(in[-2], "be") && !context.is_word(in[-2], "to");
}

// The year of the second month of "in June or July", "between July 10 and August 10",
// or 0.
int year_after_month(const Context& context, const Token* at) {
  constexpr std::uint32_t kNear = 24;
  const Story& story = context.story;
  if (!joined(at) || !joined(at - 1) || !links_dates(at - 1) ||
      story.last.grain != Grain::kMonth || at->begin - story.last_at > kNear ||
      !at[-2].is(Kind::kMonth) || at[-2].begin != story.last_at)
    return 0;
  const Date last = story.last.first;
  const int year = last.year + (at->word.value < last.month ? 1 : 0);
  // "in May and January" of what is over, in no order
  const bool over = last <= context.reference;
  return over && Date{year, at->word.value, 1} > context.reference ? 0 : year;
}

// "October of that year", told of 1983; none where no date is told of.
Period month_of_that_year(const Context& context, const Token* at) {
  const Token* pointer = at + 2;
  const bool that = follows(at + 1, Kind::kOf) && follows(pointer, Kind::kPointer) &&
                    pointer->word.value == kThat && follows(at + 3, Kind::kUnit) &&
                    at[3].word.value == kYear && (at[3].word.flags & kPlural) == 0;
  const Period last = context.story.last;
  if (!that || !last) return {};
  return {Grain::kMonth, {last.first.year, at->word.value, 1}};
}

// "the deficit for January": figures are of a month that is over.
bool tells_figures(const Context& context, const Token* at) {
  if (!joined(at) || !at[-1].is(Kind::kFor) || !joined(at - 1)) return false;
  for (const std::string_view word :
       {"figures", "data", "deficit", "surplus", "report", "sales", "index",
        "inflation", "results", "earnings", "output", "production", "exports",
        "imports", "statistics", "orders", "unemployment"})
    if (context.is_word(at[-2], word)) return true;
  return false;
}

}  // namespace

bool links_dates(const Token* at) {
  return at->is(Kind::kAnd) || at->is(Kind::kTo) || at->is(Kind::kThrough) ||
         at->is(Kind::kUntil) || at->is(Kind::kOr);
}

bool pointed_year(const Token* at, int& years, const Token*& end) {
  if (follows(at, Kind::kOf)) ++at;
  end = at + 2;
  if (!follows(at, Kind::kPointer) || !follows(at + 1, Kind::kUnit)) return false;
  if (at[1].word.value != kYear || (at[1].word.flags & kPlural) != 0) return false;
  switch (at->word.value) {
    case kLast:
      years = -1;
      return true;
    case kThis:
      years = 0;
      return true;
    case kNext:
      years = 1;
      return true;
    default:
      return false;
  }
}

bool read_bare_month(const Context& context, const Token* at, Reading& reading) {
  const Token* end = at + 1;
  const Token* behind = nullptr;
  int years = 0;
  const int next_year = at->capital ? year_of_next_month(end, at->word.value) : 0;
  if (next_year != 0) {
    reading.takes = kTakesPhase;
    return set_period(reading, end, {Grain::kMonth, {next_year, at->word.value, 1}},
                      "month and year");
  }
  if (const Period month = month_of_that_year(context, at); month)
    return set_period(reading, at + 4, month, "month of a year",
                      context.story.last.first);
  const bool pointed = at->capital && pointed_year(end, years, behind);
  if (!pointed && !is_bare_month(context, at)) return false;
  const int month = at->word.value;
  reading.takes = kTakesPhase;
  reading.score = 0.75;
  if (pointed) {
    if (!context.reference)
      return set_unresolved(reading, behind, Grain::kMonth, "month of a year");
    const Date first{context.reference.year + years, month, 1};
    return set_period(reading, behind, {Grain::kMonth, first}, "month of a year",
                      context.reference);
  }
  if (!context.reference) {
    std::string partial = "XXXX" + to_string(Date{2000, month}).substr(4);
    return set_unresolved(reading, end, Grain::kMonth, "month", std::move(partial));
  }
  const Tense tense = is_traded(context, at) || is_general_election(context, at)
                          ? Tense::kAhead
                      : tells_figures(context, at) ? Tense::kPast
                                                   : tense_of_month(context, at, end);
  Date date = nearest_month(month, tense, context.reference);
  date.day = 1;
  const bool done = is_since(at) || (tense == Tense::kPast && is_done_in(context, at));
  if (done && date > context.reference) --date.year;
  if (const int year = context.past_year(*at); year != 0 && tense != Tense::kAhead)
    date.year = year;
  if (const int year = enumerated_year(context, at);
      year != 0 && tense == Tense::kUnknown)
    date.year = year;
  if (const int year = year_after_month(context, at); year != 0) date.year = year;
  return set_period(reading, end, {Grain::kMonth, date}, "month", context.reference);
}

}  // namespace dateline::dates
