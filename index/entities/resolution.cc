#include "index/entities/resolution.h"

#include <algorithm>
#include <tuple>

#include "index/entities/name_words.h"

namespace dateline::entities {
namespace {

// The names that a source need not have and that still take part.
std::vector<Name> with_ruled_names(std::span<const Name> others,
                                   const EntityRules& rules) {
  std::vector<Name> names(others.begin(), others.end());
  for (const auto& [kind, a, b] : rules.merges()) {
    names.push_back({kind, a});
    names.push_back({kind, b});
  }
  return names;
}

std::vector<std::uint32_t> names_of(std::span<const NamePair> pairs) {
  std::vector<std::uint32_t> names;
  for (const auto& [a, b] : pairs) {
    names.push_back(a);
    names.push_back(b);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

Resolution::Resolution(const NameSource& source, const EntityRules& rules,
                       std::span<const Name> others)
    : source_(source),
      rules_(rules),
      names_(source, with_ruled_names(others, rules)),
      clusters_(names_.size()) {
  parse_all();
  blocks_.emplace(parser_, parsed_);
  lone_.emplace(names_, parser_, parsed_);
}

void Resolution::parse_all() {
  parsed_.reserve(names_.size());
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    parsed_.push_back(parser_.parse(names_.kind(name), names_.text(name)));
    exists_.push_back(names_.articles(name) > 0);
  }
  split_.resize(names_.size());
  for (const Name& name : rules_.splits()) {
    const std::uint32_t number = names_.find(name.kind, name.text);
    if (number != NameStatistics::kNone) split_[number] = true;
  }
  for (const auto& [kind, a, b] : rules_.merges()) {
    links_.push_back({names_.find(kind, a), names_.find(kind, b)});
  }
  linked_.resize(names_.size());
  for (const auto& [a, b] : links_) linked_[a] = linked_[b] = true;
}

void Resolution::want_all() { wanted_.assign(names_.size(), true); }

void Resolution::want_only(std::span<const Name> seeds, const EntityTable& before) {
  std::vector<std::uint32_t> numbers;
  for (const Name& name : seeds) {
    const std::uint32_t number = names_.find(name.kind, name.text);
    if (number == NameStatistics::kNone) continue;
    numbers.push_back(number);
    // Who was one by way of a name that changed may be one no more.
    const auto entry = before.find(name.kind, name.text);
    if (entry.group == EntityTable::kNoGroup) continue;
    for (const std::string_view member : before.names(entry.group)) {
      const std::uint32_t other = names_.find(name.kind, member);
      if (other != NameStatistics::kNone) numbers.push_back(other);
    }
  }
  wanted_ = closure(numbers);
  for (std::uint32_t group = 0; group < before.size(); ++group) {
    keep_group(before.names(group), before.kind(group));
  }
}

void Resolution::want_around(std::span<const Name> seeds) {
  std::vector<std::uint32_t> numbers;
  for (const Name& name : seeds) {
    const std::uint32_t number = names_.find(name.kind, name.text);
    if (number == NameStatistics::kNone) continue;
    numbers.push_back(number);
    if (!parsed_[number].is_weak) continue;
    lone_->for_each_bearer(number,
                           [&](std::uint32_t bearer) { numbers.push_back(bearer); });
  }
  wanted_ = closure(numbers);
}

std::vector<bool> Resolution::closure(std::span<const std::uint32_t> seeds) const {
  return blocks_->closure(
      seeds, [this](std::uint32_t a, std::uint32_t b) { return may_be_one(a, b); },
      links_);
}

bool Resolution::may_be_one(std::uint32_t a, std::uint32_t b) const {
  const Comparison compared = compare(parser_, parsed_[a], parsed_[b]);
  return compared.possible() && compared.points + kMostContextPoints >= kEnoughPoints;
}

// Of names that are not wanted the full ones are brought together as before. Whose the
// lone ones are is kept for later, when all full names are together.
void Resolution::keep_group(std::span<const std::string_view> names, NameKind kind) {
  std::vector<std::uint32_t> kept;
  for (const std::string_view text : names) {
    const std::uint32_t name = names_.find(kind, text);
    if (name != NameStatistics::kNone && !wanted_[name]) kept.push_back(name);
  }
  std::stable_partition(kept.begin(), kept.end(),
                        [this](std::uint32_t name) { return !parsed_[name].is_weak; });
  for (std::size_t i = 1; i < kept.size(); ++i) {
    const bool is_weak = parsed_[kept[i]].is_weak;
    if (!is_weak) unite(kept[0], kept[i]);
    for (std::size_t j = 0; is_weak && j < i; ++j) {
      if (parsed_[kept[i]].letters == parsed_[kept[j]].letters) unite(kept[i], kept[j]);
    }
    if (is_weak && !parsed_[kept[0]].is_weak && !is_wanted_lone(kept[i])) {
      kept_lone_.push_back({kept[0], kept[i]});
    }
  }
}

void Resolution::unite(std::uint32_t a, std::uint32_t b) {
  united_.push_back({a, b});
  clusters_.unite(a, b);
}

void Resolution::run() {
  unite_by_rules();
  unite_full_names();
  unite_lone_persons();
}

void Resolution::unite_by_rules() {
  for (const auto& [a, b] : links_) unite(a, b);
}

void Resolution::unite_full_names() {
  const auto pairs =
      blocks_->pairs(exists_, wanted_, [this](std::uint32_t a, std::uint32_t b) {
        return !split_[a] && !split_[b] && may_be_one(a, b);
      });
  blocks_.reset();  // They take as much memory as all else.
  const Contexts contexts(source_, names_, parsed_, names_of(pairs), pairs);
  std::vector<Edge> edges;
  for (const NamePair& pair : pairs) {
    const Company company = contexts.company(pair.a, pair.b);
    const Comparison sum =
        weigh(compare(parser_, parsed_[pair.a], parsed_[pair.b]), company);
    if (!sum.possible() || sum.points < kEnoughPoints) continue;
    edges.push_back(
        {sum.points, std::min(company.articles_a, company.articles_b), pair});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(b.points, b.articles, a.pair) <
           std::tie(a.points, a.articles, b.pair);
  });
  for (const Edge& edge : edges) {
    if (are_compatible(edge.pair.a, edge.pair.b)) unite(edge.pair.a, edge.pair.b);
  }
}

// Whether each name of the one cluster may be each of the other; but for those that a
// rule put there, which need not be like the others.
bool Resolution::are_compatible(std::uint32_t a, std::uint32_t b) const {
  constexpr std::size_t kMostMembers = 100;
  if (clusters_.find(a) == clusters_.find(b)) return true;
  const auto of_a = clusters_.members(a);
  const auto of_b = clusters_.members(b);
  if (of_a.size() + of_b.size() > kMostMembers) return false;
  for (const std::uint32_t x : of_a) {
    for (const std::uint32_t y : of_b) {
      if ((x == a && y == b) || linked_[x] || linked_[y]) continue;
      if (!compare(parser_, parsed_[x], parsed_[y]).possible()) return false;
    }
  }
  return true;
}

bool Resolution::is_unresolved_lone(std::uint32_t name) const {
  if (parsed_[name].kind != NameKind::kPerson || !parsed_[name].is_weak) return false;
  if (!exists_[name] || split_[name]) return false;
  const auto members = clusters_.members(name);
  return std::all_of(members.begin(), members.end(),
                     [this](std::uint32_t other) { return parsed_[other].is_weak; });
}

// Whose bearers changed is looked at again.
bool Resolution::is_wanted_lone(std::uint32_t name) const {
  if (wanted_[name]) return true;
  bool wanted = false;
  lone_->for_each_bearer(
      name, [&](std::uint32_t bearer) { wanted = wanted || wanted_[bearer]; });
  return wanted;
}

std::vector<Resolution::LoneLink> Resolution::lone_links() const {
  std::vector<LoneLink> links;
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    if (!is_unresolved_lone(name) || !is_wanted_lone(name)) continue;
    const auto choice = lone_->choose(name, clusters_);
    if (choice.name == NameStatistics::kNone) continue;
    // Napoleon is not the rarer Louis Napoleon.
    const bool is_known = is_mononym(names_.text(name));
    if (is_known && choice.articles < names_.articles(name)) continue;
    links.push_back(
        {name, lone_->spokesmen(clusters_, choice.name), choice.least_similarity});
  }
  return links;
}

void Resolution::unite_lone_persons() {
  const auto links = lone_links();
  std::vector<NamePair> pairs;
  for (const LoneLink& link : links) {
    for (const std::uint32_t name : link.spokesmen) pairs.push_back({link.weak, name});
  }
  const Contexts contexts(source_, names_, parsed_, names_of(pairs), {});
  for (const LoneLink& link : links) {
    const auto similar = [&](std::uint32_t name) {
      return contexts.company(link.weak, name).similarity >= link.least_similarity;
    };
    const auto found =
        std::find_if(link.spokesmen.begin(), link.spokesmen.end(), similar);
    if (found != link.spokesmen.end()) unite(link.weak, *found);
  }
  for (const auto& [name, lone] : kept_lone_) unite(name, lone);
}

}  // namespace dateline::entities
