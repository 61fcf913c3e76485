// A filter that is asked of one document after the other.

#pragma once

#include <xapian.h>

#include <limits>
#include <utility>

#include "query/deadline.h"

namespace dateline {

/// The documents that pass a check, which costs much: Xapian is told that it might be
/// all, so that whatever else is asked for is looked at first.
///
/// The clock of its limit is read for each document. When three quarters of the time
/// are over, RunLimit::cut is set, of which the run has to ask before it takes another
/// document: of the one that was asked for the answer is right, all behind it seem not
/// to pass.
class CheckedSource : public Xapian::PostingSource {
 public:
  void init(const Xapian::Database& database) final;

  Xapian::doccount get_termfreq_min() const final { return 0; }
  Xapian::doccount get_termfreq_est() const final { return documents_; }
  Xapian::doccount get_termfreq_max() const final { return documents_; }

  Xapian::docid get_docid() const final { return docid_; }
  bool at_end() const final { return docid_ == kEnd; }

  void next(double) final { find_from(docid_ + 1); }
  void skip_to(Xapian::docid docid, double) final;

  /// May stay where nothing passes, which the matcher is told.
  bool check(Xapian::docid docid, double) final;

 protected:
  /// The end of all documents.
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  explicit CheckedSource(RunLimit limit) : limit_(std::move(limit)) {}

  const RunLimit& limit() const { return limit_; }

 private:
  /// Begins anew, in `database`.
  virtual void open(const Xapian::Database& database) = 0;

  /// The first document from `docid` on that may pass; kEnd: none.
  virtual Xapian::docid seek(Xapian::docid docid) = 0;

  /// Whether `docid` passes. Documents are asked for in rising order.
  virtual bool passes(Xapian::docid docid) = 0;

  bool is_found(Xapian::docid docid);
  void find_from(Xapian::docid docid);

  RunLimit limit_;
  Xapian::doccount documents_ = 0;
  Xapian::docid docid_ = 0;
  bool is_match_ = true;  // Whether docid_ is known to pass, or is the end.
};

}  // namespace dateline
