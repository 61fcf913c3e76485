#include "index/regions/line_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dateline::regions {
namespace {

constexpr std::size_t kLengths = 3;                     // Short, middle, long.
constexpr std::size_t kNearAnchors = kLineAnchors * 3;  // By distance.

enum Group : std::size_t {
  kBias,
  kBytes,
  kWords,
  kStops,
  kCapitalised,
  kNumbers,
  kSmall,
  kEnd,
  kStart,
  kStartEnd,
  kMarkByLength,
  kPhrase,
  kPhraseByEnd,
  kMenuShare,
  kSeparators,
  kNameLike,
  kNameLikeByZone,
  kZone,
  kFromTop,
  kFromBottom,
  kBefore,
  kAfter,
  kAround,
  kRun,
  kSameAsNeighbours,
  kBlanks,
  kIndented,
  kAllCapitals,
  kRepeats,
  kEndByZone,
  kMarkByZone,
  kWordsByZone,
  kSizeByNext,
  kAbove,
  kBelow,
  kAboveByEnd,
  kBetween,
  kGroups,
};

constexpr std::array<FeatureGroup, kGroups> kFeatureGroups = {{
    {"bias", 1},
    {"bytes", 10},
    {"words", 9},
    {"stop words by length", 6 * kLengths},
    {"capitalised by length", 6 * kLengths},
    {"numbers by length", 5 * kLengths},
    {"small words", 6},
    {"end by length", kLineEnds* kLengths},
    {"start by length", kLineStarts* kLengths},
    {"start by end", kLineStarts* kLineEnds},
    {"mark by length", kLineMarks* kLengths},
    {"phrase by length", kPhraseSigns* kLengths},
    {"phrase by end", kPhraseSigns* kLineEnds},
    {"menu words", 5 * 2},
    {"separators", 4 * kLengths},
    {"like a name", 6},
    {"like a name by zone", 6 * kLineZones},
    {"zone by length", kLineZones* kLengths},
    {"from top by length", 4 * kLengths},
    {"from bottom by length", 4 * kLengths},
    {"before by length", 6 * kLengths},
    {"after by length", 6 * kLengths},
    {"before and after", 36},
    {"run of short lines by length", 5 * kLengths},
    {"as neighbours by length", 4 * kLengths},
    {"blanks by length", 4 * kLengths},
    {"indented", 2},
    {"all capitals by length", 2 * kLengths},
    {"repeats", 5},
    {"end by zone of short lines", kLineEnds* kLineZones},
    {"mark by zone of short lines", kLineMarks* kLineZones},
    {"words by zone", 9 * kLineZones},
    {"words by what follows", 9 * 6},
    {"anchor above by length", kNearAnchors* kLengths},
    {"anchor below by length", kNearAnchors* kLengths},
    {"anchor above by end", kLineAnchors* kLineEnds},
    {"between anchors by zone", kLineAnchors* kLineAnchors* kLineZones},
}};

constexpr std::array<std::size_t, kGroups + 1> make_first_features() {
  std::array<std::size_t, kGroups + 1> first{};
  for (std::size_t i = 0; i < kGroups; ++i)
    first[i + 1] = first[i] + kFeatureGroups[i].values;
  return first;
}
constexpr auto kFirstFeatures = make_first_features();

template <std::size_t N>
std::size_t bucket(std::size_t value, const std::array<std::size_t, N>& limits) {
  std::size_t passed = 0;
  for (const std::size_t limit : limits) passed += value >= limit ? 1 : 0;
  return passed;
}

constexpr std::array<std::size_t, 9> kByteLimits = {13,  26,  41,  61, 81,
                                                    121, 181, 301, 601};
constexpr std::array<std::size_t, 8> kWordLimits = {2, 3, 4, 5, 7, 10, 15, 25};
constexpr std::array<std::size_t, 4> kRunLimits = {1, 2, 3, 6};

// 0 for a short line, 2 for a long one.
std::size_t length_of(const Line& line) {
  const std::size_t bytes = line.shape.bytes;
  return bytes <= 60 ? 0 : bytes <= 160 ? 1 : 2;
}

template <class Take>
void for_each_bit(std::uint32_t bits, const Take& take) {
  for (; bits != 0; bits &= bits - 1)
    take(static_cast<std::size_t>(std::countr_zero(bits)));
}

// Sixths of a share: none, up to a tenth, ... all.
std::size_t share(unsigned part, unsigned whole) {
  if (part == 0 || whole == 0) return 0;
  if (part == whole) return 5;
  const unsigned percent = 100 * part / whole;
  if (percent < 15) return 1;
  if (percent < 30) return 2;
  return percent < 50 ? 3 : 4;
}

// How far a line looks like a byline: words of names, and small words of names between.
std::size_t name_likeness(const LineShape& shape) {
  const bool names = shape.small == 0 && shape.numbers == 0 && shape.capitalised >= 2 &&
                     shape.end == LineEnd::kNone && (shape.marks & kEarlyColon) == 0;
  if (!names) return 0;
  if (shape.words == 2) return 1;
  if (shape.words == 3) return 2;
  if (shape.words <= 6) return 3;
  return shape.words <= 10 ? 4 : 5;
}

// The features of one line after the other.
class FeatureMaker {
 public:
  explicit FeatureMaker(std::span<const Line> lines) : lines_(lines) {}

  std::vector<FeatureList> make() {
    std::vector<FeatureList> features(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      list_ = &features[i];
      add_own(lines_[i]);
      add_place(i);
      add_neighbours(i);
      add_anchors(lines_[i]);
    }
    return features;
  }

 private:
  void add(Group group, std::size_t value) {
    list_->add(kFirstFeatures[group] + value);
  }
  void add_by_length(Group group, std::size_t value, const Line& line) {
    add(group, value * kLengths + length_of(line));
  }

  void add_own(const Line& line) {
    const LineShape& shape = line.shape;
    const auto end = static_cast<std::size_t>(shape.end);
    const auto start = static_cast<std::size_t>(shape.start);
    add(kBias, 0);
    add(kBytes, bucket(shape.bytes, kByteLimits));
    add(kWords, bucket(shape.words, kWordLimits));
    add_by_length(kStops, share(shape.stop_words, shape.words), line);
    add_by_length(kCapitalised, share(shape.capitalised, shape.words), line);
    add_by_length(kNumbers, std::min<std::size_t>(share(shape.numbers, shape.words), 4),
                  line);
    add(kSmall, std::min<std::size_t>(shape.small, 5));
    add_by_length(kEnd, end, line);
    add_by_length(kStart, start, line);
    add(kStartEnd, start * kLineEnds + end);
    for_each_bit(shape.marks,
                 [&](std::size_t mark) { add_by_length(kMarkByLength, mark, line); });
    add_phrases(line, end);
    add_by_length(kSeparators, std::min<std::size_t>(shape.separators, 3), line);
    add(kNameLike, name_likeness(shape));
    add(kIndented, line.block.indented ? 1 : 0);
    const bool capitals = shape.capitals * 2 > shape.words;
    add_by_length(kAllCapitals, capitals ? 1 : 0, line);
    add(kRepeats, static_cast<std::size_t>(line.repeat));
  }

  void add_phrases(const Line& line, std::size_t end) {
    for_each_bit(line.phrases.signs, [&](std::size_t sign) {
      add_by_length(kPhrase, sign, line);
      add(kPhraseByEnd, sign * kLineEnds + end);
    });
    const std::size_t words = std::min<std::size_t>(line.phrases.menu_words, 4);
    const bool mostly = line.phrases.menu_words * 2 >= line.shape.words;
    add(kMenuShare, words * 2 + (mostly ? 1 : 0));
  }

  void add_place(std::size_t i) {
    const Line& line = lines_[i];
    const auto zone = static_cast<std::size_t>(line.zone);
    add_by_length(kZone, zone, line);
    add_by_length(kFromTop, std::min<std::size_t>(i, 3), line);
    add_by_length(kFromBottom, std::min<std::size_t>(lines_.size() - 1 - i, 3), line);
    add(kNameLikeByZone, name_likeness(line.shape) * kLineZones + zone);
    add(kWordsByZone, bucket(line.shape.words, kWordLimits) * kLineZones + zone);
    if (length_of(line) == 2) return;
    add(kEndByZone, static_cast<std::size_t>(line.shape.end) * kLineZones + zone);
    for_each_bit(line.shape.marks,
                 [&](std::size_t mark) { add(kMarkByZone, mark * kLineZones + zone); });
  }

  LineKind kind_at(std::size_t i) const {
    return i < lines_.size() ? lines_[i].kind : LineKind::kNothing;
  }

  void add_neighbours(std::size_t i) {
    const Line& line = lines_[i];
    const auto before = static_cast<std::size_t>(kind_at(i - 1));  // Wraps: nothing.
    const auto after = static_cast<std::size_t>(kind_at(i + 1));
    add_by_length(kBefore, before, line);
    add_by_length(kAfter, after, line);
    add(kAround, before * 6 + after);
    add(kSizeByNext, bucket(line.shape.words, kWordLimits) * 6 + after);
    add_by_length(kRun, bucket(line.run, kRunLimits), line);
    const std::size_t like = (alike(i, i - 1) ? 1 : 0) + (alike(i, i + 1) ? 2 : 0);
    add_by_length(kSameAsNeighbours, like, line);
    const std::size_t blanks =
        (line.block.blank_before ? 1 : 0) + (line.block.blank_after ? 2 : 0);
    add_by_length(kBlanks, blanks, line);
  }

  static std::size_t near(const NearAnchor& anchor) {
    constexpr std::array<std::size_t, 2> kDistances = {2, 4};
    return static_cast<std::size_t>(anchor.anchor) * 3 +
           bucket(anchor.distance, kDistances);
  }

  void add_anchors(const Line& line) {
    const auto above = static_cast<std::size_t>(line.above.anchor);
    const auto below = static_cast<std::size_t>(line.below.anchor);
    add_by_length(kAbove, near(line.above), line);
    add_by_length(kBelow, near(line.below), line);
    if (line.kind == LineKind::kProse) return;
    add(kAboveByEnd, above * kLineEnds + static_cast<std::size_t>(line.shape.end));
    add(kBetween, (above * kLineAnchors + below) * kLineZones +
                      static_cast<std::size_t>(line.zone));
  }

  // Whether two lines could be rows of one table or list.
  bool alike(std::size_t i, std::size_t j) const {
    if (j >= lines_.size()) return false;
    const LineShape& a = lines_[i].shape;
    const LineShape& b = lines_[j].shape;
    constexpr std::uint32_t kRow = kEarlyColon | kEarlyDash | kScore | kBrackets;
    return a.start == b.start && (a.marks & kRow) == (b.marks & kRow) &&
           (a.marks & kRow || a.start != LineStart::kCapital ||
            (a.numbers > 0) == (b.numbers > 0));
  }

  std::span<const Line> lines_;
  FeatureList* list_ = nullptr;
};

}  // namespace

std::span<const FeatureGroup> feature_groups() { return kFeatureGroups; }

std::size_t feature_count() { return kFirstFeatures[kGroups]; }

std::vector<FeatureList> line_features(std::span<const Line> lines) {
  return FeatureMaker(lines).make();
}

}  // namespace dateline::regions
