// The best documents of a stream, beside a sort of all of them.

#include "query/best_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "tests/random_choice.h"

namespace {

using dateline::BestDocuments;
using dateline::ScoredDocument;
using dateline::ScoreSteps;
using dateline::oracle::below;

std::vector<ScoredDocument> some_documents(std::mt19937& random) {
  std::vector<ScoredDocument> documents(below(random, 500));
  const std::size_t scores = 1 + below(random, 400);  // Few: many are equal.
  Xapian::docid docid = 0;
  for (ScoredDocument& document : documents) {
    docid += 1 + static_cast<Xapian::docid>(below(random, 3));
    document = {docid, below(random, scores)};
  }
  return documents;
}

bool is_first(const ScoredDocument& a, const ScoredDocument& b) { return a.beats(b); }

// Seen red with ties given to the later document, and with a slack taken off too early.
TEST_CASE("best documents: as a sort of all gives them") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const auto documents = some_documents(random);
    const std::size_t wanted = below(random, 40);
    const ScoreSteps slack = below(random, 2) == 0 ? 0 : below(random, 50);
    BestDocuments best(wanted, slack);
    for (const ScoredDocument& document : documents) {
      if (document.score >= best.least()) best.offer(document);
    }
    const auto kept = best.take();
    auto sorted = documents;
    std::ranges::sort(sorted, is_first);
    CHECK(std::ranges::is_sorted(kept, is_first));
    // Each that may come among them is there, and without slack no other.
    std::size_t may_come = std::min(wanted, sorted.size());
    while (wanted > 0 && slack > 0 && may_come < sorted.size() &&
           sorted[may_come].score + slack > sorted[wanted - 1].score) {
      ++may_come;
    }
    CHECK(kept.size() >= may_come);
    for (std::size_t k = 0; k < std::min(kept.size(), may_come); ++k) {
      CHECK(kept[k].docid == sorted[k].docid);
    }
    if (slack == 0) CHECK(kept.size() == may_come);
  }
}

}  // namespace
