// Indexes as they were written before.

#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>

#include "index/database.h"
#include "index/positions/term_positions.h"
#include "index/schema.h"
#include "tests/index_testing.h"

namespace dateline::testing {

/// Makes of an index one of schema 3, which has positions in Xapian's own table, and
/// lists of terms.
inline void make_schema_3(const std::string& path) {
  const std::string old = path + ".schema-3";
  {
    Xapian::WritableDatabase output = create_segment(old);
    const Xapian::Database chunks = open_segment(path);
    for (const auto& [docid, terms] : terms_by_document(chunks)) {
      const Xapian::Document source = chunks.get_document(docid);
      Xapian::Document document;
      document.set_data(source.get_data());
      for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
        document.add_value(slot, source.get_value(slot));
      }
      for (const auto& [term, wdf] : terms) {
        document.add_term(term, wdf);
        TermPositions positions(chunks, term);
        for (const std::uint32_t position : positions.in(docid)) {
          document.add_posting(term, position, 0);
        }
      }
      output.replace_document(docid, document);
    }
    for (auto key = chunks.metadata_keys_begin(); key != chunks.metadata_keys_end();
         ++key) {
      const bool is_newer =
          (*key).starts_with("P") || *key == schema::metadata::kNoTermlists;
      if (!is_newer) output.set_metadata(*key, chunks.get_metadata(*key));
    }
    output.set_metadata(std::string(schema::metadata::kSchemaVersion), "3");
    output.commit();
  }
  std::filesystem::remove_all(path);
  std::filesystem::rename(old, path);
}

}  // namespace dateline::testing
