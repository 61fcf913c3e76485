#include "query/similar_articles.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "index/copy_linking.h"
#include "index/schema.h"
#include "query/article_profile.h"
#include "query/copy_table.h"
#include "query/hits.h"
#include "query/ranking.h"
#include "query/snippets.h"

namespace dateline {
namespace {

// Articles that are looked at closely: the best by words, of all and of those days.
constexpr Xapian::doccount kCandidates = 150;
constexpr double kNearDays = 15;

// How much words, names and days count, and what is left to one of another time. Set
// by hand on the stories of 1987 and the seeds.
constexpr double kWords = .5;
constexpr double kNames = .35;
constexpr double kDays = .15;
constexpr double kOtherTime = .5;
constexpr double kHalfLife = 7;  // Days.
constexpr double kTimeUnknown = .5;

// Below this two articles have some words in common, but no event.
constexpr double kLeast = .12;

struct Candidate {
  Xapian::docid docid;
  double likeness;
  ArticleProfile::Shared shared;
};

class SimilarRequest {
 public:
  SimilarRequest(Snapshot& snapshot, Xapian::docid docid, const SimilarOptions& options)
      : snapshot_(snapshot),
        database_(snapshot.database()),
        self_(docid),
        document_(database_.get_document(docid)),
        options_(options),
        profile_(snapshot, docid) {}

  SimilarArticles run() {
    std::vector<Candidate> found = candidates();
    std::optional<Fold> fold;
    if (options_.fold) fold.emplace(hide_copies(found));
    SimilarArticles result;
    std::vector<Wanted> wanted;
    for (const RareWord& word : profile_.words()) {
      result.words.push_back(word.stem);
      wanted.push_back({.stem = word.stem});
    }
    const SnippetMaker snippets(wanted, options_.snippet);
    for (Candidate& candidate : found) {
      if (result.articles.size() == options_.limit) break;
      SimilarArticle& article = result.articles.emplace_back();
      article.hit = make_hit(snapshot_, candidate.docid, snippets);
      article.hit.rank = result.articles.size();
      article.hit.score = candidate.likeness;
      article.names = std::move(candidate.shared.names);
      article.days = std::move(candidate.shared.days);
      if (!fold) continue;
      const auto copies = fold->copies(candidate.docid);
      article.hit.copy_count = copies.size();
      article.hit.copies = make_copies(snapshot_, copies, options_.copy_limit);
    }
    return result;
  }

 private:
  Xapian::Query words_query() const {
    std::vector<Xapian::Query> words;
    for (const RareWord& word : profile_.words()) {
      // As in a cosine, rarity counts on either side.
      words.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.term),
                         word.weight / profile_.words().front().weight);
    }
    return {Xapian::Query::OP_OR, words.begin(), words.end()};
  }

  // Adds the weights of the best articles for `query`.
  void look_for(const Xapian::Query& query, std::map<Xapian::docid, double>& weights) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(weighting());
    const Xapian::MSet best = enquire.get_mset(0, kCandidates);
    for (auto one = best.begin(); one != best.end(); ++one) {
      weights.emplace(*one, one.get_weight());
    }
  }

  std::vector<Candidate> candidates() {
    std::vector<Candidate> found;
    if (profile_.words().empty()) return found;
    const Xapian::Query words = words_query();
    std::map<Xapian::docid, double> weights;
    look_for(words, weights);
    const auto only = [&words](const Xapian::Query& filter) {
      return Xapian::Query(Xapian::Query::OP_FILTER, words, filter);
    };
    if (const auto day = profile_.published()) {
      look_for(only({Xapian::Query::OP_VALUE_RANGE, schema::slot::kPublished,
                     Xapian::sortable_serialise(*day - kNearDays),
                     Xapian::sortable_serialise(*day + kNearDays)}),
               weights);
    }
    // What it gets itself is the most that another could get.
    std::map<Xapian::docid, double> own;
    look_for(only(Xapian::Query(schema::id_term(snapshot_.article(self_).article.id))),
             own);
    const double most = own.contains(self_) ? own[self_] : 0;
    if (most <= 0) return found;
    for (const auto& [docid, weight] : weights) {
      if (docid == self_) continue;
      Candidate candidate = weigh(docid, std::min(1.0, weight / most));
      if (candidate.likeness >= kLeast) found.push_back(std::move(candidate));
    }
    std::ranges::stable_sort(found, std::greater{}, &Candidate::likeness);
    return found;
  }

  Candidate weigh(Xapian::docid docid, double words) const {
    const Xapian::Document document = database_.get_document(docid);
    Candidate candidate{docid, 0, profile_.shared_with(document)};
    const double likeness = kWords * words + kNames * candidate.shared.names_cosine +
                            kDays * candidate.shared.days_cosine;
    double nearness = kTimeUnknown;
    const auto day = published_day(document);
    if (day && profile_.published()) {
      nearness = std::exp2(-std::abs(*day - *profile_.published()) / kHalfLife);
    }
    candidate.likeness = likeness * (kOtherTime + (1 - kOtherTime) * nearness);
    return candidate;
  }

  // Leaves out copies of the article itself, and of each chain all but the earliest.
  Fold hide_copies(std::vector<Candidate>& found) const {
    std::vector<Xapian::docid> docids;
    const auto copies = snapshot_.copies();
    const std::uint32_t place = copies->place(self_);
    std::erase_if(found, [&](const Candidate& candidate) {
      const std::uint32_t other = copies->place(candidate.docid);
      return place != CopyTable::kNone && other != CopyTable::kNone &&
             copies->chain(other) == copies->chain(place);
    });
    for (const Candidate& candidate : found) docids.push_back(candidate.docid);
    Fold fold(copies, docids);
    std::erase_if(found, [&](const Candidate& candidate) {
      return fold.is_hidden(candidate.docid);
    });
    return fold;
  }

  Snapshot& snapshot_;
  const Xapian::Database& database_;
  Xapian::docid self_;
  Xapian::Document document_;
  const SimilarOptions& options_;
  ArticleProfile profile_;
};

}  // namespace

std::optional<SimilarArticles> find_similar(Snapshot& snapshot, std::string_view id,
                                            const SimilarOptions& options) {
  const auto docid = find_document(snapshot, id);
  if (!docid) return std::nullopt;
  return SimilarRequest(snapshot, *docid, options).run();
}

}  // namespace dateline
