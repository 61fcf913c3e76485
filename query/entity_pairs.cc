#include "query/entity_pairs.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include "query/asked_articles.h"
#include "query/association.h"
#include "query/column_view.h"
#include "query/copy_table.h"
#include "query/matching_docids.h"
#include "query/name_counts.h"

namespace dateline {
namespace {

// The clock is read once in so many.
constexpr std::size_t kArticlesAtOnce = 1024;

// An entity that may be of a pair. Their numbers are their places in the list: of most
// articles first.
struct Candidate {
  NameKind kind = NameKind::kPerson;
  NameCounts::Entity entity;
};

// Lists of numbers, end to end.
struct Lists {
  std::vector<std::uint32_t> starts = {0};
  std::vector<std::uint32_t> numbers;

  std::span<const std::uint32_t> operator[](std::size_t i) const {
    return std::span(numbers).subspan(starts[i], starts[i + 1] - starts[i]);
  }
  std::size_t size() const { return starts.size() - 1; }
  void end_list() { starts.push_back(static_cast<std::uint32_t>(numbers.size())); }
};

std::vector<Candidate> candidates_of(const NameCounts& names,
                                     const PairOptions& options) {
  std::vector<Candidate> candidates;
  for (const NameKind kind : kNameKinds) {
    if (std::ranges::find(options.kinds, kind) == options.kinds.end()) continue;
    for (const NameCounts::Entity& entity : names.entities(kind)) {
      if (entity.count >= options.min_articles) candidates.push_back({kind, entity});
    }
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    if (a.entity.count != b.entity.count) return a.entity.count > b.entity.count;
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.entity.label < b.entity.label;
  });
  return candidates;
}

// The candidates of each article, rising, each once.
Lists candidates_by_article(const ColumnView& view,
                            std::span<const Candidate> candidates,
                            const Deadline& deadline) {
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  const FacetColumn& column = *view.column;
  std::vector<std::uint32_t> by_name(column.distinct(), kNone);
  std::vector<std::uint32_t> by_group(column.entities->size(), kNone);
  for (std::uint32_t c = 0; c < candidates.size(); ++c) {
    const NameCounts::Entity& entity = candidates[c].entity;
    const bool is_group = entity.group < FacetColumn::kHidden;
    (is_group ? by_group[entity.group] : by_name[entity.name]) = c;
  }
  Lists articles;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t row : view.rows) {
    if (articles.size() % kArticlesAtOnce == 0) deadline.check();
    found.clear();
    for (const std::uint32_t name : column.row(row)) {
      const std::uint32_t group = column.groups[name];
      const std::uint32_t candidate =
          group < FacetColumn::kHidden ? by_group[group] : by_name[name];
      if (candidate != kNone) found.push_back(candidate);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    articles.numbers.insert(articles.numbers.end(), found.begin(), found.end());
    articles.end_list();
  }
  return articles;
}

// The articles of each candidate, rising.
Lists articles_by_candidate(const Lists& articles,
                            std::span<const Candidate> candidates) {
  Lists result;
  std::vector<std::uint32_t> next;
  for (const Candidate& candidate : candidates) {
    next.push_back(result.starts.back());
    result.starts.push_back(result.starts.back() +
                            static_cast<std::uint32_t>(candidate.entity.count));
  }
  result.numbers.resize(result.starts.back());
  for (std::uint32_t article = 0; article < articles.size(); ++article) {
    for (const std::uint32_t candidate : articles[article]) {
      result.numbers[next[candidate]++] = article;
    }
  }
  return result;
}

// The best pairs, no more than asked for.
class BestPairs {
 public:
  BestPairs(std::span<const Candidate> candidates, std::size_t articles,
            const PairOptions& options)
      : candidates_(candidates), articles_(articles), options_(options) {}

  void add(std::uint32_t first, std::uint32_t second, std::uint32_t shared) {
    if (shared < options_.min_articles) return;
    const bool by_score = options_.rank == FacetRank::kTypical;
    const Association counts = association(first, second, shared);
    if (by_score && !is_above_chance(counts)) return;
    NamePair pair{.first = first, .second = second, .articles = shared};
    if (by_score) pair.likelihood = log_likelihood(counts);
    ++found_;
    const bool is_full = options_.limit > 0 && pairs_.size() == options_.limit;
    if (is_full && !is_better(pair, pairs_.front())) return;
    if (is_full) {
      std::ranges::pop_heap(pairs_, is_better);
      pairs_.pop_back();
    }
    pairs_.push_back(pair);
    std::ranges::push_heap(pairs_, is_better);
  }

  std::size_t found() const { return found_; }

  // In order, all figures filled in.
  std::vector<NamePair> take() {
    std::ranges::sort(pairs_, is_better);
    for (NamePair& pair : pairs_) {
      const Association counts = association(pair.first, pair.second, pair.articles);
      pair.likelihood = log_likelihood(counts);
      pair.dice = dice(counts);
    }
    return std::move(pairs_);
  }

 private:
  // Scores are 0 where pairs are ranked by articles.
  static bool is_better(const NamePair& a, const NamePair& b) {
    if (a.likelihood != b.likelihood) return a.likelihood > b.likelihood;
    if (a.articles != b.articles) return a.articles > b.articles;
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  }

  Association association(std::size_t first, std::size_t second,
                          std::size_t shared) const {
    return {.both = shared,
            .first = candidates_[first].entity.count,
            .second = candidates_[second].entity.count,
            .all = articles_};
  }

  std::span<const Candidate> candidates_;
  std::size_t articles_;
  const PairOptions& options_;
  std::vector<NamePair> pairs_;  // A heap, the worst in front.
  std::size_t found_ = 0;
};

// Counts candidate by candidate how often each later one stands with it: of all pairs
// only those of one candidate are in memory at a time. An article's candidates are
// rising, and so are those asked for, so that a cursor finds the later ones. False if
// the time was not enough: those added are right, others are missing.
bool count_pairs(const Lists& by_article, const Lists& by_candidate,
                 const Deadline& deadline, BestPairs& best) {
  std::vector<std::uint32_t> cursors(by_article.starts);
  std::vector<std::uint32_t> shared(by_candidate.size(), 0);
  std::vector<std::uint32_t> touched;
  for (std::uint32_t first = 0; first < by_candidate.size(); ++first) {
    if (deadline.has_passed()) return false;
    touched.clear();
    for (const std::uint32_t article : by_candidate[first]) {
      const std::uint32_t end = by_article.starts[article + 1];
      for (std::uint32_t i = ++cursors[article]; i < end; ++i) {
        const std::uint32_t second = by_article.numbers[i];
        if (shared[second]++ == 0) touched.push_back(second);
      }
    }
    for (const std::uint32_t second : touched) {
      best.add(first, second, shared[second]);
      shared[second] = 0;
    }
  }
  return true;
}

// Names for the candidates of the pairs; the pairs then number these.
void name_pairs(Snapshot& snapshot, const NameCounts& names,
                std::span<const Candidate> candidates, NamePairs& result) {
  std::vector<std::size_t> used;
  for (const NamePair& pair : result.pairs) {
    used.insert(used.end(), {pair.first, pair.second});
  }
  std::ranges::sort(used);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (const std::size_t number : used) {
    const auto& [kind, entity] = candidates[number];
    result.names.push_back({.kind = kind,
                            .label = names.value(snapshot, kind, entity).value,
                            .articles = entity.count});
  }
  const auto place = [&](std::size_t number) {
    const auto at = std::ranges::lower_bound(used, number);
    return static_cast<std::size_t>(at - used.begin());
  };
  for (NamePair& pair : result.pairs) {
    pair.first = place(pair.first);
    pair.second = place(pair.second);
  }
}

// Counts and names them. Throws TimeIsUp: what was found until then is in `result`.
void find(Snapshot& snapshot, const AskedArticles& asked, const PairOptions& options,
          NamePairs& result) {
  result.matches.exact = false;  // Until they are counted.
  auto docids = matching_docids(snapshot, asked.query());
  result.matches = {.count = docids.size(), .exact = !snapshot.was_cut()};
  if (options.unit == FacetUnit::kStories) {
    result.matches.stories = keep_stories(snapshot.copies(), docids);
  }
  const Deadline& deadline = snapshot.deadline();
  const ColumnView view = view_column(snapshot, ColumnKind::kNames, docids);
  const NameCounts names(view);
  const auto candidates = candidates_of(names, options);
  const Lists by_article = candidates_by_article(view, candidates, deadline);
  const Lists by_candidate = articles_by_candidate(by_article, candidates);
  BestPairs best(candidates, docids.size(), options);
  result.timed_out = !count_pairs(by_article, by_candidate, deadline, best);
  result.found = best.found();
  result.pairs = best.take();
  name_pairs(snapshot, names, candidates, result);
}

}  // namespace

NamePairs find_pairs(Snapshot& snapshot, const Query& query,
                     const PairOptions& options) {
  snapshot.set_time_limit(options.time_limit);
  const AskedArticles asked(query, snapshot, options);
  NamePairs result;
  try {
    find(snapshot, asked, options, result);
  } catch (const TimeIsUp&) {
    result.timed_out = true;
  }
  asked.tell_in_time(result, options.time_limit);
  return result;
}

}  // namespace dateline
