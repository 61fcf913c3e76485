#include "query/name_resolver.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/count_matches.h"
#include "query/facets.h"

namespace dateline {
namespace {

using entities::EntityTable;

// A word like "john" is in thousands of names: a query asks for the most frequent.
constexpr std::size_t kMaxEntities = 100;

// As many are named in a reading, and of each as many spellings.
constexpr std::size_t kShownEntities = 5;
constexpr std::size_t kShownSpellings = 4;

// One kind's names for a single word, folded: those of articles, and spellings that
// only a correction names.
std::vector<std::string> names_with(Snapshot& snapshot, NameKind kind,
                                    const std::string& word) {
  const auto& database = snapshot.database();
  const auto list = snapshot.cache().names(database, kind);
  const auto unseen = snapshot.cache().unseen(database, kind, *snapshot.entities());
  std::vector<std::string_view> found = list->with_word(word);
  const std::vector<std::string_view> linked = unseen->with_word(word);
  found.insert(found.end(), linked.begin(), linked.end());
  std::vector<std::string> chosen;
  for (const std::string_view name : found) {
    const bool fits =
        kind == NameKind::kPerson ? is_last_word(name, word) : name == word;
    if (fits) chosen.emplace_back(name);
  }
  if (chosen.empty()) chosen.assign(found.begin(), found.end());
  return chosen;
}

// How many articles have `name`.
std::size_t articles_with(const Snapshot& snapshot, NameKind kind,
                          std::string_view name) {
  return snapshot.database().get_termfreq(schema::name_term(kind, name));
}

// The entity of a group: `count` is at least that of its articles.
ResolvedNames::Entity entity_of(const Snapshot& snapshot, const EntityTable& table,
                                std::uint32_t group) {
  ResolvedNames::Entity entity{.kind = table.kind(group)};
  for (const std::string_view name : table.names(group)) {
    const std::size_t count = articles_with(snapshot, entity.kind, name);
    if (count == 0) continue;
    entity.names.emplace_back(name);
    entity.count += count;
  }
  return entity;
}

// The entities that have one of these names of a kind.
void add_entities(const Snapshot& snapshot, NameKind kind,
                  std::span<const std::string> names, ResolvedNames& resolved) {
  const auto table = snapshot.entities();
  std::set<std::uint32_t> groups;
  for (const std::string& name : names) {
    const std::uint32_t group = table->find(kind, name).group;
    if (group == EntityTable::kNoGroup) {
      resolved.entities.push_back({kind, {name}, articles_with(snapshot, kind, name)});
    } else if (groups.insert(group).second) {
      resolved.entities.push_back(entity_of(snapshot, *table, group));
    }
  }
}

void sort(std::vector<ResolvedNames::Entity>& entities) {
  std::sort(entities.begin(), entities.end(), [](const auto& a, const auto& b) {
    return std::tie(b.count, a.kind, a.names) < std::tie(a.count, b.kind, b.names);
  });
}

// An article may have two names of one entity.
void count_exactly(Snapshot& snapshot, ResolvedNames::Entity& entity) {
  if (entity.names.size() < 2) return;
  const std::vector<std::string_view> names(entity.names.begin(), entity.names.end());
  entity.count = count_matches(snapshot, names_query(entity.kind, names));
}

}  // namespace

std::span<const NameKind> name_kinds(Field field) {
  const auto only = [](NameKind kind) {
    return std::span(kNameKinds).subspan(static_cast<std::size_t>(kind), 1);
  };
  switch (field) {
    case Field::kPerson:
      return only(NameKind::kPerson);
    case Field::kOrg:
      return only(NameKind::kOrg);
    case Field::kPlace:
      return only(NameKind::kPlace);
    case Field::kThing:
      return only(NameKind::kThing);
    default:
      return kNameKinds;
  }
}

ResolvedNames resolve_names(Snapshot& snapshot, Field field, const std::string& text) {
  const std::string folded = text::fold(text);
  ResolvedNames resolved;
  if (folded.empty()) return resolved;
  const bool is_word = folded.find(' ') == std::string::npos;
  for (const NameKind kind : name_kinds(field)) {
    const auto names =
        is_word ? names_with(snapshot, kind, folded) : std::vector<std::string>{folded};
    add_entities(snapshot, kind, names, resolved);
  }
  auto& found = resolved.entities;
  std::erase_if(found, [](const auto& entity) { return entity.count == 0; });
  sort(found);
  if (found.size() > kMaxEntities) {
    resolved.left_out = found.size() - kMaxEntities;
    found.resize(kMaxEntities);
  }
  for (ResolvedNames::Entity& entity : found) count_exactly(snapshot, entity);
  sort(found);
  return resolved;
}

bool is_known_name(const Snapshot& snapshot, std::string_view text) {
  return std::any_of(kNameKinds.begin(), kNameKinds.end(), [&](NameKind kind) {
    return snapshot.documents_with(schema::name_term(kind, text)) > 0;
  });
}

std::string describe(Snapshot& snapshot, const ResolvedNames& resolved) {
  std::string text;
  const std::size_t shown = std::min(kShownEntities, resolved.entities.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [kind, names, count] = resolved.entities[i];
    if (i > 0) text += ", ";
    for (std::size_t n = 0; n < std::min(kShownSpellings, names.size()); ++n) {
      if (n > 0) text += " / ";
      text += name_label(snapshot, kind, names[n]);
    }
    if (names.size() > kShownSpellings) text += " / ...";
    text += " (" + std::to_string(count) + ")";
  }
  const std::size_t more = resolved.entities.size() + resolved.left_out - shown;
  if (more > 0) text += " and " + std::to_string(more) + " more";
  return text;
}

}  // namespace dateline
