// Two names of organisations, places or things, word by word.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "index/entities/alias_table.h"
#include "index/entities/name_words.h"
#include "index/entities/word_ties.h"

namespace dateline::entities {
namespace {

using Words = std::span<const std::uint32_t>;

// The numbers in a name, sorted; none in most.
class Numbers {
 public:
  Numbers(const NameParser& parser, const ParsedName& name) {
    for (const std::uint32_t w : parser.words(name)) {
      const int number = parser.word(w).number;
      if (number >= 0) numbers_[static_cast<std::size_t>(count_++)] = number;
    }
    std::sort(numbers_.begin(), numbers_.begin() + count_);
  }

  bool empty() const { return count_ == 0; }

  friend bool operator==(const Numbers&, const Numbers&) = default;

 private:
  std::array<int, NameParser::kMostWords> numbers_{};
  std::ptrdiff_t count_ = 0;
};

class TitlePair {
 public:
  TitlePair(const NameParser& parser, const ParsedName& a, const ParsedName& b,
            std::vector<Evidence>* log)
      : parser_(parser), a_(a), b_(b), tally_(sum_, log) {}

  Comparison compare() {
    const Words a = parser_.words(a_);
    const Words b = parser_.words(b_);
    if (std::ranges::equal(a, b)) {
      compare_same_words();
    } else if (a_.letters == b_.letters) {
      tally_.add(kEnoughPoints, "the same letters");
    } else if ((a_.has_number || b_.has_number) &&
               Numbers(parser_, a_) != Numbers(parser_, b_)) {
      tally_.veto("different numbers");
    } else if (a.size() == b.size()) {
      compare_equally_long(a, b);
    } else if (a.size() < b.size()) {
      compare_shorter(a, b);
    } else {
      compare_shorter(b, a);
    }
    return sum_;
  }

 private:
  const Word& word(Words words, std::size_t i) const { return parser_.word(words[i]); }

  // "Labour Party" and "Labor Party", "Supreme Court": many have them.
  bool says_little(Words words) const {
    return std::all_of(words.begin(), words.end(), [this](std::uint32_t w) {
      return (parser_.word(w).roles & (kTooCommon | kThingTail | kPublicBody)) != 0;
    });
  }

  void compare_same_words() {
    const bool little = a_.kind != NameKind::kPlace && says_little(parser_.words(a_));
    tally_.add(little ? 3 : kEnoughPoints, "the same words");
    const bool two_forms = a_.legal_form != 0 && b_.legal_form != 0;
    if (two_forms && a_.legal_form != b_.legal_form) {
      tally_.add(-2, "two legal forms");
    }
  }

  // In any order; most have another sum of their numbers, which is soon told.
  static bool have_same_words(Words a, Words b) {
    return std::accumulate(a.begin(), a.end(), std::uint64_t{0}) ==
               std::accumulate(b.begin(), b.end(), std::uint64_t{0}) &&
           std::ranges::is_permutation(a, b);
  }

  void compare_equally_long(Words a, Words b) {
    if (have_same_words(a, b)) return compare_reordered(a, b);
    int points = a.size() == 1 ? 4 : 6;
    int unequal = 0;
    sum_.likeness = Likeness::kSpelling;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const Tie tie = title_word_tie(word(a, i), word(b, i));
      if (tie == Tie::kDifferent) return tally_.veto("different words");
      if (tie == Tie::kEqual) continue;
      ++unequal;
      points -= tie == Tie::kTypo ? 2 : 1;
      if (tie == Tie::kTypo) sum_.likeness = Likeness::kTypo;
      tally_.add(0, "word", tie, word(a, i), word(b, i));
    }
    if (unequal > 1 && sum_.likeness == Likeness::kTypo) {
      return tally_.veto("more than one word differs in its letters");
    }
    if (says_little(a)) points -= 3;
    tally_.add(points, "words that are alike");
  }

  // "Treaty of Lisbon" and "Lisbon Treaty", but not two liberal national parties.
  static bool is_turned(Words a, Words b) {
    std::vector<std::uint32_t> turned(a.begin(), a.end());
    for (std::size_t i = 1; i < a.size(); ++i) {
      std::rotate(turned.begin(), turned.begin() + 1, turned.end());
      if (std::ranges::equal(turned, b)) return true;
    }
    return false;
  }

  // "Ministry of Defense" is the "Defense Ministry", "Miami University" is not the
  // "University of Miami".
  void compare_reordered(Words words, Words other) {
    const auto has = [&](std::uint32_t role) {
      return std::any_of(words.begin(), words.end(), [&](std::uint32_t w) {
        return (parser_.word(w).roles & role) != 0;
      });
    };
    if (has(kUniversity) && has(kTwoUniversities)) {
      return tally_.veto("two universities have these words");
    }
    const bool free = has(kMinistry) || (has(kFreeOrder) && is_turned(words, other));
    sum_.likeness = free ? Likeness::kSame : Likeness::kShorter;
    tally_.add(free ? kEnoughPoints : 3, "the same words in another order");
  }

  void compare_shorter(Words shorter, Words longer) {
    sum_.likeness = Likeness::kShorter;
    if (a_.kind == NameKind::kPlace) {
      tally_.veto("different words");
    } else if (std::ranges::equal(shorter, longer.first(shorter.size()))) {
      compare_tail(shorter, longer.subspan(shorter.size()));
    } else if (has_thing_head(longer) &&
               std::ranges::equal(shorter, longer.subspan(1))) {
      add_shorter(shorter, kThingHead);
    } else if (is_acronym(shorter)) {
      const bool is_long = word(shorter, 0).text.size() > 3;
      tally_.add(is_long ? 4 : 2, "one is the initials of the other");
    } else if (is_country_left_out(shorter, longer)) {
      tally_.add(3, "one leaves out the country");
    } else {
      tally_.veto("different words");
    }
  }

  // "Ford" and "Ford Motor Co", "New START" and "New START Treaty".
  void compare_tail(Words shorter, Words tail) {
    const std::uint32_t role = a_.kind == NameKind::kOrg ? kOrgTail : kThingTail;
    const bool fits = std::all_of(tail.begin(), tail.end(), [&](std::uint32_t w) {
      return (parser_.word(w).roles & role) != 0;
    });
    if (!fits) return tally_.veto("different words");
    add_shorter(shorter, role);
  }

  // "HMS Ark Royal" and "Hurricane Katrina".
  bool has_thing_head(Words words) const {
    return a_.kind == NameKind::kThing && (word(words, 0).roles & kThingHead) != 0;
  }

  // What remains where words of `role` are left out.
  void add_shorter(Words shorter, std::uint32_t role) {
    const Word& first = word(shorter, 0);
    if (shorter.size() == 1 &&
        ((first.roles & (kTooCommon | role)) != 0 || first.number >= 0 ||
         AliasTable::instance().country_of(first.text) != 0)) {
      return tally_.veto("too common a word to stand for all");
    }
    tally_.add(shorter.size() > 1 ? 4 : 3, "one leaves out what it is");
  }

  // The long form of a known short one would be known too, if it has but few letters.
  bool is_acronym(Words shorter) const {
    const bool a_is_shorter = a_.word_count == 1;
    const ParsedName& acronym = a_is_shorter ? a_ : b_;
    const ParsedName& name = a_is_shorter ? b_ : a_;
    constexpr std::size_t kFewest = 3;
    const std::size_t letters = word(shorter, 0).text.size();
    if (shorter.size() != 1 || letters < kFewest) return false;
    if (acronym.alias != 0 && letters == kFewest) return false;
    return acronym.initials != 0 &&
           (acronym.initials == name.initials || acronym.initials == name.all_initials);
  }

  bool is_country_left_out(Words shorter, Words longer) const {
    if (shorter.size() < 2 || longer.size() != shorter.size() + 1) return false;
    if (!std::ranges::equal(shorter, longer.subspan(1))) return false;
    const AliasTable& aliases = AliasTable::instance();
    const std::uint32_t country = aliases.country_of(word(longer, 0).text);
    if (country == 0 || country != aliases.country_of("us")) return false;
    return std::any_of(shorter.begin(), shorter.end(), [&](std::uint32_t w) {
      return (parser_.word(w).roles & (kTooCommon | kPublicBody)) == 0;
    });
  }

  const NameParser& parser_;
  const ParsedName& a_;
  const ParsedName& b_;
  Comparison sum_;
  Tally tally_;
};

}  // namespace

bool differ_in_numbers(const NameParser& parser, const ParsedName& a,
                       const ParsedName& b) {
  const Numbers of_a(parser, a);
  const Numbers of_b(parser, b);
  return !of_a.empty() && !of_b.empty() && of_a != of_b;
}

Comparison compare_titles(const NameParser& parser, const ParsedName& a,
                          const ParsedName& b, std::vector<Evidence>* log) {
  return TitlePair(parser, a, b, log).compare();
}

}  // namespace dateline::entities
