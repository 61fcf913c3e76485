#include "index/publication/anniversaries.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "index/publication/words.h"

namespace dateline::publication {
namespace {

constexpr std::size_t kStem = 4;        // Letters by which "invasion" is "invaded".
constexpr std::size_t kLongEnough = 6;  // Letters of words that can be told so.
constexpr std::size_t kClauseBytes = 80;
constexpr std::size_t kNearBytes = 150;

struct Count {
  std::string_view word;
  int years;
};

constexpr auto kOrdinals = std::to_array<Count>({
    {"first", 1},
    {"one-year", 1},
    {"second", 2},
    {"two-year", 2},
    {"third", 3},
    {"three-year", 3},
    {"1st", 1},
    {"2nd", 2},
    {"3rd", 3},
});

// The stems of the long words of a stretch of text in lower case.
std::vector<std::string_view> stems_of(std::string_view lower) {
  std::vector<std::string_view> stems;
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && is_letter(lower[end])) ++end;
    if (end - at >= kLongEnough) stems.push_back(lower.substr(at, kStem));
    at = end + 1;
  }
  return stems;
}

// The day of a full date that stands beside a word with this stem, and not with the
// anniversary at `at`: there it would be the day of that.
Date day_beside(std::string_view lower, std::span<const DateMention> dates,
                std::string_view stem, std::size_t at) {
  for (const DateMention& mention : dates) {
    const auto date = parse_date(mention.value);
    if (!date || date->day == 0 || mention.type != DateType::kDate) continue;
    const bool near = mention.begin < at + kNearBytes && at < mention.end + kNearBytes;
    if (near) continue;
    const std::size_t begin =
        mention.begin > kClauseBytes ? mention.begin - kClauseBytes : 0;
    for (const std::string_view other :
         stems_of(lower.substr(begin, mention.begin - begin))) {
      if (other == stem) return *date;
    }
  }
  return {};
}

Date after_years(Date day, int years) {
  Date later{day.year + years, day.month, day.day};
  if (!is_valid(later)) later.day = 28;
  return later;
}

// How many years the words before "anniversary" count; 0: they do not.
int years_before(std::string_view lower, std::size_t at) {
  const std::string_view words = lower.substr(at > 20 ? at - 20 : 0, at > 20 ? 20 : at);
  for (const Count& count : kOrdinals)
    if (has_word(words, count.word)) return count.years;
  return 0;
}

// Whether the day is said to be over: "voted on the first anniversary", and not "ahead
// of the first anniversary".
bool is_reached(std::string_view lower, std::size_t at) {
  const std::string_view words = lower.substr(at > 40 ? at - 40 : 0, at > 40 ? 40 : at);
  return has_word(words, "on") && !has_word(words, "will") && !has_word(words, "ahead");
}

}  // namespace

Bound reached_anniversary(std::string_view text, std::span<const DateMention> dates) {
  constexpr std::string_view kAnniversary = "anniversary of";
  constexpr int kMostLookedAt = 8;
  Bound latest;
  if (dates.empty() || text.find("nniversary of") == text.npos) return latest;
  const std::string lower = lowered(text);
  int looked_at = 0;
  for (std::size_t at = lower.find(kAnniversary);
       at != lower.npos && looked_at < kMostLookedAt;
       at = lower.find(kAnniversary, at + 1), ++looked_at) {
    const int years = years_before(lower, at);
    if (years == 0 || !is_reached(lower, at)) continue;
    const std::size_t behind = at + kAnniversary.size();
    for (const std::string_view stem :
         stems_of(std::string_view(lower).substr(behind, 40))) {
      const Date day = day_beside(lower, dates, stem, at);
      if (!day) continue;
      const Date reached = after_years(day, years);
      if (reached <= latest.day) continue;
      latest = {reached, "It speaks of an anniversary of " + to_string(day) +
                             " that was on " + to_string(reached) + "."};
    }
  }
  return latest;
}

}  // namespace dateline::publication
