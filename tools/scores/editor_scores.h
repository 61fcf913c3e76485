// Names found in the text against the names that editors gave to articles.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tools/scores/tally.h"

namespace dateline::scores {

/// What editors' names of one sort and the text say of each other; a name counts once
/// an article.
struct EditorTally {
  Tally names{};
  Tally in_text{};  ///< Only given names whose last word the text has at all.
};

/// The name, and in how many articles the two disagree.
struct EditorDifference {
  Name name;
  std::size_t missed = 0;  ///< Given, and not found.
  std::size_t extra = 0;   ///< Found, and not given.
  std::string example{};   ///< The id of the first such article.
};

/// Scores the facets of texts by the lists that editors made.
///
/// These are of another kind than facets: they come from a closed list of names, say
/// what an article is about rather than what it names, and pass over much that is said
/// by the way. So only found names that are of that list are judged, and recall is told
/// of the given names that the text has, too. A found name is of the list by its
/// canonical form, a person also by last words alone: "Reagan" is Ronald Reagan.
class EditorScores {
 public:
  /// `articles` must outlive this; all names that they were given are the list.
  explicit EditorScores(const std::vector<Article>& articles);

  /// Finds the names in the title and text of each article, and compares.
  void run();

  EditorTally people{};
  EditorTally organisations{};
  EditorTally places{};
  EditorTally places_with_demonyms{};  ///< "Japanese" tells of Japan too.

  /// Those with most articles first, at most `limit`. Demonyms tell of places there.
  std::vector<EditorDifference> differences(std::size_t limit) const;

 private:
  using Names = std::set<Name>;

  Name of_list(const Name& found) const;
  void compare(const Article& article);
  void note_differences(const Article& article, const Names& given, const Names& found);

  const std::vector<Article>& articles_;
  Names list_{};  // Canonical.
  std::map<std::string, Names> people_by_last_word_{};
  std::map<Name, EditorDifference> differences_{};
};

}  // namespace dateline::scores
