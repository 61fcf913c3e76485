// The phrases by which a line is known that is not the report.

#include "index/regions/line_phrases.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

namespace {

using namespace dateline::regions;

TEST_CASE("line phrases: what a line says") {
  struct {
    std::string_view line;
    std::uint32_t signs;
    unsigned menu_words;
  } const cases[] = {
      {"Copyright The Paper", kFurnitureStart, 0},
      {"He spoke of copyright", 0, 0},
      {"A copyrighted work", 0, 0},
      {"A previous version of this article gave a wrong year.", kCorrection, 0},
      {"The shop pays rent a month late", kFurnitureInside, 0},
      {"The minister met them a Monday later", 0, 0},
      {"Menu", kFurnitureWhole, 1},
      {"Economy | Industries | Companies", 0, 3},
      {"The economy grew", 0, 0},
      {"a", 0, 0},
      {"", 0, 0},
      {"\xC3\xA9", 0, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const PhraseSigns found = find_phrases(c.line);
    CHECK(found.signs == c.signs);
    CHECK(found.menu_words == c.menu_words);
  }
}

}  // namespace
