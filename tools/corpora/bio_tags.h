// Names marked by a tag a token: IOB1, IOB2, BILOU and BIOES, told apart as they come.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// Tokens [first, last] of an article that are one name.
struct TokenRun {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string type{};  ///< As in the tag: "PER".

  friend bool operator==(const TokenRun&, const TokenRun&) = default;
};

/// Joins tags to names. In every one of the four schemes a name begins at B-, U- and
/// S-, at a tag of another type than the one before, and after O; so none has to be
/// named.
class TagReader {
 public:
  /// The tag of the next token. False, and nothing is read, where it is no tag.
  bool add(std::string_view tag);

  /// A sentence ends: no name goes on.
  void end_sentence() { inside_ = false; }

  const std::vector<TokenRun>& runs() const { return runs_; }

 private:
  std::vector<TokenRun> runs_;
  std::size_t tokens_ = 0;
  bool inside_ = false;  // The last run may go on.
};

/// What a type of name means.
struct NameType {
  std::string_view text;         ///< In lower case: "per", "creative-work".
  std::optional<NameKind> kind;  ///< Nullopt: none of the four (a date, a sum).
};

/// The type called `text`, in capitals or not, of those that CoNLL, WNUT, BTC and
/// OntoNotes use; null where none is called so.
const NameType* find_name_type(std::string_view text);

}  // namespace dateline::corpora
