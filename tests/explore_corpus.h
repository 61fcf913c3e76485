// Random articles with names that are linked, topics, sources and days, for counting.

#pragma once

#include <dateline/article.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/entities/entity_table.h"

namespace dateline::testing {

/// The same from the same seed. Names "Name 0" to "Name 11" of each kind; words "word0"
/// to "word8" in the body.
inline std::vector<Article> named_articles(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t n) { return static_cast<int>(random() % n); };
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article article{.id = "a" + std::to_string(i), .title = "Report"};
    article.body = "News";
    for (int w = pick(4); w >= 0; --w) {
      article.body += " word" + std::to_string(pick(9));
    }
    article.body += ".\n";
    const int topic = pick(4);
    article.topics = {"topic" + std::to_string(topic)};
    article.source = pick(2) == 0 ? "AP" : "CNN";
    for (int n = pick(6); n > 0; --n) {
      const auto kind = kNameKinds[random() % kNameKinds.size()];
      // A topic has names of its own.
      const int name = pick(3) == 0 ? pick(12) : 3 * topic + pick(3);
      article.names.push_back({kind, "Name " + std::to_string(name)});
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

/// "Name 3" and "Name 5" are "Name 1", of every kind; "Name 0" is hidden.
inline entities::EntityTable linked_names() {
  std::vector<entities::EntityGroup> groups;
  std::vector<Name> hidden;
  for (const NameKind kind : kNameKinds) {
    groups.push_back({kind, {"name 1", "name 3", "name 5"}});
    hidden.push_back({kind, "name 0"});
  }
  return {groups, hidden};
}

/// What a name, as an article has it, is counted as; empty for what is not.
inline std::string linked_name(const std::string& name) {
  if (name == "Name 0") return "";
  return name == "Name 3" || name == "Name 5" ? "Name 1" : name;
}

}  // namespace dateline::testing
