#include <cstddef>

#include "index/text/analyzer.h"
#include "index/text/char_class.h"
#include "index/text/utf8.h"

namespace dateline::text {
namespace {

/// Counts runs of letters by their case.
struct CaseCount {
  std::size_t words = 0;     // Of two or more letters, some with case.
  std::size_t capitals = 0;  // Of these, all in capitals.
  bool lower = false;        // Anywhere.

  void add_run(std::size_t letters, std::uint8_t bits) {
    lower = lower || (bits & kByteLower) != 0;
    if (letters < 2 || (bits & (kByteLower | kByteUpper)) == 0) return;
    ++words;
    if ((bits & kByteLower) == 0) ++capitals;
  }
};

}  // namespace

bool is_mixed_case(std::string_view text) {
  CaseCount count;
  std::size_t letters = 0;
  std::uint8_t run = 0;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    std::uint8_t bits = byte_bits(*at);
    bool goes_on = false;  // Marks and invisible characters.
    if ((bits & kByteHigh) != 0) {
      const auto [code, length] = decode_char(at, end);
      const CharClass what = class_of(code);
      bits = bits_of(what);
      goes_on = what == CharClass::kMark || what == CharClass::kIgnored;
      at += length;
    } else {
      ++at;
    }
    if ((bits & kByteLetter) != 0) {
      ++letters;
      run |= bits;
    } else if (!goes_on) {
      count.add_run(letters, run);
      letters = 0;
      run = 0;
    }
  }
  count.add_run(letters, run);
  return count.lower && 2 * count.capitals <= count.words;
}

}  // namespace dateline::text
