#include "query_batch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "json_parts.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

// As precise as clocks are, so that JSON has no long tails.
double rounded(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

std::string milliseconds(double value) {
  char text[48];
  std::snprintf(text, sizeof text, "%.3f ms", value);
  return text;
}

// Constants: Fowler, Noll, Vo; RFC 9923 writes them down.
void ResultsChecksum::add_bytes(std::string_view bytes) {
  for (const char byte : bytes) {
    hash_ ^= static_cast<unsigned char>(byte);
    hash_ *= 0x100000001B3;
  }
}

void ResultsChecksum::add(const Results& results) {
  add_bytes(std::to_string(results.matches.count));
  for (const Hit& hit : results.hits) {
    add_bytes(" ");
    add_bytes(hit.id);
  }
  add_bytes("\n");
}

std::string ResultsChecksum::text() const {
  char text[24];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash_));
  return text;
}

void QueryBatch::add(const Results& results, const QueryTimes& times) {
  checksum_.add(results);
  found_ += results.matches.count > 0 ? 1 : 0;
  totals_.push_back(times.total());
}

// The smallest time that so many of a hundred queries do not exceed.
double QueryBatch::percentile(std::size_t percent) const {
  if (totals_.empty()) return 0;
  std::vector<double> sorted = totals_;
  const std::size_t place = (sorted.size() * percent + 99) / 100 - 1;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(place),
                   sorted.end());
  return sorted[place];
}

double QueryBatch::total() const {
  return std::accumulate(totals_.begin(), totals_.end(), 0.0);
}

std::string QueryBatch::text() const {
  const std::string count =
      queries() == 1 ? "1 query" : with_commas(queries()) + " queries";
  return count + ", " + with_commas(found_) + " of them with articles, in " +
         milliseconds(total()) + ": p50 " + milliseconds(percentile(50)) + ", p99 " +
         milliseconds(percentile(99)) + "\nresults " + checksum_.text() + "\n";
}

std::string QueryBatch::json() const {
  Json json = document();
  json["summary"] = {{"queries", queries()},
                     {"with_articles", found_},
                     {"milliseconds",
                      {{"total", rounded(total())},
                       {"p50", rounded(percentile(50))},
                       {"p99", rounded(percentile(99))}}},
                     {"results", checksum_.text()}};
  return dumped(json, false);
}

}  // namespace dateline::cli
