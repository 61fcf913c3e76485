#include "index/regions/line_rules.h"

#include <cstddef>
#include <cstdint>

#include "index/regions/sure_lines.h"

namespace dateline::regions {
namespace {

// Weights of features are some hundreds, and forty of them meet in a line.
constexpr std::int16_t kCertain = 8000;
constexpr std::int16_t kStrong = 1500;

struct Bonus {
  Region region;
  std::int16_t weight = 0;  // 0: no rule speaks.
};

bool has(const Line& line, LineMark mark) { return (line.shape.marks & mark) != 0; }
bool says(const Line& line, PhraseSign sign) {
  return (line.phrases.signs & sign) != 0;
}

bool is_item(const Line& line) { return line.kind == LineKind::kBullet; }

bool ends_open(const Line& line) {
  return line.shape.end == LineEnd::kNone || line.shape.end == LineEnd::kNumber;
}

// "0. “Ministers meet” Lakeside Post, 2 Mar. 2023, https://…"
bool is_citation(const Line& line) {
  return has(line, kUrl) && (is_item(line) || (has(line, kQuoted) && has(line, kYear)));
}

// "Source: Web"; a source that is cited has a title or a year.
bool is_bare_source(const Line& line) {
  return says(line, kSourceStart) && has(line, kEarlyColon) && ends_open(line) &&
         line.shape.words <= 4 && !has(line, kQuoted) && line.shape.numbers == 0;
}

// "Leave a Reply", "Sign up for our newsletter".
bool is_notice(const Line& line) {
  if (says(line, kSureFurniture)) return true;
  const bool sentence = line.shape.bytes > 60 && line.shape.end == LineEnd::kStop;
  if (says(line, kFurnitureStart) && says(line, kFurnitureInside)) return true;
  return says(line, kFurnitureStart) && !sentence && ends_open(line) &&
         line.shape.words <= 8;
}

bool is_prose(const Line& line) { return line.kind == LineKind::kProse; }

// Short, without the marks of other lines, and no sentence: as a subhead is.
bool is_terse(const Line& line) {
  constexpr std::uint32_t kOthers = kFurnitureStart | kFurnitureWhole | kRelatedStart |
                                    kCreditStart | kPictureMark | kSourceStart |
                                    kUpdated;
  return !is_item(line) && line.shape.words <= 16 && line.shape.separators == 0 &&
         line.shape.end != LineEnd::kStop && line.shape.end != LineEnd::kComma &&
         line.shape.end != LineEnd::kColon && (line.phrases.signs & kOthers) == 0;
}

// "© 2023 The Paper", and the signature under an agency's story.
bool is_mark_of_owner(const Line& line) {
  constexpr unsigned kMostWords = 25;
  return (has(line, kCopyright) && line.shape.words <= kMostWords) ||
         line.block.text == "Reuter" || line.block.text == "REUTER" ||
         line.block.text == "Reuters" || line.block.text == "REUTERS";
}

// "Read also: Ministers meet"; "Related: …"
bool is_pointer(const Line& line) {
  return says(line, kSureRelated) &&
         (has(line, kEarlyColon) || (ends_open(line) && line.shape.words <= 4));
}

// A line of its own with prose, or the long items of a list, before and behind it.
bool stands_alone(std::span<const Line> lines, std::size_t i) {
  constexpr unsigned kLongItem = 12;
  if (i == 0 || i + 1 == lines.size() || !is_terse(lines[i])) return false;
  const Line& before = lines[i - 1];
  const bool text_before =
      is_prose(before) || (is_item(before) && before.shape.words >= kLongItem);
  return text_before && is_prose(lines[i + 1]);
}

Bonus rule_for(std::span<const Line> lines, std::size_t i) {
  const Line& line = lines[i];
  if (line.repeat == LineRepeat::kTitle || line.repeat == LineRepeat::kLongLine) {
    return {Region::kCaption, kCertain};
  }
  if (line.repeat == LineRepeat::kTitleBehind || is_bare_source(line)) {
    return {Region::kFurniture, kCertain};
  }
  if (const auto region = sure_region(line.block.text)) return {*region, kCertain};
  if (is_mark_of_owner(line)) return {Region::kFurniture, kCertain};
  if (is_pointer(line)) return {Region::kRelated, kStrong};
  if (is_citation(line)) return {Region::kReference, kCertain};
  if (says(line, kSureCredit)) return {Region::kCredit, kStrong};
  if (is_notice(line)) return {Region::kFurniture, kStrong};
  if (stands_alone(lines, i)) return {Region::kSubhead, kStrong};
  return {Region::kBody, 0};
}

}  // namespace

std::vector<WeightRow> rule_bonus(std::span<const Line> lines) {
  std::vector<WeightRow> rows(lines.size(), WeightRow{});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Bonus bonus = rule_for(lines, i);
    rows[i][choice_of(bonus.region)] = bonus.weight;
  }
  return rows;
}

}  // namespace dateline::regions
