#include "index/regions/line_rules.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace dateline::regions {
namespace {

// Weights of features are some hundreds, and forty of them meet in a line.
constexpr std::int16_t kCertain = 16000;
constexpr std::int16_t kClear = 5000;
constexpr std::int16_t kStrong = 1500;
constexpr std::int16_t kFar = 2500;

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
  const bool sentence = line.shape.bytes > 60 && line.shape.end == LineEnd::kStop;
  if (says(line, kFurnitureStart) && says(line, kFurnitureInside)) return true;
  return says(line, kFurnitureStart) && !sentence && ends_open(line) &&
         line.shape.words <= 8;
}

// "Published: 14:02, 3 March 2023 | Updated: 15:44", "Posted on 4 April 2023".
bool is_time_of_page(const Line& line) {
  constexpr unsigned kMostWords = 14;
  return says(line, kUpdated) && line.shape.numbers > 0 &&
         line.shape.words <= kMostWords && line.shape.end != LineEnd::kStop &&
         line.shape.small <= 3;
}

// "— Harbour Courier (@hcourier) March 2, 2023", under what was posted elsewhere.
bool is_post_mark(const Line& line) {
  constexpr unsigned kMostWords = 12;
  return line.shape.words <= kMostWords &&
         line.block.text.find("(@") != line.block.text.npos &&
         line.shape.end == LineEnd::kNumber;
}

bool is_prose(const Line& line) { return line.kind == LineKind::kProse; }

// "Early years.", as some programs write the headings that they find.
bool is_stopped_heading(const Line& line) {
  return line.shape.words <= 3 && line.shape.stop_words == 0;
}

// "They met again on Friday."
bool is_short_sentence(const Line& line) {
  return line.kind == LineKind::kSentence && line.shape.stop_words > 0 &&
         line.zone != LineZone::kBeforeProse && line.zone != LineZone::kBehindProse &&
         line.phrases.signs == 0 && line.anchor == LineAnchor::kNothing &&
         line.shape.start == LineStart::kCapital;
}

// Short, without the marks of other lines, and no sentence: as a subhead is.
bool is_terse(const Line& line) {
  constexpr std::uint32_t kOthers = kFurnitureStart | kFurnitureWhole | kRelatedStart |
                                    kCreditStart | kPictureMark | kSourceStart |
                                    kUpdated;
  return !is_item(line) && line.shape.words <= 16 && line.shape.separators == 0 &&
         (line.shape.end != LineEnd::kStop || is_stopped_heading(line)) &&
         line.shape.end != LineEnd::kComma && line.shape.end != LineEnd::kColon &&
         (line.phrases.signs & kOthers) == 0;
}

// "Home > News > Europe"
bool is_menu_row(const Line& line) {
  return line.shape.separators > 0 && line.phrases.menu_words > 1 &&
         line.phrases.menu_words * 2 >= line.shape.words;
}

// "© 2023 The Paper", and the signature under an agency's story.
bool is_mark_of_owner(const Line& line) {
  constexpr unsigned kMostWords = 25;
  return (has(line, kCopyright) && line.shape.words <= kMostWords) ||
         (line.block.text.starts_with("Copyright ") && has(line, kYear)) ||
         line.block.text.starts_with("\u00A9 ") || line.block.text == "Reuter" ||
         line.block.text == "REUTER" || line.block.text == "Reuters" ||
         line.block.text == "REUTERS";
}

// "Read also: Ministers meet"; "Related: …"; "MORE: …"
bool is_pointer(const Line& line) {
  const bool called = line.shape.start == LineStart::kCapitals &&
                      line.shape.capitals < line.shape.words;
  if (says(line, kRelatedStart) && called && has(line, kEarlyColon)) return true;
  return says(line, kSureRelated) &&
         (has(line, kEarlyColon) || (ends_open(line) && line.shape.words <= 4));
}

bool is_strong(LineAnchor anchor) {
  return anchor != LineAnchor::kNothing && anchor != LineAnchor::kMenu;
}

// A line that says nothing of the site, nor does any line beside it.
bool is_far_from_notices(const Line& line) {
  const bool in_menu =
      line.above.anchor == LineAnchor::kMenu && line.below.anchor == LineAnchor::kMenu;
  return line.phrases.signs == 0 && !is_strong(line.anchor) &&
         !is_strong(line.above.anchor) && !is_strong(line.below.anchor) && !in_menu &&
         line.shape.separators == 0 &&
         (line.shape.marks & (kUrl | kEmail | kCopyright)) == 0;
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
  if (line.repeat == LineRepeat::kTitle) return {Region::kCaption, kCertain};
  if (line.repeat == LineRepeat::kTitleBehind || is_bare_source(line)) {
    return {Region::kFurniture, kCertain};
  }
  if (line.sure) return {*line.sure, kCertain};
  if (is_mark_of_owner(line) || is_menu_row(line))
    return {Region::kFurniture, kCertain};
  if (is_pointer(line)) return {Region::kRelated, kClear};
  if (is_citation(line)) return {Region::kReference, kCertain};
  if (says(line, kSureCredit)) return {Region::kCredit, kClear};
  if (is_post_mark(line)) return {Region::kFurniture, kCertain};
  if (is_time_of_page(line)) return {Region::kFurniture, kCertain};
  if (says(line, kSureFurniture)) return {Region::kFurniture, kClear};
  // Behind the notices: those come twice, too.
  if (line.repeat == LineRepeat::kLongLine) return {Region::kCaption, kCertain};
  if (is_notice(line)) return {Region::kFurniture, kStrong};
  if (stands_alone(lines, i)) {
    const bool noticed = line.anchor != LineAnchor::kNothing;
    return {Region::kSubhead, noticed ? kStrong : kClear};
  }
  if (is_short_sentence(line)) return {Region::kBody, kClear};
  return {Region::kBody, 0};
}

bool is_near_notice(const Line& line) {
  constexpr std::size_t kNear = 2;
  return line.above.anchor == LineAnchor::kFurniture && line.above.distance <= kNear;
}

bool is_at_edge(std::span<const Line> lines, std::size_t i) {
  constexpr std::size_t kEdge = 2;
  return i < kEdge || i + kEdge >= lines.size();
}

bool is_sentence(const LineShape& shape) {
  constexpr unsigned kFewWords = 6;
  return shape.words >= kFewWords && shape.stop_words > 0 &&
         (shape.end == LineEnd::kStop || shape.end == LineEnd::kQuestion);
}

// A sentence without a word of notices or, inside the text, without many: a site's own
// sentences are known by their words, while a report is full of others.
bool is_plain_prose(std::span<const Line> lines, std::size_t i) {
  const Line& line = lines[i];
  if (!is_prose(line) && !is_sentence(line.shape)) return false;
  if (line.anchor != LineAnchor::kNothing) return false;
  if ((line.shape.marks & (kUrl | kEmail | kCopyright)) != 0) return false;
  constexpr std::uint32_t kNotices = kFurnitureStart | kFurnitureInside | kAppeal |
                                     kCorrection | kUpdated | kRelatedStart |
                                     kCreditStart | kCreditInside;
  constexpr std::uint32_t kStrongNotices = kCorrection | kCreditInside;
  const bool outside = is_near_notice(line) || is_at_edge(lines, i);
  return (line.phrases.signs & (outside ? kNotices : kStrongNotices)) == 0;
}

// "Early years.", "Lee 59, Roe 71.", "27,595": of headings, tables and line-ups.
bool is_plain_note(const Line& line) {
  constexpr unsigned kMostWords = 4;
  const bool number = line.shape.words == 1 && line.shape.numbers == 1;
  const bool stopped =
      line.shape.words <= kMostWords && line.shape.end == LineEnd::kStop;
  return (number || stopped) && line.phrases.signs == 0 &&
         line.anchor == LineAnchor::kNothing &&
         line.above.anchor == LineAnchor::kNothing;
}

// "Derby 0 Wigan 0", "Luton v Crewe", with others like it.
bool is_row(const Line& line) {
  constexpr std::size_t kTable = 3;
  return line.run >= kTable && line.shape.capitalised > 0 &&
         (line.shape.numbers > 0 ||
          line.block.text.find(" v ") != std::string_view::npos);
}

// "1. “Ministers meet.” Lakeside Post, 2 March 2023." and what stands below "Sources".
bool may_be_cited(const Line& line) {
  return line.shape.start != LineStart::kCapital || has(line, kQuoted) ||
         line.above.anchor == LineAnchor::kSource;
}

// Weighs against regions that the words of a line do not speak for.
void weigh_against(std::span<const Line> lines, std::size_t i, WeightRow& row) {
  const Line& line = lines[i];
  if (is_plain_prose(lines, i)) {
    for (const Region region : {Region::kFurniture, Region::kRelated, Region::kCredit})
      row[choice_of(region)] = -kCertain;
    if (!may_be_cited(line)) row[choice_of(Region::kReference)] = -kCertain;
    return;
  }
  // Works are cited behind the text: "Ann Lee, Lakeside Post, 7 March 2023" is a
  // byline.
  if (line.zone == LineZone::kBeforeProse && !may_be_cited(line))
    row[choice_of(Region::kReference)] = -kCertain;
  if (is_plain_note(line)) row[choice_of(Region::kCredit)] = -kClear;
  if (is_plain_note(line) || is_far_from_notices(line)) {
    const std::int16_t weight = is_row(line) ? kClear : kFar;
    for (const Region region : {Region::kFurniture, Region::kRelated})
      row[choice_of(region)] = static_cast<std::int16_t>(-weight);
  }
  constexpr std::uint32_t kCredits = kCreditStart | kCreditInside | kSureCredit;
  const bool credited = (line.phrases.signs & kCredits) != 0;
  if (line.shape.end == LineEnd::kStop && !credited)
    row[choice_of(Region::kCredit)] = -kClear;
}

}  // namespace

std::vector<WeightRow> rule_bonus(std::span<const Line> lines) {
  std::vector<WeightRow> rows(lines.size(), WeightRow{});
  const bool has_prose = std::ranges::any_of(lines, is_prose);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Bonus bonus = rule_for(lines, i);
    const bool may_be_body = bonus.weight == 0 || bonus.region == Region::kBody;
    // All that there is of a report may be "He won."
    const bool is_whole = lines[i].shape.end == LineEnd::kStop || lines.size() == 1;
    const bool is_all =
        !has_prose && is_whole && lines[i].anchor == LineAnchor::kNothing;
    if (may_be_body && is_all) bonus = {Region::kBody, kCertain};
    if (may_be_body) weigh_against(lines, i, rows[i]);
    rows[i][choice_of(bonus.region)] += bonus.weight;
  }
  return rows;
}

}  // namespace dateline::regions
