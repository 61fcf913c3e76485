#include "index/regions/regions.h"

#include <cstddef>

#include "index/regions/blocks.h"
#include "index/regions/line_features.h"
#include "index/regions/line_rules.h"
#include "index/regions/lines.h"
#include "index/regions/region_model.h"

namespace dateline::regions {

std::vector<RegionSpan> find_regions(std::string_view title, std::string_view body) {
  std::vector<RegionSpan> spans;
  const std::vector<Block> blocks = cut_blocks(body);
  if (blocks.empty()) {
    if (!body.empty()) spans.push_back({0, body.size(), Region::kBody});
    return spans;
  }
  const std::vector<Line> lines = look_at_lines(title, blocks);
  const std::vector<Region> regions =
      decode(region_model(), line_features(lines), rule_bonus(lines));
  std::size_t begin = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!spans.empty() && spans.back().region == regions[i]) {
      spans.back().end = blocks[i].end;
    } else {
      spans.push_back({begin, blocks[i].end, regions[i]});
    }
    begin = blocks[i].end;
  }
  return spans;
}

}  // namespace dateline::regions
