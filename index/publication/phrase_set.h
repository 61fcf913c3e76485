// A fixed list of words and phrases, all of which a text is searched for at once.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "index/publication/words.h"

namespace dateline::publication {

/// A hash table of phrases by their first words, made by the compiler. Each is letters
/// in ASCII lower case, its words one blank apart.
template <std::size_t kCount>
class PhraseSet {
 public:
  consteval explicit PhraseSet(const std::array<std::string_view, kCount>& phrases)
      : phrases_(phrases) {
    for (std::size_t i = 0; i < kCount; ++i) {
      const Word first = word_at(phrases_[i], 0);
      keys_[i] = first.key;
      std::size_t slot = slot_of(first.key);
      while (slots_[slot] != 0) slot = next(slot);
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }

  /// Whether any of them stands in `lower`, a text in lower case, with no letter beside
  /// it. Time is linear in the text.
  constexpr bool stand_in(std::string_view lower) const {
    for (std::size_t at = 0; at < lower.size();) {
      if (!is_letter(lower[at])) {
        ++at;
        continue;
      }
      const Word word = word_at(lower, at);
      if (stand_at(lower.substr(at), word)) return true;
      at += word.size;
    }
    return false;
  }

  /// Whether `word`, letters and digits in lower case, is one of them.
  constexpr bool has(std::string_view word) const {
    const Word letters = word_at(word, 0);
    return letters.size == word.size() && stand_at(word, letters);
  }

 private:
  static constexpr std::size_t kSlots = std::bit_ceil(2 * kCount);

  struct Word {
    std::size_t size = 0;
    std::uint64_t key = 0;  // Its last eight letters.
  };

  static constexpr Word word_at(std::string_view text, std::size_t at) {
    Word word;
    for (; at + word.size < text.size() && is_letter(text[at + word.size]); ++word.size)
      word.key = word.key << 8 | static_cast<unsigned char>(text[at + word.size]);
    return word;
  }

  static constexpr std::size_t slot_of(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15) >> 32) % kSlots;
  }
  static constexpr std::size_t next(std::size_t slot) { return (slot + 1) % kSlots; }

  // Whether `text`, of which `first` is the first word, begins with one of them.
  constexpr bool stand_at(std::string_view text, const Word& first) const {
    for (std::size_t slot = slot_of(first.key); slots_[slot] != 0; slot = next(slot)) {
      const std::size_t i = slots_[slot] - std::size_t{1};
      if (keys_[i] != first.key || !text.starts_with(phrases_[i])) continue;
      const std::size_t end = phrases_[i].size();
      if (end == text.size() || !is_letter(text[end])) return true;
    }
    return false;
  }

  std::array<std::string_view, kCount> phrases_;
  std::array<std::uint64_t, kCount> keys_{};   // Of their first words.
  std::array<std::uint16_t, kSlots> slots_{};  // Numbers of phrases, from 1; 0: free.
};

}  // namespace dateline::publication
