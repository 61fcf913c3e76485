#include "query/place_bonuses.h"

#include <algorithm>
#include <string>

#include "query/ranking.h"
#include "query/runnable_query.h"

namespace dateline {
namespace {

// The documents of a list. What it gives has no weight.
class ListSource : public Xapian::PostingSource {
 public:
  explicit ListSource(const std::vector<Xapian::docid>& docids) : docids_(docids) {}

  void init(const Xapian::Database&) override {
    set_maxweight(0);
    at_ = docids_.begin();
    is_begun_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  Xapian::docid get_docid() const override { return *at_; }
  bool at_end() const override { return at_ == docids_.end(); }

  void next(double) override {
    if (is_begun_) ++at_;
    is_begun_ = true;
  }

  void skip_to(Xapian::docid docid, double) override {
    at_ = std::lower_bound(at_, docids_.end(), docid);
    is_begun_ = true;
  }

  ListSource* clone() const override { return new ListSource(docids_); }
  std::string get_description() const override { return "documents of a list"; }

 private:
  Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(docids_.size());
  }

  const std::vector<Xapian::docid>& docids_;
  std::vector<Xapian::docid>::const_iterator at_;
  bool is_begun_ = false;  // Before the first next() it stands nowhere.
};

}  // namespace

ScoreSteps most_of(const PlaceBonus& bonus) { return to_steps(bonus.most) + 1; }

std::optional<KeptBonuses> KeptBonuses::of(const Snapshot& snapshot,
                                           std::span<const PlaceBonus> bonuses,
                                           std::size_t matches) {
  // Nearness brings little: the index is asked of a few documents, which costs as much
  // as reading so many. A title brings so much that it would be asked of most.
  constexpr std::size_t kOfNearness = 200;
  const Xapian::Database& database = snapshot.database();
  KeptBonuses kept;
  for (const PlaceBonus& bonus : bonuses) {
    auto& words =
        kept.bonuses_.emplace_back(Bonus{bonus.window, most_of(bonus), {}}).words;
    const std::size_t wanted = bonus.window > 0 ? kOfNearness : matches;
    for (const std::string& term : bonus.terms) {
      auto places = snapshot.cache().postings().places(database, term, wanted,
                                                       snapshot.deadline());
      if (!places) return std::nullopt;
      const auto documents = static_cast<double>(places->postings->docids.size());
      words.push_back({PlaceCursor(std::move(places)),
                       Bm25(Bm25Parameters{}, database.get_doccount(),
                            database.get_avlength(), documents, bonus.factor)});
    }
  }
  return kept;
}

const std::vector<Xapian::docid>& KeptBonuses::Bonus::documents() const {
  const auto docids = [](const Word& word) -> const std::vector<Xapian::docid>& {
    return word.cursor.postings().postings->docids;
  };
  return docids(*std::ranges::min_element(
      words, {}, [&](const Word& word) { return docids(word).size(); }));
}

std::vector<ScoredDocument> KeptBonuses::take_rare(std::size_t documents) {
  std::vector<ScoredDocument> found;
  std::erase_if(bonuses_, [&](Bonus& bonus) {
    if (bonus.documents().size() >= documents) return false;
    for (const Xapian::docid docid : bonus.documents()) {
      if (const ScoreSteps steps = added(bonus, docid)) found.push_back({docid, steps});
    }
    return true;
  });
  std::ranges::sort(found, {}, &ScoredDocument::docid);
  return found;
}

ScoreSteps KeptBonuses::most() const {
  ScoreSteps sum = 0;
  for (const Bonus& bonus : bonuses_) sum += bonus.most;
  return sum;
}

ScoreSteps KeptBonuses::added(Xapian::docid docid) {
  ScoreSteps sum = 0;
  for (Bonus& bonus : bonuses_) sum += added(bonus, docid);
  return sum;
}

ScoreSteps KeptBonuses::added(Bonus& bonus, Xapian::docid docid) {
  places_.clear();
  for (Word& word : bonus.words) {
    places_.push_back(word.cursor.in(docid));
    if (places_.back().empty()) return 0;
  }
  if (bonus.window > 0 ? !stand_near(places_[0], places_[1], bonus.window)
                       : !stand_in_order(places_)) {
    return 0;
  }
  ScoreSteps sum = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Word& word = bonus.words[i];
    const double length = (*word.cursor.postings().lengths)[docid];
    sum += to_steps(word.bm25.weight(static_cast<double>(places_[i].size()), length));
  }
  return sum;
}

std::unordered_map<Xapian::docid, ScoreSteps> bonuses_in_index(
    const Snapshot& snapshot, std::span<const PlaceBonus> bonuses,
    const std::vector<Xapian::docid>& docids) {
  std::unordered_map<Xapian::docid, ScoreSteps> added;
  if (docids.empty()) return added;
  Xapian::Query query((new ListSource(docids))->release());
  for (const PlaceBonus& bonus : bonuses) {
    query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, bonus.query());
  }
  Xapian::Enquire enquire(snapshot.database());
  enquire.set_query(runnable(snapshot, query, Scores::kWeighted));
  enquire.set_weighting_scheme(weighting());
  const auto all = static_cast<Xapian::doccount>(docids.size());
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (match.get_weight() > 0) added.emplace(*match, to_steps(match.get_weight()));
  }
  return added;
}

}  // namespace dateline
