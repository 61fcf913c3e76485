#include "tools/scores/region_scores.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::scores {
namespace {

using corpora::LabelledLine;
using corpora::LabelledPage;

constexpr std::string_view kBlanks = " \t\r";

// Without blanks around, and one for several within: as readers may leave a line.
std::string squeezed(std::string_view line) {
  std::string result;
  bool blank = false;
  for (const char c : line) {
    if (kBlanks.find(c) != std::string_view::npos) {
      blank = true;
      continue;
    }
    if (blank && !result.empty()) result += ' ';
    blank = false;
    result += c;
  }
  return result;
}

// The lines of an article's body that are not blank, one after the other.
class BodyLines {
 public:
  BodyLines(std::string_view body, std::span<const RegionSpan> regions)
      : body_(body), regions_(regions) {
    advance();
  }

  /// Takes a line like this one; its region, or nullopt where another comes next.
  std::optional<Region> take(const std::string& line) {
    if (done_ || line != line_) return std::nullopt;
    const Region region = region_at(begin_);
    advance();
    return region;
  }

 private:
  void advance() {
    while (at_ < body_.size()) {
      begin_ = at_;
      const std::size_t end = std::min(body_.find('\n', at_), body_.size());
      line_ = squeezed(body_.substr(begin_, end - begin_));
      at_ = end + 1;
      if (!line_.empty()) return;
    }
    done_ = true;
  }

  Region region_at(std::size_t byte) const {
    const auto after = std::ranges::upper_bound(regions_, byte, {}, &RegionSpan::end);
    return after == regions_.end() ? Region::kBody : after->region;
  }

  std::string_view body_;
  std::span<const RegionSpan> regions_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // Of line_.
  std::string line_{};
  bool done_ = false;
};

std::size_t index_of(Region region) { return static_cast<std::size_t>(region); }

void count(Tally& tally, bool gold, bool found) {
  tally += {.right = gold && found, .found = found, .gold = gold};
}

}  // namespace

bool is_kept(Region region) {
  return region == Region::kTitle || region == Region::kSubhead ||
         region == Region::kBody || region == Region::kList ||
         region == Region::kCaption;
}

std::vector<Region> line_regions(const LabelledPage& page, const Article& article,
                                 std::span<const RegionSpan> found) {
  const std::string title = squeezed(article.title);
  BodyLines body(article.body, found);
  bool title_seen = false;
  std::vector<Region> regions;
  for (const LabelledLine& line : page.lines) {
    const std::string text = squeezed(page.text_of(line));
    if (!title_seen && text == title) {
      title_seen = true;
      regions.push_back(Region::kTitle);
    } else {
      regions.push_back(body.take(text).value_or(Region::kFurniture));
    }
  }
  return regions;
}

void RegionScores::add(const LabelledPage& page, std::span<const Region> found) {
  std::size_t leaks = 0;
  std::size_t furniture = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Region gold = page.lines[i].region;
    for (const Region region : kRegions) {
      count(by_region[index_of(region)], gold == region, found[i] == region);
    }
    lines += {.right = gold == found[i], .found = 1, .gold = 1};
    count(kept, is_kept(gold), is_kept(found[i]));
    count(left_out, !is_kept(gold), !is_kept(found[i]));
    if (is_kept(gold) || !is_kept(found[i])) continue;
    ++leaks;
    if (gold == Region::kFurniture) ++furniture;
  }
  ++pages;
  if (leaks > 1) ++leaking_pages;
  if (furniture > 1) ++furnished_pages;
}

double RegionScores::macro_f1() const {
  double sum = 0;
  std::size_t regions = 0;
  for (const Tally& tally : by_region) {
    if (tally.gold == 0) continue;
    sum += tally.f1();
    ++regions;
  }
  return regions == 0 ? 0 : sum / static_cast<double>(regions);
}

double RegionScores::leaks_a_page() const {
  if (pages == 0) return 0;
  return static_cast<double>(kept.found - kept.right) / static_cast<double>(pages);
}

}  // namespace dateline::scores
