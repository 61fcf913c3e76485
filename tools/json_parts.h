// What every JSON document is made of.

#pragma once

#include <dateline/date.h>
#include <dateline/results.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace dateline::cli {

using Json = nlohmann::ordered_json;

/// A document with its format_version.
Json document();

/// With line breaks where `pretty`, and a last one. No control character stands in it;
/// wrong bytes are U+FFFD.
std::string dumped(const Json& json, bool pretty);

/// "2023-03", or null for Date{}.
Json date_or_null(Date date);

/// The text and the reading of a query, its notes, those of parsing first, and the
/// query that was perhaps meant.
Json query_json(const ParsedQuery& parsed, const std::string& reading,
                const std::vector<QueryProblem>& notes,
                const std::optional<Suggestion>& suggestion);

/// Of whatever the query found.
template <class Found>
Json query_json(const ParsedQuery& parsed, const Found& found) {
  return query_json(parsed, found.reading, found.notes, found.suggestion);
}

Json matches_json(const MatchCount& matches);

/// "published" and how it is known.
void add_publication(Json& json, const Publication& published);

}  // namespace dateline::cli
