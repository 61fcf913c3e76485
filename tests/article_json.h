// Articles as JSON, for the golden files of the readers.

#pragma once

#include <dateline/article.h>

#include <nlohmann/json.hpp>
#include <string>

namespace dateline::testing {

/// Fields that are empty are left out.
inline nlohmann::json to_json(const Article& article) {
  nlohmann::json json;
  const auto put = [&](const char* key, const auto& value) {
    if (!value.empty()) json[key] = value;
  };
  put("id", article.id);
  put("title", article.title);
  put("published", to_string(article.published.date));
  put("not_after", to_string(article.published.not_after));
  put("source", article.source);
  put("authors", article.authors);
  put("url", article.url);
  put("language", article.language);
  put("topics", article.topics);
  for (const Name& name : article.names) {
    json["names"].push_back({std::string(to_string(name.kind)), name.text});
  }
  put("body", article.body);
  return json;
}

}  // namespace dateline::testing
