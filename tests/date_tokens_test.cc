// What parts the words of dates.

#include "index/dates/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/dates/lexicon.h"

namespace dateline::dates {
namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, Lexicon::of("en"), tokens);
  tokens.resize(tokens.size() - kTail);
  return tokens;
}

struct Parted {
  std::string_view by;
  Gap gap;
};

TEST_CASE("date tokens: what stands between two words says how far it parts them") {
  constexpr Parted kCases[] = {
      {" ", Gap::kSpace},       {"\n", Gap::kSpace},     {"  ", Gap::kSpace},
      {"\n ", Gap::kSpace},     {" \n", Gap::kSpace},    {"\n\n", Gap::kStop},
      {".", Gap::kDot},         {". ", Gap::kDotSpace},  {".\n", Gap::kDotSpace},
      {"..", Gap::kOther},      {",", Gap::kComma},      {", ", Gap::kComma},
      {" ,", Gap::kComma},      {"-", Gap::kHyphen},     {"- ", Gap::kOther},
      {" - ", Gap::kOther},     {"/", Gap::kSlash},      {"/ ", Gap::kOther},
      {":", Gap::kColon},       {": ", Gap::kOther},     {";", Gap::kStop},
      {"; ", Gap::kStop},       {"! ", Gap::kStop},      {"? ", Gap::kStop},
      {"(", Gap::kOther},       {"$ ", Gap::kOther},     {"' ", Gap::kSpace},
      {"\u2013", Gap::kHyphen}, {"\u00A0", Gap::kSpace},
  };
  for (const Parted& parted : kCases) {
    CAPTURE(parted.by);
    const auto tokens = tokens_of("march" + std::string(parted.by) + "report");
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[1].gap == parted.gap);
  }
}

// Red when a step of eight letters, or the text's end, ends a word too early or late.
TEST_CASE("date tokens: a word goes on to its last letter, whatever its size") {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzabcdefgh";
  for (std::size_t size = 1; size <= kLetters.size(); ++size)
    for (const std::string_view behind : {"", " on", ", ", "9", "\u00E9", "\u201D"}) {
      const std::string text =
          std::string(kLetters.substr(0, size)) + std::string(behind);
      CAPTURE(text);
      const auto tokens = tokens_of(text);
      REQUIRE(!tokens.empty());
      CHECK(tokens[0].begin == 0);
      CHECK(tokens[0].end == size + (behind == "\u00E9" ? 2 : 0));
    }
}

}  // namespace
}  // namespace dateline::dates
