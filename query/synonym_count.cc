#include "query/synonym_count.h"

namespace dateline {
namespace {

// Weighs nothing, and tells by how many documents it would.
class CountTeller : public Xapian::Weight {
 public:
  explicit CountTeller(Xapian::doccount& count) : count_(count) {
    need_stat(TERMFREQ);
    need_stat(WDF);  // As the true one does: without it Xapian takes other ways.
  }

  double get_sumpart(Xapian::termcount, Xapian::termcount,
                     Xapian::termcount) const override {
    return 0;
  }
  double get_maxpart() const override { return 1; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  CountTeller* clone() const override { return new CountTeller(count_); }

  // Called with 0 for what depends on no term.
  void init(double factor) override {
    if (factor > 0) count_ = get_termfreq();
  }

  Xapian::doccount& count_;
};

}  // namespace

Xapian::doccount synonym_count(const Xapian::Database& database,
                               const std::vector<std::string>& terms) {
  if (terms.size() == 1) return database.get_termfreq(terms.front());
  Xapian::doccount count = 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(CountTeller(count));
  enquire.get_mset(0, 0);
  return count;
}

}  // namespace dateline
