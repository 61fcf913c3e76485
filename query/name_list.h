// The names that an index knows, by kind, for looking up a surname among them.

#pragma once

#include <dateline/name.h>
#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/entities/entity_table.h"
#include "query/string_table.h"

namespace dateline {

/// All names of one kind, folded, in the order of their bytes. Immutable: safe to share
/// between threads.
class NameList {
 public:
  explicit NameList(StringTable names) : names_(std::move(names)) {}

  /// Reads the vocabulary of `database`: time is linear in its names of this kind.
  NameList(const Xapian::Database& database, NameKind kind);

  std::size_t size() const { return names_.size(); }
  std::string_view operator[](std::size_t i) const { return names_[i]; }

  /// The names that have `word` (folded) as a whole word. Takes time linear in the
  /// bytes of all names, but at memory speed.
  std::vector<std::string_view> with_word(std::string_view word) const;

  /// Whether `name` (folded) is one of these. Time is logarithmic in the names.
  bool has(std::string_view name) const;

 private:
  StringTable names_;
};

/// The names of one kind in `entities` that are not in `seen`: spellings that a
/// correction gave, or whose last article was deleted.
NameList unseen_names(const entities::EntityTable& entities, NameKind kind,
                      const NameList& seen);

/// True when `words` stand side by side in `name`, as whole words; both folded.
bool has_words(std::string_view name, std::string_view words);

/// True when `word` is the last word of `name`, both folded.
bool is_last_word(std::string_view name, std::string_view word);

}  // namespace dateline
