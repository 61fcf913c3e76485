#include "index/regions/lines.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "index/regions/characters.h"
#include "index/regions/sure_lines.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kPhraseLine = 180;
constexpr std::size_t kRepeatedLine = 30;

LineKind kind_of(const LineShape& shape) {
  if (shape.start == LineStart::kBullet || shape.start == LineStart::kMarked) {
    return LineKind::kBullet;
  }
  if (shape.is_prose()) return LineKind::kProse;
  if (shape.words >= 5 && shape.end == LineEnd::kStop) return LineKind::kSentence;
  return shape.bytes <= 60 ? LineKind::kShort : LineKind::kMiddle;
}

// The lines that were there before, by their hashes: a table that is never filled by
// more than half.
class SeenLines {
 public:
  explicit SeenLines(std::size_t most) : slots_(std::bit_ceil(most * 2 + 2)) {}

  // Whether it was there before.
  bool insert(std::string_view line) {
    const std::uint64_t hash = XXH3_64bits(line.data(), line.size()) | 1;
    std::size_t slot = static_cast<std::size_t>(hash >> 20) & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != hash)
      slot = (slot + 1) & (slots_.size() - 1);
    const bool seen = slots_[slot] == hash;
    slots_[slot] = hash;
    return seen;
  }

 private:
  std::vector<std::uint64_t> slots_;
};

LineRepeat repeat_of(std::string_view line, std::string_view title, bool seen) {
  if (line == title) return LineRepeat::kTitle;
  if (seen) {
    return line.size() >= kRepeatedLine ? LineRepeat::kLongLine
                                        : LineRepeat::kShortLine;
  }
  constexpr std::size_t kLongTitle = 12;
  const bool title_behind = title.size() >= kLongTitle && line.ends_with(title);
  return title_behind ? LineRepeat::kTitleBehind : LineRepeat::kNothing;
}

// Sentences that are not, by their words, the site's.
bool is_prose(const Line& line) {
  return line.kind == LineKind::kProse && line.anchor == LineAnchor::kNothing;
}

void set_zones(std::vector<Line>& lines) {
  const auto first = std::ranges::find_if(lines, is_prose);
  if (first == lines.end()) return;
  const auto behind = std::find_if(lines.rbegin(), lines.rend(), is_prose).base();
  std::for_each(lines.begin(), first,
                [](Line& line) { line.zone = LineZone::kBeforeProse; });
  std::for_each(behind, lines.end(),
                [](Line& line) { line.zone = LineZone::kBehindProse; });
  if (first + 1 < behind) (first + 1)->zone = LineZone::kBehindFirstProse;
}

void set_runs(std::vector<Line>& lines) {
  for (auto begin = lines.begin(); begin != lines.end();) {
    auto end = std::find_if(begin, lines.end(), is_prose);
    const auto length = static_cast<std::size_t>(end - begin);
    std::for_each(begin, end, [&](Line& line) { line.run = length; });
    begin = end == lines.end() ? end : end + 1;
  }
}

LineAnchor anchor_of(const Line& line) {
  if (line.sure == Region::kFurniture) return LineAnchor::kFurniture;
  if (line.sure == Region::kRelated) return LineAnchor::kRelated;
  if (line.sure == Region::kCredit) return LineAnchor::kCredit;
  constexpr unsigned kNoticeWords = 25;
  if ((line.shape.marks & kCopyright) != 0 && line.shape.words <= kNoticeWords) {
    return LineAnchor::kFurniture;
  }
  const std::uint32_t signs = line.phrases.signs;
  if (signs == 0 && line.phrases.menu_words == 0) return LineAnchor::kNothing;
  if ((signs & kSureFurniture) != 0) return LineAnchor::kFurniture;
  if ((signs & kSureRelated) != 0) return LineAnchor::kRelated;
  if ((signs & kSureCredit) != 0) return LineAnchor::kCredit;
  const bool open = line.shape.end != LineEnd::kStop;
  if (open && (signs & kSourceStart) != 0) return LineAnchor::kSource;
  if (open && (signs & (kFurnitureStart | kFurnitureWhole)) != 0) {
    return LineAnchor::kMenu;
  }
  // "Results." is a heading, as some programs write those that they find.
  return open && line.phrases.menu_words * 2 >= line.shape.words ? LineAnchor::kMenu
                                                                 : LineAnchor::kNothing;
}

// Tells each line of [begin, end) of the last anchor before it; across prose none.
template <class Iterator>
void set_near_anchors(Iterator begin, Iterator end, NearAnchor Line::*near) {
  NearAnchor last;
  for (auto line = begin; line != end; ++line) {
    if (last.anchor != LineAnchor::kNothing) ++last.distance;
    (*line).*near = last;
    if (line->anchor != LineAnchor::kNothing) {
      last = {line->anchor, 0};
    } else if (is_prose(*line)) {
      last = {};
    }
  }
}

}  // namespace

std::vector<Line> look_at_lines(std::string_view title, std::span<const Block> blocks) {
  std::vector<Line> lines(blocks.size());
  SeenLines seen(blocks.size());
  title = trimmed(title);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Line& line = lines[i];
    const std::string_view text = blocks[i].text;
    line.block = blocks[i];
    line.shape = shape_of(text);
    if (text.size() <= kPhraseLine) line.phrases = find_phrases(text);
    line.kind = kind_of(line.shape);
    line.repeat = repeat_of(text, title, seen.insert(text));
    line.sure = sure_region(text);
    line.anchor = anchor_of(line);
  }
  set_near_anchors(lines.begin(), lines.end(), &Line::above);
  set_near_anchors(lines.rbegin(), lines.rend(), &Line::below);
  set_zones(lines);
  set_runs(lines);
  return lines;
}

}  // namespace dateline::regions
