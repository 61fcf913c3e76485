#include "query/name_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/count_matches.h"
#include "query/facets.h"

namespace dateline {
namespace {

using entities::EntityTable;

constexpr std::uint32_t kHidden = FacetColumn::kHidden;

// The members of a group in a column.
auto members_of(const FacetColumn& column, std::uint32_t group) {
  const auto& members = column.members;
  const auto begin =
      std::lower_bound(members.begin(), members.end(), std::pair(group, 0U));
  auto end = begin;
  while (end != members.end() && end->first == group) ++end;
  return std::span(begin, end);
}

}  // namespace

NameCounts::NameCounts(const ColumnView& view) : column_(view.column) {
  counts_.assign(column_->distinct(), 0);
  group_counts_.assign(column_->entities->size(), 0);
  // A document counts once for a name or group that it has twice: `seen` is its mark.
  std::vector<std::uint32_t> seen(counts_.size(), 0);
  std::vector<std::uint32_t> group_seen(group_counts_.size(), 0);
  std::uint32_t mark = 0;
  for (const std::uint32_t row : view.rows) {
    ++mark;
    for (const std::uint32_t name : column_->row(row)) {
      if (seen[name] == mark) continue;
      seen[name] = mark;
      ++counts_[name];
      const std::uint32_t group = column_->groups[name];
      if (group >= kHidden || group_seen[group] == mark) continue;
      group_seen[group] = mark;
      ++group_counts_[group];
    }
  }
}

std::vector<NameCounts::Entity> NameCounts::entities(NameKind kind, bool hidden) const {
  const auto k = static_cast<std::size_t>(kind);
  std::vector<Entity> found;
  for (std::uint32_t name = column_->first_name[k]; name < column_->first_name[k + 1];
       ++name) {
    const std::uint32_t group = column_->groups[name];
    if (counts_[name] == 0 || group < kHidden || (group == kHidden && !hidden)) {
      continue;
    }
    found.push_back(
        {.count = counts_[name], .group = group, .name = name, .label = name_at(name)});
  }
  const EntityTable& table = *column_->entities;
  for (std::uint32_t group = 0; group < group_counts_.size(); ++group) {
    if (group_counts_[group] == 0 || table.kind(group) != kind) continue;
    found.push_back({.count = group_counts_[group],
                     .group = group,
                     .label = table.label(group),
                     .spellings = members_of(*column_, group).size()});
  }
  return found;
}

std::string_view NameCounts::name_at(std::uint32_t number) const {
  return column_->name(number);
}

std::vector<std::string_view> NameCounts::names(const Entity& entity) const {
  if (entity.group >= kHidden) return {name_at(entity.name)};
  std::vector<std::string_view> names;
  for (const auto& [group, number] : members_of(*column_, entity.group)) {
    names.push_back(name_at(number));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t NameCounts::in_index(Snapshot& snapshot, NameKind kind,
                                 const Entity& entity) const {
  const Xapian::Database& database = snapshot.database();
  if (entity.group >= kHidden) {
    return database.get_termfreq(schema::name_term(kind, name_at(entity.name)));
  }
  const EntityTable& table = *column_->entities;
  return snapshot.cache().count(
      schema::name_term(kind, table.label(entity.group)), [&] {
        return count_matches(snapshot, names_query(kind, table.names(entity.group)));
      });
}

FacetValue NameCounts::value(Snapshot& snapshot, NameKind kind,
                             const Entity& entity) const {
  FacetValue value;
  value.count = entity.count;
  if (entity.group >= kHidden) {
    value.value = name_label(snapshot, kind, name_at(entity.name));
    value.spellings.emplace(value.value, entity.count);
    return value;
  }
  value.value = group_label(snapshot, entity.group);
  for (const auto& [group, number] : members_of(*column_, entity.group)) {
    if (counts_[number] == 0) continue;
    value.spellings[name_label(snapshot, kind, name_at(number))] += counts_[number];
  }
  return value;
}

std::string group_label(Snapshot& snapshot, std::uint32_t group) {
  return snapshot.cache().group_label(group, [&] {
    const auto table = snapshot.entities();
    const NameKind kind = table->kind(group);
    std::string_view chosen = table->label(group);
    Xapian::doccount most = 0;
    for (const std::string_view name : table->names(group)) {
      const Xapian::doccount articles =
          snapshot.database().get_termfreq(schema::name_term(kind, name));
      if (articles > most) {
        most = articles;
        chosen = name;
      }
      if (articles > 0 && name == table->label(group)) break;
    }
    return name_label(snapshot, kind, chosen);
  });
}

std::vector<NameCount> entity_names(Snapshot& snapshot,
                                    const AnnotatedArticle& article) {
  const auto table = snapshot.entities();
  std::vector<NameCount> names;
  std::map<std::uint32_t, std::size_t> places;  // By group: where in `names`.
  for (NameCount& found : facet_names(article)) {
    const auto entry = table->find(found.name.kind, text::fold(found.name.text));
    if (entry.hidden) continue;
    if (entry.group == EntityTable::kNoGroup) {
      names.push_back(std::move(found));
      continue;
    }
    const auto [place, is_first] = places.try_emplace(entry.group, names.size());
    if (is_first) {
      names.push_back({{found.name.kind, group_label(snapshot, entry.group)}, 0});
    }
    names[place->second].mentions += found.mentions;
  }
  return names;
}

}  // namespace dateline
