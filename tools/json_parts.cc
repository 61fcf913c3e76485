#include "json_parts.h"

#include "text_layout.h"

namespace dateline::cli {
namespace {

Json notes_json(const std::vector<QueryProblem>& problems,
                const std::vector<QueryProblem>& notes) {
  Json result = Json::array();
  for (const auto* list : {&problems, &notes}) {
    for (const QueryProblem& note : *list) {
      result.push_back({{"offset", note.offset},
                        {"length", note.length},
                        {"message", note.message}});
    }
  }
  return result;
}

// Among the notes for people, and by itself for programs.
void add_suggestion(Json& query, const Suggestion& suggestion) {
  query["notes"].push_back(
      Json{{"offset", 0},
           {"length", query["text"].get_ref<const std::string&>().size()},
           {"message", "Did you mean: " + suggestion.query + " (" +
                           counted(suggestion.count, "article") + ")?"}});
  query["suggestion"] = {{"query", suggestion.query}, {"count", suggestion.count}};
}

}  // namespace

std::string dumped(const Json& json, bool pretty) {
  return with_escapes(
             json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

Json document() { return {{"format_version", 1}}; }

Json date_or_null(Date date) {
  return date ? Json(dateline::to_string(date)) : Json(nullptr);
}

Json query_json(const ParsedQuery& parsed, const std::string& reading,
                const std::vector<QueryProblem>& notes,
                const std::optional<Suggestion>& suggestion) {
  Json json = {{"text", parsed.query.text()},
               {"reading", reading},
               {"notes", notes_json(parsed.problems, notes)}};
  if (suggestion) add_suggestion(json, *suggestion);
  return json;
}

Json matches_json(const MatchCount& matches) {
  Json json = {{"count", matches.count}, {"exact", matches.exact}};
  if (matches.stories) json["stories"] = *matches.stories;
  return json;
}

void add_publication(Json& json, const Publication& published) {
  json["published"] = date_or_null(published.date);
  json["published_from"] = to_string(published.origin);
  if (published.not_before || published.not_after) {
    json["published_bounds"] = {{"not_before", date_or_null(published.not_before)},
                                {"not_after", date_or_null(published.not_after)}};
  }
  if (published.date) json["published_confidence"] = published.confidence;
  if (!published.reason.empty()) json["published_reason"] = published.reason;
}

}  // namespace dateline::cli
