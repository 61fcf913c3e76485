// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
// 2009), as Xapian's BM25Weight reckons it, in steps of a millionth: so that the sum of
// the weights of an article is the same in whatever order they are added.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace dateline {

struct Bm25Parameters {
  double k1 = 1.6;          ///< How much a second occurrence of a word still adds.
  double b = 0.75;          ///< How much long articles are held back.
  double min_length = 0.2;  ///< Of the average: shorter articles count as this long.
};

/// A weight or a score, in steps of 2^-20.
using ScoreSteps = std::uint64_t;
inline constexpr double kScoreStep = 1.0 / (1 << 20);

/// `score` to the nearest step. From 0 to 2^31.
constexpr double in_steps(double score) {
  // Beyond this number a double has no room for less than a step.
  constexpr double kShift = 1.5 * (std::uint64_t{1} << 52) * kScoreStep;
  return (score + kShift) - kShift;
}

/// How many steps `score` has.
constexpr ScoreSteps to_steps(double score) {
  return static_cast<ScoreSteps>(in_steps(score) / kScoreStep);
}

/// What a term weighs in any document. A value.
class Bm25 {
 public:
  /// Of a term that `term_documents` of all `documents` have, whose average length is
  /// `average_length`, times `factor`.
  Bm25(const Bm25Parameters& parameters, double documents, double average_length,
       double term_documents, double factor);

  /// In a document of `length` words that has it `occurrences` times.
  double weight(double occurrences, double length) const;

  /// At most, in any document.
  double most() const { return term_ + kScoreStep; }

 private:
  double k1_;
  double b_;
  double min_length_;
  double per_length_;
  double term_;
};

/// The same for Xapian.
class Bm25Weight : public Xapian::Weight {
 public:
  explicit Bm25Weight(const Bm25Parameters& parameters);

  std::string name() const override { return "dateline::Bm25Weight"; }
  double get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                     Xapian::termcount distinct) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  Bm25Weight* clone() const override { return new Bm25Weight(parameters_); }
  void init(double factor) override;

  Bm25Parameters parameters_;
  Bm25 term_;
};

}  // namespace dateline
