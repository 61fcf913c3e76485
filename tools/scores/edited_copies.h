// Copies of articles as papers make them of an agency's: cut, rewritten in places,
// under another headline, with furniture around, within a longer report.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::scores {

/// What was done to a copy.
struct Edit {
  enum class Kind {
    kHeadline,     ///< Another article's headline.
    kParagraphs,   ///< Whole paragraphs, as many as fit into the share of words;
    kPassages,     ///< runs of 8 to 24 words;
    kWords,        ///< single words here and there.
    kFurniture,    ///< Lines of a site before and behind.
    kPartOfLonger  ///< Between passages of many others, whose share is in per cent.
  };

  Kind kind = Kind::kHeadline;
  unsigned per_cent = 0;  ///< Of the words of the body.
  bool replaced = false;  ///< By another article's words; otherwise cut.

  /// "20 % of paragraphs cut".
  std::string name() const;

  /// Whether the two still are copies of each other by what near-duplicates are: at
  /// most 20 % of the text was touched, and not in places all over it.
  bool is_light() const;
};

/// All edits that copies are made by, a row of the table of scores each.
std::span<const Edit> edits();

struct EditedCopy {
  std::size_t original = 0;  ///< Index of its original,
  std::size_t edit = 0;      ///< and in edits().
  Article article;
};

/// The same every time for one seed. Copies have ids of their own and no address, day
/// or source. `originals` are two or more.
std::vector<EditedCopy> edited_copies(std::span<const Article> originals,
                                      std::uint64_t seed);

}  // namespace dateline::scores
