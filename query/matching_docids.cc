#include "query/matching_docids.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "query/runnable_query.h"
#include "query/shard_docid.h"

namespace dateline {
namespace {

std::vector<Xapian::docid> matching_in(const Xapian::Database& shard,
                                       const Xapian::Query& query) {
  Xapian::Enquire enquire(shard);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  DocidCollector collector;
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, shard.get_doccount());
  return std::move(collector.docids);
}

std::vector<Xapian::docid> all_in(const Xapian::Database& shard) {
  std::vector<Xapian::docid> docids(shard.get_doccount());
  if (shard.get_lastdocid() == shard.get_doccount()) {
    std::iota(docids.begin(), docids.end(), 1);
  } else {
    std::copy(shard.postlist_begin(""), shard.postlist_end(""), docids.begin());
  }
  return docids;
}

}  // namespace

// A spy is told the number of a document in its own database only, so that each
// database is asked by itself.
std::vector<Xapian::docid> matching_docids(const Snapshot& snapshot,
                                           const Xapian::Query& query) {
  const auto& shards = snapshot.shards();
  const Xapian::Query runnable_query = runnable(snapshot, query, Scores::kNone);
  std::vector<Xapian::docid> docids;
  const bool is_all = query.get_type() == Xapian::Query::LEAF_MATCH_ALL &&
                      !snapshot.deadline().is_set();
  for (std::size_t n = 0; n < shards.size(); ++n) {
    auto found = is_all ? all_in(shards[n]) : matching_in(shards[n], runnable_query);
    if (shards.size() == 1) return found;
    for (const Xapian::docid d : found) {
      docids.push_back(of_all({n, d}, shards.size()));
    }
  }
  return docids;
}

}  // namespace dateline
