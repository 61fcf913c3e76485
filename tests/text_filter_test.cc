#include "index/entities/text_filter.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using dateline::entities::TextFilter;

TEST_CASE("text filter: knows what was added, and hardly anything else") {
  constexpr int kTexts = 5'000;
  TextFilter filter(kTexts);
  const auto text = [](int number) { return "text " + std::to_string(number); };
  for (int i = 0; i < kTexts; ++i) filter.add(text(i));
  int known = 0;
  int others = 0;
  for (int i = 0; i < kTexts; ++i) {
    known += filter.may_contain(text(i)) ? 1 : 0;
    others += filter.may_contain(text(kTexts + i)) ? 1 : 0;
  }
  CHECK(known == kTexts);
  CHECK(others > 0);  // Else it would take much more memory than it says.
  CHECK(others < kTexts / 8);
  CHECK_FALSE(TextFilter(0).may_contain("text"));
}

}  // namespace
