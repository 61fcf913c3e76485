// "now", "recently", "soon".

#include "index/dates/reading.h"

namespace dateline::dates {

bool read_reference(const Context& context, const Token* at, Reading& reading) {
  // "now-famous", "the soon-to-be"
  if (context.after(*at) == '-' || at->gap == Gap::kHyphen) return false;
  const Token* end = at + 1;
  constexpr std::string_view kValues[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  reading.score = 0.6;
  return set_value(reading, end, DateType::kDate,
                   std::string(kValues[at->word.value + 1]), "reference");
}

}  // namespace dateline::dates
