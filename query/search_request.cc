#include "query/search_request.h"

#include <dateline/error.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "index/document_record.h"
#include "index/schema.h"
#include "query/count_matches.h"
#include "query/hits.h"
#include "query/matching_docids.h"
#include "query/word_ranking.h"

namespace dateline {
namespace {

void check(const Recency& recency) {
  if (!is_valid(recency.today) || precision(recency.today) != DatePrecision::kDay) {
    throw Error(ErrorCode::kInvalidArgument,
                "Recency needs a full date that ages are counted to.");
  }
  if (!(recency.half_life > 0) || !std::isfinite(recency.half_life)) {
    throw Error(ErrorCode::kInvalidArgument, "A half-life must be above 0 days.");
  }
}

}  // namespace

void check_options(const SearchOptions& options) {
  for (const std::string& kind : options.facets) parse_facet(kind);
  check_filters(options.where);
  if (options.recency) check(*options.recency);
}

SearchRequest::SearchRequest(Snapshot& snapshot, const SearchOptions& options,
                             StageClock* clock)
    : snapshot_(snapshot), options_(options), clock_(clock) {}

Results SearchRequest::run(const Query& query) {
  snapshot_.set_time_limit(options_.time_limit);
  asked_.emplace(query, snapshot_, options_);
  finish("compile");
  try {
    find();
  } catch (const TimeIsUp&) {
    results_.timed_out = true;
  }
  asked_->tell_in_time(results_, options_.time_limit);
  finish("notes, did you mean");
  return std::move(results_);
}

// Throws TimeIsUp: what was found until then is in the results.
void SearchRequest::find() {
  results_.matches.exact = false;  // Until they are counted.
  if (options_.fold) {
    find_folded_hits();
  } else if (options_.limit == 0) {
    count_found();
  } else {
    find_hits();
  }
  if (!options_.facets.empty() || options_.facet_unit == FacetUnit::kStories) {
    add_facets();
    finish("facets");
  }
}

void SearchRequest::finish(std::string_view stage) {
  if (clock_ != nullptr) clock_->finish(stage);
}

// Where none is shown, none needs a score.
void SearchRequest::count_found() {
  const WordQuery* words = asked_->words();
  if (options_.facets.empty()) {
    const auto count = words ? count_by_words(snapshot_, words->tree) : std::nullopt;
    results_.matches.count = count ? *count : count_matches(snapshot_, asked_->query());
  } else {
    if (words) found_ = find_by_words(snapshot_, words->tree);
    if (!found_) found_ = matching_docids(snapshot_, asked_->query());
    results_.matches.count = found_->size();
  }
  results_.matches.exact = !snapshot_.was_cut();
  finish("match");
}

void SearchRequest::find_hits() {
  // One database can tell the numbers of the documents for facets while it matches.
  std::vector<Xapian::docid> found;
  const bool collects = !options_.facets.empty() && snapshot_.shards().size() == 1;
  const RankedMatches matches =
      rank_matches(snapshot_, {asked_->query(), asked_->words()}, options_,
                   options_.offset, options_.limit, collects ? &found : nullptr);
  results_.matches = {.count = matches.count, .exact = !snapshot_.was_cut()};
  if (collects) {
    // Where a match began anew and was cut, the first one had seen more.
    results_.matches.count = std::max(matches.count, found.size());
    found_ = std::move(found);
  }
  finish("match");
  const SnippetMaker snippets = snippet_maker();
  std::size_t rank = options_.offset;
  for (const RankedMatch& match : matches.page) {
    snapshot_.deadline().check();
    add_hit(match, ++rank, snippets);
  }
  finish("snippets");
}

// The hits are the matches without those that the fold hides, in the same order. How
// many of the first matches are hidden is known only afterwards: should there have been
// too few, more are asked for, but never more than are hidden in all.
void SearchRequest::find_folded_hits() {
  const Xapian::Query query = asked_->query();
  const std::size_t documents = snapshot_.database().get_doccount();
  const std::size_t end =
      std::min(options_.offset, documents) + std::min(options_.limit, documents);
  std::vector<Xapian::docid> found;
  const bool collects = snapshot_.shards().size() == 1;
  std::size_t asked = options_.limit == 0 ? 0 : end + end / 4 + 10;
  const auto best = [&](std::vector<Xapian::docid>* all) {
    return rank_matches(snapshot_, {query, asked_->words()}, options_, 0, asked, all)
        .page;
  };
  std::vector<RankedMatch> matches = best(collects ? &found : nullptr);
  found_ = collects ? std::move(found) : matching_docids(snapshot_, query);
  const auto copies = snapshot_.copies();
  fold_.emplace(copies, *found_);
  results_.folded = true;
  results_.matches = {.count = found_->size(),
                      .exact = !snapshot_.was_cut(),
                      .stories = found_->size() - fold_->hidden()};
  std::vector<RankedMatch> shown;
  for (;;) {
    shown.clear();
    for (const RankedMatch& match : matches) {
      if (shown.size() < end && !fold_->is_hidden(match.docid)) shown.push_back(match);
    }
    const std::size_t most = end + fold_->hidden();
    if (shown.size() == end || asked >= std::min(most, documents)) break;
    asked = std::min(4 * asked, most);
    matches = best(nullptr);
    if (snapshot_.was_cut()) break;  // Those shown are right as far as they go.
  }
  finish("match and fold");
  const SnippetMaker snippets = snippet_maker();
  for (std::size_t i = options_.offset; i < shown.size(); ++i) {
    snapshot_.deadline().check();
    add_hit(shown[i], i + 1, snippets);
    Hit& hit = results_.hits.back();
    const auto folded = fold_->copies(shown[i].docid);
    hit.copy_count = folded.size();
    hit.copies = make_copies(snapshot_, folded, options_.copy_limit);
  }
  finish("snippets");
}

// Where no snippet is shown, nothing is looked for in texts.
SnippetMaker SearchRequest::snippet_maker() const {
  std::span<const Wanted> wanted;
  if (options_.parts.snippet) wanted = asked_->compiled().wanted;
  return {wanted, options_.snippet, snapshot_.deadline()};
}

void SearchRequest::add_hit(const RankedMatch& match, std::size_t rank,
                            const SnippetMaker& snippets) {
  Hit hit = make_hit(snapshot_, match.docid, snippets, options_.parts);
  hit.rank = rank;
  hit.score = match.score;
  results_.hits.push_back(std::move(hit));
}

// What facets count of the articles found.
std::vector<Xapian::docid> SearchRequest::counted(
    std::vector<Xapian::docid> found) const {
  if (options_.facet_unit == FacetUnit::kStories) {
    keep_stories(snapshot_.copies(), found);
  }
  return found;
}

// Without the filters on the field of `kind`.
std::vector<Xapian::docid> SearchRequest::matching(const FacetKind& kind) const {
  const FacetFilters& filters = asked_->filters();
  const CompiledQuery& compiled = asked_->compiled();
  if (const auto words = filters.apply(compiled.words, &kind)) {
    if (auto found = find_by_words(snapshot_, words->tree)) return *std::move(found);
  }
  return matching_docids(snapshot_, filters.apply(compiled.query, &kind));
}

void SearchRequest::add_facets() {
  const FacetFilters& filters = asked_->filters();
  const Xapian::Query& query = asked_->compiled().query;
  if (!options_.facets.empty() && !found_) {
    found_ = matching_docids(snapshot_, filters.apply(query));
    if (snapshot_.was_cut()) throw TimeIsUp();  // They may be fewer than were counted.
  }
  if (options_.facet_unit == FacetUnit::kStories && found_ &&
      !results_.matches.stories) {
    const Fold fold(snapshot_.copies(), *found_);
    results_.matches.stories = found_->size() - fold.hidden();
  }
  // Kinds that are filtered themselves are counted without those filters, all others
  // over the articles found: one counter for each set of documents.
  std::optional<FacetCounter> narrow;
  std::vector<std::pair<FacetKind, FacetCounter>> wider;
  const auto counter_of = [&](const FacetKind& kind) -> FacetCounter& {
    if (!filters.has(kind)) {
      if (!narrow) narrow.emplace(snapshot_, counted(std::move(*found_)), options_);
      return *narrow;
    }
    for (auto& [known, counter] : wider) {
      if (known.same_field(kind)) return counter;
    }
    auto docids = counted(matching(kind));
    if (snapshot_.was_cut()) throw TimeIsUp();
    wider.emplace_back(kind, FacetCounter(snapshot_, std::move(docids), options_));
    return wider.back().second;
  };
  for (const std::string& name : options_.facets) {
    snapshot_.deadline().check();
    const AskedFacet asked = parse_facet(name);
    results_.facets.push_back(counter_of(asked.kind).count(asked));
  }
}

}  // namespace dateline
