// Indexes as they were written before.

#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "index/database.h"
#include "index/positions/position_chunk.h"
#include "index/positions/term_positions.h"
#include "index/schema.h"

namespace dateline::testing {

/// Puts the positions of the index at `path` into the table where version 3 had them.
inline void make_version_3(const std::string& path) {
  Xapian::WritableDatabase database = open_to_write(path);
  std::map<Xapian::docid, Xapian::Document> documents;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    documents.emplace(*at, database.get_document(*at));
  }
  for_each_positions(
      database, [&](std::string_view term, const positions::PositionChunk& chunk) {
        for (const std::uint32_t position : chunk.positions()) {
          documents.at(chunk.document()).add_posting(std::string(term), position, 0);
        }
      });
  for (const auto& [docid, document] : documents) {
    database.replace_document(docid, document);
  }
  const std::string prefix(1, positions::kKeyPrefix);
  const std::vector<std::string> keys(database.metadata_keys_begin(prefix),
                                      database.metadata_keys_end(prefix));
  for (const std::string& key : keys) database.set_metadata(key, "");
  database.set_metadata(std::string(schema::metadata::kSchemaVersion), "3");
  database.commit();
}

}  // namespace dateline::testing
