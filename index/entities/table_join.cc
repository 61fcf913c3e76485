#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "index/entities/entity_table.h"

namespace dateline::entities {
namespace {

// Names of several tables, united where any of them or a rule says so.
class Joiner {
 public:
  explicit Joiner(const EntityRules& rules) : rules_(rules) {}

  void add(const EntityTable& table) {
    for (std::uint32_t group = 0; group < table.size(); ++group) {
      std::size_t first = kNone;
      for (const std::string_view name : table.names(group)) {
        if (rules_.is_split(table.kind(group), name)) continue;
        const std::size_t node = node_of({table.kind(group), std::string(name)});
        if (first == kNone) first = node;
        unite(first, node);
      }
    }
    auto hidden = table.hidden();
    std::move(hidden.begin(), hidden.end(), std::back_inserter(hidden_));
  }

  EntityTable finish() {
    for (const auto& [kind, a, b] : rules_.merges()) {
      const std::size_t first = node_of({kind, a});  // Before b: nodes are numbered.
      unite(first, node_of({kind, b}));
    }
    // Nodes are in the order in which tables named them: labels first.
    std::map<std::size_t, EntityGroup> groups;
    for (std::size_t node = 0; node < parents_.size(); ++node) {
      EntityGroup& group = groups[root(node)];
      group.kind = names_[node]->kind;
      group.names.push_back(names_[node]->text);
    }
    std::vector<EntityGroup> all;
    for (auto& [root, group] : groups) {
      // What a rule left of a group may be hidden again.
      if (group.names.size() > 1) all.push_back(std::move(group));
    }
    for (const Name& name : rules_.splits()) all.push_back({name.kind, {name.text}});
    return EntityTable(std::move(all), std::move(hidden_));
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t node_of(Name name) {
    const auto [found, is_new] = nodes_.try_emplace(std::move(name), parents_.size());
    if (is_new) {
      parents_.push_back(parents_.size());
      names_.push_back(&found->first);
    }
    return found->second;
  }

  std::size_t root(std::size_t node) {
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }

  void unite(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

  const EntityRules& rules_;
  std::map<Name, std::size_t> nodes_;
  std::vector<const Name*> names_;  // By node.
  std::vector<std::size_t> parents_;
  std::vector<Name> hidden_;
};

}  // namespace

EntityTable join_tables(std::span<const EntityTable> tables, const EntityRules& rules) {
  if (tables.size() == 1 && rules.empty()) return tables.front();
  Joiner joiner(rules);
  for (const EntityTable& table : tables) joiner.add(table);
  return joiner.finish();
}

}  // namespace dateline::entities
