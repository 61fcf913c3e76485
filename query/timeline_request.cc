#include "query/timeline_request.h"

#include <dateline/period.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "query/asked_articles.h"
#include "query/calendar_units.h"
#include "query/column_view.h"
#include "query/ranking.h"
#include "query/runnable_query.h"
#include "query/timeline_sentences.h"

namespace dateline {
namespace {

// Articles in which the sentences of one period are sought.
constexpr std::size_t kArticlesRead = 40;

// What was found for one period, and in which article.
struct Found {
  ToldSentence told;
  TimelineSentence sentence;
};

TimelineSentence sentence_of(const Article& article, const ToldSentence& told) {
  return {told.text,     told.mentioned, article.id,
          article.title, article.source, article.published};
}

// Chooses among the sentences of each period, and remembers them: what one period has
// told another tells only where it has nothing else.
class SentenceChooser {
 public:
  explicit SentenceChooser(std::size_t most) : most_(most) {}

  // The best, of those nearly the same one. `found` is in the order of rank.
  std::vector<TimelineSentence> choose(std::vector<Found>& found) {
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
      return a.told.score > b.told.score;
    });
    std::vector<TimelineSentence> sentences = choose(found, false);
    return sentences.empty() ? choose(found, true) : sentences;
  }

 private:
  std::vector<TimelineSentence> choose(std::vector<Found>& found, bool again) {
    std::vector<const ToldSentence*> kept;
    std::vector<TimelineSentence> sentences;
    for (Found& one : found) {
      if (sentences.size() == most_) break;
      if (!again && told_.contains(one.told.words)) continue;
      const bool is_alike =
          std::any_of(kept.begin(), kept.end(),
                      [&](const auto* other) { return are_alike(*other, one.told); });
      if (is_alike) continue;
      kept.push_back(&one.told);
      sentences.push_back(std::move(one.sentence));
    }
    for (const ToldSentence* sentence : kept) told_.insert(sentence->words);
    return sentences;
  }

  std::size_t most_;
  std::set<std::vector<std::uint64_t>> told_;  // The words of each.
};

}  // namespace

TimelineRequest::TimelineRequest(Snapshot& snapshot, const TimelineOptions& options)
    : snapshot_(snapshot), options_(options) {}

Timeline TimelineRequest::run(const Query& query) {
  snapshot_.set_time_limit(options_.time_limit);
  const AskedArticles asked(query, snapshot_, options_);
  try {
    find(asked);
  } catch (const TimeIsUp&) {
    result_.timed_out = true;
  }
  asked.tell_in_time(result_, options_.time_limit);
  return std::move(result_);
}

// Throws TimeIsUp: what was found until then is in the result.
void TimelineRequest::find(const AskedArticles& asked) {
  read_matches(asked.query());
  read_column();
  const std::vector<DateRange>& periods = column_->periods;
  for (const DateRange& period : periods) {
    is_asked_.push_back(holds(options_.days, period));
  }
  std::vector<std::uint32_t> itself(periods.size(), DateBuckets::kNone);
  for (std::uint32_t p = 0; p < periods.size(); ++p) {
    if (is_asked_[p]) itself[p] = p;
  }
  const auto counts = count_rows(*column_, rows_, itself, periods.size());
  result_.unit = options_.unit ? *options_.unit : best_unit(periods, counts);
  count_dated();

  DateBuckets buckets(periods, result_.unit);
  for (std::size_t p = 0; p < periods.size(); ++p) {
    if (!is_asked_[p]) buckets.number[p] = DateBuckets::kNone;
  }
  add_coarser(buckets, counts);
  add_rows(buckets, count_rows(*column_, rows_, buckets.number, buckets.units.size()));
  std::vector<Told> told = choose_told(buckets);
  choose_articles(buckets, told);
  add_sentences(told, TextMatcher(asked.compiled().wanted, snapshot_.deadline()));
}

void TimelineRequest::read_matches(const Xapian::Query& query) {
  result_.matches.exact = false;  // Until they are counted.
  const Xapian::Database& database = snapshot_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(runnable(snapshot_, query, Scores::kWeighted));
  enquire.set_weighting_scheme(weighting());
  const Xapian::doccount all = database.get_doccount();
  const Xapian::MSet matches = enquire.get_mset(0, all, all);
  docids_.assign(matches.begin(), matches.end());
  result_.matches = {.count = docids_.size(), .exact = !snapshot_.was_cut()};
}

void TimelineRequest::read_column() {
  const ColumnKind kind =
      options_.published ? ColumnKind::kPublished : ColumnKind::kMentioned;
  ColumnView view = view_column(snapshot_, kind, docids_);
  column_ = std::move(view.column);
  rows_ = std::move(view.rows);
}

void TimelineRequest::count_dated() {
  for (const std::uint32_t row : rows_) {
    const auto values = column_->row(row);
    if (std::any_of(values.begin(), values.end(),
                    [this](std::uint32_t value) { return is_asked_[value]; })) {
      ++result_.dated;
    }
  }
}

void TimelineRequest::add_rows(const DateBuckets& buckets,
                               std::span<const std::uint32_t> counts) {
  for (const DateRow& row : timeline_rows(buckets, counts)) {
    const bool is_empty = row.bucket == DateRow::kEmpty;
    result_.periods.push_back({.days = row.days,
                               .count = is_empty ? 0 : counts[row.bucket],
                               .units = row.units});
  }
}

void TimelineRequest::add_coarser(const DateBuckets& buckets,
                                  std::span<const std::uint32_t> counts) {
  const std::vector<DateRange>& periods = column_->periods;
  for (std::size_t p = 0; p < periods.size(); ++p) {
    if (!is_asked_[p] || counts[p] == 0) continue;
    if (buckets.number[p] == DateBuckets::kNone) {
      result_.coarser.push_back({.days = periods[p], .count = counts[p]});
    }
  }
  std::stable_sort(result_.coarser.begin(), result_.coarser.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (options_.coarser > 0 && result_.coarser.size() > options_.coarser) {
    result_.coarser.resize(options_.coarser);
  }
}

// The periods of most articles; of equals the earlier.
std::vector<TimelineRequest::Told> TimelineRequest::choose_told(
    const DateBuckets& buckets) {
  std::vector<TimelinePeriod*> most;
  for (TimelinePeriod& period : result_.periods) {
    if (period.count > 0 && options_.sentences > 0) most.push_back(&period);
  }
  std::stable_sort(most.begin(), most.end(),
                   [](const auto* a, const auto* b) { return a->count > b->count; });
  if (options_.told > 0 && most.size() > options_.told) most.resize(options_.told);
  std::vector<Told> told;
  for (TimelinePeriod* period : most) {
    const std::int64_t number = unit_number(result_.unit, period->days.first);
    const auto at =
        std::lower_bound(buckets.units.begin(), buckets.units.end(), number);
    told.push_back(
        {period, static_cast<std::uint32_t>(at - buckets.units.begin()), {}});
  }
  return told;
}

// The best articles that speak of each.
void TimelineRequest::choose_articles(const DateBuckets& buckets,
                                      std::vector<Told>& told) const {
  constexpr std::uint32_t kNotTold = DateBuckets::kNone;
  std::vector<std::uint32_t> place(buckets.units.size(), kNotTold);
  for (std::uint32_t i = 0; i < told.size(); ++i) place[told[i].bucket] = i;
  std::size_t open = told.size();
  for (std::size_t rank = 0; rank < rows_.size() && open > 0; ++rank) {
    for (const std::uint32_t value : column_->row(rows_[rank])) {
      const std::uint32_t bucket = buckets.number[value];
      if (bucket == DateBuckets::kNone || place[bucket] == kNotTold) continue;
      std::vector<std::size_t>& ranks = told[place[bucket]].ranks;
      if (!ranks.empty() && ranks.back() == rank) continue;
      ranks.push_back(rank);
      if (ranks.size() < kArticlesRead) continue;
      place[bucket] = kNotTold;
      --open;
    }
  }
}

void TimelineRequest::add_sentences(std::vector<Told>& told,
                                    const TextMatcher& matcher) {
  std::map<std::size_t, std::vector<std::size_t>> told_by_rank;
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (const std::size_t rank : told[i].ranks) told_by_rank[rank].push_back(i);
  }
  std::vector<std::vector<Found>> found(told.size());
  const auto read = [&](std::size_t rank, const std::vector<std::size_t>& places) {
    const auto record = snapshot_.article(docids_[rank]);
    const Article& article = record.article;
    const ArticleSentences sentences(record, matcher,
                                     snapshot_.analyzer(article.language));
    for (const std::size_t place : places) {
      const DateRange asked = told[place].period->days;
      const auto is_asked = [&](const DateRange& period) {
        return holds(asked, period) && holds(options_.days, period);
      };
      auto best = options_.published ? sentences.best(options_.snippet)
                                     : sentences.best(is_asked, options_.snippet);
      if (!best) continue;
      TimelineSentence sentence = sentence_of(article, *best);
      found[place].push_back({std::move(*best), std::move(sentence)});
    }
  };
  try {
    for (const auto& [rank, places] : told_by_rank) {
      snapshot_.deadline().check();
      read(rank, places);
    }
  } catch (const TimeIsUp&) {  // The sentences read until then are chosen from.
    result_.timed_out = true;
  }
  SentenceChooser chooser(options_.sentences);
  for (std::size_t i = 0; i < told.size(); ++i) {
    told[i].period->sentences = chooser.choose(found[i]);
  }
}

}  // namespace dateline
