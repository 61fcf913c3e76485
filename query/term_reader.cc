#include "query/term_reader.h"

#include <cstddef>

namespace dateline {

Xapian::docid TermReader::skip_to(Xapian::docid docid) {
  if (docid_ >= docid) return docid_;
  if (docid_ == 0) {
    at_ = database_.postlist_begin(term_);
    end_ = database_.postlist_end(term_);
  }
  if (at_ != end_) at_.skip_to(docid);
  return docid_ = at_ == end_ ? kEnd : *at_;
}

Places TermReader::places(Xapian::docid docid) {
  if (!positions_) positions_.emplace(database_, term_);
  return positions_->in(docid);
}

Xapian::docid skip_to_all(std::span<TermReader> terms, Xapian::docid docid) {
  for (std::size_t agreed = 0, i = 0; agreed < terms.size();) {
    const Xapian::docid next = terms[i].skip_to(docid);
    if (next == TermReader::kEnd) return next;
    agreed = next == docid ? agreed + 1 : 1;
    docid = next;
    i = (i + 1) % terms.size();
  }
  return docid;
}

}  // namespace dateline
