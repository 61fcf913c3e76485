// Decisions about two names, told to people.

#include <algorithm>
#include <deque>
#include <map>

#include "index/entities/resolution.h"
#include "index/entities/resolver.h"

namespace dateline::entities {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string points(int count) {
  return std::to_string(count) + (count == 1 ? " point" : " points");
}

// The verdict on two names that a rule names; empty: none does.
std::string verdict_of_rules(const EntityRules& rules, const Name& a, const Name& b) {
  for (const Name* name : {&a, &b}) {
    if (!rules.is_split(name->kind, name->text)) continue;
    return quoted(name->text) + " stands alone, by a correction made by hand.";
  }
  const EntityRules::Merge merge = {a.kind, std::min(a.text, b.text),
                                    std::max(a.text, b.text)};
  if (rules.merges().contains(merge)) {
    return "They are one entity, by a correction made by hand.";
  }
  return {};
}

std::string verdict_of_evidence(const Resolution& resolution, std::uint32_t a,
                                std::uint32_t b, const Comparison& sum) {
  if (resolution.are_one(a, b)) {
    const auto way = resolution.way(a, b);
    if (way.size() == 2) {
      return "They are one entity" +
             (sum.points > 0 ? ", by " + points(sum.points) : std::string()) + ".";
    }
    std::string text = "They are one entity, by way of ";
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
      text += (i > 1 ? ", " : "") + quoted(resolution.names().text(way[i]));
    }
    return text + ".";
  }
  if (!sum.possible()) return "They are two: " + std::string(sum.veto) + ".";
  if (sum.points >= kEnoughPoints) {
    return "They are two: names that are one with them cannot be one.";
  }
  return "They are two: " + points(sum.points) + ", of " +
         std::to_string(kEnoughPoints) + " that are needed.";
}

}  // namespace

// The shortest way through the unions.
std::vector<std::uint32_t> Resolution::way(std::uint32_t a, std::uint32_t b) const {
  std::map<std::uint32_t, std::uint32_t> from = {{a, a}};
  for (std::deque<std::uint32_t> waiting = {a}; !waiting.empty();) {
    const std::uint32_t at = waiting.front();
    waiting.pop_front();
    for (const auto& [x, y] : united_) {
      if (x != at && y != at) continue;
      const std::uint32_t next = x == at ? y : x;
      if (from.emplace(next, at).second) waiting.push_back(next);
    }
  }
  if (!from.contains(b)) return {};
  std::vector<std::uint32_t> names = {b};
  while (names.back() != a) names.push_back(from[names.back()]);
  std::reverse(names.begin(), names.end());
  return names;
}

std::uint32_t Resolution::find(NameKind kind, std::string_view folded) const {
  return names_.find(kind, folded);
}

bool Resolution::are_one(std::uint32_t a, std::uint32_t b) const {
  return clusters_.find(a) == clusters_.find(b);
}

Comparison Resolution::weigh_pair(std::uint32_t a, std::uint32_t b,
                                  std::vector<Evidence>* log) const {
  const NamePair pair = {std::min(a, b), std::max(a, b)};
  const Contexts contexts(source_, names_, parsed_, {pair.a, pair.b}, {pair});
  const Company company = contexts.company(a, b);
  const bool one_weak = parsed_[a].is_weak != parsed_[b].is_weak;
  const bool persons = parsed_[a].kind == NameKind::kPerson;
  if (one_weak && persons && parsed_[a].letters != parsed_[b].letters) {
    return weigh_lone(parsed_[a].is_weak ? a : b, parsed_[a].is_weak ? b : a, company,
                      log);
  }
  return weigh(compare(parser_, parsed_[a], parsed_[b], log), company, log);
}

Comparison Resolution::weigh_lone(std::uint32_t weak, std::uint32_t full,
                                  const Company& company,
                                  std::vector<Evidence>* log) const {
  Comparison sum;
  bool bears = false;
  lone_->for_each_bearer(weak,
                         [&](std::uint32_t name) { bears = bears || name == full; });
  const auto choice = lone_->choose(weak, clusters_);
  const auto note = [log](std::string what) { log->push_back({0, std::move(what)}); };
  if (!bears) {
    sum.veto = "the lone name is not the surname of the other";
    return sum;
  }
  note("the lone name is the surname of the other");
  note("others who bear the surname stand in " + std::to_string(choice.others) +
       " articles, the most frequent of its bearers in " +
       std::to_string(choice.articles));
  note("they are in the same company to " + percent(company.similarity));
  if (choice.name == NameStatistics::kNone) {
    sum.veto = "several bear the surname";
  } else if (company.similarity < choice.least_similarity) {
    sum.veto = "they are not in the same company";
  } else if (!are_one(choice.name, full)) {
    sum.veto = "another bears the surname, and is far more frequent";
  }
  return sum;
}

Explanation explain(const NameSource& source, const EntityRules& rules, NameKind kind,
                    std::string_view a, std::string_view b) {
  const Name one = {kind, std::string(a)};
  const Name other = {kind, std::string(b)};
  Explanation explanation;
  if (a == b) {
    explanation.one_entity = true;
    explanation.verdict = "They are one name.";
    return explanation;
  }
  std::vector<Name> seeds = {one, other};
  Resolution resolution(source, rules, seeds);
  for (const Name* name : {&one, &other}) {
    if (!resolution.exists(resolution.find(kind, name->text))) {
      explanation.verdict = "No article has the name " + quoted(name->text) + ".";
      return explanation;
    }
  }
  resolution.want_around(seeds);
  resolution.run();
  const std::uint32_t x = resolution.find(kind, a);
  const std::uint32_t y = resolution.find(kind, b);
  explanation.one_entity = resolution.are_one(x, y);
  explanation.verdict = verdict_of_rules(rules, one, other);
  if (explanation.verdict.empty()) {
    const Comparison sum = resolution.weigh_pair(x, y, &explanation.evidence);
    explanation.verdict = verdict_of_evidence(resolution, x, y, sum);
  }
  return explanation;
}

}  // namespace dateline::entities
