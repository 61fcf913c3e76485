#include "index/entities/word_ties.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "index/entities/name_words.h"
#include "index/entities/spelling.h"
#include "index/names/gazetteer/given_names.h"

namespace dateline::entities {
namespace {

using Endings = std::pair<std::string_view, std::string_view>;

// What men's and women's surnames end in.
constexpr Endings kGenderEndings[] = {
    {"ov", "ova"},     {"ev", "eva"},  {"in", "ina"},     {"yn", "yna"},
    {"sky", "skaya"},  {"ski", "ska"}, {"skiy", "skaya"}, {"skii", "skaia"},
    {"skyy", "ska"},   {"sky", "ska"}, {"sky", "skaia"},  {"sky", "skaja"},
    {"skij", "skaja"}, {"cki", "cka"}, {"oy", "aya"},     {"son", "dottir"},
    {"os", "ou"},      {"is", "i"},    {"as", "iene"},    {"as", "aite"},
    {"is", "yte"},     {"us", "iene"}, {"y", "a"},        {"", "ova"},
    {"a", "ova"},      {"o", "ova"},   {"y", "ova"},      {"ek", "kova"},
    {"ec", "cova"},    {"", "eva"},    {"ian", "iana"}};

constexpr std::size_t kLeastStem = 3;

bool differ_by(const Endings& endings, std::string_view man, std::string_view woman) {
  if (!man.ends_with(endings.first) || !woman.ends_with(endings.second)) return false;
  man.remove_suffix(endings.first.size());
  woman.remove_suffix(endings.second.size());
  return man.size() >= kLeastStem && man == woman;
}

bool differ_by_gender(std::string_view a, std::string_view b) {
  if (a.substr(0, kLeastStem) != b.substr(0, kLeastStem)) return false;
  return std::any_of(std::begin(kGenderEndings), std::end(kGenderEndings),
                     [&](const Endings& endings) {
                       return differ_by(endings, a, b) || differ_by(endings, b, a);
                     });
}

// Paul and Paula, Mario and Maria.
bool given_names_differ_by_gender(std::string_view a, std::string_view b) {
  if (a.ends_with('a') == b.ends_with('a')) return false;
  if (b.ends_with('a')) std::swap(a, b);
  a.remove_suffix(1);
  return a == b || (b.size() == a.size() + 1 && b.starts_with(a));
}

bool is_plural(std::string_view word, std::string_view singular) {
  return word.size() == singular.size() + 1 && word.ends_with('s') &&
         word.starts_with(singular);
}

// Words of other letters are told apart without a look at their places.
std::size_t text_distance(const Word& a, const Word& b, std::size_t limit) {
  if (need_more_edits_than(limit, a.letters, b.letters)) return limit + 1;
  return edit_distance(a.text, b.text, limit);
}

std::size_t key_distance(const Word& a, const Word& b, std::size_t limit) {
  if (need_more_edits_than(limit, a.key_letters, b.key_letters)) return limit + 1;
  return edit_distance(a.key, b.key, limit);
}

// Of words that are in no list: how alike their letters are.
Tie tie_of_letters(const Word& a, const Word& b, std::size_t least_for_typo) {
  constexpr std::size_t kShortWord = 3;
  constexpr std::size_t kLeastKey = 4;
  constexpr std::size_t kLongWord = 6;
  const std::size_t shorter = std::min(a.text.size(), b.text.size());
  if (shorter <= kShortWord || a.has_digit || b.has_digit) return Tie::kDifferent;
  if (a.key == b.key) return a.key.size() >= kLeastKey ? Tie::kSpelling : Tie::kTypo;
  const std::size_t distance = text_distance(a, b, 2);
  if (distance == 1 && shorter >= least_for_typo) return Tie::kTypo;
  if (shorter < kLongWord) return Tie::kDifferent;
  const bool long_keys = std::min(a.key.size(), b.key.size()) >= kLongWord;
  if ((long_keys || distance <= 2) && key_distance(a, b, 1) == 1) {
    return Tie::kTypo;
  }
  return distance == 2 && a.bones == b.bones ? Tie::kFarTypo : Tie::kDifferent;
}

// Ed and Ted may both be Edward, but not one person.
bool two_short_forms(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortForm = 5;
  return std::max(a.size(), b.size()) <= kShortForm && a.front() != b.front();
}

// "elbaradei" for "el baradei".
std::string_view without_article(std::string_view word) {
  constexpr std::size_t kLeast = 7;
  const bool has =
      word.size() >= kLeast && (word.starts_with("el") || word.starts_with("al"));
  return has ? word.substr(2) : word;
}

bool share_group(const Word& a, const Word& b) {
  return std::ranges::any_of(a.given_groups, [&](std::uint16_t group) {
    return std::ranges::find(b.given_groups, group) != b.given_groups.end();
  });
}

Tie initial_tie(const Word& a, const Word& b) {
  if (a.is_initial && b.is_initial) return Tie::kDifferent;
  return share_initial(a, b) ? Tie::kInitial : Tie::kDifferent;
}

}  // namespace

bool share_initial(const Word& a, const Word& b) {
  const char x = a.text.front();
  const char y = b.text.front();
  return x == y || (x == 'e' && y == 'y') || (x == 'y' && y == 'e');
}

Tie given_name_tie(const Word& a, const Word& b) {
  constexpr std::size_t kLeastForTypo = 5;
  if (a.text == b.text) return Tie::kEqual;
  if (a.is_initial || b.is_initial) return initial_tie(a, b);
  if (share_group(a, b)) {
    const auto match = names::compare_given_names(a.text, b.text);
    if (match == names::GivenNameMatch::kSpelling) return Tie::kListed;
    if (match == names::GivenNameMatch::kShortForm) {
      return two_short_forms(a.text, b.text) ? Tie::kDifferent : Tie::kNickname;
    }
  }
  const Tie tie = tie_of_letters(a, b, kLeastForTypo);
  if (tie == Tie::kDifferent || given_names_differ_by_gender(a.text, b.text)) {
    return Tie::kDifferent;
  }
  // Two known names are two people's, unless they sound the same: Eric, Erich.
  if (a.is_given && b.is_given) return a.key == b.key ? Tie::kTypo : Tie::kDifferent;
  return tie;
}

Tie surname_tie(const Word& a, const Word& b) {
  constexpr std::size_t kLeastForTypo = 5;
  if (a.text == b.text) return Tie::kEqual;
  if (a.is_initial || b.is_initial) return initial_tie(a, b);
  if (((a.roles | b.roles) & kSyllableName) != 0) return Tie::kDifferent;
  if (differ_by_gender(a.text, b.text)) return Tie::kDifferent;
  if (without_article(a.text) == without_article(b.text)) return Tie::kSpelling;
  const Tie tie = tie_of_letters(a, b, kLeastForTypo);
  // Two common surnames are two people's, or have the same consonants: Clark, Clarke.
  if (!a.is_surname || !b.is_surname) return tie;
  return tie != Tie::kDifferent && a.bones == b.bones ? Tie::kFarTypo : Tie::kDifferent;
}

Tie title_word_tie(const Word& a, const Word& b) {
  constexpr std::size_t kLeastForTypo = 7;
  if (a.text == b.text) return Tie::kEqual;
  if (a.number >= 0 && a.number == b.number) return Tie::kEqual;
  if (is_plural(a.text, b.text) || is_plural(b.text, a.text)) return Tie::kSpelling;
  if ((a.roles & b.roles & kTooCommon) != 0) return Tie::kDifferent;
  const Tie tie = tie_of_letters(a, b, kLeastForTypo);
  if (tie == Tie::kSpelling) return tie;
  const bool is_near = tie == Tie::kTypo && text_distance(a, b, 1) == 1;
  return is_near ? tie : Tie::kDifferent;
}

std::string_view describe(Tie tie) {
  switch (tie) {
    case Tie::kEqual:
      return "equal";
    case Tie::kListed:
      return "spellings of one name";
    case Tie::kSpelling:
      return "spelling variants";
    case Tie::kNickname:
      return "short form";
    case Tie::kInitial:
      return "name and initial";
    case Tie::kTypo:
      return "one letter apart";
    case Tie::kFarTypo:
      return "letters apart";
    case Tie::kDifferent:
      break;
  }
  return "different";
}

void Tally::add(int points, std::string_view part, Tie tie, const Word& a,
                const Word& b) {
  sum_.points += points;
  if (log_ == nullptr) return;
  std::string what(part);
  what.append(": ").append(describe(tie)).append(", ").append(a.text);
  if (a.text != b.text) what.append(" and ").append(b.text);
  log_->push_back({points, std::move(what)});
}

}  // namespace dateline::entities
