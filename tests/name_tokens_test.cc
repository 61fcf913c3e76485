// Words of names: what is read eight bytes a step must be as if read byte by byte.

#include "index/names/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "index/names/lexicon.h"

namespace dateline::names {
namespace {

// Letters enough for words of three steps.
constexpr std::string_view kLetters = "Abcdefghijklmnopqrstuvwxyzabcdefgh";

// Red when the zeros behind a word's last step are not undone, or one too many.
TEST_CASE("name tokens: the hash of a word is that of its bytes, whatever its size") {
  const Lexicon lexicon;
  for (std::size_t size = 1; size <= kLetters.size(); ++size) {
    const std::string word(kLetters.substr(0, size));
    // At the text's end, inside it, and where a word of another size comes before.
    for (const std::string& text : {word, word + " more of it", "One, " + word}) {
      CAPTURE(text);
      const auto tokens = tokenize(text, lexicon);
      const std::size_t at = text.starts_with("One, ") ? 1 : 0;
      REQUIRE(tokens.size() > at);
      const Token& token = tokens[at];
      CHECK(text.substr(token.begin, token.end - token.begin) == word);
      CHECK(token.hash == word_hash(word));
      CHECK(token.shape == (size == 1 ? Shape::kInitial : Shape::kCapital));
      CHECK(token.is_plain);
      CHECK(!token.has_digit);
    }
  }
}

struct Written {
  std::string_view word;
  Shape shape;
  bool has_capital;
  bool has_digit;
  bool is_plain;
};

TEST_CASE("name tokens: capitals and digits count wherever in a long word they stand") {
  const Lexicon lexicon;
  constexpr Written kCases[] = {
      {"INTERNATIONAL", Shape::kAllCaps, true, false, true},
      {"internationaL", Shape::kLower, true, false, true},
      {"INTERNATIONALi", Shape::kCapital, true, false, true},
      {"abcdefgh9", Shape::kLower, false, true, true},
      {"ABCDEFGH9", Shape::kAllCaps, true, true, true},
      {"9abcdefghij", Shape::kLower, false, true, true},
      {"123456789", Shape::kNumber, false, true, true},
      {"Caf\u00E9sofParis", Shape::kCapital, true, false, false},
      {"O'Shaughnessy", Shape::kCapital, true, false, false},
  };
  for (const Written& written : kCases) {
    CAPTURE(written.word);
    const std::string text = std::string(written.word) + " said";
    const auto tokens = tokenize(text, lexicon);
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[0].end == written.word.size());
    CHECK(tokens[0].hash == word_hash(written.word));
    CHECK(tokens[0].shape == written.shape);
    CHECK(tokens[0].has_capital == written.has_capital);
    CHECK(tokens[0].has_digit == written.has_digit);
    CHECK(tokens[0].is_plain == written.is_plain);
  }
}

}  // namespace
}  // namespace dateline::names
