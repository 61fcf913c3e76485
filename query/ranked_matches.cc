#include "query/ranked_matches.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "index/schema.h"
#include "query/article_profile.h"
#include "query/ranking.h"
#include "query/runnable_query.h"

namespace dateline {
namespace {

// What age leaves of a score at least: text comes first.
constexpr double kOldest = .5;

class Ranker {
 public:
  Ranker(const Snapshot& snapshot, const Xapian::Query& query,
         const SearchOptions& options)
      : snapshot_(snapshot),
        database_(snapshot.database()),
        all_(database_.get_doccount()),
        enquire_(database_),
        options_(options) {
    enquire_.set_query(runnable(snapshot, query, Scores::kWeighted));
    enquire_.set_weighting_scheme(weighting());
    sort_by_day();
  }

  RankedMatches rank(std::size_t first, std::size_t count, Xapian::MatchSpy* spy) {
    if (options_.recency && options_.sort == SortOrder::kRelevance) {
      return rank_by_age(first, count, spy);
    }
    const Xapian::MSet found = best(first, count, spy);
    RankedMatches result{.page = {}, .count = found.get_matches_estimated()};
    for (auto match = found.begin(); match != found.end(); ++match) {
      result.page.push_back({*match, match.get_weight()});
    }
    return result;
  }

 private:
  struct Aged {
    RankedMatch match;
    double factor = 1;
  };

  void sort_by_day() {
    if (options_.sort == SortOrder::kNewest) {
      // A missing day sorts below all others: last.
      enquire_.set_sort_by_value_then_relevance(schema::slot::kPublished, true);
    } else if (options_.sort == SortOrder::kOldest) {
      // Here it has to be put last: above the largest number that can be written.
      keys_.emplace();
      keys_->add_value(schema::slot::kPublished, false, std::string(10, '\xFF'));
      enquire_.set_sort_by_key_then_relevance(&*keys_, false);
    }
  }

  Xapian::MSet best(std::size_t first, std::size_t count, Xapian::MatchSpy* spy) {
    enquire_.clear_matchspies();
    if (spy != nullptr) enquire_.add_matchspy(spy);
    const auto within = [this](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min(n, all_));
    };
    return enquire_.get_mset(within(first), within(count), within(all_));
  }

  // Age only takes away. So the first matches by text are enough as soon as what is
  // left to the last one wanted is more than what the last one seen had: none behind
  // that can have more.
  RankedMatches rank_by_age(std::size_t first, std::size_t count,
                            Xapian::MatchSpy* spy) {
    const std::size_t begin = std::min(first, all_);
    const std::size_t end = begin + std::min(count, all_ - begin);
    std::size_t asked = end == begin ? 0 : 4 * end + 100;
    for (;; asked *= 4, spy = nullptr) {
      const Xapian::MSet found = best(0, asked, spy);
      const bool is_last =
          snapshot_.was_cut();  // The order is right as far as it goes.
      const std::vector<Aged> aged = by_age(found);
      const std::size_t seen = aged.size();
      const std::size_t last = std::min(end, seen);
      const bool enough = is_last || seen < asked || asked >= all_ || last == 0 ||
                          aged[last - 1].match.score > found.back().get_weight();
      if (!enough) continue;
      RankedMatches result{.page = {}, .count = found.get_matches_estimated()};
      for (std::size_t i = begin; i < last; ++i) result.page.push_back(aged[i].match);
      return result;
    }
  }

  // The matches by what age leaves of their scores; of equal ones the newer first.
  std::vector<Aged> by_age(const Xapian::MSet& found) const {
    std::vector<Aged> aged;
    for (auto match = found.begin(); match != found.end(); ++match) {
      const double factor = recency_factor(
          *options_.recency, published_day(database_.get_document(*match)));
      aged.push_back({{*match, match.get_weight() * factor}, factor});
    }
    std::sort(aged.begin(), aged.end(), [](const Aged& a, const Aged& b) {
      return std::tuple(-a.match.score, -a.factor, a.match.docid) <
             std::tuple(-b.match.score, -b.factor, b.match.docid);
    });
    return aged;
  }

  const Snapshot& snapshot_;
  const Xapian::Database& database_;
  std::size_t all_;
  Xapian::Enquire enquire_;
  const SearchOptions& options_;
  std::optional<Xapian::MultiValueKeyMaker> keys_;
};

}  // namespace

double recency_factor(const Recency& recency, std::optional<double> published) {
  if (!published) return kOldest;
  const double age = std::max(0.0, to_days(recency.today) - *published);
  return kOldest + (1 - kOldest) * std::exp2(-age / recency.half_life);
}

RankedMatches rank_matches(const Snapshot& snapshot, const Xapian::Query& query,
                           const SearchOptions& options, std::size_t first,
                           std::size_t count, Xapian::MatchSpy* spy) {
  return Ranker(snapshot, query, options).rank(first, count, spy);
}

}  // namespace dateline
