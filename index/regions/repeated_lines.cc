#include "index/regions/repeated_lines.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "index/regions/blocks.h"
#include "index/regions/line_shape.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kShortestBytes = 8;
constexpr std::size_t kLongestBytes = 160;
constexpr std::size_t kMostLines = 32;
constexpr std::size_t kFirstLines = 2;
constexpr std::size_t kLastLines = 3;

bool may_be_furniture(std::string_view line, bool at_edge) {
  if (line.size() < kShortestBytes || line.size() > kLongestBytes) return false;
  const LineShape shape = shape_of(line);
  constexpr unsigned kSentenceWords = 6;
  if (shape.is_prose()) return false;
  if (shape.words >= kSentenceWords && shape.end == LineEnd::kStop) return false;
  constexpr unsigned kSubheadWords = 2;
  return at_edge || shape.words > kSubheadWords;
}

std::uint64_t key_of(std::string_view source, std::string_view line) {
  return XXH3_64bits_withSeed(line.data(), line.size(),
                              XXH3_64bits(source.data(), source.size()));
}

// Writes the spans anew, the regions of some lines changed.
class SpanWriter {
 public:
  explicit SpanWriter(std::vector<RegionSpan>& spans)
      : old_(std::exchange(spans, {})), spans_(spans) {}

  void write(std::string_view body, std::span<const RepeatableLine> lines) {
    auto line = lines.begin();
    for (const RegionSpan& span : old_) {
      std::size_t at = span.begin;
      for (; line != lines.end() && line->begin < span.end; ++line) {
        if (!gives_facets(span.region)) continue;
        const std::size_t begin = line_begin(body, line->begin, at);
        const std::size_t end = line_end(body, line->end, span.end);
        add(at, begin, span.region);
        add(begin, end, Region::kFurniture);
        at = end;
      }
      add(at, span.end, span.region);
    }
  }

 private:
  static std::size_t line_begin(std::string_view body, std::size_t at,
                                std::size_t least) {
    while (at > least && body[at - 1] != '\n') --at;
    return at;
  }

  static std::size_t line_end(std::string_view body, std::size_t at, std::size_t most) {
    const std::size_t newline = body.find('\n', at);
    return newline == body.npos ? most : std::min(newline + 1, most);
  }

  void add(std::size_t begin, std::size_t end, Region region) {
    if (begin >= end) return;
    if (!spans_.empty() && spans_.back().region == region) {
      spans_.back().end = end;
    } else {
      spans_.push_back({begin, end, region});
    }
  }

  std::vector<RegionSpan> old_;
  std::vector<RegionSpan>& spans_;
};

}  // namespace

std::vector<RepeatableLine> repeatable_lines(std::string_view source,
                                             std::string_view body) {
  std::vector<RepeatableLine> lines;
  const std::vector<Block> blocks = cut_blocks(body);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view text = blocks[i].text;
    const bool at_edge = i < kFirstLines || i + kLastLines >= blocks.size();
    if (!may_be_furniture(text, at_edge)) continue;
    const auto begin = static_cast<std::size_t>(text.data() - body.data());
    lines.push_back({begin, begin + text.size(), key_of(source, text)});
    if (lines.size() > kMostLines) return {};
  }
  return lines;
}

void mark_furniture(std::vector<RegionSpan>& spans, std::string_view body,
                    std::span<const RepeatableLine> lines) {
  if (!lines.empty()) SpanWriter(spans).write(body, lines);
}

}  // namespace dateline::regions
