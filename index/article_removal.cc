#include "index/article_removal.h"

#include "index/positions/position_changes.h"
#include "index/schema.h"

namespace dateline {
namespace {

std::set<Xapian::docid> documents_of(const Xapian::Database& database,
                                     const std::vector<std::string>& ids) {
  std::set<Xapian::docid> documents;
  for (const std::string& id : ids) {
    const std::string term = schema::id_term(id);
    documents.insert(database.postlist_begin(term), database.postlist_end(term));
  }
  return documents;
}

}  // namespace

std::set<Xapian::docid> remove_articles(Xapian::WritableDatabase& database,
                                        const std::vector<std::string>& ids) {
  std::set<Xapian::docid> documents = documents_of(database, ids);
  for (const Xapian::docid docid : documents) database.delete_document(docid);
  return documents;
}

void remove_articles_and_positions(Xapian::WritableDatabase& database,
                                   const std::vector<std::string>& ids) {
  PositionChanges changes;
  for (const Xapian::docid docid : documents_of(database, ids)) {
    changes.remove_all(database.get_document(docid));
    database.delete_document(docid);
  }
  changes.apply(database);
}

}  // namespace dateline
