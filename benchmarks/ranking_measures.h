// How good a ranking is, by what people judged: the measures of trec_eval
// (github.com/usnistgov/trec_eval, release 9), one query at a time.

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace dateline::bench {

/// The documents that people judged for one query, by id. A gain above 0: relevant, and
/// the more so the higher. All others count as 0.
using Judgements = std::map<std::string, double, std::less<>>;

/// Relevant documents: those with a gain above 0.
std::size_t relevant_in(const Judgements& judged);

/// Measure P_10 for depth 10: relevant documents among the first `depth`, divided by
/// `depth`, however many were found.
double precision_at(std::size_t depth, std::span<const std::string> ranking,
                    const Judgements& judged);

/// Measure map, of one query: the precision at the place of each relevant document that
/// was found, added up and divided by the number of all relevant ones. 0 where there is
/// none.
double average_precision(std::span<const std::string> ranking,
                         const Judgements& judged);

/// Measure ndcg_cut_10 for depth 10 (Järvelin and Kekäläinen, Cumulated Gain-Based
/// Evaluation of IR Techniques, TOIS 2002, as trec_eval does it): each of the first
/// `depth` documents adds its gain divided by log2(1 + its place, from 1); the sum is
/// divided by that of the best order there could be. 0 where nothing is relevant.
double ndcg_at(std::size_t depth, std::span<const std::string> ranking,
               const Judgements& judged);

}  // namespace dateline::bench
