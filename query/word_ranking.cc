#include "query/word_ranking.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>

#include "query/best_documents.h"
#include "query/open_words.h"
#include "query/place_bonuses.h"
#include "query/word_windows.h"

namespace dateline {
namespace {

using Kind = WordTree::Kind;

// What is done with each match that is looked at; all are counted.
struct Look {
  BestDocuments* best = nullptr;              // Null: none is ranked.
  std::vector<Xapian::docid>* all = nullptr;  // Null: none is listed.
  std::span<const ScoredDocument> raised{};   // What some score more, by number.
  std::size_t count = 0;

  // Of one word: most blocks have nothing to offer.
  void at(const ScoredPostings& postings) {
    count = postings.docids.size();
    if (all != nullptr) *all = postings.docids;
    if (best == nullptr) return;
    for (std::size_t b = 0; b < postings.block_most.size(); ++b) {
      if (postings.block_most[b] < best->least()) continue;
      const std::size_t begin = b * ScoredPostings::kBlock;
      const std::size_t end = std::min(begin + ScoredPostings::kBlock, count);
      for (std::size_t i = begin; i < end; ++i) {
        offer({postings.docids[i], postings.scores[i]});
      }
    }
  }

  void at(Xapian::docid first, Window& window) {
    count += window.count();
    if (all != nullptr) {
      window.each([&](std::size_t place) {
        all->push_back(static_cast<Xapian::docid>(first + place));
      });
    }
    if (best == nullptr) return;
    raise_in(first, window);
    window.each([&](std::size_t place) {
      offer({static_cast<Xapian::docid>(first + place), window.scores[place]});
    });
  }

 private:
  // What does not match has a score, too, which nobody looks at.
  void raise_in(Xapian::docid first, Window& window) {
    while (!raised.empty() && raised.front().docid < first) raised = raised.subspan(1);
    for (; !raised.empty() && raised.front().docid - first < Window::kDocuments;
         raised = raised.subspan(1)) {
      window.scores[raised.front().docid - first] +=
          static_cast<std::uint32_t>(raised.front().score);
    }
  }

  void offer(ScoredDocument document) {
    if (document.score >= best->least()) best->offer(document);
  }
};

// Until the time is over.
void look_at_all(WordWindows& windows, const RunLimit& limit, Look& look) {
  Window window;
  for (Xapian::docid first = 1; (first = windows.seek(first)) != WordWindows::kEnd;
       first += Window::kDocuments) {
    if (limit.deadline.is_set() && limit.is_over()) {
      *limit.cut = true;
      return;
    }
    windows.fill(first, window);
    look.at(first, window);
  }
}

// Without scores. False, and nothing is looked at, where words are not to be had.
bool look_at_all(const Snapshot& snapshot, const WordTree& tree, Look& look) {
  if (tree.kind == Kind::kWord) {
    const auto postings = kept_postings(snapshot, tree.word);
    if (postings) look.at(*postings);
    return postings != nullptr;
  }
  const auto windows = open_words(snapshot, tree);
  if (windows) look_at_all(*windows, snapshot.run_limit(), look);
  return windows != nullptr;
}

ScoreSteps most_of(std::span<const PlaceBonus> bonuses) {
  ScoreSteps sum = 0;
  for (const PlaceBonus& bonus : bonuses) sum += most_of(bonus);
  return sum;
}

bool is_first(const ScoredDocument& a, const ScoredDocument& b) { return a.beats(b); }

bool has_lower_docid(const ScoredDocument& a, const ScoredDocument& b) {
  return a.docid < b.docid;
}

// Adds to each of `documents` what its places bring.
void raise(std::span<ScoredDocument> documents, KeptBonuses& bonuses) {
  std::ranges::sort(documents, has_lower_docid);
  for (ScoredDocument& document : documents) {
    document.score += bonuses.added(document.docid);
  }
}

void raise(std::span<ScoredDocument> documents, const Snapshot& snapshot,
           std::span<const PlaceBonus> bonuses) {
  std::vector<Xapian::docid> docids;
  for (const ScoredDocument& document : documents) docids.push_back(document.docid);
  std::ranges::sort(docids);
  const auto added = bonuses_in_index(snapshot, bonuses, docids);
  for (ScoredDocument& document : documents) {
    const auto found = added.find(document.docid);
    if (found != added.end()) document.score += found->second;
  }
}

// Asks the index of the `wanted` first of `kept`, which tells for how many others it is
// of no use, and then of those that are left.
void raise_best(std::vector<ScoredDocument>& kept, std::size_t wanted,
                const Snapshot& snapshot, std::span<const PlaceBonus> bonuses) {
  const std::span<ScoredDocument> first(kept.data(), std::min(wanted, kept.size()));
  if (first.empty()) return;
  raise(first, snapshot, bonuses);
  const ScoreSteps last = std::ranges::min(first, {}, &ScoredDocument::score).score;
  const ScoreSteps slack = most_of(bonuses);
  const auto rest = kept.begin() + static_cast<std::ptrdiff_t>(first.size());
  kept.erase(std::remove_if(rest, kept.end(),
                            [&](const ScoredDocument& document) {
                              return document.score + slack < last;
                            }),
             kept.end());
  raise(std::span(kept).subspan(std::min(wanted, kept.size())), snapshot, bonuses);
}

// The best `wanted`, the best first, and how many there are in all, told in `look`;
// nullopt where they are not to be had.
std::optional<std::vector<ScoredDocument>> best_matches(const Snapshot& snapshot,
                                                        const WordQuery& words,
                                                        std::size_t wanted,
                                                        Look& look) {
  if (words.bonuses.empty() && words.tree.kind == Kind::kWord) {
    BestDocuments best(wanted, 0);
    look.best = &best;
    if (!look_at_all(snapshot, words.tree, look)) return std::nullopt;
    return best.take();
  }
  const auto windows = open_words(snapshot, words.tree);
  const ScoreSteps most = windows ? windows->most() + most_of(words.bonuses) : 0;
  if (!windows || most > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  auto bonuses = KeptBonuses::of(snapshot, words.bonuses, windows->documents());
  // Looking at a document that has a bonus costs as much as at so many that match.
  constexpr std::size_t kWorth = 4;
  std::vector<ScoredDocument> raised;
  if (bonuses) raised = bonuses->take_rare(windows->documents() / kWorth);
  BestDocuments best(wanted, bonuses ? bonuses->most() : most_of(words.bonuses));
  look.best = &best;
  look.raised = raised;
  look_at_all(*windows, snapshot.run_limit(), look);
  std::vector<ScoredDocument> kept = best.take();
  if (bonuses) {
    raise(kept, *bonuses);
  } else {
    raise_best(kept, wanted, snapshot, words.bonuses);
  }
  std::ranges::sort(kept, is_first);
  return kept;
}

}  // namespace

std::optional<RankedMatches> rank_by_words(const Snapshot& snapshot,
                                           const WordQuery& words, std::size_t first,
                                           std::size_t count,
                                           std::vector<Xapian::docid>* all) {
  const std::size_t documents = snapshot.database().get_doccount();
  const std::size_t begin = std::min(first, documents);
  const std::size_t wanted = begin + std::min(count, documents - begin);
  Look look{.all = all};
  const auto best = best_matches(snapshot, words, wanted, look);
  if (!best) return std::nullopt;
  RankedMatches result{.page = {}, .count = look.count};
  for (std::size_t i = begin; i < std::min(wanted, best->size()); ++i) {
    result.page.push_back(
        {(*best)[i].docid, static_cast<double>((*best)[i].score) * kScoreStep});
  }
  return result;
}

std::optional<std::vector<Xapian::docid>> find_by_words(const Snapshot& snapshot,
                                                        const WordTree& tree) {
  std::vector<Xapian::docid> all;
  Look look{.all = &all};
  if (!look_at_all(snapshot, tree, look)) return std::nullopt;
  return all;
}

std::optional<std::size_t> count_by_words(const Snapshot& snapshot,
                                          const WordTree& tree) {
  Look look;
  if (!look_at_all(snapshot, tree, look)) return std::nullopt;
  return look.count;
}

}  // namespace dateline
