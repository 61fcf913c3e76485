#include "index/name_linking.h"

#include <dateline/error.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/index_names.h"
#include "index/entities/resolver.h"
#include "index/schema.h"

namespace dateline {
namespace {

using entities::EntityRules;
using entities::EntityTable;

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

void set_metadata(Xapian::WritableDatabase& database, std::string_view key,
                  const std::string& value) {
  if (metadata(database, key) == value) return;
  database.set_metadata(std::string(key), value);
}

// Computed tables say by which resolver, so that what another one made is not built
// upon. To be raised with every change of what entities::resolve() decides.
constexpr std::string_view kResolver = "2";

// The table as the last commit left it; nullopt where it cannot be read.
std::optional<EntityTable> table_before(const Xapian::Database& database) {
  try {
    return read_entities(database);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// The corrections as the last commit left them; none where they cannot be read.
EntityRules rules_before(const Xapian::Database& database) {
  try {
    return read_entity_rules(database);
  } catch (const Error&) {
    return {};
  }
}

// The names that corrections are about, of those that only one of the two has.
void append_changes(const EntityRules& before, const EntityRules& after,
                    std::vector<Name>& names) {
  std::vector<EntityRules::Merge> merges;
  std::set_symmetric_difference(before.merges().begin(), before.merges().end(),
                                after.merges().begin(), after.merges().end(),
                                std::back_inserter(merges));
  for (const auto& [kind, a, b] : merges) {
    names.push_back({kind, a});
    names.push_back({kind, b});
  }
  std::set_symmetric_difference(before.splits().begin(), before.splits().end(),
                                after.splits().begin(), after.splits().end(),
                                std::back_inserter(names));
}

EntityTable computed(const Xapian::Database& database, const NameLinking& linking) {
  const auto before = table_before(database);
  const bool same_resolver =
      metadata(database, schema::metadata::kEntityResolver) == kResolver;
  if (linking.anew || !before || !same_resolver || !linking.changed) {
    return resolve_all_names(database, linking);
  }
  std::vector<Name> changed = *linking.changed;
  append_changes(rules_before(database), linking.rules, changed);
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  if (changed.empty()) return *before;  // Articles without names.
  return entities::resolve_changed(entities::IndexNames(database), linking.rules,
                                   *before, changed);
}

void write_entities(Xapian::WritableDatabase& database, const EntityTable& table,
                    const EntityRules& rules, std::string_view resolver) {
  set_metadata(database, schema::metadata::kEntities, table.encode());
  set_metadata(database, schema::metadata::kEntityRules, rules.encode());
  set_metadata(database, schema::metadata::kEntityResolver, std::string(resolver));
}

}  // namespace

EntityTable read_entities(const Xapian::Database& database) {
  return EntityTable::decode(metadata(database, schema::metadata::kEntities));
}

EntityRules read_entity_rules(const Xapian::Database& database) {
  return EntityRules::decode(metadata(database, schema::metadata::kEntityRules));
}

EntityRules read_entity_rules(std::span<const Xapian::Database> shards) {
  EntityRules rules;
  for (const Xapian::Database& shard : shards) rules.add(read_entity_rules(shard));
  return rules;
}

EntityTable read_entities(std::span<const Xapian::Database> shards) {
  // A single database has applied its corrections to its table already.
  if (shards.size() == 1) return read_entities(shards.front());
  std::vector<EntityTable> tables;
  for (const Xapian::Database& shard : shards) tables.push_back(read_entities(shard));
  return entities::join_tables(tables, read_entity_rules(shards));
}

void update_entities(Xapian::WritableDatabase& database, const NameLinking& linking) {
  if (linking.compute) {
    write_resolved(database, computed(database, linking), linking);
  } else {
    const EntityTable before = table_before(database).value_or(EntityTable());
    write_entities(database,
                   entities::join_tables(std::span(&before, 1), linking.rules),
                   linking.rules, "");
  }
}

EntityTable resolve_all_names(const Xapian::Database& database,
                              const NameLinking& linking) {
  return entities::resolve(entities::IndexNames(database), linking.rules);
}

void write_resolved(Xapian::WritableDatabase& database, const EntityTable& table,
                    const NameLinking& linking) {
  write_entities(database, table, linking.rules, kResolver);
}

void append_names(const Xapian::Document& document, std::vector<Name>& names) {
  for (const NameKind kind : kNameKinds) {
    const std::string prefix = schema::name_term(kind, "");
    auto term = document.termlist_begin();
    for (term.skip_to(prefix); term != document.termlist_end(); ++term) {
      const std::string text = *term;
      if (!text.starts_with(prefix)) break;
      names.push_back({kind, text.substr(prefix.size())});
    }
  }
}

void append_names(const Xapian::Database& database, std::vector<Name>& names) {
  for (const NameKind kind : kNameKinds) {
    const std::string prefix = schema::name_term(kind, "");
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
      names.push_back({kind, (*term).substr(prefix.size())});
    }
  }
}

}  // namespace dateline
