#include "query/hits.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/schema.h"
#include "query/name_counts.h"

namespace dateline {
namespace {

// A hit with what each one has.
Hit listed(Article article) {
  Hit hit;
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.source = std::move(article.source);
  hit.url = std::move(article.url);
  hit.published = std::move(article.published);
  return hit;
}

}  // namespace

std::optional<Xapian::docid> find_document(const Snapshot& snapshot,
                                           std::string_view id) {
  const Xapian::Database& database = snapshot.database();
  const std::string term = schema::id_term(id);
  const auto end = database.postlist_end(term);
  for (auto found = database.postlist_begin(term); found != end; ++found) {
    // Long ids share terms, in theory.
    if (snapshot.heading(*found).id == id) return *found;
  }
  return std::nullopt;
}

Hit make_hit(Snapshot& snapshot, Xapian::docid docid, const SnippetMaker& snippets,
             const HitParts& parts) {
  if (!parts.snippet && !parts.names && !parts.mentioned) {
    return listed(snapshot.heading(docid));
  }
  AnnotatedArticle record = snapshot.article(docid);
  std::string snippet;
  if (parts.snippet) {
    snippet = snippets.make(record, snapshot.analyzer(record.article.language));
  }
  std::vector<NameCount> names;
  if (parts.names) names = entity_names(snapshot, record);
  std::vector<DateRange> mentioned;
  if (parts.mentioned) mentioned = facet_dates(record);
  Hit hit = listed(std::move(record.article));
  hit.snippet = std::move(snippet);
  hit.names = std::move(names);
  hit.mentioned = std::move(mentioned);
  return hit;
}

std::vector<Copy> make_copies(const Snapshot& snapshot,
                              std::span<const Xapian::docid> documents,
                              std::size_t limit) {
  std::vector<Copy> copies;
  for (const Xapian::docid docid : documents.first(std::min(limit, documents.size()))) {
    const Xapian::Document document = snapshot.database().get_document(docid);
    Copy& copy = copies.emplace_back();
    copy.id = snapshot.heading(docid).id;
    copy.source = document.get_value(schema::slot::kSource);
    const auto dates =
        schema::unpack_dates(document.get_value(schema::slot::kPublishedDate));
    if (dates && !dates->empty()) copy.published = dates->front();
  }
  return copies;
}

}  // namespace dateline
