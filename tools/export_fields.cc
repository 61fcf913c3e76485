#include "export_fields.h"

#include <dateline/period.h>

#include <algorithm>
#include <array>

#include "arguments.h"
#include "csv_output.h"

namespace dateline::cli {
namespace {

const Article& article_of(const ExportedArticle& exported) {
  return exported.found.article;
}

Json given_names(const ExportedArticle& exported) {
  Json names = Json::array();
  for (const Name& name : article_of(exported).names) {
    names.push_back({{"kind", dateline::to_string(name.kind)}, {"name", name.text}});
  }
  return names;
}

template <NameKind kKind>
Json found_names(const ExportedArticle& exported) {
  Json names = Json::array();
  for (const NameCount& name : exported.names) {
    if (name.name.kind == kKind) names.push_back(name.name.text);
  }
  return names;
}

Json mentioned(const ExportedArticle& exported) {
  Json periods = Json::array();
  for (const DateRange& period : exported.mentioned) {
    periods.push_back(period_name(period));
  }
  return periods;
}

// A text or list of the article as it is.
template <auto kMember>
Json plain(const ExportedArticle& exported) {
  return article_of(exported).*kMember;
}

template <Date Publication::*kMember>
Json published(const ExportedArticle& exported) {
  return date_or_null(article_of(exported).published.*kMember);
}

Json published_from(const ExportedArticle& exported) {
  return dateline::to_string(article_of(exported).published.origin);
}

constexpr std::array kFields = {
    ExportField{"id", true, true, plain<&Article::id>},
    ExportField{"title", true, true, plain<&Article::title>},
    ExportField{"published", true, true, published<&Publication::date>},
    ExportField{"published_from", true, true, published_from},
    ExportField{"not_before", false, false, published<&Publication::not_before>},
    ExportField{"not_after", false, false, published<&Publication::not_after>},
    ExportField{"source", true, true, plain<&Article::source>},
    ExportField{"authors", true, true, plain<&Article::authors>},
    ExportField{"url", true, true, plain<&Article::url>},
    ExportField{"language", true, true, plain<&Article::language>},
    ExportField{"topics", true, true, plain<&Article::topics>},
    ExportField{"names", true, false, given_names},
    ExportField{"found_person", false, true, found_names<NameKind::kPerson>},
    ExportField{"found_org", false, true, found_names<NameKind::kOrg>},
    ExportField{"found_place", false, true, found_names<NameKind::kPlace>},
    ExportField{"found_thing", false, true, found_names<NameKind::kThing>},
    ExportField{"mentioned", false, true, mentioned},
    ExportField{"body", true, false, plain<&Article::body>},
};

// What a cell shows of a value.
std::string cell_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return value.at("name").get<std::string>();
  if (!value.is_array()) return "";
  std::string text;
  for (const Json& item : value) text += (text.empty() ? "" : "; ") + cell_text(item);
  return text;
}

}  // namespace

std::span<const ExportField> export_fields() { return kFields; }

std::vector<const ExportField*> choose_export_fields(std::string_view list) {
  std::vector<const ExportField*> chosen;
  std::vector<std::string_view> names;
  for (const ExportField& field : kFields) names.push_back(field.name);
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string_view name = list.substr(begin, comma - begin);
    const auto found = std::ranges::find(kFields, name, &ExportField::name);
    if (found == kFields.end()) {
      std::string near = suggestion(name, names);
      if (near.empty()) near = "; 'dateline help export' lists them.";
      throw UsageError("Articles have no field '" + std::string(name) + "'" + near);
    }
    chosen.push_back(&*found);
    begin = comma + 1;
  }
  return chosen;
}

std::string export_json(const ExportedArticle& article,
                        std::span<const ExportField* const> fields) {
  Json json = document();
  for (const ExportField* field : fields) {
    json[std::string(field->name)] = field->value(article);
  }
  return dumped(json, false);
}

std::string export_csv_header(std::span<const ExportField* const> fields) {
  std::string line;
  for (const ExportField* field : fields) {
    line += (line.empty() ? "" : ",") + std::string(field->name);
  }
  return line + "\r\n";
}

std::string export_csv(const ExportedArticle& article,
                       std::span<const ExportField* const> fields) {
  std::string line;
  for (const ExportField* field : fields) {
    if (field != fields.front()) line += ',';
    line += csv_cell(cell_text(field->value(article)));
  }
  return line + "\r\n";
}

}  // namespace dateline::cli
