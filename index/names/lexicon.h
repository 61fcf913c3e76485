// The word lists, made ready for looking up: what a word tells about its neighbours,
// and the longest known name that starts at a token.

#pragma once

#include <dateline/name.h>

#include "index/names/gazetteer/name_lists.h"
#include "index/names/tokens.h"
#include "index/names/word_class.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A name of the lists.
struct KnownName {
  NameKind kind = NameKind::kPlace;
  std::uint32_t canonical = 0;  ///< For Lexicon::text().
  std::uint32_t adjective = 0;  ///< Of a country: "Russian", for Lexicon::adjective().
  /// For Lexicon::plain(): "Supreme Court", which is the U.S. one only in an article on
  /// the United States; 0: none.
  std::uint32_t plain = 0;
  bool is_title = false;  ///< No name at all: "Secretary of State".
  bool is_demonym = false;
  bool is_country = false;
  bool unsure_in_capitals = false;  ///< "WHO", "US" in a text all in capitals.
};

/// The longest known name at some token.
struct KnownSpan {
  const KnownName* name = nullptr;
  std::size_t length = 0;  ///< In tokens; 0: none.
};

/// Immutable: safe to share between threads.
class Lexicon {
 public:
  /// The lists of the library, and users' own. A listed name is known by its canonical
  /// name: of the same kind where that is a name of the lists itself.
  explicit Lexicon(std::span<const ListedName> lists = {});

  /// The word, or 0. Words all in capitals are also known by their usual writing.
  std::uint32_t find(std::string_view word, std::uint32_t hash, Shape shape) const;

  /// Fills in Token::word and Token::entry of all tokens of a text.
  void look_up(std::string_view text, std::span<Token> tokens) const;

  /// The classes of a word, none for 0.
  std::uint32_t classes(std::uint32_t word) const { return classes_[word]; }

  /// The longest name of the lists that begins with tokens[0].
  KnownSpan longest(std::span<const Token> tokens, std::string_view text) const;

  /// The canonical text of a name.
  std::string_view text(const KnownName& name) const { return texts_[name.canonical]; }

  /// The name of a body that may be of any country.
  std::string_view plain(const KnownName& name) const { return texts_[name.plain]; }

  /// Whether the name tells that an article is on the United States.
  bool is_american(const KnownName& name) const {
    return name.plain == 0 && american_[name.canonical] != 0;
  }

  /// "Russian" for Russia; the country itself where it has no adjective.
  std::string_view adjective(const KnownName& name) const {
    return texts_[name.adjective];
  }

  /// The classes of any token, also of words in lower case.
  std::uint32_t classes(const Token& token) const { return classes_[token.entry]; }

 private:
  struct WordSlot {
    std::uint64_t letters = 0;  // Eight bytes, or a hash of more.
    std::uint32_t hash = 0;
    std::uint32_t word = 0;  // 0: free.
  };
  struct Edge {
    std::uint64_t key = 0;  // Node and word; 0: free.
    std::uint32_t node = 0;
  };

  std::uint32_t find_exact(std::string_view word, std::uint32_t hash) const;
  std::uint32_t find_letters(std::uint32_t hash, std::uint64_t letters) const;
  std::uint32_t probe(std::uint32_t hash, std::uint64_t letters) const;
  std::uint32_t intern(std::string_view word);
  void put_word(WordSlot slot);
  void grow_words();
  void add_words(std::string_view list, std::uint32_t word_class);
  void add_names(std::string_view names, KnownName name, char separator);
  void add_phrase(std::string_view phrase, const KnownName& name);
  void add_peoples(std::string_view lines, bool are_countries);
  void add_places();
  void add_lines(std::string_view lines, KnownName name);
  void add_listed(const ListedName& listed);
  KnownName canonical_name(const ListedName& listed);
  const KnownName* find_phrase(std::string_view phrase) const;
  std::uint32_t add_text(std::string_view text);
  std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
  std::uint32_t make_child(std::uint32_t node, std::uint32_t word);
  void put_edge(std::uint64_t key, std::uint32_t node);
  void grow_edges();

  // Of the tree of names, word by word.
  struct Node {
    std::uint32_t name = 0;  // 1 + index into names_; 0: none.
    bool has_children = false;
  };

  std::vector<std::uint32_t> classes_;  // By word; classes_[0] is of no word.
  std::vector<std::uint32_t> starts_;   // By word: the node of it alone, 0: none.
  std::vector<WordSlot> slots_;         // Hash table of words.
  std::vector<Edge> edges_;             // Hash table of (node, word) -> node.
  std::size_t edge_count_ = 0;
  std::vector<Node> nodes_;
  std::vector<KnownName> names_;
  std::vector<std::string> texts_;
  std::vector<std::uint8_t> american_;  // By text.
};

}  // namespace dateline::names
