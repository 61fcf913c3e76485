// "now", "recently", "soon".

#include "index/dates/reading.h"

namespace dateline::dates {
namespace {

// "as soon as", "too soon", "soon after", "soon became": not of the time to come.
bool is_other_soon(const Context& context, const Token* at) {
  return at[-1].is(Kind::kAs) || context.is_word(at[-1], "too") ||
         (joined(at + 1) &&
          (at[1].is(Kind::kAfter) || at[1].is(Kind::kPast) || at[1].past));
}

}  // namespace

bool read_reference(const Context& context, const Token* at, Reading& reading) {
  // "now-famous", "the soon-to-be"
  if (context.after(*at) == '-' || at->gap == Gap::kHyphen) return false;
  if (at->word.value > 0 && is_other_soon(context, at)) return false;
  const Token* end = at + 1;
  constexpr std::string_view kValues[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  reading.score = 0.6;
  return set_value(reading, end, DateType::kDate,
                   std::string(kValues[at->word.value + 1]), "reference");
}

}  // namespace dateline::dates
