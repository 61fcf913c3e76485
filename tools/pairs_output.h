// Pairs of names as people, spreadsheets, programs and graph tools read them.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>

#include <string>

#include "terminal.h"

namespace dateline::cli {

/// A line and a bar for each pair.
std::string pairs_text(const NamePairs& pairs, FacetRank rank,
                       const Terminal& terminal);

/// Column names, then a line a pair.
std::string pairs_csv(const NamePairs& pairs);

std::string pairs_json(const NamePairs& pairs, const ParsedQuery& parsed);

/// A graph in GraphML 1.0 (graphml.graphdrawing.org): a node for each name with its
/// label, kind and count of articles; an undirected edge for each pair, whose weight is
/// the count of articles that have both.
std::string pairs_graphml(const NamePairs& pairs);

}  // namespace dateline::cli
