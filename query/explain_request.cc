#include "query/explain_request.h"

#include <utility>

#include "query/count_matches.h"
#include "query/search_request.h"
#include "query/stage_clock.h"

namespace dateline {

namespace {

// Whether the time was enough for all of them.
bool count_clauses(const Snapshot& snapshot, const CompiledQuery& compiled,
                   Explanation& result) try {
  for (const QueryClause& clause : compiled.clauses) {
    const std::size_t count = count_matches(snapshot, clause.query);
    if (snapshot.was_cut()) return false;
    result.clauses.push_back({clause.reading, count});
  }
  return true;
} catch (const TimeIsUp&) {
  return false;
}

}  // namespace

Explanation explain_query(Snapshot& snapshot, const Query& query,
                          const SearchOptions& options) {
  check_options(options);
  StageClock clock;
  parse_query(query.text());  // Again, to time it.
  clock.finish("parse");
  SearchRequest request(snapshot, options, &clock);
  Results results = request.run(query);
  Explanation result;
  result.tree = query.to_string();
  const CompiledQuery& compiled = request.compiled();
  result.reading = std::move(results.reading);
  result.notes = std::move(results.notes);
  result.matches = results.matches;
  result.suggestion = std::move(results.suggestion);
  result.expansions = compiled.expansions;
  result.xapian_query = request.xapian_query().get_description();
  result.timed_out = results.timed_out || !count_clauses(snapshot, compiled, result);
  result.times = std::move(clock).times();
  return result;
}

}  // namespace dateline
