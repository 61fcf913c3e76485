// An index whose entities are those that a test says.

#pragma once

#include <dateline/index_writer.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "index/entities/entity_table.h"
#include "index/publishing.h"
#include "index/schema.h"

namespace dateline::testing {

/// Pairs of names that are one entity.
using Merges = std::initializer_list<std::pair<Name, std::string_view>>;

/// Merges names of an index by hand, and links none else.
inline void merge_names(const std::string& path, Merges merges) {
  IndexWriter writer(path, {.link_names = false});
  for (const auto& [name, other] : merges) {
    writer.merge_names(name.kind, name.text, other);
  }
  writer.commit();
}

/// Puts a table into an index as if it had been computed.
inline void set_entities(const std::string& path, const entities::EntityTable& table) {
  commit_in_place(path, path + ".aside", {}, [&](Xapian::WritableDatabase& target) {
    target.set_metadata(std::string(schema::metadata::kEntities), table.encode());
  });
}

/// Every name of one entity by its own article: "a1" has the first, and so on.
inline Article article_naming(std::string id, std::initializer_list<Name> names) {
  return {.id = id, .title = "Report " + id, .body = "News.", .names = names};
}

}  // namespace dateline::testing
