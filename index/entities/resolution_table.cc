// What a resolution comes to: groups, their labels, and names that are no facet.

#include <algorithm>
#include <map>
#include <tuple>

#include "index/entities/alias_table.h"
#include "index/entities/name_words.h"
#include "index/entities/resolution.h"

namespace dateline::entities {

EntityTable Resolution::table() const {
  std::vector<EntityGroup> groups;
  std::vector<Name> hidden;
  std::vector<std::uint32_t> members;
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    if (is_hidden(name)) hidden.push_back(names_.name(name));
    if (clusters_.find(name) != name || clusters_.is_alone(name)) continue;
    members.clear();
    for (const std::uint32_t member : clusters_.members(name)) {
      if (exists_[member]) members.push_back(member);
    }
    if (!members.empty()) groups.push_back(group_of(members));
  }
  return EntityTable(std::move(groups), std::move(hidden));
}

// Nobody that could be told, and not known by this name alone either.
bool Resolution::is_hidden(std::uint32_t name) const {
  const ParsedName& parsed = parsed_[name];
  return parsed.kind == NameKind::kPerson && parsed.is_weak && parsed.word_count <= 1 &&
         exists_[name] && !split_[name] && !linked_[name] && clusters_.is_alone(name) &&
         parsed.alias == 0 && !is_mononym(names_.text(name));
}

// A full name, or one without a legal form and longer than its initials.
bool Resolution::is_well_formed(std::uint32_t name) const {
  const ParsedName& parsed = parsed_[name];
  if (parsed.word_count == 0 || parsed.legal_form != 0) return false;
  if (parsed.kind != NameKind::kPerson) return true;
  return !parsed.is_weak && !parser_.word(parsed, 0).is_initial;
}

EntityGroup Resolution::group_of(std::span<const std::uint32_t> members) const {
  const AliasTable& aliases = AliasTable::instance();
  const auto rank = [&](std::uint32_t name) {
    const std::uint32_t alias = parsed_[name].alias;
    const bool is_canonical =
        alias != 0 && aliases.canonical(alias) == names_.text(name);
    return std::tuple(!is_canonical, !is_well_formed(name),
                      ~std::uint64_t{names_.articles(name)}, name);
  };
  const std::uint32_t label = *std::min_element(
      members.begin(), members.end(),
      [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  EntityGroup group{names_.kind(label), {std::string(names_.text(label))}};
  for (const std::uint32_t name : members) {
    if (name != label) group.names.emplace_back(names_.text(name));
  }
  return group;
}

}  // namespace dateline::entities
