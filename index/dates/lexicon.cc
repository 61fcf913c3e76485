#include "index/dates/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "index/dates/english_rows.h"
#include "index/dates/other_rows.h"

namespace dateline::dates {
namespace {

constexpr std::size_t kSlots = 2048;  // A power of two, three times the words or more.
constexpr std::uint64_t kLowerCase = 0x2020202020202020;

// Masks of the first 0 to 8 bytes of a word, as memory has them on a little-endian
// machine.
constexpr std::uint64_t mask_of(std::size_t size) {
  return size == 0 ? 0 : ~std::uint64_t{0} >> (8 * (8 - size));
}

// Up to eight bytes of a word at `at`, in small letters, the first at the bottom.
std::uint64_t load(std::string_view text, std::size_t at, std::size_t size) {
  std::uint64_t bytes = 0;
  if (at + sizeof bytes <= text.size() && std::endian::native == std::endian::little) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
  } else {
    for (std::size_t i = size; i-- > 0;)
      bytes = bytes << 8 | static_cast<unsigned char>(text[at + i]);
  }
  return (bytes | kLowerCase) & mask_of(size);
}

// Capitals of Russian that differ from the small letter in more than one bit.
std::string with_russian_capital(std::string_view word) {
  std::string capital(word);
  if (word.size() > 1 && word[0] == '\xD1' &&
      static_cast<unsigned char>(word[1]) < 0x90) {
    capital[0] = '\xD0';
    capital[1] = static_cast<char>(static_cast<unsigned char>(word[1]) + 0x20);
  }
  return capital;
}

}  // namespace

const Lexicon& Lexicon::of(std::string_view language) {
  static const Lexicon english(kEnglishRows, true);
  static const Lexicon german(kGermanRows, false);
  static const Lexicon french(kFrenchRows, false);
  static const Lexicon spanish(kSpanishRows, false);
  static const Lexicon russian(kRussianRows, false);
  const auto is = [language](std::string_view code, std::string_view name) {
    if (language == name) return true;
    return language.substr(0, 2) == code &&
           (language.size() == 2 || language[2] == '-' || language[2] == '_');
  };
  if (is("de", "german")) return german;
  if (is("fr", "french")) return french;
  if (is("es", "spanish")) return spanish;
  return is("ru", "russian") ? russian : english;
}

Lexicon::Lexicon(std::span<const WordRow> rows, bool english)
    : slots_(kSlots), english_(english) {
  for (const WordRow& row : rows) {
    std::string_view words = row.words;
    while (!words.empty()) {
      const std::size_t size = std::min(words.find(' '), words.size());
      const auto word = words.substr(0, size);
      const Word meaning{row.kind, row.flags, static_cast<std::int16_t>(row.value)};
      add(word, meaning);
      if (const auto capital = with_russian_capital(word); capital != word)
        add(capital, meaning);
      words.remove_prefix(std::min(size + 1, words.size()));
    }
  }
}

Lexicon::Key Lexicon::key_of(std::string_view text, std::size_t at, std::size_t size) {
  Key key;
  key.low = load(text, at, std::min<std::size_t>(size, 8));
  if (size > 8) key.middle = load(text, at + 8, std::min<std::size_t>(size - 8, 8));
  if (size > 16) key.high = load(text, at + 16, size - 16);
  return key;
}

std::size_t Lexicon::hash(const Key& key) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  const std::uint64_t mixed = (key.low ^ key.middle * 31 ^ key.high * 961) * kOdd;
  return static_cast<std::size_t>(mixed >> 53);
}

void Lexicon::add(std::string_view text, Word word) {
  const Key key = key_of(text, 0, text.size());
  std::size_t slot = hash(key);
  while (slots_[slot].word.kind != Kind::kNone) slot = (slot + 1) % kSlots;
  slots_[slot] = {key, word};
}

Word Lexicon::find(std::string_view text, std::size_t at, std::size_t size) const {
  const Key key = key_of(text, at, size);
  for (std::size_t slot = hash(key);; slot = (slot + 1) % kSlots) {
    const Slot& here = slots_[slot];
    if (here.word.kind == Kind::kNone || here.key == key) return here.word;
  }
}

}  // namespace dateline::dates
