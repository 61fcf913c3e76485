// The words of names, each once, with all that comparing names asks of them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/interner.h"
#include "index/text/byte_arena.h"

namespace dateline::entities {

/// A word of names, folded, without signs.
struct Word {
  std::string_view text;
  std::string_view key;           ///< spelling_key().
  std::string_view bones;         ///< skeleton() of the key.
  std::uint64_t hash = 0;         ///< Of the text.
  std::uint64_t letters = 0;      ///< letter_set() of the text.
  std::uint64_t key_letters = 0;  ///< Of the key.
  std::uint64_t bones_hash = 0;   ///< Of the bones; of a plural as of its singular.
  std::span<const std::uint16_t> given_groups{};  ///< names::given_name_groups().
  std::uint32_t roles = 0;                        ///< A set of WordRole.
  std::int32_t number = -1;                       ///< The number that it is; -1: none.
  bool is_given = false;                          ///< A common given name.
  bool is_surname = false;                        ///< A common surname.
  bool is_initial = false;                        ///< One letter.
  bool has_digit = false;
};

/// Numbers for words. A word's number depends on what was asked before; nothing else
/// does. Belongs to one thread at a time.
class WordTable {
 public:
  std::uint32_t intern(std::string_view word);

  /// Lives until the next call of intern(); what its strings are views of lives on.
  const Word& operator[](std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  Word describe(std::string_view text);

  text::ByteArena letters_;  // Of all words, their keys and bones.
  Interner numbers_;
  std::vector<Word> words_;
};

}  // namespace dateline::entities
