// The lines of an article with what is known of each, and of its place among the
// others.

#pragma once

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "index/regions/blocks.h"
#include "index/regions/line_phrases.h"
#include "index/regions/line_shape.h"

namespace dateline::regions {

/// What a line is to its neighbours.
enum class LineKind : std::uint8_t {
  kNothing,   ///< There is no line.
  kProse,     ///< Running text.
  kSentence,  ///< A short sentence.
  kShort,
  kMiddle,
  kBullet,  ///< Begins as an item of a list.
};

/// Where a line stands.
enum class LineZone : std::uint8_t {
  kBeforeProse,
  kBehindFirstProse,
  kInProse,  ///< Also where there is no prose at all.
  kBehindProse,
};
inline constexpr std::size_t kLineZones = 4;

/// What a line repeats.
enum class LineRepeat : std::uint8_t {
  kNothing,
  kTitle,
  kLongLine,     ///< One before it, of 30 bytes at least.
  kShortLine,    ///< Shorter ones may well come twice.
  kTitleBehind,  ///< It ends with the title: a trail of links.
};

/// What a line says by itself of the block it is one of.
enum class LineAnchor : std::uint8_t {
  kNothing,
  kMenu,       ///< A word of a menu, or a beginning that notices have, too.
  kFurniture,  ///< Surely of the site.
  kRelated,    ///< Surely a heading of links, or a link.
  kCredit,
  kSource,  ///< "References"
};
inline constexpr std::size_t kLineAnchors = 6;

/// The nearest line with an anchor, in one direction, before any prose.
struct NearAnchor {
  LineAnchor anchor = LineAnchor::kNothing;
  std::size_t distance = 0;  ///< In lines; 1 is the neighbour.
};

struct Line {
  Block block;
  LineShape shape;
  PhraseSigns phrases;  ///< Of lines up to 180 bytes; longer ones are prose.
  LineKind kind = LineKind::kShort;
  LineZone zone = LineZone::kInProse;
  LineRepeat repeat = LineRepeat::kNothing;
  std::size_t run = 0;         ///< Lines without prose that it is one of; 0 for prose.
  std::optional<Region> sure;  ///< Its region if its words alone tell.
  LineAnchor anchor = LineAnchor::kNothing;
  NearAnchor above;
  NearAnchor below;
};

/// Looks at the blocks of an article called `title`. Linear time.
std::vector<Line> look_at_lines(std::string_view title, std::span<const Block> blocks);

}  // namespace dateline::regions
