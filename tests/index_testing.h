// What tests of an index need: articles in one line, and an index read back as values.

#pragma once

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/database.h"
#include "index/manifest.h"
#include "index/positions/term_positions.h"
#include "index/schema.h"
#include "index/stored_article.h"

namespace dateline::testing {

inline Article article(const std::string& id, const std::string& body = "Some words.") {
  return {.id = id, .title = "Title of " + id, .body = body};
}

template <class Action>
std::optional<Error> error_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

/// Every document as one string: data, terms, counts, positions, slots.
inline std::vector<std::string> documents_of(const Xapian::Database& database) {
  std::vector<std::string> documents;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    std::string all = std::to_string(*posting) + '|' + document.get_data();
    for (auto term = document.termlist_begin(); term != document.termlist_end();
         ++term) {
      all += '|' + *term + '*' + std::to_string(term.get_wdf());
      TermPositions positions(database, *term);
      for (const std::uint32_t position : positions.in(*posting)) {
        all += '@' + std::to_string(position);
      }
    }
    for (auto value = document.values_begin(); value != document.values_end();
         ++value) {
      all += '|' + std::to_string(value.get_valueno()) + '=' + *value;
    }
    documents.push_back(std::move(all));
  }
  return documents;
}

/// The body of every article by its id.
inline std::map<std::string, std::string> bodies_of(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  std::map<std::string, std::string> bodies;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Article stored =
        stored_article(database, RecordDictionaries(database), *posting).article;
    CHECK(bodies.emplace(stored.id, stored.body).second);
    CHECK(database.get_termfreq(schema::id_term(stored.id)) == 1);
  }
  return bodies;
}

inline std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

/// Makes of an index one of schema 3, which has positions in Xapian's own table.
inline void make_schema_3(const std::string& path) {
  Xapian::WritableDatabase database = open_segment_to_write(path);
  const Xapian::Database chunks = open_segment(path);
  for (auto posting = chunks.postlist_begin(""); posting != chunks.postlist_end("");
       ++posting) {
    Xapian::Document document = chunks.get_document(*posting);
    std::vector<std::string> terms(document.termlist_begin(), document.termlist_end());
    for (const std::string& term : terms) {
      TermPositions positions(chunks, term);
      for (const std::uint32_t position : positions.in(*posting)) {
        document.add_posting(term, position, 0);
      }
    }
    database.replace_document(*posting, document);
  }
  for (auto key = chunks.metadata_keys_begin("P"); key != chunks.metadata_keys_end("P");
       ++key) {
    database.set_metadata(*key, "");
  }
  database.set_metadata(std::string(schema::metadata::kSchemaVersion), "3");
  database.commit();
  database.close();
  std::filesystem::remove(path + "/" + std::string(kManifestFile));
}

inline void build(const std::string& path, const std::vector<Article>& articles,
                  IndexWriterOptions options = {}) {
  IndexWriter writer(path, options);
  for (const Article& one : articles) writer.add(one);
  writer.commit();
}

/// Segment sizes that put each article into a segment of its own, several into one, and
/// all into one.
inline constexpr std::size_t kSegmentBytes[] = {1, 60, std::size_t{4} << 20};

}  // namespace dateline::testing
