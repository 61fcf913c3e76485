#include "index/entities/evidence.h"

#include <algorithm>
#include <cstdio>

#include "index/entities/word_ties.h"

namespace dateline::entities {
namespace {

// Contexts this alike speak for one entity, and this much for it.
constexpr double kLikeContext = 0.15;
constexpr double kVeryLikeContext = 0.30;

// Names that leave words out are those of whole families: one name beside both, be it
// of a town, tells nothing.
constexpr std::size_t kFewestShared = 2;

// Contexts this unlike, of names in so many articles, are those of two.
constexpr double kUnlikeContext = 0.05;
constexpr std::size_t kManyArticles = 20;

// A typo stands in few articles, the right form in many more.
constexpr std::size_t kFewArticles = 3;
constexpr std::size_t kManyTimes = 20;

// Likenesses that hold between members of a family.
bool is_of_family(Likeness likeness) {
  return likeness == Likeness::kShorter || likeness == Likeness::kNickname;
}

// What one article calls by two names, one of them shorter, are two.
bool stand_side_by_side(const Company& company) {
  const std::size_t rarer = std::min(company.articles_a, company.articles_b);
  constexpr std::size_t kShare = 5;
  return company.together >= 2 ||
         (company.together > 0 && company.together * kShare >= rarer);
}

void weigh_frequency(const Company& company, Tally& tally) {
  const auto [rarer, other] = std::minmax(company.articles_a, company.articles_b);
  if (rarer <= kFewArticles && other >= kManyTimes * rarer &&
      company.similarity >= kUnlikeContext) {
    tally.add(2, "one is rare, the other is not");
  }
}

}  // namespace

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%d%%", static_cast<int>(share * 100));
  return text;
}

Comparison compare(const NameParser& parser, const ParsedName& a, const ParsedName& b,
                   std::vector<Evidence>* log) {
  Comparison sum;
  Tally tally(sum, log);
  if (a.kind != b.kind) {
    tally.veto("of two kinds");
  } else if (a.alias != 0 && b.alias != 0) {
    if (a.alias == b.alias && differ_in_numbers(parser, a, b)) {
      tally.veto("different numbers");
    } else if (a.alias == b.alias) {
      tally.add(kEnoughPoints, "the lists of names have them as one");
    } else {
      tally.veto("the lists of names have them as two");
    }
  } else if (a.kind == NameKind::kPerson) {
    return compare_persons(parser, a, b, log);
  } else {
    return compare_titles(parser, a, b, log);
  }
  return sum;
}

Comparison weigh(Comparison compared, const Company& company,
                 std::vector<Evidence>* log) {
  if (!compared.possible()) return compared;
  Tally tally(compared, log);
  const bool both_frequent =
      std::min(company.articles_a, company.articles_b) >= kManyArticles;
  if (compared.likeness != Likeness::kSame && both_frequent &&
      company.similarity < kUnlikeContext) {
    tally.veto("both are frequent, and in other company");
    return compared;
  }
  if (compared.likeness == Likeness::kShorter && stand_side_by_side(company)) {
    tally.veto("articles name both");
    return compared;
  }
  if (is_of_family(compared.likeness) && company.shared < kFewestShared &&
      company.similarity < kVeryLikeContext) {
    return compared;
  }
  if (company.similarity >= kVeryLikeContext) {
    tally.add(kMostContextPoints,
              "very much the same company: " + percent(company.similarity));
  } else if (company.similarity >= kLikeContext) {
    tally.add(2, "much the same company: " + percent(company.similarity));
  }
  if (compared.likeness == Likeness::kTypo) weigh_frequency(company, tally);
  return compared;
}

}  // namespace dateline::entities
