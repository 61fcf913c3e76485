#include "query/place_bonus_source.h"

#include <memory>
#include <string>
#include <utility>

#include "query/checked_source.h"
#include "query/placed_postings.h"

namespace dateline {
namespace {

class PlaceBonusSource : public CheckedSource {
 public:
  PlaceBonusSource(std::shared_ptr<const PlaceBonus> bonus, const RunLimit& limit)
      : CheckedSource(limit), bonus_(std::move(bonus)) {}

  double get_weight() const override {
    return static_cast<double>(added_) * kScoreStep;
  }

  PlaceBonusSource* clone() const override {
    return new PlaceBonusSource(bonus_, limit());
  }

  std::string get_description() const override {
    const std::string by =
        bonus_->window > 0 ? " NEAR/" + std::to_string(bonus_->window - 1) + ' ' : " ";
    std::string text;
    for (const std::string& term : bonus_->terms) {
      text += (text.empty() ? "" : by) + term;
    }
    return "bonus:[" + text + ']';
  }

 private:
  void open(const Xapian::Database& database) override {
    set_maxweight(bonus_->most());
    reader_ = std::make_unique<PlaceBonusReader>(*bonus_, database);
  }

  Xapian::docid seek(Xapian::docid docid) override { return reader_->seek(docid); }

  bool passes(Xapian::docid docid) override {
    added_ = reader_->added(docid);
    return added_ > 0;
  }

  std::shared_ptr<const PlaceBonus> bonus_;
  std::unique_ptr<PlaceBonusReader> reader_;
  ScoreSteps added_ = 0;
};

}  // namespace

PlaceBonusReader::PlaceBonusReader(const PlaceBonus& bonus,
                                   const Xapian::Database& database)
    : bonus_(bonus), database_(database) {
  for (const std::string& term : bonus.terms) terms_.emplace_back(database, term);
}

ScoreSteps PlaceBonusReader::added(Xapian::docid docid) {
  for (TermReader& term : terms_) {
    if (term.skip_to(docid) != docid) return 0;
  }
  places_.clear();
  for (TermReader& term : terms_) places_.push_back(term.places(docid));
  if (!stand_together(places_, bonus_.window)) return 0;
  const double length = database_.get_doclength(docid);
  ScoreSteps sum = 0;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    sum += to_steps(bonus_.weights[i].weight(terms_[i].occurrences(), length));
  }
  return sum;
}

Xapian::Query place_bonus_query(PlaceBonus bonus, const RunLimit& limit) {
  auto shared = std::make_shared<const PlaceBonus>(std::move(bonus));
  auto* source = new PlaceBonusSource(std::move(shared), limit);
  return Xapian::Query(source->release());
}

}  // namespace dateline
