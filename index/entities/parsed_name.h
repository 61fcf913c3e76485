// Names taken apart: the words that tell who is meant, without titles of people,
// particles and legal forms.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/word_table.h"

namespace dateline::entities {

/// A name taken apart. Its words are kept by the NameParser that made it.
struct ParsedName {
  NameKind kind = NameKind::kPerson;
  std::uint8_t word_count = 0;
  std::int8_t generation = 0;  ///< Of a person: -1 the elder, 1 the younger, else 2,
                               ///< 3, ... as in "III"; 0: not said.
  bool is_weak = false;  ///< A lone surname, perhaps with initials: it does not say by
                         ///< itself who is meant.
  bool has_number = false;  ///< One of its words is.
  std::uint32_t first_word = 0;
  std::uint32_t text_size = 0;   ///< Of its words together.
  std::uint32_t key_size = 0;    ///< Of their keys.
  std::uint32_t legal_form = 0;  ///< Of a company: the number of a word, plus 1.
  std::uint32_t alias = 0;       ///< Its entry of the AliasTable; 0: none.
  std::uint64_t letters = 0;     ///< A hash of all its letters and digits in a row.
  std::uint64_t initials = 0;    ///< Of titles, a hash of the initials of its words; of
                                 ///< a short word its letters, it may be initials.
  std::uint64_t all_initials = 0;  ///< The same with "of" and "and".
};

/// Takes names apart and keeps their words. Belongs to one thread at a time.
class NameParser {
 public:
  static constexpr std::size_t kMostWords = 16;

  /// Takes a folded name apart. Time is linear in it; words beyond kMostWords are left
  /// out.
  ParsedName parse(NameKind kind, std::string_view folded);

  /// The words of a name, by their numbers.
  std::span<const std::uint32_t> words(const ParsedName& name) const {
    return std::span(pool_).subspan(name.first_word, name.word_count);
  }
  const Word& word(std::uint32_t number) const { return table_[number]; }
  const Word& word(const ParsedName& name, std::size_t i) const {
    return table_[pool_[name.first_word + i]];
  }

 private:
  void cut(NameKind kind, std::string_view folded);
  void tidy_person(ParsedName& name);
  void tidy_title(ParsedName& name);
  void drop_legal_forms(ParsedName& name);
  void name_countries();
  void keep_words(ParsedName& name);
  std::uint32_t number_of_part(std::size_t i);
  std::uint64_t letters() const;
  std::uint64_t initials() const;

  WordTable table_;
  std::vector<std::uint32_t> pool_;
  std::vector<std::string> parts_;  // Of the name being taken apart.
  std::uint32_t last_first_ = 0;    // Of the last name: its first word.
};

}  // namespace dateline::entities
