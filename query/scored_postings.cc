#include "query/scored_postings.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "query/synonym_count.h"

namespace dateline {
namespace {

constexpr std::size_t kPostingsPerLook = 1024;  // At the clock.

struct Posting {
  Xapian::docid docid;
  Xapian::termcount occurrences;
};

// Those of terms that count as one, by document: in each their occurrences together.
std::vector<Posting> read_together(const Xapian::Database& database,
                                   const std::vector<std::string>& terms,
                                   const Deadline& deadline) {
  std::vector<Posting> all;
  std::size_t documents = 0;
  for (const std::string& term : terms) documents += database.get_termfreq(term);
  all.reserve(documents);
  for (const std::string& term : terms) {
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at) {
      all.push_back({*at, at.get_wdf()});
      if (all.size() % kPostingsPerLook == 0) deadline.check();
    }
  }
  if (terms.size() == 1) return all;
  std::ranges::sort(all, {}, &Posting::docid);
  std::size_t kept = 0;
  for (const Posting& posting : all) {
    if (kept > 0 && all[kept - 1].docid == posting.docid) {
      all[kept - 1].occurrences += posting.occurrences;
    } else {
      all[kept++] = posting;
    }
  }
  all.resize(kept);
  return all;
}

// The postings of terms that count as one, each with its weight.
class TermWeights {
 public:
  TermWeights(const Xapian::Database& database, const std::vector<std::string>& terms,
              double factor, const DocumentLengths& lengths, const Deadline& deadline)
      : lengths_(lengths),
        is_one_(terms.size() == 1),
        bm25_(Bm25Parameters{}, database.get_doccount(), database.get_avlength(),
              synonym_count(database, terms), factor),
        postings_(read_together(database, terms, deadline)) {}

  const std::vector<Posting>& postings() const { return postings_; }

  // Of several terms Xapian counts no more occurrences than the document has words.
  std::uint32_t weight(const Posting& posting) const {
    const Xapian::termcount length =
        posting.docid < lengths_.size() ? lengths_[posting.docid] : 0;
    const Xapian::termcount occurrences =
        is_one_ ? posting.occurrences : std::min(posting.occurrences, length);
    return static_cast<std::uint32_t>(to_steps(bm25_.weight(occurrences, length)));
  }

  // 0 in a document that has none of the terms. To be asked in rising order.
  std::uint32_t weight_in(Xapian::docid docid) {
    while (at_ < postings_.size() && postings_[at_].docid < docid) ++at_;
    if (at_ == postings_.size() || postings_[at_].docid != docid) return 0;
    ++met_;
    return weight(postings_[at_]);
  }

  // Whether each document that has one of the terms was asked for.
  bool met_all() const { return met_ == postings_.size(); }

 private:
  const DocumentLengths& lengths_;
  bool is_one_;
  Bm25 bm25_;
  std::vector<Posting> postings_;
  std::size_t at_ = 0;
  std::size_t met_ = 0;
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
  const TermWeights main(database, word.terms, 1, lengths, deadline);
  std::vector<TermWeights> bonuses;
  for (const TermBonus& bonus : word.bonuses) {
    bonuses.emplace_back(database, bonus.terms, bonus.factor, lengths, deadline);
  }
  postings.docids.reserve(main.postings().size());
  postings.scores.reserve(main.postings().size());
  for (const Posting& posting : main.postings()) {
    std::uint32_t score = main.weight(posting);
    for (TermWeights& bonus : bonuses) score += bonus.weight_in(posting.docid);
    postings.docids.push_back(posting.docid);
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
