#include "tools/scores/link_scores.h"

#include <dateline/annotate.h>

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "tools/scores/found_names.h"

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;
using corpora::LabelledMention;

// Where a mention stands, as a key.
using Place = std::tuple<bool, std::size_t, std::size_t>;

Place place_of(const LabelledMention& mention) {
  return {!mention.in_title, mention.begin, mention.end};
}

bool is_scored(const LabelledMention& mention, std::optional<NameKind> kind) {
  return !mention.entity.empty() && !mention.is_demonym &&
         (!kind || mention.kind == *kind);
}

// Entities of two kinds are never the same.
std::string cluster_of(const LabelledMention& mention) {
  return std::string(to_string(mention.kind)) + ":" + mention.entity;
}

Clustering labels_against(const std::vector<LabelledMention>& gold,
                          const std::vector<LabelledMention>& linked,
                          std::optional<NameKind> kind) {
  Clustering items;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (!is_scored(gold[i], kind)) continue;
    items.gold.push_back(cluster_of(gold[i]));
    items.found.push_back(cluster_of(linked[i]));
  }
  return items;
}

Clustering found_against(const std::vector<LabelledMention>& gold,
                         const std::vector<LabelledMention>& found,
                         std::optional<NameKind> kind) {
  std::map<Place, std::pair<std::string, std::string>> places;
  for (const LabelledMention& mention : gold) {
    if (is_scored(mention, kind)) places[place_of(mention)].first = cluster_of(mention);
  }
  for (const LabelledMention& mention : found) {
    if (is_scored(mention, kind))
      places[place_of(mention)].second = cluster_of(mention);
  }
  Clustering items;
  for (auto& [place, clusters] : places) {
    items.gold.push_back(std::move(clusters.first));
    items.found.push_back(std::move(clusters.second));
  }
  return items;
}

}  // namespace

std::vector<LabelledMention> link_labels(const LabelledArticle& article) {
  const std::string text = article.title + "\n\n" + article.body;
  const std::size_t body = article.title.size() + 2;
  std::vector<LabelledMention> labels;
  std::vector<NameMention> mentions;
  for (const LabelledMention& label : article.mentions) {
    if (label.entity.empty()) continue;
    const std::size_t offset = label.in_title ? 0 : body;
    NameMention mention;
    mention.begin = offset + label.begin;
    mention.end = offset + label.end;
    mention.name.kind = label.kind;
    mention.is_demonym = label.is_demonym;
    mention.region = label.in_title ? Region::kTitle : Region::kBody;
    mentions.push_back(std::move(mention));
    labels.push_back(label);
  }
  const auto linked = link_mentions(text, std::move(mentions));
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i].entity = linked[i].name.text;
  return labels;
}

void DocumentLinkScores::add(const LabelledArticle& article) {
  std::vector<LabelledMention> gold;
  for (const LabelledMention& mention : article.mentions) {
    if (!mention.entity.empty()) gold.push_back(mention);
  }
  const auto linked = link_labels(article);
  const auto found = find_names(article);
  const auto score = [&](std::optional<NameKind> kind, LinkScores& sums) {
    const Clustering items = labels_against(gold, linked, kind);
    sums.b_cubed += b_cubed(items);
    sums.muc += muc(items);
    sums.ceaf_e += ceaf_e(items);
    sums.found_b_cubed += b_cubed(found_against(gold, found, kind));
  };
  for (const NameKind kind : kNameKinds) {
    score(kind, by_kind[static_cast<std::size_t>(kind)]);
  }
  score(std::nullopt, all);
}

}  // namespace dateline::scores
