// Tells which words of a text stand in lists of names: given names, cities, companies.
// The tagger takes what is found as evidence, not as a decision.

#pragma once

#include "index/names/gazetteer/gazetteer_table.h"
#include "index/names/gazetteer/name_class.h"
#include "index/names/gazetteer/name_lists.h"
#include "index/names/tokens.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::names {

/// What the lists tell of one token: sets of NameClass.
struct GazetteerBits {
  std::uint16_t word = 0;    ///< As a name of one word.
  std::uint16_t phrase = 0;  ///< As part of a name of several words.

  friend bool operator==(const GazetteerBits&, const GazetteerBits&) = default;
};

/// Lists of names, made ready for looking up. Immutable: safe to share between threads.
class Gazetteer {
 public:
  /// The lists that come with the library. Opened in no time: it is mapped with the
  /// program, and shared between processes.
  static const Gazetteer& english();

  /// A compiled gazetteer; see GazetteerTable.
  Gazetteer(std::string_view bytes, std::string_view origin, bool trusted)
      : table_(bytes, origin, trusted) {}

  /// The lists of `base` and users' own. `lexicon` is that of the tokens to come.
  Gazetteer(const Gazetteer& base, std::span<const ListedName> lists,
            const Lexicon& lexicon);

  /// Adds to out[i] what is known of tokens[i], for tokens that begin with a capital
  /// and those between them inside a name. Of names of several words the leftmost is
  /// taken, and of those the longest. `out` must be as long as `tokens`. Linear time.
  void match(std::span<const Token> tokens, std::span<GazetteerBits> out) const;

  /// Names, and beginnings of names.
  std::size_t entries() const;

 private:
  GazetteerTable table_;
  std::shared_ptr<const std::string> list_bytes_;  // Of users' lists; may be null.
  std::optional<GazetteerTable> lists_;            // In list_bytes_.
};

}  // namespace dateline::names
