// Small sets of plain words, looked up by their hashes.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "index/names/tokens.h"

namespace dateline::names::crf {

/// Words with sets of classes, at most half as many as `kSlots`.
template <std::size_t kSlots>
class WordTable {
 public:
  /// Adds `classes`, not 0, to each of `words`, which blanks and line ends part.
  void add(std::string_view words, unsigned classes) {
    constexpr std::string_view kBlanks = " \n";
    for (auto begin = words.find_first_not_of(kBlanks); begin != words.npos;) {
      const auto end = std::min(words.find_first_of(kBlanks, begin), words.size());
      Slot& slot = slots_[slot_of(word_hash(words.substr(begin, end - begin)))];
      slot.hash = word_hash(words.substr(begin, end - begin));
      slot.classes |= classes;
      const std::uint32_t bit = bit_of(slot.hash);
      filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
      begin = words.find_first_not_of(kBlanks, end);
    }
  }

  /// The classes of the word of a Token::hash; 0: it has none.
  unsigned find(std::uint32_t hash) const {
    const std::uint32_t bit = bit_of(hash);
    if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) [[likely]]
      return 0;
    return slots_[slot_of(hash)].classes;
  }

 private:
  static_assert((kSlots & (kSlots - 1)) == 0);
  static constexpr std::uint32_t kBits = 8 * kSlots;  // Of the filter.

  struct Slot {
    std::uint32_t hash = 0;
    unsigned classes = 0;  // 0: free.
  };

  static std::uint32_t bit_of(std::uint32_t hash) { return (hash >> 8) % kBits; }

  std::size_t slot_of(std::uint32_t hash) const {
    std::size_t at = hash & (kSlots - 1);
    while (slots_[at].classes != 0 && slots_[at].hash != hash)
      at = (at + 1) & (kSlots - 1);
    return at;
  }

  std::array<Slot, kSlots> slots_{};
  // A bit a word, by other digits of its hash: most words of a text end there.
  std::array<std::uint64_t, kBits / 64> filter_{};
};

}  // namespace dateline::names::crf
