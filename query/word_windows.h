// The documents of a tree of words, a window of consecutive numbers at a time: which
// match, and their scores.

#pragma once

#include <xapian.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "query/placed_postings.h"
#include "query/scored_postings.h"

namespace dateline {

/// Documents first to first + kDocuments - 1. Small enough for the fastest memory.
struct Window {
  static constexpr std::size_t kDocuments = 2048;
  static constexpr std::size_t kWord = 64;  // Documents of one of `bits`.

  std::array<std::uint64_t, kDocuments / kWord> bits{};  ///< Those that match.
  std::array<std::uint32_t, kDocuments> scores{};        ///< Of those.

  void clear() {
    bits.fill(0);
    scores.fill(0);
  }

  void drop(std::size_t place) {
    bits[place / kWord] &= ~(std::uint64_t{1} << place % kWord);
  }

  std::size_t count() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t word : bits) sum += ones(word);
    return sum;
  }

  bool is_empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : bits) any |= word;
    return any == 0;
  }

  /// How many bits are set: where the processor may have no instruction for it,
  /// std::popcount() is a call for each word, and this is done for several at once.
  static constexpr std::uint64_t ones(std::uint64_t word) {
    constexpr std::uint64_t kEach2 = 0x3333333333333333;
    word -= word >> 1 & 0x5555555555555555;
    word = (word & kEach2) + (word >> 2 & kEach2);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F;
    word += word >> 8;
    word += word >> 16;
    word += word >> 32;
    return word & 0x7F;
  }

  /// Calls `take` with the place of each that matches, in order.
  template <class Take>
  void each(Take&& take) const {
    for (std::size_t w = 0; w < bits.size(); ++w) {
      for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
        take(w * kWord + static_cast<unsigned>(std::countr_zero(word)));
      }
    }
  }
};

/// Documents by words, asked for in windows of rising numbers.
class WordWindows {
 public:
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  virtual ~WordWindows() = default;

  /// The first document from `docid` on that may match; kEnd: none.
  virtual Xapian::docid seek(Xapian::docid docid) = 0;

  /// Makes `window` the one from `first` on. The scores of what does not match mean
  /// nothing.
  virtual void fill(Xapian::docid first, Window& window) = 0;

  /// Adds those of the window from `first` on, which are not there yet, and their
  /// scores to all that are.
  virtual void add(Xapian::docid first, Window& window) = 0;

  /// Takes away what does not match, and adds the scores of what does. The scores of
  /// what does not match mean nothing then.
  virtual void keep(Xapian::docid first, Window& window) = 0;

  /// Documents, at most.
  virtual std::size_t documents() const = 0;

  /// The highest score that there may be.
  virtual std::uint64_t most() const = 0;
};

/// Those of one word.
std::unique_ptr<WordWindows> word_windows(
    std::shared_ptr<const ScoredPostings> postings);

/// Those where all of `words`, one or more, stand one after another.
std::unique_ptr<WordWindows> phrase_windows(
    std::vector<std::shared_ptr<const PlacedPostings>> words);

/// Those of any of `parts`, of one or more.
std::unique_ptr<WordWindows> any_windows(
    std::vector<std::unique_ptr<WordWindows>> parts);

/// Those of all of `parts`, of one or more, and none of `excluded`.
std::unique_ptr<WordWindows> all_windows(
    std::vector<std::unique_ptr<WordWindows>> parts,
    std::vector<std::unique_ptr<WordWindows>> excluded);

}  // namespace dateline
