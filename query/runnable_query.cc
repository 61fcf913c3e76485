#include "query/runnable_query.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

using Xapian::Query;

// The documents with a term, one by one. What it gives has no weight.
class TermSource : public Xapian::PostingSource {
 public:
  explicit TermSource(std::string term) : term_(std::move(term)) {}

  void init(const Xapian::Database& database) override {
    set_maxweight(0);
    documents_ = database.get_termfreq(term_);
    at_ = database.postlist_begin(term_);
    end_ = database.postlist_end(term_);
    is_begun_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  Xapian::docid get_docid() const override { return *at_; }
  bool at_end() const override { return at_ == end_; }

  void next(double) override {
    if (is_begun_) ++at_;
    is_begun_ = true;
  }

  void skip_to(Xapian::docid docid, double) override {
    at_.skip_to(docid);
    is_begun_ = true;
  }

  TermSource* clone() const override { return new TermSource(term_); }
  std::string get_description() const override { return term_; }

 private:
  std::string term_;
  Xapian::doccount documents_ = 0;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  bool is_begun_ = false;  // Before the first next() it stands nowhere.
};

// Every document, until the time is over.
class TimedSource : public Xapian::PostingSource {
 public:
  explicit TimedSource(RunLimit limit) : limit_(std::move(limit)) {}

  void init(const Xapian::Database& database) override {
    set_maxweight(0);
    documents_ = database.get_doccount();
    last_ = database.get_lastdocid();
    docid_ = 0;
    seen_ = 0;
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  Xapian::docid get_docid() const override { return docid_; }
  bool at_end() const override { return docid_ > last_; }

  void next(double) override { move_to(docid_ + 1); }
  void skip_to(Xapian::docid docid, double) override {
    if (docid > docid_) move_to(docid);
  }

  TimedSource* clone() const override { return new TimedSource(limit_); }
  std::string get_description() const override { return "in time"; }

 private:
  // The clock is read for the first document, and then for one in so many. What takes
  // long within a document reads it itself, and cuts the run.
  static constexpr unsigned kDocumentsAtOnce = 64;

  void move_to(Xapian::docid docid) {
    docid_ = docid;
    const bool reads_clock = seen_++ % kDocumentsAtOnce == 0;
    if (!*limit_.cut && !(reads_clock && limit_.is_over())) return;
    *limit_.cut = true;
    docid_ = std::numeric_limits<Xapian::docid>::max();
  }

  RunLimit limit_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid docid_ = 0;
  unsigned seen_ = 0;
};

// Where the numbers of documents have no gaps, the list of all of them is not read.
bool has_gaps(const Xapian::Database& database) {
  return database.get_lastdocid() != database.get_doccount();
}

bool is_scaled_by(const Query& query, const std::string& factor) {
  return query.get_description().starts_with("Query(" + factor + " * ");
}

class Rewriter {
 public:
  explicit Rewriter(std::vector<Xapian::Database> shards)
      : shards_(std::move(shards)) {}

  Query weighted(const Query& query) const {
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_OR: {
        std::vector<Query> parts;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
          parts.push_back(weighted(query.get_subquery(i)));
        }
        return {query.get_type(), parts.begin(), parts.end()};
      }
      case Query::OP_AND_NOT:
      case Query::OP_FILTER:
        return with_first(query, weighted(query.get_subquery(0)));
      case Query::OP_AND_MAYBE:
        return {Query::OP_AND_MAYBE, weighted(query.get_subquery(0)),
                weighted(query.get_subquery(1))};
      case Query::OP_SCALE_WEIGHT:
        // The factor cannot be asked for; but 0 and 1 can be told.
        if (is_scaled_by(query, "0")) {
          return {Query::OP_SCALE_WEIGHT, unweighted(query.get_subquery(0)), 0.0};
        }
        if (is_scaled_by(query, "1")) {
          return {Query::OP_SCALE_WEIGHT, weighted(query.get_subquery(0)), 1.0};
        }
        return query;
      default:
        return query;  // What counts has weight: it is read by itself.
    }
  }

  // The same documents, whatever their scores.
  Query unweighted(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return term(query);
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
        return unweighted(query.get_subquery(0));
      case Query::OP_AND:
        return combined(query.get_type(), query);
      case Query::OP_OR:
      case Query::OP_SYNONYM:
        return combined(Query::OP_OR, query);
      case Query::OP_AND_NOT:
      case Query::OP_FILTER:
        return with_first(query, unweighted(query.get_subquery(0)));
      default:
        return query;  // Sources and ranges read no list of documents.
    }
  }

 private:
  Query combined(Query::op by, const Query& query) const {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      parts.push_back(unweighted(query.get_subquery(i)));
    }
    return {by, parts.begin(), parts.end()};
  }

  // What only chooses has no weight.
  Query with_first(const Query& query, const Query& first) const {
    Query result = first;
    for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
      result = Query(query.get_type(), result, unweighted(query.get_subquery(i)));
    }
    return result;
  }

  Query term(const Query& query) const {
    const std::string name = *query.get_terms_begin();
    const bool is_in_all =
        std::any_of(shards_.begin(), shards_.end(), [&](const auto& shard) {
          return shard.get_termfreq(name) == shard.get_doccount();
        });
    return is_in_all ? Query((new TermSource(name))->release()) : query;
  }

  std::vector<Xapian::Database> shards_;  // Those with gaps.
};

Query without_full_terms(const Snapshot& snapshot, const Query& query, Scores scores) {
  std::vector<Xapian::Database> gappy;
  for (const Xapian::Database& shard : snapshot.shards()) {
    if (has_gaps(shard) && shard.get_doccount() > 0) gappy.push_back(shard);
  }
  if (gappy.empty()) return query;
  const Rewriter rewriter(std::move(gappy));
  return scores == Scores::kNone ? rewriter.unweighted(query)
                                 : rewriter.weighted(query);
}

}  // namespace

Xapian::Query runnable(const Snapshot& snapshot, const Xapian::Query& query,
                       Scores scores) {
  const Xapian::Query full = without_full_terms(snapshot, query, scores);
  if (!snapshot.deadline().is_set()) return full;
  auto* source = new TimedSource(snapshot.run_limit());
  return {Xapian::Query::OP_FILTER, full, Xapian::Query(source->release())};
}

}  // namespace dateline
