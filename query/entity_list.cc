#include "query/entity_list.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "index/entities/index_names.h"
#include "index/entities/resolver.h"
#include "index/name_linking.h"
#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/column_view.h"
#include "query/count_matches.h"
#include "query/facets.h"
#include "query/name_counts.h"
#include "query/name_pattern.h"
#include "query/near_names.h"

namespace dateline {
namespace {

// As many names are offered where none fits.
constexpr std::size_t kNearNames = 5;

// One entity of any kind, counted but not yet labelled.
struct Candidate {
  NameKind kind;
  NameCounts::Entity entity;
};

std::vector<Xapian::docid> all_docids(const Xapian::Database& database) {
  std::vector<Xapian::docid> docids;
  const auto end = database.postlist_end("");
  for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
    docids.push_back(*posting);
  }
  return docids;
}

std::span<const NameKind> kinds_of(const EntityOptions& options) {
  if (!options.kind) return kNameKinds;
  return std::span(kNameKinds).subspan(static_cast<std::size_t>(*options.kind), 1);
}

std::vector<Candidate> fitting(const NameCounts& counts, const EntityOptions& options) {
  const NamePattern pattern(options.pattern);
  std::vector<Candidate> found;
  for (const NameKind kind : kinds_of(options)) {
    for (const NameCounts::Entity& entity : counts.entities(kind, options.hidden)) {
      const auto names = counts.names(entity);
      const bool fits =
          std::any_of(names.begin(), names.end(),
                      [&](std::string_view name) { return pattern.fits(name); });
      if (fits) found.push_back({kind, entity});
    }
  }
  return found;
}

bool comes_before(const Candidate& a, const Candidate& b, EntitySort sort) {
  const NameCounts::Entity& x = a.entity;
  const NameCounts::Entity& y = b.entity;
  const bool by_label = std::tie(x.label, a.kind) < std::tie(y.label, b.kind);
  if (sort == EntitySort::kLabel) return by_label;
  if (sort == EntitySort::kSpellings && x.spellings != y.spellings) {
    return x.spellings > y.spellings;
  }
  return x.count != y.count ? x.count > y.count : by_label;
}

Entity labelled(Snapshot& snapshot, const NameCounts& counts, const Candidate& found) {
  FacetValue value = counts.value(snapshot, found.kind, found.entity);
  return {.kind = found.kind,
          .label = std::move(value.value),
          .articles = value.count,
          .spellings = std::move(value.spellings),
          .hidden = found.entity.group == FacetColumn::kHidden};
}

}  // namespace

EntityList list_entities(Snapshot& snapshot, const EntityOptions& options) {
  const auto docids = all_docids(snapshot.database());
  const NameCounts counts(view_column(snapshot, ColumnKind::kNames, docids));
  std::vector<Candidate> found = fitting(counts, options);
  EntityList list{.entities = {}, .found = found.size(), .near = {}};
  const std::size_t kept =
      options.limit == 0 ? found.size() : std::min(options.limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept),
                    found.end(), [&](const Candidate& a, const Candidate& b) {
                      return comes_before(a, b, options.sort);
                    });
  found.resize(kept);
  for (const Candidate& one : found) {
    list.entities.push_back(labelled(snapshot, counts, one));
  }
  if (list.found == 0) {
    list.near = near_names(snapshot, kinds_of(options), options.pattern, kNearNames);
  }
  return list;
}

std::optional<Entity> find_entity(Snapshot& snapshot, NameKind kind,
                                  std::string_view name) {
  const Xapian::Database& database = snapshot.database();
  const auto table = snapshot.entities();
  const std::string folded = text::fold(name);
  const auto entry = table->find(kind, folded);
  const bool alone = entry.group == entities::EntityTable::kNoGroup;
  const std::vector<std::string_view> names =
      alone ? std::vector<std::string_view>{folded} : table->names(entry.group);
  Entity entity{.kind = kind, .label = {}, .hidden = entry.hidden};
  for (const std::string_view one : names) {
    const std::size_t articles = database.get_termfreq(schema::name_term(kind, one));
    if (articles == 0) continue;
    entity.spellings[name_label(snapshot, kind, one)] += articles;
  }
  if (entity.spellings.empty()) return std::nullopt;
  entity.label =
      alone ? entity.spellings.begin()->first : group_label(snapshot, entry.group);
  entity.articles = count_matches(snapshot, names_query(kind, names));
  return entity;
}

LinkExplanation explain_link(Snapshot& snapshot, NameKind kind, std::string_view a,
                             std::string_view b) {
  const std::string one = text::fold(a);
  const std::string other = text::fold(b);
  const auto table = snapshot.entities();
  const std::uint32_t group = table->find(kind, one).group;
  LinkExplanation result;
  result.linked = one == other || (group != entities::EntityTable::kNoGroup &&
                                   group == table->find(kind, other).group);
  const entities::Explanation found =
      entities::explain(entities::IndexNames(snapshot.database()),
                        read_entity_rules(snapshot.shards()), kind, one, other);
  for (const auto& [points, what] : found.evidence) {
    result.evidence.push_back({points, what});
  }
  result.verdict = found.verdict;
  if (found.one_entity != result.linked) {
    result.verdict += result.linked
                          ? " The index still has them as one; link its names "
                            "anew."
                          : " The index still has them as two; link its "
                            "names anew.";
  }
  return result;
}

}  // namespace dateline
