// The names that an article has somewhere, to be found where capitals tell nothing and
// where the tagger missed them.

#pragma once

#include "index/names/lexicon.h"
#include "index/names/links/key_map.h"
#include "index/names/links/words.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A name found by its words.
struct KnownString {
  std::size_t length = 0;  ///< In tokens; 0: none.
  NameKind kind = NameKind::kPerson;
  bool is_part = false;  ///< Only the last name of a person.
};

/// Word sequences and the kind of name that they are in one article.
class KnownStrings {
 public:
  explicit KnownStrings(const Lexicon& lexicon) : lexicon_(lexicon) {
    constexpr std::size_t kUsual = 48;  // Of an article.
    entries_.reserve(kUsual);
  }

  /// Takes in the words of a name, found with a score of 0.5 to 1; of persons the last
  /// name, too, and of organisations the first word.
  void add(NameKind kind, const Words& words, double score = 1.0);

  /// The longest of them that begins with words[0].
  KnownString longest(const Words& words) const;

  /// The kind that the words have at least twice as surely as `kind`, a person's if
  /// they are one's last name, an organisation's if they only begin one's name; else
  /// `kind`.
  NameKind usual_kind(const Words& words, NameKind kind) const;

 private:
  struct Entry {
    std::array<std::uint32_t, kNameKinds.size()> mentions{};
    std::array<std::uint32_t, kNameKinds.size()> weights{};  // Of the scores.
    bool is_prefix = false;                                  // Of a longer one.
    bool is_surname = false;  // Of a person named in full.
    bool begins_org = false;  // "Elliott" of Elliott Management.

    bool is_name() const;
    NameKind kind() const;
  };

  Entry& entry_of(std::uint64_t key);
  void add_surname(const Words& words);
  void add_short_form(const Words& words);

  const Lexicon& lexicon_;
  KeyMap by_words_;
  std::vector<Entry> entries_;
};

}  // namespace dateline::names
