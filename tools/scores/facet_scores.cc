#include "tools/scores/facet_scores.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;
using corpora::LabelledMention;
using Mentions = std::vector<const LabelledMention*>;

// The mentions of each value of one kind.
using Values = std::map<std::string, Mentions>;

std::string folded(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

Values values_of(const LabelledArticle& article,
                 std::span<const LabelledMention> mentions, NameKind kind,
                 bool has_entities) {
  Values values;
  for (const LabelledMention& mention : mentions) {
    if (mention.kind != kind || mention.is_demonym || !mention.gives_facet) continue;
    const bool by_entity = has_entities && !mention.entity.empty();
    values[by_entity ? mention.entity : folded(surface_of(article, mention))].push_back(
        &mention);
  }
  return values;
}

bool overlap(const LabelledMention& a, const LabelledMention& b) {
  return a.in_title == b.in_title && a.begin < b.end && b.begin < a.end;
}

// The gold value that at least half of the mentions overlap; null: none.
const Values::value_type* entity_of(const Mentions& mentions, const Values& gold) {
  const Values::value_type* best = nullptr;
  std::size_t most = 0;
  for (const auto& value : gold) {
    const auto hits = static_cast<std::size_t>(
        std::ranges::count_if(mentions, [&](const LabelledMention* mention) {
          return std::ranges::any_of(value.second, [&](const LabelledMention* other) {
            return overlap(*mention, *other);
          });
        }));
    if (hits > most) {
      most = hits;
      best = &value;
    }
  }
  return 2 * most >= mentions.size() ? best : nullptr;
}

// Those with more mentions first: they have the first claim on an entity.
std::vector<const Values::value_type*> by_mentions(const Values& values) {
  std::vector<const Values::value_type*> order;
  for (const auto& value : values) order.push_back(&value);
  std::ranges::stable_sort(order, std::greater{},
                           [](const auto* value) { return value->second.size(); });
  return order;
}

std::size_t repeated(const Values& values) {
  return static_cast<std::size_t>(std::ranges::count_if(
      values, [](const auto& value) { return value.second.size() >= 2; }));
}

void score(const Values& gold, const Values& found, bool has_entities,
           FacetTallies& tallies) {
  tallies.all += {0, found.size(), gold.size()};
  tallies.repeated += {0, repeated(found), repeated(gold)};
  tallies.repeated_at_all += {0, repeated(found), 0, repeated(gold)};
  std::set<const Values::value_type*> taken;
  for (const auto* value : by_mentions(found)) {
    const Values::value_type* entity = nullptr;
    if (has_entities) {
      entity = entity_of(value->second, gold);
    } else if (const auto same = gold.find(value->first); same != gold.end()) {
      entity = &*same;
    }
    if (entity == nullptr || !taken.insert(entity).second) continue;
    ++tallies.all.right;
    const bool found_again = value->second.size() >= 2;
    const bool labelled_again = entity->second.size() >= 2;
    tallies.repeated.right += found_again && labelled_again;
    tallies.repeated_at_all.right += found_again;
    tallies.repeated_at_all.met += labelled_again;
  }
}

}  // namespace

void FacetScores::add(const LabelledArticle& article,
                      std::span<const LabelledMention> found, bool has_entities) {
  for (const NameKind kind : kNameKinds) {
    const auto gold_values = values_of(article, article.mentions, kind, has_entities);
    const auto found_values = values_of(article, found, kind, has_entities);
    score(gold_values, found_values, has_entities,
          by_kind[static_cast<std::size_t>(kind)]);
  }
}

FacetTallies FacetScores::total() const {
  FacetTallies total;
  for (const FacetTallies& tallies : by_kind) {
    total.all += tallies.all;
    total.repeated += tallies.repeated;
    total.repeated_at_all += tallies.repeated_at_all;
  }
  return total;
}

bool marks_entities(std::span<const LabelledArticle> articles) {
  return std::ranges::any_of(articles, [](const LabelledArticle& article) {
    return std::ranges::any_of(article.mentions, [](const LabelledMention& mention) {
      return !mention.entity.empty();
    });
  });
}

}  // namespace dateline::scores
