// All documents that match a query, unranked.

#pragma once

#include <xapian.h>

#include <vector>

#include "query/snapshot.h"

namespace dateline {

/// Takes the number of each document that a search of one database looks at.
class DocidCollector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    docids.push_back(document.get_docid());
  }

  std::vector<Xapian::docid> docids;
};

/// Each once; of one database in rising order. Four bytes for each.
std::vector<Xapian::docid> matching_docids(const Snapshot& snapshot,
                                           const Xapian::Query& query);

}  // namespace dateline
