// Neighbouring words of a query, cut into what they mean together: a name that the
// index knows, a joined form (G-20), a phrase, or a single word. Knows no Xapian.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "query/query_node.h"

namespace dateline {

/// One word of a query, as the Analyzer reads it.
struct QueryWord {
  std::string word;
  std::string stem;      ///< Empty: the word has none.
  std::string capitals;  ///< Not empty: only the word in capitals is meant.
  /// Its stems in the other languages of the index, where they differ.
  std::vector<std::string> other_stems{};
  /// It has a stem, but not in some language of the index.
  bool lacks_stem_elsewhere = false;
};

/// Words at consecutive positions.
using WordSequence = std::vector<QueryWord>;

/// The smallest piece of a query that is searched as one.
struct WordUnit {
  enum class Kind {
    kWord,    ///< One word, by its stem.
    kExact,   ///< One word as it is written.
    kJoined,  ///< `joined`, or its parts in order: G-20.
    kPhrase,  ///< Several words in order.
    kName,    ///< As kPhrase; a name in this index.
  };

  Kind kind = Kind::kWord;
  WordSequence words;      ///< At least one; exactly one for kWord and kExact.
  QueryWord joined{};      ///< For kJoined.
  std::string shown{};     ///< As it was typed.
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
  /// Other ways in which the index may hold the same phrase: "G20 summit" where
  /// "G-20 summit" was typed, and the reverse.
  std::vector<WordSequence> alternatives{};
};

/// True unless every word of the query is in capitals, so that a word in capitals
/// means something. `root` may be null.
bool capitals_matter(const QueryNode* root, text::Analyzer& analyzer);

/// What reading words depends on.
struct WordReader {
  text::Analyzer& analyzer;
  bool capitals = true;  ///< As capitals_matter() says.

  /// Those of the other languages in which the index has articles.
  std::vector<text::Analyzer*> other_analyzers{};

  /// Whether the index has words of a stem.
  std::function<bool(std::string_view)> is_stem = [](std::string_view) { return true; };

  /// Whether a text is a name that the index knows, whatever its kind.
  std::function<bool(std::string_view)> is_name = [](std::string_view) {
    return false;
  };

  /// How many times is_name may still be asked.
  int name_lookups = 1000;
};

/// Cuts neighbouring kWord nodes into units. Nodes that hold no word at all are left
/// out and added to `dropped`.
std::vector<WordUnit> read_words(std::span<const QueryNode> nodes, WordReader& reader,
                                 std::vector<const QueryNode*>& dropped);

/// Reads a kPhrase node, or a kWord node that is `exact`; nullopt when it holds no
/// word.
std::optional<WordUnit> read_phrase(const QueryNode& node, WordReader& reader);

}  // namespace dateline
