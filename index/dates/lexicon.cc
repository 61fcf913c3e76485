#include "index/dates/lexicon.h"

#include <algorithm>
#include <string>

#include "index/dates/english_rows.h"
#include "index/dates/other_rows.h"

namespace dateline::dates {
namespace {

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
    : tags_(kSlots), slots_(kSlots), english_(english) {
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

void Lexicon::add(std::string_view text, Word word) {
  const Key key = key_of(text, 0, text.size());
  const std::uint64_t mixed = mix(key);
  std::size_t slot = slot_of(mixed);
  while (tags_[slot] != 0) slot = (slot + 1) % kSlots;
  tags_[slot] = tag_of(mixed);
  slots_[slot] = {key, word};
}

}  // namespace dateline::dates
