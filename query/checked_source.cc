#include "query/checked_source.h"

#include <algorithm>

namespace dateline {

void CheckedSource::init(const Xapian::Database& database) {
  set_maxweight(0);  // Unless open() says otherwise.
  documents_ = database.get_doccount();
  docid_ = 0;
  is_match_ = true;
  open(database);
}

void CheckedSource::skip_to(Xapian::docid docid, double) {
  if (docid > docid_ || !is_match_) find_from(std::max(docid, docid_));
}

bool CheckedSource::check(Xapian::docid docid, double) {
  if (docid > docid_) {
    const bool is_cut = limit_.cut && *limit_.cut;
    docid_ = is_cut ? kEnd : docid;
    is_match_ = is_cut || is_found(docid);
  }
  return is_match_;
}

// Right, whatever the time; but the first that is found when it is over is the last.
bool CheckedSource::is_found(Xapian::docid docid) {
  bool found = false;
  try {
    found = passes(docid);
  } catch (const TimeIsUp&) {
    *limit_.cut = true;
    throw;
  }
  if (limit_.is_over()) *limit_.cut = true;
  return found;
}

void CheckedSource::find_from(Xapian::docid docid) {
  for (docid_ = seek(docid); docid_ != kEnd && !is_found(docid_);) {
    docid_ = limit_.cut && *limit_.cut ? kEnd : seek(docid_ + 1);
  }
  is_match_ = true;
}

}  // namespace dateline
