#include "query/scored_postings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "query/synonym_count.h"

namespace dateline {
namespace {

constexpr std::size_t kPostingsPerLook = 1024;  // At the clock.

constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

// The postings of terms that count as one, each with its weight.
class TermWeights {
 public:
  TermWeights(const Xapian::Database& database, const std::vector<std::string>& terms,
              double factor, const DocumentLengths& lengths)
      : lengths_(lengths),
        bm25_(Bm25Parameters{}, database.get_doccount(), database.get_avlength(),
              synonym_count(database, terms), factor) {
    for (const std::string& term : terms) {
      lists_.push_back({database.postlist_begin(term), database.postlist_end(term)});
      postings_ += database.get_termfreq(term);
    }
    find_docid();
  }

  std::size_t most_documents() const { return postings_; }
  Xapian::docid docid() const { return docid_; }

  void next() {
    for (List& list : lists_) {
      if (list.docid() == docid_) ++list.at;
    }
    find_docid();
  }

  // No document has more occurrences than words, for Xapian.
  std::uint32_t weight() const {
    const Xapian::termcount length = docid_ < lengths_.size() ? lengths_[docid_] : 0;
    Xapian::termcount occurrences = 0;
    for (const List& list : lists_) {
      if (list.docid() == docid_) occurrences += list.at.get_wdf();
    }
    if (lists_.size() > 1) occurrences = std::min(occurrences, length);
    return static_cast<std::uint32_t>(to_steps(bm25_.weight(occurrences, length)));
  }

  // Of the postings up to `docid`; 0 if it has none. To be asked in rising order.
  std::uint32_t weight_in(Xapian::docid docid) {
    pass(docid);
    if (docid_ != docid) return 0;
    met_ = docid;
    return weight();
  }

  // Whether each document that has one of the terms was asked for; goes to the end.
  bool met_all() {
    if (!missed_) pass(kEnd);
    return !missed_;
  }

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;

    Xapian::docid docid() const { return at == end ? kEnd : *at; }
  };

  void pass(Xapian::docid docid) {
    for (; docid_ < docid; next()) missed_ = missed_ || docid_ != met_;
  }

  void find_docid() {
    docid_ = kEnd;
    for (const List& list : lists_) docid_ = std::min(docid_, list.docid());
  }

  const DocumentLengths& lengths_;
  Bm25 bm25_;
  std::vector<List> lists_;
  std::size_t postings_ = 0;
  Xapian::docid docid_ = kEnd;
  Xapian::docid met_ = 0;
  bool missed_ = false;
};

void find_most(ScoredPostings& postings) {
  const auto& scores = postings.scores;
  for (std::size_t i = 0; i < scores.size(); i += ScoredPostings::kBlock) {
    const auto end = std::min(i + ScoredPostings::kBlock, scores.size());
    postings.block_most.push_back(
        *std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(i),
                          scores.begin() + static_cast<std::ptrdiff_t>(end)));
    postings.most = std::max(postings.most, postings.block_most.back());
  }
}

}  // namespace

DocumentLengths read_lengths(const Xapian::Database& database,
                             const Deadline& deadline) {
  DocumentLengths lengths(std::size_t{database.get_lastdocid()} + 1);
  std::size_t seen = 0;
  const auto end = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != end; ++at) {
    if (*at < lengths.size()) lengths[*at] = at.get_doclength();
    if (++seen % kPostingsPerLook == 0) deadline.check();
  }
  return lengths;
}

void require_rising(std::span<const Xapian::docid> docids, Xapian::docid last) {
  Xapian::docid before = 0;
  for (const Xapian::docid docid : docids) {
    if (docid <= before || docid > last) {
      throw Xapian::DatabaseCorruptError("The documents of a term are out of order");
    }
    before = docid;
  }
}

std::size_t ScoredPostings::bytes() const {
  return docids.size() * (sizeof docids[0] + sizeof scores[0]) +
         block_most.size() * sizeof block_most[0];
}

ScoredPostings read_postings(const Xapian::Database& database, const RankedWord& word,
                             const DocumentLengths& lengths, const Deadline& deadline) {
  ScoredPostings postings;
  TermWeights main(database, word.terms, 1, lengths);
  std::vector<TermWeights> bonuses;
  for (const TermBonus& bonus : word.bonuses) {
    bonuses.emplace_back(database, bonus.terms, bonus.factor, lengths);
  }
  postings.docids.reserve(main.most_documents());
  postings.scores.reserve(main.most_documents());
  for (; main.docid() != kEnd; main.next()) {
    std::uint32_t score = main.weight();
    for (TermWeights& bonus : bonuses) score += bonus.weight_in(main.docid());
    postings.docids.push_back(main.docid());
    postings.scores.push_back(score);
    if (postings.docids.size() % kPostingsPerLook == 0) deadline.check();
  }
  postings.docids.shrink_to_fit();  // Terms that count as one may share documents.
  postings.scores.shrink_to_fit();
  require_rising(postings.docids, database.get_lastdocid());
  postings.has_all_bonuses =
      std::all_of(bonuses.begin(), bonuses.end(),
                  [](TermWeights& bonus) { return bonus.met_all(); });
  find_most(postings);
  return postings;
}

}  // namespace dateline
