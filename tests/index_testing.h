// What tests of an index need: articles in one line, and an index read back as values.

#pragma once

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/database.h"
#include "index/positions/term_positions.h"
#include "index/schema.h"
#include "index/stored_article.h"
#include "index/termlists.h"

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

/// The terms of every document with their wdf, rising, by its number: by the postings,
/// since an index has no lists of them.
inline std::map<Xapian::docid, std::vector<std::pair<std::string, Xapian::termcount>>>
terms_by_document(const Xapian::Database& database) {
  std::map<Xapian::docid, std::vector<std::pair<std::string, Xapian::termcount>>> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const auto end = database.postlist_end(*term);
    for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
      terms[*posting].emplace_back(*term, posting.get_wdf());
    }
  }
  return terms;
}

/// Every document as one string: data, terms, counts, positions, slots.
inline std::vector<std::string> documents_of(const Xapian::Database& database) {
  const auto terms = terms_by_document(database);
  std::vector<std::string> documents;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    std::string all = std::to_string(*posting) + '|' + document.get_data();
    const auto of_document = terms.find(*posting);
    if (of_document == terms.end()) FAIL("a document without terms");
    for (const auto& [term, wdf] : of_document->second) {
      all += '|' + term + '*' + std::to_string(wdf);
      TermPositions positions(database, term);
      for (const std::uint32_t position : positions.in(*posting)) {
        all += '@' + std::to_string(position);
      }
    }
    for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
      const std::string value = document.get_value(slot);
      if (!value.empty()) all += '|' + std::to_string(slot) + '=' + value;
    }
    documents.push_back(std::move(all));
  }
  return documents;
}

/// Changes an index behind the back of its articles; `change` finds lists of the terms
/// of `documents`. The revision that the database has then.
inline std::uint32_t change_documents(
    const std::string& path, const std::set<Xapian::docid>& documents,
    const std::function<void(Xapian::WritableDatabase&)>& change) {
  lend_termlists(path, documents);
  Xapian::WritableDatabase database = open_segment_to_write(path);
  change(database);
  database.commit();
  const auto revision = static_cast<std::uint32_t>(database.get_revision());
  database.close();
  drop_termlists(path);
  return revision;
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
