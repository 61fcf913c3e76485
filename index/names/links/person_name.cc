#include "index/names/links/person_name.h"

#include "index/text/analyzer.h"

#include <algorithm>

namespace dateline::names {
namespace {

// "de Villepin", "bin Salman"; a capital one only where a name can begin with it.
bool is_particle(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (i + 1 >= words.size()) return false;
  const Token& token = words.tokens[i];
  const bool hyphen = words.tokens[i + 1].glue == Glue::kHyphen;
  if (token.shape == Shape::kLower) return (lexicon.classes(token) & kParticle) != 0;
  constexpr std::array<std::string_view, 12> kCapital = {
      "Bin", "De", "Van", "Von", "Le", "Der", "Den", "Della", "Ibn", "Dos", "Da", "Di"};
  constexpr std::array<std::string_view, 4> kArabic = {"Al", "El", "Abu", "Ul"};
  const auto word = words[i];
  if (std::find(kCapital.begin(), kCapital.end(), word) != kCapital.end()) return true;
  return hyphen && std::find(kArabic.begin(), kArabic.end(), word) != kArabic.end();
}

char folded_letter(std::string_view word) {
  const char c = word.empty() ? '\0' : word[0];
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// "J.P." or "W": stands for a name that begins so.
bool is_initials(const Words& words, std::size_t i) {
  const Token& token = words.tokens[i];
  if (token.shape == Shape::kInitial) return true;
  return token.shape == Shape::kAllCaps && words[i].size() <= 6 && words[i][1] == '.';
}

// "MS" of "MS Dhoni".
bool joined_initials(const Words& words, std::size_t i, std::size_t last) {
  constexpr std::size_t kMostLetters = 3;
  return i == 0 && words[0].size() <= kMostLetters &&
         words.tokens[0].shape == Shape::kAllCaps &&
         words.tokens[last - 1].shape == Shape::kCapital;
}

bool may_be(const PersonName::Part& a, const PersonName::Part& b) {
  if (a.is_initial || b.is_initial) return a.letter == b.letter;
  return a.key == b.key;
}

// Whether the parts of `inner` stand in `outer` in order.
bool is_subsequence(std::span<const PersonName::Part> inner,
                    std::span<const PersonName::Part> outer) {
  std::size_t at = 0;
  for (const auto& part : outer)
    if (at < inner.size() && may_be(part, inner[at])) ++at;
  return at == inner.size();
}

bool same_parts(std::span<const PersonName::Part> a,
                std::span<const PersonName::Part> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), may_be);
}

// Whether `west`, given names first, is `east`, the family's name first.
bool is_turned(std::span<const PersonName::Part> west,
               std::span<const PersonName::Part> east) {
  return west.back().key == east.front().key &&
         same_parts(west.first(west.size() - 1), east.subspan(1));
}

}  // namespace

PersonName::PersonName(const Words& words, const Lexicon& lexicon) {
  const auto classes = [&](std::size_t i) { return lexicon.classes(words.tokens[i]); };
  std::size_t last = words.size();
  while (last > 1 && (classes(last - 1) & kNameSuffix) != 0) {
    suffix_ = word_key(words.text, words.tokens[last - 1]);
    --last;
  }
  std::size_t first = 0;
  while (first < last && size_ < kMostParts) {
    const bool name_before = size_ > 0 || first == 0;
    if (name_before && is_particle(words.until(last), first, lexicon)) {
      ++first;
      continue;
    }
    if (last > 1 &&
        (is_initials(words, first) || joined_initials(words, first, last))) {
      add_initials(words, first++);
      continue;
    }
    std::size_t end = first + 1;
    while (end < last && words.tokens[end].glue == Glue::kHyphen &&
           !is_particle(words.until(last), end, lexicon))
      ++end;
    add_part(words, first, end, false);
    first = end;
  }
  if (size_ == 0) add_part(words, 0, last, false);
  family_first_ = size_ > 1 && (classes(0) & kSyllableName) != 0 &&
                  (size_ == 3 || parts_[1].last - parts_[1].first > 1 ||
                   (classes(parts_[1].first) & kGivenName) == 0);
}

void PersonName::add_part(const Words& words, std::size_t first, std::size_t last,
                          bool initial) {
  if (size_ == kMostParts) return;
  Part& part = parts_[size_++];
  part.first = static_cast<std::uint32_t>(first);
  part.last = static_cast<std::uint32_t>(last);
  part.letter = folded_letter(words[first]);
  part.is_initial = initial;
  part.key = word_key(words.text, words.tokens[first]);
  for (std::size_t i = first + 1; i < last; ++i)
    part.key = static_cast<std::uint32_t>(
        chain(part.key, word_key(words.text, words.tokens[i])));
}

void PersonName::add_initials(const Words& words, std::size_t token) {
  for (const char c : words[token]) {
    if (c == '.' || size_ == kMostParts) continue;
    Part& part = parts_[size_++];
    part.first = static_cast<std::uint32_t>(token);
    part.last = part.first + 1;
    part.letter = folded_letter(std::string_view(&c, 1));
    part.is_initial = true;
    part.key = static_cast<std::uint32_t>(static_cast<unsigned char>(part.letter));
  }
}

bool PersonName::has_initials() const {
  return std::any_of(parts_.begin(), parts_.begin() + size_,
                     [](const Part& part) { return part.is_initial; });
}

std::string folded_part(const Words& name, const PersonName::Part& part) {
  return text::fold(
      tidy({name.text, name.tokens.subspan(part.first, part.last - part.first)}));
}

NameMatch match_names(const PersonName& shorter, const PersonName& longer) {
  if (shorter.suffix() != 0 && longer.suffix() != 0 &&
      shorter.suffix() != longer.suffix())
    return NameMatch::kNone;
  const auto a = shorter.parts();
  const auto b = longer.parts();
  if (a.empty() || a.size() > b.size()) return NameMatch::kNone;
  if (a.size() == b.size() && same_parts(a, b))
    return shorter.suffix() == longer.suffix() && !shorter.has_initials()
               ? NameMatch::kSame
               : NameMatch::kVariant;
  if (same_parts(a, b.last(a.size()))) return NameMatch::kFamily;
  const bool family = may_be(a.back(), b.back()) && !a.back().is_initial;
  const bool middle = a.size() > 2 && a[1].is_initial && !may_be(a[1], b[1]);
  if (family && !middle && may_be(a.front(), b.front()) && is_subsequence(a, b))
    return NameMatch::kVariant;
  if (same_parts(a, b.first(a.size()))) return NameMatch::kGiven;
  // "Kim Jong Un" in the order of the West: "Jong Un Kim".
  if (a.size() == b.size() && ((longer.family_first() && is_turned(a, b)) ||
                               (shorter.family_first() && is_turned(b, a))))
    return NameMatch::kVariant;
  return NameMatch::kNone;
}

namespace {

// One past the title at words[i]; i where there is none.
std::size_t title_end(const Words& words, std::size_t i, const Lexicon& lexicon) {
  const KnownSpan phrase = lexicon.longest(words.tokens.subspan(i), words.text);
  if (phrase.name != nullptr && phrase.name->is_title) return i + phrase.length;
  if (words.tokens[i].shape == Shape::kInitial) return i;
  const std::uint32_t own = lexicon.classes(words.tokens[i]);
  const bool title = (own & (kTitle | kTitlePart)) != 0 && (own & kGivenName) == 0;
  return title || words[i] == "St" ? i + 1 : i;
}

// "NASA" of "NASA Administrator Charles Bolden": the words before a title.
std::size_t owner_end(const Words& words, const Lexicon& lexicon) {
  const KnownSpan owner = lexicon.longest(words.tokens, words.text);
  if (owner.name != nullptr && owner.name->kind != NameKind::kPerson)
    return owner.length;
  return words.tokens[0].shape == Shape::kAllCaps ? 1 : 0;
}

}  // namespace

Words without_titles(Words words, const Lexicon& lexicon) {
  std::size_t first = 0;
  if (words.size() > 2) {
    const std::size_t owner = owner_end(words, lexicon);
    const bool has_title = owner > 0 && owner + 1 < words.size() &&
                           title_end(words, owner, lexicon) > owner;
    if (has_title) first = owner;
  }
  std::size_t kept = 0;  // Before it all are titles.
  while (first < words.size()) {
    const std::size_t end = title_end(words, first, lexicon);
    if (end == first) break;
    first = end;
    if (first < words.size()) kept = first;
  }
  return first < words.size() ? words.from(kept) : words;
}

}  // namespace dateline::names
