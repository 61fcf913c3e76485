#include "index/entities/lone_persons.h"

#include <algorithm>
#include <map>

#include "index/entities/name_words.h"
#include "index/entities/word_ties.h"

namespace dateline::entities {

LonePersons::LonePersons(const NameStatistics& statistics, const NameParser& parser,
                         std::span<const ParsedName> parsed)
    : statistics_(statistics), parser_(parser), parsed_(parsed) {
  for (std::uint32_t name = 0; name < parsed.size(); ++name) {
    if (parsed[name].kind != NameKind::kPerson || parsed[name].is_weak) continue;
    const auto words = parser.words(parsed[name]);
    bearers_.push_back({words.back(), name});
    if ((parser.word(words.front()).roles & kSyllableName) != 0) {
      bearers_.push_back({words.front(), name});
    }
  }
  std::sort(bearers_.begin(), bearers_.end());
}

// Initials must be those of the given names, as far as these are known.
bool LonePersons::fits(const ParsedName& weak, const ParsedName& full) const {
  if (weak.generation != full.generation) return false;
  const std::size_t initials = weak.word_count - std::size_t{1};
  const std::size_t given = full.word_count - std::size_t{1};
  for (std::size_t i = 0; i < std::min(initials, given); ++i) {
    if (!share_initial(parser_.word(weak, i), parser_.word(full, i))) return false;
  }
  return true;
}

void LonePersons::for_each_bearer(
    std::uint32_t weak, const std::function<void(std::uint32_t)>& visit) const {
  const ParsedName& parsed = parsed_[weak];
  if (parsed.word_count == 0) return;
  const std::uint32_t surname = parser_.words(parsed).back();
  auto at = std::lower_bound(bearers_.begin(), bearers_.end(), NamePair{surname, 0});
  for (; at != bearers_.end() && at->a == surname; ++at) {
    if (fits(parsed, parsed_[at->b])) visit(at->b);
  }
}

LonePersons::Choice LonePersons::choose(std::uint32_t weak,
                                        const Clusters& clusters) const {
  constexpr std::size_t kTimes = 10;
  constexpr double kLeast = 0.10;
  constexpr std::size_t kFewerTimes = 5;
  constexpr double kLeastOfFewer = 0.30;
  std::map<std::uint32_t, std::size_t> articles;  // By cluster.
  for_each_bearer(weak, [&](std::uint32_t name) {
    if (statistics_.articles(name) == 0) return;
    std::size_t& sum = articles[clusters.find(name)];
    if (sum > 0) return;
    for (const std::uint32_t member : clusters.members(name)) {
      if (!parsed_[member].is_weak) sum += statistics_.articles(member);
    }
  });
  Choice best;
  for (const auto& [cluster, sum] : articles) {
    if (sum > best.articles) {
      best.others += best.articles;
      best.name = cluster;
      best.articles = sum;
    } else {
      best.others += sum;
    }
  }
  best.least_similarity =
      best.articles >= kTimes * best.others ? kLeast : kLeastOfFewer;
  if (best.articles < kFewerTimes * best.others) best.name = NameStatistics::kNone;
  return best;
}

std::vector<std::uint32_t> LonePersons::spokesmen(const Clusters& clusters,
                                                  std::uint32_t name) const {
  constexpr std::size_t kMost = 4;
  const auto members = clusters.members(name);
  std::vector<std::uint32_t> chosen(members.begin(), members.end());
  std::sort(chosen.begin(), chosen.end(), [this](std::uint32_t a, std::uint32_t b) {
    const std::size_t of_a = statistics_.articles(a);
    const std::size_t of_b = statistics_.articles(b);
    return of_a != of_b ? of_a > of_b : a < b;
  });
  if (chosen.size() > kMost) chosen.resize(kMost);
  return chosen;
}

}  // namespace dateline::entities
