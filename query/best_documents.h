// The best of the documents that are offered in the order of their numbers.

#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/bm25.h"

namespace dateline {

struct ScoredDocument {
  Xapian::docid docid = 0;
  ScoreSteps score = 0;

  /// Whether this one comes first.
  bool beats(const ScoredDocument& other) const {
    return score != other.score ? score > other.score : docid < other.docid;
  }
};

/// Keeps each that is among the `wanted` best so far, and each that may yet be, should
/// its score be raised by up to `slack`.
class BestDocuments {
 public:
  BestDocuments(std::size_t wanted, ScoreSteps slack)
      : wanted_(wanted), slack_(slack) {}

  /// What a document must score to be kept, at least.
  ScoreSteps least() const { return least_; }

  /// Of a score of least() or more.
  void offer(ScoredDocument document) {
    kept_.push_back(document);
    if (kept_.size() >= room_) prune();
  }

  /// Those kept, the best first.
  std::vector<ScoredDocument> take() {
    prune();
    std::ranges::sort(kept_, is_first);
    return std::move(kept_);
  }

 private:
  static constexpr std::size_t kSpare = 16;

  static bool is_first(const ScoredDocument& a, const ScoredDocument& b) {
    return a.beats(b);
  }

  void prune() {
    if (wanted_ == 0) return kept_.clear();
    if (kept_.size() <= wanted_) return;
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
    std::ranges::nth_element(kept_, last, is_first);
    const ScoreSteps score = last->score;
    // A later one of the same score is not better.
    if (score + 1 > slack_) least_ = score + 1 - slack_;
    kept_.erase(std::remove_if(last + 1, kept_.end(),
                               [&](const ScoredDocument& document) {
                                 return slack_ == 0 || document.score + slack_ < score;
                               }),
                kept_.end());
    room_ = 2 * kept_.size() + kSpare;
  }

  std::size_t wanted_;
  ScoreSteps slack_;
  ScoreSteps least_ = 0;
  std::size_t room_ = 2 * wanted_ + kSpare;
  std::vector<ScoredDocument> kept_;
};

}  // namespace dateline
