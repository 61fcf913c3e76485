#include "query/matching_docids.h"

#include "query/runnable_query.h"

namespace dateline {

// A spy is told the number of a document in its own database only, so that each
// database is asked by itself.
std::vector<Xapian::docid> matching_docids(const Snapshot& snapshot,
                                           const Xapian::Query& query) {
  const auto& shards = snapshot.shards();
  const Xapian::Query runnable_query = runnable(snapshot, query, Scores::kNone);
  std::vector<Xapian::docid> docids;
  for (std::size_t n = 0; n < shards.size(); ++n) {
    Xapian::Enquire enquire(shards[n]);
    enquire.set_query(runnable_query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    DocidCollector collector;
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 0, shards[n].get_doccount());
    for (const Xapian::docid d : collector.docids) {
      docids.push_back(static_cast<Xapian::docid>((d - 1) * shards.size() + n + 1));
    }
  }
  return docids;
}

}  // namespace dateline
