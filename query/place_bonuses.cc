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

std::unordered_map<Xapian::docid, double> place_bonuses(
    const Snapshot& snapshot, const std::vector<PlaceBonus>& bonuses,
    const std::vector<Xapian::docid>& docids) {
  std::unordered_map<Xapian::docid, double> added;
  if (docids.empty()) return added;
  Xapian::Query query((new ListSource(docids))->release());
  for (const PlaceBonus& bonus : bonuses) {
    query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, bonus.query);
  }
  Xapian::Enquire enquire(snapshot.database());
  enquire.set_query(runnable(snapshot, query, Scores::kWeighted));
  enquire.set_weighting_scheme(weighting());
  const auto all = static_cast<Xapian::doccount>(docids.size());
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (match.get_weight() > 0) added.emplace(*match, match.get_weight());
  }
  return added;
}

}  // namespace dateline
