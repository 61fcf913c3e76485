#include "index/name_linking.h"

#include <dateline/error.h>

#include <span>
#include <string>
#include <string_view>

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

// The table as the last commit left it; an empty one where it cannot be read.
EntityTable table_before(const Xapian::Database& database) {
  try {
    return read_entities(database);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

EntityTable read_entities(const Xapian::Database& database) {
  return EntityTable::decode(metadata(database, schema::metadata::kEntities));
}

EntityRules read_entity_rules(const Xapian::Database& database) {
  return EntityRules::decode(metadata(database, schema::metadata::kEntityRules));
}

void update_entities(Xapian::WritableDatabase& database, const NameLinking& linking) {
  const EntityTable before = table_before(database);
  const EntityTable table = entities::join_tables(std::span(&before, 1), linking.rules);
  set_metadata(database, schema::metadata::kEntities, table.encode());
  set_metadata(database, schema::metadata::kEntityRules, linking.rules.encode());
}

}  // namespace dateline
