// The furniture that train_regions puts around articles, so that the weights know
// pages of more sites than the gold articles are from.

#pragma once

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "index/regions/blocks.h"

namespace dateline::regions {

/// Where on a page a group of lines stands.
enum class PagePlace { kTop, kInside, kBottom };

struct FurnitureLine {
  Region region = Region::kFurniture;
  std::string text;
};

struct FurnitureGroup {
  PagePlace place = PagePlace::kTop;
  std::vector<FurnitureLine> lines;

  /// Of the site; else of an article, which ends in headings and tables, too.
  bool is_of_site() const;
};

/// The groups of a file like page_furniture.txt. Throws Error for one that is not.
std::vector<FurnitureGroup> read_page_furniture(const std::filesystem::path& path);

/// A block with its region.
struct MarkedBlock {
  Block block;
  Region region = Region::kBody;
};

/// Numbers that are the same on every machine.
class PageRandom {
 public:
  explicit PageRandom(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_;
};

/// `blocks` with groups put at the top, inside and at the bottom, some of them in part.
/// The result views the groups.
std::vector<MarkedBlock> furnish(std::span<const MarkedBlock> blocks,
                                 std::span<const FurnitureGroup* const> groups,
                                 PageRandom& random);

}  // namespace dateline::regions
