// Tables for spreadsheets: CSV as in RFC 4180, CRLF at the end of a line, and no cell
// that a spreadsheet would take for a formula.

#pragma once

#include <dateline/results.h>
#include <dateline/searcher.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// One cell. Text that begins with = + - @ (blanks before them aside) gets an
/// apostrophe in front: spreadsheets would run it as a formula.
std::string csv_cell(std::string_view text);

/// The line of column names of hits; with a column for the query in a batch.
std::string hits_csv_header(bool batch, bool folded);

/// A line a hit.
std::string hits_csv(const Results& results, const std::optional<std::string>& query,
                     bool folded);

/// A number of six digits.
std::string decimal(double number);

/// Column names, then a line a facet value; with scores where values are typical.
std::string facets_csv(const std::vector<Facet>& facets, FacetRank rank);

/// Column names, then a line a sentence, and one for each period that has none.
std::string timeline_csv(const Timeline& timeline);

}  // namespace dateline::cli
