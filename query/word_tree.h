// Queries of words and phrases, within what other conditions choose: what they match,
// and how that is ranked.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/bm25.h"

namespace dateline {

/// What else raises a document that has a word.
struct TermBonus {
  std::vector<std::string> terms;  ///< As those of RankedWord.
  double factor = 1;               ///< Of what they weigh.
};

/// The documents that have any of `terms`, by what these weigh in each as if they were
/// one; those of them that have a term of a bonus are raised.
struct RankedWord {
  std::vector<std::string> terms;
  std::vector<TermBonus> bonuses{};
};

/// Documents by words: their scores are the sums over the words that they have.
struct WordTree {
  enum class Kind {
    kWord,
    kPhrase,  ///< `terms` one after another.
    kFilter,  ///< What `filter` matches, whatever it weighs.
    kAll,     ///< All of `children`, none of `excluded`.
    kAny      ///< Of `children`, none of which is kAll.
  };

  Kind kind = Kind::kWord;
  RankedWord word{};
  std::vector<std::string> terms{};  ///< Those of a phrase, two or more.
  Xapian::Query filter{};
  std::string filter_name{};  ///< The same for equal ones.
  std::vector<WordTree> children{};
  std::vector<WordTree> excluded{};
};

/// What raises a document that matches by where words stand: two near each other, or
/// some in order.
struct PlaceBonus {
  std::vector<std::string> terms;
  std::vector<Bm25> weights{};  ///< What each of them adds then.
  std::uint32_t window = 0;     ///< Two terms stand less apart than this; 0: in order.

  /// What it adds to a score at most.
  double most() const;
};

/// A query of words.
struct WordQuery {
  WordTree tree;
  std::vector<PlaceBonus> bonuses{};
};

/// What `filter` matches; nullopt where it cannot be told from others by a name.
std::optional<WordTree> filter_words(const Xapian::Query& filter);

/// The documents of all of `parts` and none of `excluded`; nullopt where one is
/// unknown, or no word or phrase must be there.
std::optional<WordTree> all_words(std::vector<std::optional<WordTree>> parts,
                                  std::vector<std::optional<WordTree>> excluded);

/// The documents of any of `parts`; nullopt where one is unknown or joins words: what
/// raises a word would count there in documents only that have the others, too.
std::optional<WordTree> any_words(std::vector<std::optional<WordTree>> parts);

}  // namespace dateline
