#include "index/names/crf/context.h"

#include "index/names/crf/cues.h"
#include "index/names/crf/kind_words.h"
#include "index/names/crf/word_forms.h"

#include <algorithm>
#include <bit>

namespace dateline::names::crf {
namespace {

constexpr std::size_t kLongestSegment = 128;  // In tokens; longer ones are cut.
// Of the hash tables of a text, before they grow.
constexpr std::size_t kFewestSlots = 64;
constexpr std::size_t kMostSlots = 1 << 14;
constexpr std::size_t kLongestBridge = 2;  // Small words inside a name: "of the".

// Ends of what can be one name; commas, quotes, slashes and dashes may be inside.
constexpr std::uint16_t kSegmentEnd = kSentenceEnd | kGapColon | kGapOpen | kGapClose;

std::uint16_t bump(std::uint16_t count) {
  return count < 0xFFFF ? static_cast<std::uint16_t>(count + 1) : count;
}

std::string_view surface(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace

void Context::read(const TextView& view, const Lexicon& lexicon) {
  view_ = view;
  lexicon_ = &lexicon;
  sites_.clear();
  segments_.clear();
  words_.clear();
  counts_.clear();
  const std::size_t slots =
      std::bit_ceil(std::clamp(view.tokens.size() / 2, kFewestSlots, kMostSlots));
  word_slots_.assign(slots, Slot{});
  count_slots_.assign(slots, Slot{});
  counted_.fill(0);
  topic_ = find_topic(view.tokens);
  read_sentences();
  mark_sites();
  add_sites();
  read_rules();
  count_words();
  add_run_cues();
}

// How the words of each sentence are written: of a headline, a table, running text.
void Context::read_sentences() {
  const auto tokens = view_.tokens;
  sentence_of_.resize(tokens.size());
  sentences_.clear();
  std::size_t lines = 0;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first;
    unsigned lower = 0, capital = 0, all = 0, number = 0;
    do {
      const Shape shape = tokens[last].shape;
      lower += shape == Shape::kLower;
      capital += shape == Shape::kCapital;
      all += shape == Shape::kAllCaps;
      number += shape == Shape::kNumber;
      sentence_of_[last] = static_cast<std::uint32_t>(sentences_.size());
      ++last;
    } while (last < tokens.size() && (tokens[last].gap & kSentenceEnd) == 0);
    const unsigned words = lower + capital + all;
    const unsigned style = all * 2 > words ? 2u : lower * 3 < words ? 1u : 0u;
    const unsigned table = number > words ? 1u : 0u;
    const auto length = std::min<std::size_t>(std::bit_width(last - first), 5);
    lines += first == 0 || (tokens[first].gap & kGapLine) != 0;
    const auto position = std::min<std::size_t>(lines, 5);
    sentences_.push_back({static_cast<std::uint16_t>((style * 2 + table) * 8 + length),
                          static_cast<std::uint16_t>(position)});
    first = last;
  }
}

// The gate: words with a capital; numbers beside one; small words between them.
void Context::mark_sites() {
  const auto tokens = view_.tokens;
  decoded_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i)
    decoded_[i] = std::uint8_t{tokens[i].has_capital} |
                  (std::uint8_t{tokens[i].has_digit} &
                   std::uint8_t{tokens[i].shape != Shape::kNumber});
  for (const std::size_t i : decoded_tokens()) {
    // "al-Assad", "Jong-un", "G-20", "Apollo 11", "1996 Games".
    for (std::size_t next = i + 1;
         next < tokens.size() && !decoded_[next] &&
         (tokens[next].glue == Glue::kHyphen ||
          (tokens[next].glue == Glue::kSpace && tokens[next].has_digit));
         ++next)
      decoded_[next] = 2;
    for (std::size_t back = i;
         back > 0 && !decoded_[back - 1] &&
         (tokens[back].glue == Glue::kHyphen ||
          (tokens[back].glue == Glue::kSpace && tokens[back - 1].has_digit));
         --back)
      decoded_[back - 1] = 2;
  }
  std::size_t last = tokens.size();  // The last token with a capital.
  for (const std::size_t i : decoded_tokens()) {
    if (last < i && i - last > 1 && i - last <= kLongestBridge + 1) {
      bool bridges = (tokens[i].gap & kSegmentEnd) == 0;
      for (std::size_t k = last + 1; k < i && bridges; ++k)
        bridges = (tokens[k].gap & kSegmentEnd) == 0 &&
                  is_bridge(surface(view_.text, tokens[k]));
      for (std::size_t k = last + 1; k < i && bridges; ++k) decoded_[k] = 3;
    }
    last = i;
  }
}

// Where decoded_ is not 0. Listed without a branch on that, which nothing foretells.
std::span<const std::uint32_t> Context::decoded_tokens() {
  listed_.resize(decoded_.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < decoded_.size(); ++i) {
    listed_[count] = static_cast<std::uint32_t>(i);
    count += decoded_[i] != 0;
  }
  return std::span(listed_).first(count);
}

void Context::add_sites() {
  const auto tokens = view_.tokens;
  for (std::size_t first = 0; first < tokens.size();) {
    if (!decoded_[first]) {
      ++first;
      continue;
    }
    std::size_t last = first + 1;
    while (last < tokens.size() && last - first < kLongestSegment && decoded_[last] &&
           (tokens[last].gap & kSegmentEnd) == 0)
      ++last;
    if (!is_idle(first, last)) {
      const std::size_t begin = sites_.size();
      add_runs(first, last);
      segments_.push_back({begin, sites_.size()});
    }
    first = last;
  }
}

// Whether all capitals of tokens [first, last) are of words that are no names alone:
// "The", "On Monday", "March 5".
bool Context::is_idle(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (decoded_[i] != 1) continue;
    const std::uint32_t own = lexicon_->classes(view_.tokens[i].word);
    const bool idle =
        (own & kFunctionWord) != 0 ||
        ((own & kCalendar) != 0 && (own & (kGivenName | kSurnameToo)) == 0);
    if (!idle || view_.lists[i].phrase != 0) return false;
  }
  return true;
}

// Tokens [first, last) of a segment: its runs end where more than a blank, a hyphen or
// an ampersand stands between two tokens, or a possessive ends one.
void Context::add_runs(std::size_t first, std::size_t last) {
  const auto tokens = view_.tokens;
  for (std::size_t begin = first; begin < last;) {
    std::size_t end = begin + 1;
    while (end < last && tokens[end].glue <= Glue::kAmpersand &&
           !tokens[end - 1].possessive)
      ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const Sentence& sentence = sentences_[sentence_of_[i]];
      Site& site = sites_.emplace_back();
      site.token = static_cast<std::uint32_t>(i);
      site.word = add_word(tokens[i]);
      site.run_first = static_cast<std::uint32_t>(begin);
      site.run_last = static_cast<std::uint32_t>(end - 1);
      site.lists = view_.lists[i].word | std::uint32_t{view_.lists[i].phrase} << 16;
      site.line = sentence.line;
      site.position = sentence.position;
      site.joint = i == first ? Joint::kBlank : joint_of(tokens[i]);
    }
    begin = end;
  }
}

void Context::read_rules() {
  std::size_t at = 0;
  for (const Candidate& candidate : view_.candidates) {
    while (at < sites_.size() && sites_[at].token < candidate.first) ++at;
    const auto kind = static_cast<std::uint32_t>(candidate.kind);
    std::uint32_t code = 1 + kind * 2 + candidate.certain;
    if (candidate.known != nullptr)
      code +=
          16u + 8u * candidate.known->is_country + 32u * candidate.known->is_demonym;
    for (; at < sites_.size() && sites_[at].token < candidate.last; ++at) {
      const bool first = sites_[at].token == candidate.first;
      const bool last = sites_[at].token + 1 == candidate.last;
      const std::uint32_t part = first ? (last ? 3u : 0u) : last ? 2u : 1u;
      sites_[at].rule = code * 4 + part;
    }
  }
}

void Context::count_words() {
  const auto tokens = view_.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!may_have_counts(token.hash)) continue;
    const auto found = find_counts(token.hash, false);
    if (found == 0) continue;
    WordCounts& counts = counts_[found - 1];
    if (!token.has_capital) {
      counts.lower = bump(counts.lower);
      continue;
    }
    counts.cues = static_cast<std::uint16_t>(counts.cues | find_cues(*this, i));
    const bool start = i == 0 || (token.gap & kSentenceEnd) != 0;
    auto& place = start ? counts.start : counts.middle;
    place = bump(place);
    if (token.shape == Shape::kAllCaps) counts.all_capitals = bump(counts.all_capitals);
    if (!start && tokens[i - 1].has_capital && token.glue <= Glue::kAmpersand)
      counts.after_capital = bump(counts.after_capital);
    if (i + 1 < tokens.size() && tokens[i + 1].has_capital &&
        tokens[i + 1].glue <= Glue::kAmpersand &&
        (tokens[i + 1].gap & kSentenceEnd) == 0)
      counts.before_capital = bump(counts.before_capital);
  }
}

std::uint32_t Context::add_word(const Token& token) {
  const auto letters = surface(view_.text, token);
  const auto exact = exact_hash(letters);
  if ((words_.size() + 1) * 2 > word_slots_.size()) {
    std::vector<Slot> grown(std::max(kFewestSlots, word_slots_.size() * 2));
    const std::size_t grown_mask = grown.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::size_t at = words_[i].exact & grown_mask;
      while (grown[at].index != 0) at = (at + 1) & grown_mask;
      grown[at] = {words_[i].exact, static_cast<std::uint32_t>(i + 1)};
    }
    word_slots_.swap(grown);
  }
  const std::size_t mask = word_slots_.size() - 1;
  std::size_t at = exact & mask;
  for (; word_slots_[at].index != 0; at = (at + 1) & mask)
    if (word_slots_[at].hash == exact) return word_slots_[at].index - 1;
  Word& word = words_.emplace_back();
  word.lower = token.hash;
  word.exact = exact;
  word.shape = shape_of(letters);
  const std::size_t four = std::min<std::size_t>(letters.size(), 4);
  word.prefix = bytes_at(letters, 0, four) << (8 * (4 - four));
  word.suffix = bytes_at(letters, letters.size() - four, four);
  word.length = static_cast<std::uint32_t>(letters.size());
  word.classes = lexicon_->classes(token);
  word.has_capital = token.has_capital;
  word.counts = find_counts(token.hash, true) - 1;
  word_slots_[at] = {exact, static_cast<std::uint32_t>(words_.size())};
  return static_cast<std::uint32_t>(words_.size() - 1);
}

// 1 + the index of the counts of a lower-case form; 0 where there are none.
std::uint32_t Context::find_counts(std::uint32_t hash, bool add) {
  if (add && (counts_.size() + 1) * 2 > count_slots_.size()) {
    std::vector<Slot> old(std::max(kFewestSlots, count_slots_.size() * 2));
    old.swap(count_slots_);
    const std::size_t mask = count_slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.index == 0) continue;
      std::size_t at = slot.hash & mask;
      while (count_slots_[at].index != 0) at = (at + 1) & mask;
      count_slots_[at] = slot;
    }
  }
  if (count_slots_.empty()) return 0;
  const std::size_t mask = count_slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; count_slots_[at].index != 0; at = (at + 1) & mask)
    if (count_slots_[at].hash == hash) return count_slots_[at].index;
  if (!add) return 0;
  counts_.emplace_back();
  counted_[filter_bit(hash) / 64] |= std::uint64_t{1} << (filter_bit(hash) % 64);
  count_slots_[at] = {hash, static_cast<std::uint32_t>(counts_.size())};
  return count_slots_[at].index;
}

// What a run of capitals tells of each of its words.
void Context::add_run_cues() {
  std::size_t first = view_.tokens.size();
  std::uint16_t cues = 0;
  std::uint32_t kind_cues = 0;
  for (Site& site : sites_) {
    if (site.run_first != first) {
      first = site.run_first;
      cues = find_run_cues(*this, site.run_first, site.run_last);
      kind_cues = find_kind_cues(*this, site.run_first, site.run_last);
    }
    site.kind_cues = kind_cues;
    if (!view_.tokens[site.token].has_capital) continue;
    WordCounts& counts = counts_[words_[site.word].counts];
    counts.cues = static_cast<std::uint16_t>(counts.cues | cues);
    counts.kind_cues |= kind_cues;
  }
}

void Context::count_labels(std::span<const Label> labels) {
  for (WordCounts& counts : counts_) {
    counts.labels = {};
    counts.in_longer = {};
  }
  for (std::size_t i = 0; i < sites_.size(); ++i) {
    if (!view_.tokens[sites_[i].token].has_capital) continue;
    WordCounts& counts = counts_[words_[sites_[i].word].counts];
    const Label label = labels[i];
    auto& count = counts.labels[label == kOutside ? 0 : 1 + kind_of(label)];
    count = bump(count);
    if (label == kOutside || part_of(label) == Part::kUnit) continue;
    auto& longer = counts.in_longer[kind_of(label)];
    longer = bump(longer);
  }
}

std::array<std::uint32_t, 2> Context::before(std::size_t token) const {
  const auto signs = gap(token);
  if (signs == kBoundary) return {kBoundary, kBoundary};
  const std::uint32_t word = view_.tokens[token - 1].hash;
  if (signs != 0) return {signs, word};
  const auto more_signs = gap(token - 1);
  return {word, more_signs != 0 ? more_signs : view_.tokens[token - 2].hash};
}

std::array<std::uint32_t, 2> Context::after(std::size_t token) const {
  const auto signs = gap(token + 1);
  if (signs == kBoundary) return {kBoundary, kBoundary};
  const std::uint32_t word = view_.tokens[token + 1].hash;
  if (signs != 0) return {signs, word};
  const auto more_signs = gap(token + 2);
  return {word, more_signs != 0 ? more_signs : view_.tokens[token + 2].hash};
}

}  // namespace dateline::names::crf
