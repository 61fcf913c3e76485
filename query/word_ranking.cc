#include "query/word_ranking.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>

#include "query/best_documents.h"
#include "query/matching_docids.h"
#include "query/place_bonuses.h"
#include "query/word_windows.h"

namespace dateline {
namespace {

using Kind = WordTree::Kind;

// The postings of all words of a tree.
class WordReader {
 public:
  explicit WordReader(const Snapshot& snapshot) : snapshot_(snapshot) {}

  // Null where some are not to be had, or do not tell the scores of the tree. Of a
  // filter no more than `wanted` documents are looked at.
  std::unique_ptr<WordWindows> windows(const WordTree& tree, std::size_t wanted,
                                       bool in_any = false) {
    switch (tree.kind) {
      case Kind::kWord:
        return word(tree.word, in_any);
      case Kind::kPhrase:
        return phrase(tree.terms);
      case Kind::kFilter:
        return filter(tree, wanted);
      case Kind::kAny:
        if (auto parts = all(tree.children, wanted, true)) {
          return any_windows(*std::move(parts));
        }
        return nullptr;
      case Kind::kAll:
        break;
    }
    return intersection(tree, wanted, in_any);
  }

  std::shared_ptr<const ScoredPostings> postings(const RankedWord& word) const {
    return snapshot_.cache().postings().postings(snapshot_.database(), word,
                                                 snapshot_.deadline());
  }

 private:
  using Parts = std::vector<std::unique_ptr<WordWindows>>;

  std::unique_ptr<WordWindows> word(const RankedWord& word, bool in_any) const {
    auto postings = this->postings(word);
    // What raises a word would count in documents that have another one only.
    if (!postings || (in_any && !postings->has_all_bonuses)) return nullptr;
    return word_windows(std::move(postings));
  }

  // Places are looked at in as many documents as have the rarest of the words, at most.
  std::unique_ptr<WordWindows> phrase(const std::vector<std::string>& terms) const {
    const Xapian::Database& database = snapshot_.database();
    std::size_t wanted = database.get_doccount();
    for (const std::string& term : terms) {
      wanted = std::min<std::size_t>(wanted, database.get_termfreq(term));
    }
    std::vector<std::shared_ptr<const PlacedPostings>> words;
    for (const std::string& term : terms) {
      words.push_back(snapshot_.cache().postings().places(database, term, wanted,
                                                          snapshot_.deadline()));
    }
    // Only now, so that for each it is known what was wanted.
    if (std::ranges::find(words, nullptr) != words.end()) return nullptr;
    return phrase_windows(std::move(words));
  }

  std::unique_ptr<WordWindows> filter(const WordTree& tree, std::size_t wanted) const {
    PostingCache& cache = snapshot_.cache().postings();
    auto documents = cache.kept_filter(tree.filter_name);
    if (!documents) {
      documents =
          cache.filter(tree.filter_name, wanted, most_documents(tree.filter),
                       [&]() -> std::optional<std::vector<Xapian::docid>> {
                         auto found = matching_docids(snapshot_, tree.filter);
                         std::ranges::sort(found);  // Those of several databases.
                         if (snapshot_.was_cut()) return std::nullopt;
                         return found;
                       });
    }
    return documents ? word_windows(std::move(documents)) : nullptr;
  }

  std::size_t most_documents(const Xapian::Query& query) const {
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::doccount none = 0;
    return enquire.get_mset(none, none, none).get_matches_upper_bound();
  }

  // Words first: they tell how many documents filters are asked of.
  std::unique_ptr<WordWindows> intersection(const WordTree& tree, std::size_t wanted,
                                            bool in_any) {
    Parts parts;
    const auto add_parts = [&](bool filters) {
      for (const WordTree& child : tree.children) {
        if ((child.kind == Kind::kFilter) != filters) continue;
        parts.push_back(windows(child, wanted, in_any));
        if (!parts.back()) return false;
        wanted = std::min(wanted, parts.back()->documents());
      }
      return true;
    };
    if (!add_parts(false) || !add_parts(true)) return nullptr;
    auto excluded = all(tree.excluded, wanted, false);
    if (!excluded) return nullptr;
    return all_windows(std::move(parts), *std::move(excluded));
  }

  std::optional<Parts> all(const std::vector<WordTree>& trees, std::size_t wanted,
                           bool in_any) {
    Parts all;
    for (const WordTree& tree : trees) {
      all.push_back(windows(tree, wanted, in_any));
      if (!all.back()) return std::nullopt;
    }
    return all;
  }

  const Snapshot& snapshot_;
};

// What is done with each match that is looked at; all are counted.
struct Look {
  BestDocuments* best = nullptr;              // Null: none is ranked.
  std::vector<Xapian::docid>* all = nullptr;  // Null: none is listed.
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

  void at(Xapian::docid first, const Window& window) {
    count += window.count();
    if (all != nullptr) {
      window.each([&](std::size_t place) {
        all->push_back(static_cast<Xapian::docid>(first + place));
      });
    }
    if (best == nullptr) return;
    window.each([&](std::size_t place) {
      offer({static_cast<Xapian::docid>(first + place), window.scores[place]});
    });
  }

 private:
  void offer(ScoredDocument document) {
    if (document.score >= best->least()) best->offer(document);
  }
};

// Looks at all matches, until the time is over. False, and nothing is looked at, where
// their words are not to be had.
bool look_at_all(const Snapshot& snapshot, const WordTree& tree, Look& look) {
  WordReader reader(snapshot);
  if (tree.kind == Kind::kWord) {
    const auto postings = reader.postings(tree.word);
    if (postings) look.at(*postings);
    return postings != nullptr;
  }
  const auto windows = reader.windows(tree, snapshot.database().get_doccount());
  if (!windows || windows->most() > std::numeric_limits<std::uint32_t>::max()) {
    return false;
  }
  const RunLimit limit = snapshot.run_limit();
  Window window;
  for (Xapian::docid first = 1; (first = windows->seek(first)) != WordWindows::kEnd;
       first += Window::kDocuments) {
    if (limit.deadline.is_set() && limit.is_over()) {
      *limit.cut = true;
      break;
    }
    windows->fill(first, window);
    look.at(first, window);
  }
  return true;
}

ScoreSteps most_of(const std::vector<PlaceBonus>& bonuses) {
  double most = 0;
  for (const PlaceBonus& bonus : bonuses) most += bonus.most;
  return to_steps(most) + 1;
}

bool is_first(const ScoredDocument& a, const ScoredDocument& b) { return a.beats(b); }

bool has_lower_docid(const ScoredDocument& a, const ScoredDocument& b) {
  return a.docid < b.docid;
}

// Adds to each of `documents` what its places bring.
void raise(std::span<ScoredDocument> documents, KeptBonuses bonuses) {
  std::ranges::sort(documents, has_lower_docid);
  for (ScoredDocument& document : documents) {
    document.score += bonuses.added(document.docid);
  }
}

void raise(std::span<ScoredDocument> documents, const Snapshot& snapshot,
           const std::vector<PlaceBonus>& bonuses) {
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
                const Snapshot& snapshot, const std::vector<PlaceBonus>& bonuses) {
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

}  // namespace

std::optional<RankedMatches> rank_by_words(const Snapshot& snapshot,
                                           const WordQuery& words, std::size_t first,
                                           std::size_t count,
                                           std::vector<Xapian::docid>* all) {
  auto bonuses = KeptBonuses::of(snapshot, words.bonuses);
  // The index is asked by numbers of documents, which each of several databases has of
  // its own.
  if (!bonuses && snapshot.shards().size() > 1) return std::nullopt;
  const std::size_t documents = snapshot.database().get_doccount();
  const std::size_t begin = std::min(first, documents);
  const std::size_t wanted = begin + std::min(count, documents - begin);
  BestDocuments best(wanted, words.bonuses.empty() ? 0 : most_of(words.bonuses));
  Look look{.best = &best, .all = all};
  if (!look_at_all(snapshot, words.tree, look)) return std::nullopt;
  std::vector<ScoredDocument> kept = best.take();
  if (bonuses) {
    raise(kept, *std::move(bonuses));
  } else {
    raise_best(kept, wanted, snapshot, words.bonuses);
  }
  std::ranges::sort(kept, is_first);
  RankedMatches result{.page = {}, .count = look.count};
  for (std::size_t i = begin; i < std::min(wanted, kept.size()); ++i) {
    result.page.push_back(
        {kept[i].docid, static_cast<double>(kept[i].score) * kScoreStep});
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
