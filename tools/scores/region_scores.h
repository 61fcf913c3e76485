// What lines of pages are taken for, against what they are.

#pragma once

#include <dateline/annotate.h>
#include <dateline/article.h>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "tools/corpora/labelled_page.h"
#include "tools/scores/tally.h"

namespace dateline::scores {

inline constexpr std::array kRegions = {
    Region::kTitle,     Region::kSubhead, Region::kBody,
    Region::kList,      Region::kCaption, Region::kCredit,
    Region::kReference, Region::kRelated, Region::kFurniture};

/// Whether a region is of the article itself: title, subhead, body, list or caption,
/// and no credit, reference, related link or furniture.
bool is_kept(Region region);

/// What each line of the page is as part of the article that was read from it: the
/// region that `found` has for it, or title. A line that the article does not have is
/// furniture.
std::vector<Region> line_regions(const corpora::LabelledPage& page,
                                 const Article& article,
                                 std::span<const RegionSpan> found);

struct RegionScores {
  std::array<Tally, kRegions.size()> by_region{};
  Tally lines{};     ///< Right where the region is the label's.
  Tally kept{};      ///< Lines that are the article's, and that were taken for such.
  Tally left_out{};  ///< The others.
  std::size_t pages = 0;
  std::size_t leaking_pages = 0;    ///< With more than one line wrongly kept,
  std::size_t furnished_pages = 0;  ///< and with more than one of furniture.

  /// One page's, one region for each line.
  void add(const corpora::LabelledPage& page, std::span<const Region> found);

  /// The mean of the regions' F1, of those that occur among labels.
  double macro_f1() const;

  /// Lines wrongly kept, a page.
  double leaks_a_page() const;
};

}  // namespace dateline::scores
