#include "index/article_removal.h"

#include "index/database.h"
#include "index/positions/position_changes.h"
#include "index/schema.h"
#include "index/termlists.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Runs `remove` on the database in `folder`, which has lists of these documents.
template <class Remove>
void with_termlists(const std::string& folder, const std::set<Xapian::docid>& documents,
                    Remove remove) {
  with_xapian(folder, [&] {
    const bool has_lists = has_termlists(open_segment(folder));
    if (!has_lists) lend_termlists(folder, documents);
    Xapian::WritableDatabase database = open_segment_to_write(folder);
    remove(database);
    database.commit();
    database.close();
    if (!has_lists) drop_termlists(folder);
  });
}

}  // namespace

std::set<Xapian::docid> documents_of(const Xapian::Database& database,
                                     const std::vector<std::string>& ids) {
  std::set<Xapian::docid> documents;
  for (const std::string& id : ids) {
    const std::string term = schema::id_term(id);
    documents.insert(database.postlist_begin(term), database.postlist_end(term));
  }
  return documents;
}

void remove_documents(const std::string& folder,
                      const std::set<Xapian::docid>& documents) {
  with_termlists(folder, documents, [&](Xapian::WritableDatabase& database) {
    for (const Xapian::docid docid : documents) database.delete_document(docid);
  });
}

void remove_documents_and_positions(const std::string& folder,
                                    const std::set<Xapian::docid>& documents) {
  with_termlists(folder, documents, [&](Xapian::WritableDatabase& database) {
    PositionChanges changes;
    for (const Xapian::docid docid : documents) {
      changes.remove_all(database.get_document(docid));
      database.delete_document(docid);
    }
    changes.apply(database);
  });
}

}  // namespace dateline
