#include "query/scored_postings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "query/ranking.h"

namespace dateline {
namespace {

constexpr std::size_t kPostingsPerLook = 1024;  // At the clock.

constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

// The postings of one term, each with its weight.
class TermWeights {
 public:
  TermWeights(const Xapian::Database& database, const std::string& term, double factor,
              const DocumentLengths& lengths)
      : lengths_(lengths),
        documents_(database.get_termfreq(term)),
        bm25_(Bm25Parameters{}, database.get_doccount(), database.get_avlength(),
              documents_, factor),
        at_(database.postlist_begin(term)),
        end_(database.postlist_end(term)) {}

  Xapian::doccount documents() const { return documents_; }
  Xapian::docid docid() const { return at_ == end_ ? kEnd : *at_; }
  void next() { ++at_; }

  std::uint32_t weight() const {
    const Xapian::docid d = *at_;
    const double length = d < lengths_.size() ? lengths_[d] : 0;
    return static_cast<std::uint32_t>(to_steps(bm25_.weight(at_.get_wdf(), length)));
  }

  // Of the postings up to `docid`; 0 if it has none. To be asked in rising order.
  std::uint32_t weight_in(Xapian::docid docid) {
    while (this->docid() < docid) next();
    if (this->docid() != docid) return 0;
    ++met_;
    return weight();
  }

  bool met_all() const { return met_ == documents_; }

 private:
  const DocumentLengths& lengths_;
  Xapian::doccount documents_;
  Xapian::doccount met_ = 0;
  Bm25 bm25_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
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
  TermWeights main(database, word.term, 1, lengths);
  std::vector<TermWeights> bonuses;
  for (const TermBonus& bonus : word.bonuses) {
    bonuses.emplace_back(database, bonus.term, bonus.factor, lengths);
  }
  postings.docids.reserve(main.documents());
  postings.scores.reserve(main.documents());
  for (; main.docid() != kEnd; main.next()) {
    std::uint32_t score = main.weight();
    for (TermWeights& bonus : bonuses) score += bonus.weight_in(main.docid());
    postings.docids.push_back(main.docid());
    postings.scores.push_back(score);
    if (postings.docids.size() % kPostingsPerLook == 0) deadline.check();
  }
  require_rising(postings.docids, database.get_lastdocid());
  postings.has_all_bonuses =
      std::all_of(bonuses.begin(), bonuses.end(),
                  [](const TermWeights& bonus) { return bonus.met_all(); });
  find_most(postings);
  return postings;
}

}  // namespace dateline
