#include "json_output.h"

#include <dateline/fields.h>
#include <dateline/period.h>

#include <string>
#include <utility>

#include "json_parts.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

Json names_by_kind(const std::vector<NameCount>& names) {
  Json result = Json::object();
  for (const NameKind kind : kNameKinds) {
    Json& list = result[std::string(to_string(kind))] = Json::array();
    for (const NameCount& name : names) {
      if (name.name.kind == kind) list.push_back(name.name.text);
    }
  }
  return result;
}

Json copies_object(const Hit& hit) {
  Json articles = Json::array();
  for (const Copy& copy : hit.copies) {
    articles.push_back({{"id", copy.id},
                        {"source", copy.source},
                        {"published", date_or_null(copy.published)}});
  }
  return {{"count", hit.copy_count}, {"articles", std::move(articles)}};
}

// Of `parts` those that were asked for.
Json hit_object(const Hit& hit, const HitParts& parts = {}) {
  Json json = {{"rank", hit.rank},   {"score", hit.score},   {"id", hit.id},
               {"title", hit.title}, {"source", hit.source}, {"published", nullptr}};
  add_publication(json, hit.published);
  json["url"] = hit.url;
  if (parts.snippet) json["snippet"] = hit.snippet;
  if (parts.names) json["names"] = names_by_kind(hit.names);
  if (parts.mentioned) {
    Json& mentioned = json["mentioned"] = Json::array();
    for (const DateRange& period : hit.mentioned) {
      mentioned.push_back(period_name(period));
    }
  }
  if (hit.copy_count > 0) json["copies"] = copies_object(hit);
  return json;
}

Json spellings_object(const std::map<std::string, std::size_t>& spellings) {
  Json result = Json::object();
  for (const auto& [spelling, count] : spellings) result[spelling] = count;
  return result;
}

Json entity_object(const Entity& entity) {
  Json json = {{"kind", dateline::to_string(entity.kind)},
               {"value", entity.label},
               {"count", entity.articles},
               {"spellings", spellings_object(entity.spellings)}};
  if (entity.hidden) json["hidden"] = true;
  return json;
}

Json facets_object(const std::vector<Facet>& facets) {
  Json result = Json::object();
  for (const Facet& facet : facets) {
    Json& values = result[facet.kind] = Json::array();
    for (const FacetValue& value : facet.values) {
      Json& json =
          values.emplace_back(Json{{"value", value.value}, {"count", value.count}});
      if (value.gap > 1) json["gap"] = value.gap;
      if (value.score > 0) {
        json["in_index"] = value.in_index;
        json["score"] = value.score;
      }
      if (value.spellings.empty()) continue;
      json["spellings"] = spellings_object(value.spellings);
    }
  }
  return result;
}

std::string_view to_string(FieldType type) {
  switch (type) {
    case FieldType::kText:
      return "text";
    case FieldType::kName:
      return "name";
    case FieldType::kValue:
      return "value";
    case FieldType::kDate:
      break;
  }
  return "date";
}

std::string_view to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay:
      return "day";
    case DatePrecision::kMonth:
      return "month";
    case DatePrecision::kYear:
      return "year";
    case DatePrecision::kNone:
      break;
  }
  return "none";
}

Json name_mentions(const Annotations& found, std::string_view text) {
  Json result = Json::array();
  for (const NameMention& mention : found.names) {
    result.push_back(
        {{"kind", dateline::to_string(mention.name.kind)},
         {"name", mention.name.text},
         {"surface", text.substr(mention.begin, mention.end - mention.begin)},
         {"begin", mention.begin},
         {"end", mention.end},
         {"region", dateline::to_string(mention.region)},
         {"score", mention.score},
         {"reason", mention.reason},
         {"demonym", mention.is_demonym}});
  }
  return result;
}

Json date_mentions(const Annotations& found, std::string_view text) {
  Json result = Json::array();
  for (const DateMention& mention : found.dates) {
    result.push_back(
        {{"surface", text.substr(mention.begin, mention.end - mention.begin)},
         {"begin", mention.begin},
         {"end", mention.end},
         {"value", mention.value},
         {"precision", to_string(mention.precision)},
         {"type", dateline::to_string(mention.type)},
         {"mod", mention.modifier},
         {"first", date_or_null(mention.range.first)},
         {"last", date_or_null(mention.range.last)},
         {"anchor", date_or_null(mention.anchor)},
         {"region", dateline::to_string(mention.region)},
         {"score", mention.score},
         {"reason", mention.reason}});
  }
  return result;
}

}  // namespace

std::string results_json(const Results& results, const ParsedQuery& parsed,
                         const std::optional<HitParts>& hit_parts, bool pretty,
                         const QueryTimes* times) {
  Json json = document();
  json["query"] = query_json(parsed, results);
  json["matches"] = matches_json(results.matches);
  if (hit_parts) {
    Json& hits = json["hits"] = Json::array();
    for (const Hit& hit : results.hits) hits.push_back(hit_object(hit, *hit_parts));
  }
  json["facets"] = facets_object(results.facets);
  if (results.timed_out) json["timed_out"] = true;
  if (times != nullptr) {
    json["milliseconds"] = {{"parse", times->parse}, {"search", times->search}};
  }
  return dumped(json, pretty);
}

std::string hit_json(const Hit& hit, const HitParts& parts) {
  Json json = document();
  json.update(hit_object(hit, parts));
  return dumped(json, false);
}

std::string similar_json(const SimilarArticles& similar, std::string_view id) {
  Json json = document();
  json["id"] = id;
  json["words"] = similar.words;
  Json& articles = json["similar"] = Json::array();
  for (const SimilarArticle& article : similar.articles) {
    Json& one = articles.emplace_back(hit_object(article.hit));
    Json& names = one["shared_names"] = Json::array();
    for (const Name& name : article.names) {
      names.push_back({{"kind", dateline::to_string(name.kind)}, {"name", name.text}});
    }
    Json& days = one["shared_days"] = Json::array();
    for (const Date day : article.days) days.push_back(dateline::to_string(day));
  }
  return dumped(json, true);
}

std::string article_json(const AnnotatedArticle& found) {
  const Article& article = found.article;
  Json json = document();
  json["id"] = article.id;
  json["title"] = article.title;
  json["source"] = article.source;
  add_publication(json, article.published);
  json["authors"] = article.authors;
  json["url"] = article.url;
  json["language"] = article.language;
  json["topics"] = article.topics;
  Json& given = json["names"] = Json::array();
  for (const Name& name : article.names) {
    given.push_back({{"kind", dateline::to_string(name.kind)}, {"name", name.text}});
  }
  json["body"] = article.body;
  Json& regions = json["regions"] = Json::array();
  for (const RegionSpan& region : found.regions) {
    regions.push_back({{"begin", region.begin},
                       {"end", region.end},
                       {"region", dateline::to_string(region.region)}});
  }
  json["extracted"] = {{"names", name_mentions(found.body, article.body)},
                       {"dates", date_mentions(found.body, article.body)}};
  json["extracted_title"] = {{"names", name_mentions(found.title, article.title)},
                             {"dates", date_mentions(found.title, article.title)}};
  return dumped(json, true);
}

std::string annotations_json(const Annotations& found, std::string_view text) {
  Json json = document();
  json["names"] = name_mentions(found, text);
  json["dates"] = date_mentions(found, text);
  return dumped(json, true);
}

std::string explanation_json(const Explanation& explanation,
                             const ParsedQuery& parsed) {
  Json json = document();
  json["query"] = query_json(parsed, explanation);
  json["tree"] = explanation.tree;
  json["xapian_query"] = explanation.xapian_query;
  Json& clauses = json["clauses"] = Json::array();
  for (const ClauseCount& clause : explanation.clauses) {
    clauses.push_back({{"clause", clause.clause}, {"count", clause.count}});
  }
  Json& expansions = json["expansions"] = Json::array();
  for (const ExpandedTerm& term : explanation.expansions) {
    expansions.push_back(
        {{"typed", term.typed}, {"words", term.words}, {"left_out", term.left_out}});
  }
  json["matches"] = matches_json(explanation.matches);
  if (explanation.timed_out) json["timed_out"] = true;
  Json& times = json["times"] = Json::array();
  for (const StageTime& time : explanation.times) {
    times.push_back({{"stage", time.stage}, {"microseconds", time.microseconds}});
  }
  return dumped(json, true);
}

std::string names_json(const std::vector<KindOfNames>& kinds,
                       const std::vector<std::string>& near) {
  Json json = document();
  std::size_t found = 0;
  Json& names = json["names"] = Json::array();
  for (const auto& [kind, list] : kinds) {
    found += list.found;
    for (const Entity& entity : list.entities) names.push_back(entity_object(entity));
  }
  json["found"] = found;
  json["near"] = near;
  return dumped(json, true);
}

std::string names_json_lines(const KindOfNames& names) {
  std::string text;
  for (const Entity& entity : names.list.entities) {
    Json json = document();
    json.update(entity_object(entity));
    text += dumped(json, false);
  }
  return text;
}

std::string link_json(const LinkExplanation& link, NameKind kind, std::string_view a,
                      std::string_view b) {
  Json json = document();
  json["kind"] = dateline::to_string(kind);
  json["names"] = {a, b};
  json["linked"] = link.linked;
  json["verdict"] = link.verdict;
  Json& evidence = json["evidence"] = Json::array();
  for (const auto& [points, what] : link.evidence) {
    evidence.push_back({{"points", points}, {"what", what}});
  }
  return dumped(json, true);
}

std::string info_json(const IndexInfo& info) {
  Json json = document();
  json["path"] = info.path;
  json["articles"] = info.articles;
  json["words"] = info.words;
  json["average_words"] = info.average_words;
  json["bytes"] = info.bytes;
  Json& tables = json["tables"] = Json::array();
  for (const TableSize& table : info.tables) {
    tables.push_back({{"table", table.table}, {"bytes", table.bytes}});
  }
  json["schema_version"] = info.schema_version;
  json["dateline_version"] = info.dateline_version;
  json["xapian_version"] = info.xapian_version;
  json["language"] = info.language;
  json["names"] = info.names;
  json["entities"] = info.entities;
  json["earliest"] = date_or_null(info.earliest);
  json["latest"] = date_or_null(info.latest);
  Json& table = json["fields"] = Json::array();
  for (const FieldInfo& field : fields()) {
    table.push_back({{"name", field.name},
                     {"alias", field.alias},
                     {"type", to_string(field.type)},
                     {"facet", field.is_facet},
                     {"description", field.description},
                     {"example", field.example}});
  }
  return dumped(json, true);
}

std::string report_json(const IndexReport& report) {
  Json json = document();
  json["index"] = report.path;
  json["added"] = report.commit.added;
  json["replaced"] = report.commit.replaced;
  json["rejected"] = report.rejected;
  json["articles"] = report.commit.articles;
  json["text_bytes"] = report.text_bytes;
  json["index_bytes"] = report.index_bytes;
  json["seconds"] = report.seconds;
  json["interrupted"] = report.interrupted;
  return dumped(json, true);
}

std::string reject_json(const RejectedRecord& rejected) {
  Json json = document();
  json["file"] = rejected.file;
  json["record"] = rejected.record;
  json["line"] = rejected.line;
  json["reason"] = rejected.reason;
  return dumped(json, false);
}

std::string removed_json(std::size_t removed, const std::vector<std::string>& missing) {
  Json json = document();
  json["removed"] = removed;
  json["missing"] = missing;
  return dumped(json, true);
}

}  // namespace dateline::cli
