// What `search --queries` tells of a batch: how long its queries took, and a checksum
// of what they found, so that two builds can be compared.

#pragma once

#include <dateline/results.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// Milliseconds that one query took.
struct QueryTimes {
  double parse = 0;
  double search = 0;  ///< All else: compiling, matching, snippets, facets.

  double total() const { return parse + search; }
};

/// A hash of results: FNV-1a of 64 bits over one line for each query in their order:
/// how many articles match, then the ids of the hits shown, a blank before each.
class ResultsChecksum {
 public:
  void add(const Results& results);

  /// 16 hexadecimal digits.
  std::string text() const;

 private:
  void add_bytes(std::string_view bytes);

  std::uint64_t hash_ = 0xCBF29CE484222325;
};

class QueryBatch {
 public:
  void add(const Results& results, const QueryTimes& times);

  std::size_t queries() const { return totals_.size(); }
  bool found_any() const { return found_ > 0; }

  /// "3 queries, 2 of them with articles, in 4.1 ms: p50 1.2 ms, p99 2.0 ms" and the
  /// checksum.
  std::string text() const;

  /// {"format_version": 1, "summary": {...}} on one line.
  std::string json() const;

 private:
  double percentile(std::size_t percent) const;
  double total() const;

  ResultsChecksum checksum_;
  std::size_t found_ = 0;
  std::vector<double> totals_;  // Of each query.
};

/// "1.234 ms".
std::string milliseconds(double value);

}  // namespace dateline::cli
