// "now", "recently", "soon".

#include "index/dates/reading.h"

namespace dateline::dates {
namespace {

constexpr int kFutureNoun = 2;  // The value of "future".
constexpr int kThese = 3;       // Of "these"; "present" has the next.

// "as soon as", "too soon", "soon after", "soon became": not of the time to come.
bool is_other_soon(const Context& context, const Token* at) {
  return at[-1].is(Kind::kAs) || context.is_word(at[-1], "too") ||
         (joined(at + 1) &&
          (at[1].is(Kind::kAfter) || at[1].is(Kind::kPast) || at[1].past));
}

// "the near future", "the foreseeable future".
bool read_future(const Context& context, const Token* at, Reading& reading) {
  if (!joined(at)) return false;
  const bool near = context.is_word(at[-1], "near") ||
                    context.is_word(at[-1], "foreseeable") ||
                    context.is_word(at[-1], "immediate");
  const bool the = at[-1].is(Kind::kThe) && at[1].gap > Gap::kHyphen;
  if (!the && !near) return false;
  reading.takes = kTakesThe;
  reading.score = 0.6;
  return set_value(reading, at + 1, DateType::kDate, "FUTURE_REF", "reference");
}

// "these days", "at present".
bool read_at_present(const Token* at, Reading& reading) {
  const Token* end = at + 1;
  if (at->word.value == kThese) {
    if (!follows(end, Kind::kUnit) || end->word.value != kDayUnit) return false;
    ++end;
  } else if (!joined(at) || !at[-1].is(Kind::kAt)) {
    return false;
  }
  return set_value(reading, end, DateType::kDate, "PRESENT_REF", "reference");
}

}  // namespace

bool read_reference(const Context& context, const Token* at, Reading& reading) {
  // "now-famous", "the soon-to-be"
  if (context.after(*at) == '-' || at->gap == Gap::kHyphen) return false;
  // Europe Now is a party.
  if (at->capital && !at->capitals && at->gap == Gap::kSpace && at[-1].capital)
    return false;
  if (at->capital && context.is_in_name(*at)) return false;
  if (at->word.value == kFutureNoun) return read_future(context, at, reading);
  if (at->word.value > kFutureNoun) return read_at_present(at, reading);
  if (at->word.value > 0 && is_other_soon(context, at)) return false;
  const Token* end = at + 1;
  constexpr std::string_view kValues[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  reading.score = 0.6;
  return set_value(reading, end, DateType::kDate,
                   std::string(kValues[at->word.value + 1]), "reference");
}

}  // namespace dateline::dates
