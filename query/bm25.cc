#include "query/bm25.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// Rarity: the logarithm of the odds against a document having the term. Of the most
// frequent terms Xapian takes it slower, so that no word weighs less than nothing.
double rarity(double documents, double term_documents) {
  const double odds = (documents - term_documents + .5) / (term_documents + .5);
  return std::log(odds < 2 ? odds * .5 + 1 : odds);
}

}  // namespace

Bm25::Bm25(const Bm25Parameters& parameters, double documents, double average_length,
           double term_documents, double factor)
    : k1_(parameters.k1),
      b_(parameters.b),
      min_length_(parameters.min_length),
      per_length_(average_length > 0 ? 1 / average_length : 0),
      term_(rarity(documents, term_documents) * (parameters.k1 + 1) * factor) {}

double Bm25::weight(double occurrences, double length) const {
  const double relative = std::max(length * per_length_, min_length_);
  const double held_back = k1_ * (relative * b_ + (1 - b_));
  return in_steps(term_ * (occurrences / (occurrences + held_back)));
}

Bm25Weight::Bm25Weight(const Bm25Parameters& parameters)
    : parameters_(parameters), term_(parameters, 0, 0, 0, 0) {
  need_stat(COLLECTION_SIZE);
  need_stat(AVERAGE_LENGTH);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
}

void Bm25Weight::init(double factor) {
  term_ = Bm25(parameters_, get_collection_size(), get_average_length(), get_termfreq(),
               factor);
}

double Bm25Weight::get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                               Xapian::termcount) const {
  return term_.weight(occurrences, length);
}

double Bm25Weight::get_maxpart() const {
  const Xapian::termcount most = get_wdf_upper_bound();
  return term_.weight(most, std::max(most, get_doclength_lower_bound())) + kScoreStep;
}

}  // namespace dateline
