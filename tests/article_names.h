// Articles made of names alone, for testing how names are resolved to entities.

#pragma once

#include <dateline/name.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "index/entities/name_statistics.h"
#include "index/schema.h"
#include "index/text/analyzer.h"

namespace dateline::testing {

/// The names of one article, folded.
using NamesOfArticle = std::vector<Name>;

/// "person: Sergei Lavrov; place: Moscow" as the names of an article.
inline NamesOfArticle names_of(std::string_view text) {
  NamesOfArticle names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view part = text.substr(0, end);
    const std::size_t colon = part.find(':');
    const auto kind = parse_name_kind(text::fold(part.substr(0, colon)));
    names.push_back({kind.value(), text::fold(part.substr(colon + 1))});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

/// A source of articles in memory.
class ArticleNames : public entities::NameSource {
 public:
  ArticleNames() = default;
  explicit ArticleNames(std::vector<NamesOfArticle> articles)
      : articles_(std::move(articles)) {}

  /// Adds `count` articles with the names; see names_of().
  void add(std::string_view names, std::size_t count = 1) {
    articles_.insert(articles_.end(), count, names_of(names));
  }

  std::vector<NamesOfArticle>& articles() { return articles_; }

  void for_each_name(const NameVisitor& visit) const override {
    std::map<Name, std::size_t> counts;
    for (const NamesOfArticle& names : articles_) {
      for (const Name& name : names) ++counts[name];
    }
    for (const auto& [name, count] : counts) visit(name.kind, name.text, count);
  }

  void for_each_article(const ArticleVisitor& visit) const override {
    std::vector<std::uint64_t> ids;
    for (const NamesOfArticle& names : articles_) {
      ids.clear();
      for (const Name& name : names)
        ids.push_back(schema::name_id(name.kind, name.text));
      visit(ids);
    }
  }

 private:
  std::vector<NamesOfArticle> articles_;
};

}  // namespace dateline::testing
