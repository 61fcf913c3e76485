// Two persons' names, word by word.

#include <algorithm>
#include <optional>
#include <string>

#include "index/entities/name_words.h"
#include "index/entities/word_ties.h"

namespace dateline::entities {
namespace {

using Words = std::span<const std::uint32_t>;

constexpr std::size_t kSureKey = 5;  // Letters of a key that are no accident.

// Words that are spelt alike only by their keys tell less where they are short.
int points_for_spelling(const Word& a) { return a.key.size() >= kSureKey ? 3 : 2; }

int given_name_points(Tie tie, const Word& a) {
  switch (tie) {
    case Tie::kEqual:
      return a.is_initial ? 1 : 3;
    case Tie::kListed:
      return 3;
    case Tie::kSpelling:
      return points_for_spelling(a);
    case Tie::kNickname:
      return 2;
    case Tie::kInitial:
    case Tie::kTypo:
      return 1;
    default:
      return 0;
  }
}

int surname_points(Tie tie, const Word& a) {
  switch (tie) {
    case Tie::kEqual:
      return 3;
    case Tie::kSpelling:
      return points_for_spelling(a);
    case Tie::kTypo:
      return 1;
    default:
      return 0;
  }
}

int middle_name_points(Tie tie) {
  if (tie <= Tie::kSpelling) return 1;
  return tie == Tie::kFarTypo ? -1 : 0;
}

bool is_typo(Tie tie) { return tie == Tie::kTypo || tie == Tie::kFarTypo; }

// A comparison of two persons.
class PersonPair {
 public:
  PersonPair(const NameParser& parser, const ParsedName& a, const ParsedName& b,
             std::vector<Evidence>* log)
      : parser_(parser), a_(a), b_(b), tally_(sum_, log) {}

  Comparison compare() {
    if (a_.generation != b_.generation) {
      tally_.veto(a_.generation != 0 && b_.generation != 0
                      ? "of two generations"
                      : "only one is said to be of a generation (Jr, II)");
      return sum_;
    }
    if (a_.letters == b_.letters) {
      tally_.add(kEnoughPoints, "the same letters");
      return sum_;
    }
    if (a_.is_weak || b_.is_weak) {
      tally_.veto("a lone surname does not say who is meant");
      return sum_;
    }
    const Words a = parser_.words(a_);
    const Words b = parser_.words(b_);
    if (a.size() == b.size()) {
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

  void compare_equally_long(Words a, Words b) {
    const std::size_t last = a.size() - 1;
    const Tie given = given_name_tie(word(a, 0), word(b, 0));
    const Tie surname = given == Tie::kDifferent
                            ? Tie::kDifferent
                            : surname_tie(word(a, last), word(b, last));
    if (surname == Tie::kDifferent || surname == Tie::kInitial) {
      if (compare_turned(a, b)) return;
      return tally_.veto(given == Tie::kDifferent ? "different given names"
                                                  : "different surnames");
    }
    int typos = (is_typo(given) ? 1 : 0) + (is_typo(surname) ? 1 : 0);
    for (std::size_t i = 1; i < last; ++i) {
      const Tie tie = given_name_tie(word(a, i), word(b, i));
      if (tie == Tie::kDifferent) return tally_.veto("different middle names");
      typos += is_typo(tie) ? 1 : 0;
      tally_.add(middle_name_points(tie), "middle name", tie, word(a, i), word(b, i));
    }
    if (typos > 1) return tally_.veto("more than one word differs in its letters");
    if (typos > 0 && has_syllable_name(a)) {
      return tally_.veto("names of syllables differ in their letters");
    }
    add_given(given, word(a, 0), word(b, 0));
    add_surname(surname, word(a, last), word(b, last));
    sum_.likeness = typos > 0                 ? Likeness::kTypo
                    : given == Tie::kNickname ? Likeness::kNickname
                    : given == Tie::kInitial  ? Likeness::kShorter
                    : given == Tie::kEqual && surname == Tie::kEqual
                        ? Likeness::kSame
                        : Likeness::kSpelling;
  }

  // Chen Xitong and Chen Xiaotong are father and son.
  bool has_syllable_name(Words words) const {
    return ((word(words, 0).roles | word(words, words.size() - 1).roles) &
            kSyllableName) != 0;
  }

  std::string text_of(Words words) const {
    std::string text;
    for (const std::uint32_t number : words) text += parser_.word(number).text;
    return text;
  }

  // Whether the first or the last word of `a` stands at the other end of `b`, however
  // that is cut: "Kim Yuna" and "Yu-na Kim".
  bool is_turned(Words a, Words b) const {
    const std::string text = text_of(b);
    return text_of(a.subspan(1)) + text_of(a.first(1)) == text ||
           text_of(a.last(1)) + text_of(a.first(a.size() - 1)) == text;
  }

  // "Orban Viktor" for "Viktor Orban". False: it is not.
  bool compare_turned(Words a, Words b) {
    // Texts of other sizes need not be put together to be compared.
    if (a_.text_size != b_.text_size) return false;
    if (!is_turned(a, b) && !is_turned(b, a)) return false;
    const Word& first = word(a, 0);
    const Word& last = word(a, a.size() - 1);
    const bool both_given = first.is_given && last.is_given;
    const bool any_short = ((first.roles | last.roles) & kSyllableName) != 0;
    const int points = any_short ? 4 : both_given ? 2 : kEnoughPoints;
    tally_.add(points, "the same words in the other order");
    sum_.likeness = both_given ? Likeness::kShorter : Likeness::kSpelling;
    return true;
  }

  void add_given(Tie tie, const Word& a, const Word& b) {
    tally_.add(given_name_points(tie, a), "given name", tie, a, b);
  }
  void add_surname(Tie tie, const Word& a, const Word& b) {
    tally_.add(surname_points(tie, a), "surname", tie, a, b);
  }

  bool alike(const Word& a, const Word& b) const {
    return given_name_tie(a, b) <= Tie::kSpelling;
  }

  // One has words that the other leaves out.
  void compare_shorter(Words shorter, Words longer) {
    sum_.likeness = Likeness::kShorter;
    if (is_middle_left_out(shorter, longer) || compare_turned(shorter, longer)) return;
    if (alike_from(shorter, longer, 0)) {
      const bool ends_in_given = word(shorter, shorter.size() - 1).is_given;
      tally_.add(shorter.size() > 2 ? 4
                 : ends_in_given    ? 1
                                    : 3,
                 "one leaves out the last words of the other");
    } else if (alike_from(shorter, longer, longer.size() - shorter.size())) {
      tally_.add(3, "one leaves out the first words of the other");
    } else if (is_first_surname(shorter, longer)) {
      tally_.add(3, "one has only the first surname of the other");
    } else if (a_.key_size == b_.key_size && a_.key_size >= 2 * kSureKey &&
               key_of(shorter) == key_of(longer)) {
      tally_.add(5, "the same sounds, cut into words in another way");
      sum_.likeness = Likeness::kSpelling;
    } else {
      tally_.veto("different words");
    }
  }

  // "John Kerry" and "John F. Kerry".
  bool is_middle_left_out(Words shorter, Words longer) {
    const Tie given = given_name_tie(word(shorter, 0), word(longer, 0));
    if (given == Tie::kDifferent) return false;
    const std::size_t s = shorter.size() - 1;
    const std::size_t l = longer.size() - 1;
    const Tie surname = surname_tie(word(shorter, s), word(longer, l));
    if (surname == Tie::kDifferent || surname == Tie::kInitial ||
        (is_typo(given) && is_typo(surname))) {
      return false;
    }
    // Those that both have are the first ones: George W. is not George H. W.
    for (std::size_t i = 1; i < s; ++i) {
      const Tie tie = given_name_tie(word(shorter, i), word(longer, i));
      if (tie == Tie::kDifferent) return false;
    }
    add_given(given, word(shorter, 0), word(longer, 0));
    add_surname(surname, word(shorter, s), word(longer, l));
    tally_.add(-1, "one leaves out middle names of the other");
    return true;
  }

  bool alike_from(Words shorter, Words longer, std::size_t from) const {
    for (std::size_t i = 0; i < shorter.size(); ++i) {
      if (!alike(word(shorter, i), word(longer, from + i))) return false;
    }
    return true;
  }

  // "Gabriel Garcia" and "Gabriel Jose Garcia Marquez".
  bool is_first_surname(Words shorter, Words longer) const {
    if (longer.size() < shorter.size() + 2 || shorter.size() != 2) return false;
    return alike(word(shorter, 0), word(longer, 0)) &&
           alike(word(shorter, 1), word(longer, longer.size() - 2)) &&
           !word(shorter, 1).is_given;
  }

  std::string key_of(Words words) const {
    std::string key;
    for (const std::uint32_t number : words) key += parser_.word(number).key;
    return key;
  }

  const NameParser& parser_;
  const ParsedName& a_;
  const ParsedName& b_;
  Comparison sum_;
  Tally tally_;
};

}  // namespace

Comparison compare_persons(const NameParser& parser, const ParsedName& a,
                           const ParsedName& b, std::vector<Evidence>* log) {
  return PersonPair(parser, a, b, log).compare();
}

}  // namespace dateline::entities
