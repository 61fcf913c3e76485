#include "query/facet_filters.h"

#include <algorithm>

namespace dateline {

void check_filters(std::span<const FacetFilter> filters) {
  for (const FacetFilter& filter : filters) {
    check_facet_value(parse_facet_kind(filter.kind), filter.value);
  }
}

FacetFilters::FacetFilters(std::span<const FacetFilter> filters, Snapshot& snapshot) {
  for (const FacetFilter& filter : filters) {
    const FacetKind kind = parse_facet_kind(filter.kind);
    auto group = std::find_if(groups_.begin(), groups_.end(), [&](const auto& known) {
      return known.kind.same_field(kind);
    });
    if (group == groups_.end()) {
      groups_.push_back({kind, {}});
      group = groups_.end() - 1;
    }
    group->values.push_back(facet_query(kind, filter.value, snapshot));
  }
}

bool FacetFilters::has(const FacetKind& kind) const {
  return std::any_of(groups_.begin(), groups_.end(),
                     [&](const Group& group) { return group.kind.same_field(kind); });
}

Xapian::Query FacetFilters::apply(const Xapian::Query& query,
                                  const FacetKind* except) const {
  std::vector<Xapian::Query> groups;
  for (const Group& group : groups_) {
    if (except != nullptr && group.kind.same_field(*except)) continue;
    groups.push_back(group.any());
  }
  if (groups.empty()) return query;
  return {Xapian::Query::OP_FILTER, query,
          Xapian::Query(Xapian::Query::OP_AND, groups.begin(), groups.end())};
}

std::optional<WordQuery> FacetFilters::apply(const std::optional<WordQuery>& words,
                                             const FacetKind* except) const {
  if (!words) return std::nullopt;
  std::vector<std::optional<WordTree>> all = {words->tree};
  for (const Group& group : groups_) {
    if (except != nullptr && group.kind.same_field(*except)) continue;
    all.push_back(filter_words(group.any()));
  }
  auto tree = all_words(std::move(all), {});
  if (!tree) return std::nullopt;
  return WordQuery{.tree = *std::move(tree), .bonuses = words->bonuses};
}

}  // namespace dateline
