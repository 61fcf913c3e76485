#include "query/ranked_matches.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "index/schema.h"
#include "query/article_profile.h"
#include "query/matching_docids.h"
#include "query/ranking.h"
#include "query/runnable_query.h"
#include "query/word_ranking.h"

namespace dateline {
namespace {

// What age leaves of a score at least: text comes first.
constexpr double kOldest = .5;

class Ranker {
 public:
  Ranker(const Snapshot& snapshot, const AskedMatches& asked,
         const SearchOptions& options)
      : snapshot_(snapshot),
        words_(options.sort == SortOrder::kRelevance ? asked.words : nullptr),
        query_(asked.query),
        database_(snapshot.database()),
        documents_(database_.get_doccount()),
        options_(options) {}

  RankedMatches rank(std::size_t first, std::size_t count,
                     std::vector<Xapian::docid>* all) {
    if (options_.recency && options_.sort == SortOrder::kRelevance) {
      return rank_by_age(first, count, all);
    }
    return best(first, count, all);
  }

 private:
  struct Aged {
    RankedMatch match;
    double factor = 1;
  };

  void sort_by_day(Xapian::Enquire& enquire) {
    if (options_.sort == SortOrder::kNewest) {
      // A missing day sorts below all others: last.
      enquire.set_sort_by_value_then_relevance(schema::slot::kPublished, true);
    } else if (options_.sort == SortOrder::kOldest) {
      // Here it has to be put last: above the largest number that can be written.
      keys_.emplace();
      keys_->add_value(schema::slot::kPublished, false, std::string(10, '\xFF'));
      enquire.set_sort_by_key_then_relevance(&*keys_, false);
    }
  }

  RankedMatches best(std::size_t first, std::size_t count,
                     std::vector<Xapian::docid>* all) {
    if (is_everything()) return all_by_number(first, count, all);
    if (words_ != nullptr) {
      if (auto found = rank_by_words(snapshot_, *words_, first, count, all)) {
        return std::move(*found);
      }
    }
    return best_by_xapian(first, count, all);
  }

  // Then all have the same score.
  bool is_everything() const {
    return query_.get_type() == Xapian::Query::LEAF_MATCH_ALL &&
           options_.sort == SortOrder::kRelevance && !snapshot_.deadline().is_set();
  }

  RankedMatches all_by_number(std::size_t first, std::size_t count,
                              std::vector<Xapian::docid>* all) const {
    std::vector<Xapian::docid> docids = matching_docids(snapshot_, query_);
    std::ranges::sort(docids);
    RankedMatches result{.page = {}, .count = docids.size()};
    const std::size_t begin = std::min(first, docids.size());
    for (const Xapian::docid docid :
         std::span(docids).subspan(begin, std::min(count, docids.size() - begin))) {
      result.page.push_back({docid, 0});
    }
    if (all != nullptr) *all = std::move(docids);
    return result;
  }

  RankedMatches best_by_xapian(std::size_t first, std::size_t count,
                               std::vector<Xapian::docid>* all) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(runnable(snapshot_, query_, Scores::kWeighted));
    enquire.set_weighting_scheme(weighting());
    sort_by_day(enquire);
    DocidCollector collector;
    if (all != nullptr) enquire.add_matchspy(&collector);
    const auto within = [this](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min(n, documents_));
    };
    const Xapian::MSet found =
        enquire.get_mset(within(first), within(count), within(documents_));
    RankedMatches result{.page = {}, .count = found.get_matches_estimated()};
    for (auto match = found.begin(); match != found.end(); ++match) {
      result.page.push_back({*match, match.get_weight()});
    }
    if (all != nullptr) *all = std::move(collector.docids);
    return result;
  }

  // Age only takes away. So the first matches by text are enough as soon as what is
  // left to the last one wanted is more than what the last one seen had: none behind
  // that can have more.
  RankedMatches rank_by_age(std::size_t first, std::size_t count,
                            std::vector<Xapian::docid>* all) {
    const std::size_t begin = std::min(first, documents_);
    const std::size_t end = begin + std::min(count, documents_ - begin);
    std::size_t asked = end == begin ? 0 : 4 * end + 100;
    for (;; asked *= 4, all = nullptr) {
      const RankedMatches found = best(0, asked, all);
      const bool is_last =
          snapshot_.was_cut();  // The order is right as far as it goes.
      const std::vector<Aged> aged = by_age(found.page);
      const std::size_t seen = aged.size();
      const std::size_t last = std::min(end, seen);
      const bool enough = is_last || seen < asked || asked >= documents_ || last == 0 ||
                          aged[last - 1].match.score > found.page.back().score;
      if (!enough) continue;
      RankedMatches result{.page = {}, .count = found.count};
      for (std::size_t i = begin; i < last; ++i) result.page.push_back(aged[i].match);
      return result;
    }
  }

  // The matches by what age leaves of their scores; of equal ones the newer first.
  std::vector<Aged> by_age(const std::vector<RankedMatch>& found) const {
    std::vector<Aged> aged;
    for (const RankedMatch& match : found) {
      const double factor = recency_factor(
          *options_.recency, published_day(database_.get_document(match.docid)));
      aged.push_back({{match.docid, match.score * factor}, factor});
    }
    std::sort(aged.begin(), aged.end(), [](const Aged& a, const Aged& b) {
      return std::tuple(-a.match.score, -a.factor, a.match.docid) <
             std::tuple(-b.match.score, -b.factor, b.match.docid);
    });
    return aged;
  }

  const Snapshot& snapshot_;
  const WordQuery* words_;
  const Xapian::Query& query_;
  const Xapian::Database& database_;
  std::size_t documents_;
  const SearchOptions& options_;
  std::optional<Xapian::MultiValueKeyMaker> keys_;
};

}  // namespace

double recency_factor(const Recency& recency, std::optional<double> published) {
  if (!published) return kOldest;
  const double age = std::max(0.0, to_days(recency.today) - *published);
  return kOldest + (1 - kOldest) * std::exp2(-age / recency.half_life);
}

RankedMatches rank_matches(const Snapshot& snapshot, const AskedMatches& asked,
                           const SearchOptions& options, std::size_t first,
                           std::size_t count, std::vector<Xapian::docid>* all) {
  return Ranker(snapshot, asked, options).rank(first, count, all);
}

}  // namespace dateline
