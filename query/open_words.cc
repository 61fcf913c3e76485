#include "query/open_words.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/matching_docids.h"

namespace dateline {
namespace {

using Kind = WordTree::Kind;

// Opens the words of a tree.
class Opener {
 public:
  explicit Opener(const Snapshot& snapshot) : snapshot_(snapshot) {}

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

 private:
  using Parts = std::vector<std::unique_ptr<WordWindows>>;

  std::unique_ptr<WordWindows> word(const RankedWord& word, bool in_any) const {
    auto postings = kept_postings(snapshot_, word);
    // What raises a word would count in documents that have another one only.
    if (!postings || (in_any && !postings->has_all_bonuses)) return nullptr;
    return word_windows(std::move(postings));
  }

  // Places are looked at in as many documents as have the rarest of the words, at most.
  std::unique_ptr<WordWindows> phrase(const std::vector<std::string>& terms) const {
    const Xapian::Database& database = snapshot_.database();
    // Finding the places in one document costs as much as reading those of so many.
    constexpr std::size_t kFinding = 4;
    std::size_t rarest = database.get_doccount();
    for (const std::string& term : terms) {
      rarest = std::min<std::size_t>(rarest, snapshot_.documents_with(term));
    }
    std::vector<std::shared_ptr<const PlacedPostings>> words;
    for (const std::string& term : terms) {
      words.push_back(snapshot_.cache().postings().places(
          database, snapshot_.shards(), term, kFinding * rarest, snapshot_.deadline()));
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
                         require_rising(found, snapshot_.database().get_lastdocid());
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

}  // namespace

std::shared_ptr<const ScoredPostings> kept_postings(const Snapshot& snapshot,
                                                    const RankedWord& word) {
  // What several terms that count as one weigh there depends on how each has them.
  const auto is_one = [](const auto& of) { return of.terms.size() == 1; };
  if (snapshot.shards().size() > 1 &&
      !(is_one(word) && std::ranges::all_of(word.bonuses, is_one))) {
    return nullptr;
  }
  return snapshot.cache().postings().postings(snapshot.database(), word,
                                              snapshot.deadline());
}

std::unique_ptr<WordWindows> open_words(const Snapshot& snapshot,
                                        const WordTree& tree) {
  return Opener(snapshot).windows(tree, snapshot.database().get_doccount());
}

}  // namespace dateline
