// What speaks for and against two names being one entity.
//
// Decisions are sums of listed points, as in matching records by hand-set weights
// (Fellegi and Sunter, "A theory for record linkage", 1969), with vetoes that no points
// outweigh. Likeness of letters alone decides nothing: full names do, or names with
// whom they stand in articles.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/parsed_name.h"

namespace dateline::entities {

/// Points from which two names are one entity.
inline constexpr int kEnoughPoints = 6;

/// The most that contexts can add.
inline constexpr int kMostContextPoints = 4;

/// One reason, for people to read.
struct Evidence {
  int points = 0;
  std::string what{};  ///< "surnames are spelling variants: lavrov, lavrow"

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// How two names are alike, which says what their contexts may do.
enum class Likeness {
  kSame,      ///< The same letters or words, written in other ways.
  kSpelling,  ///< Words that are spelling variants of each other.
  kTypo,      ///< A word with a letter or two changed.
  kNickname,  ///< A short form of the given name.
  kShorter    ///< One leaves words out.
};

/// What two names themselves say.
struct Comparison {
  int points = 0;
  Likeness likeness = Likeness::kSame;
  std::string_view veto{};  ///< Why they cannot be one; empty: they may be.

  bool possible() const { return veto.empty(); }
};

/// Compares two names of one kind; the order of the two does not matter. Each reason
/// is appended to `log`, where given.
Comparison compare(const NameParser& parser, const ParsedName& a, const ParsedName& b,
                   std::vector<Evidence>* log = nullptr);

/// How far two names stand in the same company, and how often they stand anywhere.
struct Company {
  double similarity = 0;       ///< 0 to 1: see context_similarity().
  std::size_t articles_a = 0;  ///< Articles that have the one name.
  std::size_t articles_b = 0;
  std::size_t together = 0;  ///< Articles that have both.
  std::size_t shared = 0;    ///< Names that stand beside both, of those looked at.
};

/// "20%"
std::string percent(double share);

/// Adds to `compared` what the company of the names says.
Comparison weigh(Comparison compared, const Company& company,
                 std::vector<Evidence>* log = nullptr);

}  // namespace dateline::entities
