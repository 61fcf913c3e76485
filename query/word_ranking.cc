#include "query/word_ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>

#include "query/best_documents.h"
#include "query/place_bonuses.h"
#include "query/word_windows.h"

namespace dateline {
namespace {

using Kind = WordTree::Kind;

// The postings of all words of a tree.
class WordReader {
 public:
  explicit WordReader(const Snapshot& snapshot) : snapshot_(snapshot) {}

  // Null where some are not to be had, or do not tell the scores of the tree.
  std::unique_ptr<WordWindows> windows(const WordTree& tree, bool in_any = false) {
    if (tree.kind == Kind::kWord) {
      auto postings = this->postings(tree.word);
      // What raises a word would count in documents that have another one only.
      if (!postings || (in_any && !postings->has_all_bonuses)) return nullptr;
      return word_windows(std::move(postings));
    }
    auto parts = all(tree.children, in_any || tree.kind == Kind::kAny);
    auto excluded = all(tree.excluded, false);
    if (!parts || !excluded) return nullptr;
    return tree.kind == Kind::kAny
               ? any_windows(std::move(*parts))
               : all_windows(std::move(*parts), std::move(*excluded));
  }

  std::shared_ptr<const ScoredPostings> postings(const RankedWord& word) const {
    return snapshot_.cache().postings().postings(snapshot_.database(), word,
                                                 snapshot_.deadline());
  }

 private:
  std::optional<std::vector<std::unique_ptr<WordWindows>>> all(
      const std::vector<WordTree>& trees, bool in_any) {
    std::vector<std::unique_ptr<WordWindows>> all;
    for (const WordTree& tree : trees) {
      all.push_back(windows(tree, in_any));
      if (!all.back()) return std::nullopt;
    }
    return all;
  }

  const Snapshot& snapshot_;
};

// Looks at all matches: counts them, and keeps the best.
class Matches {
 public:
  Matches(BestDocuments& best, std::vector<Xapian::docid>* all)
      : best_(best), all_(all) {}

  std::size_t count() const { return count_; }

  // Of one word: most blocks have nothing to offer.
  void look_at(const ScoredPostings& postings) {
    count_ = postings.docids.size();
    if (all_ != nullptr) *all_ = postings.docids;
    for (std::size_t b = 0; b < postings.block_most.size(); ++b) {
      if (postings.block_most[b] < best_.least()) continue;
      const std::size_t begin = b * ScoredPostings::kBlock;
      const std::size_t end = std::min(begin + ScoredPostings::kBlock, count_);
      for (std::size_t i = begin; i < end; ++i) {
        offer({postings.docids[i], postings.scores[i]});
      }
    }
  }

  void look_at(Xapian::docid first, const Window& window) {
    count_ += window.count();
    window.each([&](std::size_t place) {
      const auto docid = static_cast<Xapian::docid>(first + place);
      if (all_ != nullptr) all_->push_back(docid);
      offer({docid, window.scores[place]});
    });
  }

 private:
  void offer(ScoredDocument document) {
    if (document.score >= best_.least()) best_.offer(document);
  }

  BestDocuments& best_;
  std::vector<Xapian::docid>* all_;
  std::size_t count_ = 0;
};

// Until the time is over.
void look_at_all(WordWindows& windows, const RunLimit& limit, Matches& matches) {
  Window window;
  for (Xapian::docid first = 1; (first = windows.seek(first)) != WordWindows::kEnd;
       first += Window::kDocuments) {
    if (limit.deadline.is_set() && limit.is_over()) {
      *limit.cut = true;
      return;
    }
    windows.fill(first, window);
    matches.look_at(first, window);
  }
}

ScoreSteps steps_of(double score) {
  return static_cast<ScoreSteps>(std::ceil(score / kScoreStep));
}

ScoreSteps most_of(const std::vector<PlaceBonus>& bonuses) {
  double most = 0;
  for (const PlaceBonus& bonus : bonuses) most += bonus.most;
  return steps_of(most);
}

// Adds to each of `documents` what its places bring; then the best are first.
void raise(std::span<ScoredDocument> documents, const Snapshot& snapshot,
           const std::vector<PlaceBonus>& bonuses) {
  std::vector<Xapian::docid> docids;
  for (const ScoredDocument& document : documents) docids.push_back(document.docid);
  std::ranges::sort(docids);
  const auto added = place_bonuses(snapshot, bonuses, docids);
  for (ScoredDocument& document : documents) {
    if (const auto found = added.find(document.docid); found != added.end()) {
      document.score += steps_of(found->second);
    }
  }
}

// Those of `kept`, the best first without what places bring, that are the `wanted` best
// with it. Looks for it in the first ones, which tells for how many others it is of no
// use, and then in those that are left.
void raise_best(std::vector<ScoredDocument>& kept, std::size_t wanted,
                const Snapshot& snapshot, const std::vector<PlaceBonus>& bonuses) {
  const std::size_t sure = std::min(wanted, kept.size());
  if (sure == 0) return;
  const std::span<ScoredDocument> first(kept.data(), sure);
  raise(first, snapshot, bonuses);
  const ScoreSteps last = std::ranges::min(first, {}, &ScoredDocument::score).score;
  const ScoreSteps slack = most_of(bonuses);
  auto rest = kept.begin() + static_cast<std::ptrdiff_t>(sure);
  if (sure == wanted) {
    kept.erase(std::remove_if(rest, kept.end(),
                              [&](const ScoredDocument& document) {
                                return document.score + slack < last;
                              }),
               kept.end());
    rest = kept.begin() + static_cast<std::ptrdiff_t>(sure);
  }
  raise({rest, kept.end()}, snapshot, bonuses);
  std::ranges::sort(kept, [](const ScoredDocument& a, const ScoredDocument& b) {
    return a.beats(b);
  });
}

}  // namespace

std::optional<RankedMatches> rank_by_words(const Snapshot& snapshot,
                                           const WordQuery& words, std::size_t first,
                                           std::size_t count,
                                           std::vector<Xapian::docid>* all) {
  // Places are looked for by numbers of documents, which each of several databases has
  // of its own.
  if (!words.bonuses.empty() && snapshot.shards().size() > 1) return std::nullopt;
  WordReader reader(snapshot);
  const auto windows = reader.windows(words.tree);
  if (!windows || windows->most() > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  const std::size_t documents = snapshot.database().get_doccount();
  const std::size_t begin = std::min(first, documents);
  const std::size_t wanted = begin + std::min(count, documents - begin);
  BestDocuments best(wanted, most_of(words.bonuses));
  Matches matches(best, all);
  if (words.tree.kind == Kind::kWord) {
    matches.look_at(*reader.postings(words.tree.word));
  } else {
    look_at_all(*windows, snapshot.run_limit(), matches);
  }
  std::vector<ScoredDocument> kept = best.take();
  if (!words.bonuses.empty()) raise_best(kept, wanted, snapshot, words.bonuses);
  RankedMatches result{.page = {}, .count = matches.count()};
  for (std::size_t i = begin; i < std::min(wanted, kept.size()); ++i) {
    result.page.push_back(
        {kept[i].docid, static_cast<double>(kept[i].score) * kScoreStep});
  }
  return result;
}

}  // namespace dateline
