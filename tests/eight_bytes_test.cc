// Eight bytes at a time, held against one byte at a time.

#include "index/text/eight_bytes.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace {

namespace text = dateline::text;

std::uint64_t load(std::string_view bytes) {
  return text::load_eight(bytes.data(), bytes.data() + bytes.size());
}

bool is_between(unsigned byte, char first, char last) {
  return byte >= static_cast<unsigned>(first) && byte <= static_cast<unsigned>(last);
}

bool flagged(std::uint64_t flags, std::size_t i) {
  return (flags >> (8 * i + 7) & 1) != 0;
}

TEST_CASE("eight bytes: every byte is told in every place, whatever is beside it") {
  for (const char beside : {'\0', '0', 'a', 'Z', '\x7F', '\xFF'}) {
    for (std::size_t place = 0; place < 8; ++place) {
      for (unsigned byte = 0; byte < 256; ++byte) {
        std::string all(8, beside);
        all[place] = static_cast<char>(byte);
        const std::uint64_t bytes = load(all);
        const bool lower = is_between(byte, 'a', 'z');
        const bool upper = is_between(byte, 'A', 'Z');
        CAPTURE(beside);
        CAPTURE(place);
        CAPTURE(byte);
        const std::uint64_t letters = text::flag_letters(bytes);
        const std::uint64_t capitals = text::capitals_among(letters, bytes);
        REQUIRE(flagged(letters, place) == (lower || upper));
        REQUIRE(flagged(capitals, place) == upper);
        REQUIRE(flagged(text::flag_digits(bytes), place) == is_between(byte, '0', '9'));
        REQUIRE(flagged(text::flag_high(bytes), place) == (byte >= 128));
        REQUIRE(((letters | capitals | text::flag_digits(bytes)) & ~text::kAllFlags) ==
                0);
        char written[8];
        text::store_eight(written, text::with_lower_case(bytes, capitals));
        REQUIRE(written[place] == static_cast<char>(upper ? byte + 32 : byte));
      }
    }
  }
}

TEST_CASE("eight bytes: nothing is read behind the end") {
  for (std::size_t size = 0; size <= 8; ++size) {
    const std::string bytes(size, 'x');  // ASan sees what is read beyond it.
    char written[8];
    text::store_eight(written, load(bytes));
    CHECK(std::string_view(written, 8) == bytes + std::string(8 - size, '\0'));
  }
}

TEST_CASE("eight bytes: lengths") {
  const struct {
    std::string_view bytes;
    unsigned letters_first;
    unsigned others_first;
    unsigned letters;
  } cases[] = {
      {"Minister", 8, 0, 8},       {"a, b, c.", 1, 0, 3}, {"1987 net", 0, 5, 3},
      {"........", 0, 8, 0},       {"x", 1, 0, 1},        {"", 0, 8, 0},
      {"..\xC3\xA9..AB", 0, 6, 2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.bytes);
    const std::uint64_t letters = text::flag_letters(load(c.bytes));
    CHECK(text::flagged_length(letters) == c.letters_first);
    CHECK(text::unflagged_length(letters) == c.others_first);
    CHECK(text::count_flags(letters) == c.letters);
  }
  for (unsigned count = 0; count <= 8; ++count) {
    const std::string kept = std::string("Minister").substr(0, count);
    CHECK(text::keep_first(load("Minister"), count) == load(kept));
  }
}

}  // namespace
