#include "tools/scores/entity_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "tools/scores/link_scores.h"
#include "tools/scores/temporary_index.h"

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;
using corpora::LabelledMention;

// A name of an article, and who it is.
struct Item {
  Name name;
  std::string link;
};

std::string most_frequent(const std::map<std::string, std::size_t>& counts) {
  return std::ranges::max_element(counts, {},
                                  [](const auto& count) { return count.second; })
      ->first;
}

std::vector<Item> items_of(const LabelledArticle& article) {
  std::map<Name, std::map<std::string, std::size_t>> links;
  for (const LabelledMention& mention : link_labels(article)) {
    if (mention.link.empty() || mention.is_demonym) continue;
    ++links[{mention.kind, mention.entity}][mention.link];
  }
  std::vector<Item> items;
  for (const auto& [name, counts] : links)
    items.push_back({name, most_frequent(counts)});
  return items;
}

Clustering clusters_of(const std::vector<Item>& items, const EntityMap& entities,
                       std::optional<NameKind> kind) {
  Clustering clusters;
  for (const Item& item : items) {
    if (kind && item.name.kind != *kind) continue;
    const std::string prefix = std::string(to_string(item.name.kind)) + ":";
    clusters.gold.push_back(prefix + item.link);
    clusters.found.push_back(prefix + entities.entity_of(item.name));
  }
  return clusters;
}

std::string joined(const std::set<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// "mixed person: A, B are one" and "split person X: A / B".
std::vector<std::string> wrong_links(const std::vector<Item>& items,
                                     const EntityMap& entities) {
  using Entity = std::pair<NameKind, std::string>;
  std::map<Entity, std::set<std::string>> links;
  std::map<Name, std::map<std::string, std::set<std::string>>> parts;
  for (const Item& item : items) {
    const std::string entity = entities.entity_of(item.name);
    links[{item.name.kind, entity}].insert(item.link);
    parts[{item.name.kind, item.link}][entity].insert(item.name.text);
  }
  std::vector<std::string> wrong;
  for (const auto& [entity, names] : links) {
    if (names.size() < 2) continue;
    wrong.push_back("mixed " + std::string(to_string(entity.first)) + ": " +
                    joined(names));
  }
  for (const auto& [link, spellings] : parts) {
    if (spellings.size() < 2) continue;
    std::set<std::string> groups;
    for (const auto& [entity, names] : spellings)
      groups.insert("(" + joined(names) + ")");
    wrong.push_back("split " + std::string(to_string(link.kind)) + " " + link.text +
                    ": " + joined(groups));
  }
  return wrong;
}

}  // namespace

EntityLinkScores score_entity_links(const std::vector<LabelledArticle>& articles) {
  std::vector<Item> items;
  std::vector<Article> named;
  for (const LabelledArticle& labelled : articles) {
    Article article{.id = labelled.id};
    for (Item& item : items_of(labelled)) {
      article.names.push_back(item.name);
      items.push_back(std::move(item));
    }
    if (!article.names.empty()) named.push_back(std::move(article));
  }
  EntityLinkScores scores;
  if (items.empty()) return scores;
  const EntityMap entities(named);
  for (const NameKind kind : kNameKinds) {
    scores.by_kind[static_cast<std::size_t>(kind)] =
        b_cubed(clusters_of(items, entities, kind));
  }
  scores.all = b_cubed(clusters_of(items, entities, std::nullopt));
  scores.wrong = wrong_links(items, entities);
  return scores;
}

}  // namespace dateline::scores
