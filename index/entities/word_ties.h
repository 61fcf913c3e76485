// How two words of names are alike.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/entities/evidence.h"
#include "index/entities/word_table.h"

namespace dateline::entities {

/// From the nearest to the farthest.
enum class Tie {
  kEqual,
  kListed,    ///< Listed spellings of one given name: Sergei, Sergey.
  kSpelling,  ///< The same spelling key.
  kNickname,  ///< A listed short form of a given name: William, Bill.
  kInitial,   ///< One is the initial of the other.
  kTypo,      ///< One letter changed, in words of five or more.
  kFarTypo,   ///< Two letters changed, no consonant among them; or two common names.
  kDifferent
};

/// Of given names, surnames, and words of titles.
Tie given_name_tie(const Word& a, const Word& b);
Tie surname_tie(const Word& a, const Word& b);
Tie title_word_tie(const Word& a, const Word& b);

/// Whether two words begin with one letter; Evgeny and Yevgeny do.
bool share_initial(const Word& a, const Word& b);

/// "equal", "spelling variants", ... for people.
std::string_view describe(Tie tie);

/// Collects points and their reasons.
class Tally {
 public:
  Tally(Comparison& sum, std::vector<Evidence>* log) : sum_(sum), log_(log) {}

  void add(int points, std::string_view what) {
    sum_.points += points;
    if (log_ != nullptr) log_->push_back({points, std::string(what)});
  }

  void add(int points, std::string_view part, Tie tie, const Word& a, const Word& b);

  void veto(std::string_view why) {
    sum_.veto = why;
    if (log_ != nullptr) log_->push_back({0, "veto: " + std::string(why)});
  }

 private:
  Comparison& sum_;
  std::vector<Evidence>* log_;
};

/// Whether two names have numbers, and other ones.
bool differ_in_numbers(const NameParser& parser, const ParsedName& a,
                       const ParsedName& b);

/// Compares persons, and names of the other kinds; see compare().
Comparison compare_persons(const NameParser& parser, const ParsedName& a,
                           const ParsedName& b, std::vector<Evidence>* log);
Comparison compare_titles(const NameParser& parser, const ParsedName& a,
                          const ParsedName& b, std::vector<Evidence>* log);

}  // namespace dateline::entities
