#include "query/facets.h"

#include <dateline/error.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <numeric>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/copy_table.h"
#include "query/date_buckets.h"
#include "query/date_query.h"
#include "query/matching_docids.h"

namespace dateline {
namespace {

struct KindName {
  std::string_view text;
  ColumnKind column;
};

constexpr KindName kMetadataKinds[] = {
    {"source", ColumnKind::kSource},       {"author", ColumnKind::kAuthors},
    {"topic", ColumnKind::kTopics},        {"lang", ColumnKind::kLanguage},
    {"published", ColumnKind::kPublished}, {"mentioned", ColumnKind::kMentioned}};

constexpr std::string_view kAuto = "auto";

bool is_dates(ColumnKind kind) {
  return kind == ColumnKind::kPublished || kind == ColumnKind::kMentioned;
}

// Dates for which no limit is given are all shown, unless they are more than anybody
// can read.
constexpr std::size_t kMostDates = 400;

[[noreturn]] void throw_unknown_kind(std::string_view text) {
  throw Error(ErrorCode::kInvalidArgument,
              "There is no facet '" + std::string(text) +
                  "'; there are person, org, place, thing, source, author, topic, "
                  "lang, published and mentioned, the last two also with :day, :week, "
                  ":month, :quarter, :year, :decade or :auto; a number behind it says "
                  "how many values.");
}

// Puts the best `limit` values (0: all) in front, by falling count; equal ones as
// `before` says of their places. The others are dropped.
template <class Before>
void keep_frequent(std::vector<CountedValue>& values, std::size_t limit,
                   const Before& before) {
  const std::size_t kept = limit == 0 ? values.size() : std::min(limit, values.size());
  std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept),
                    values.end(), [&](const CountedValue& a, const CountedValue& b) {
                      if (a.count != b.count) return a.count > b.count;
                      return before(a.place, b.place);
                    });
  values.resize(kept);
}

// The numbers that documents have.
std::vector<CountedValue> values_of(std::span<const std::uint32_t> counts) {
  std::vector<CountedValue> values;
  for (std::uint32_t n = 0; n < counts.size(); ++n) {
    if (counts[n] > 0) values.push_back({n, counts[n]});
  }
  return values;
}

// The articles that have an entity, under any of its names.
Xapian::Query entity_query(const Snapshot& snapshot, NameKind kind,
                           const NameCounts::Entity& entity) {
  if (entity.group >= FacetColumn::kHidden) {
    return Xapian::Query(schema::name_term(kind, entity.label));
  }
  return names_query(kind, snapshot.entities()->names(entity.group));
}

// The buckets that are kept, and the gaps between two such ones.
std::vector<FacetValue> date_values(const std::vector<DateRow>& rows,
                                    std::span<const std::uint32_t> counts,
                                    const std::vector<bool>& is_kept) {
  std::vector<FacetValue> values;
  std::size_t certain = 0;  // Values up to the last bucket.
  bool is_open = false;     // That bucket is kept.
  for (const DateRow& row : rows) {
    if (row.bucket == DateRow::kEmpty) {
      if (is_open) values.push_back({.value = period_name(row.days), .gap = row.units});
      continue;
    }
    is_open = is_kept[row.bucket];
    if (!is_open) {
      values.resize(certain);
      continue;
    }
    values.push_back({.value = period_name(row.days), .count = counts[row.bucket]});
    certain = values.size();
  }
  return values;
}

}  // namespace

std::string FacetKind::to_string() const {
  if (column == ColumnKind::kNames) return std::string(dateline::to_string(name));
  std::string text;
  for (const KindName& kind : kMetadataKinds) {
    if (kind.column == column) text = kind.text;
  }
  if (is_dates(column)) {
    text.append(":").append(unit ? dateline::to_string(*unit) : kAuto);
  }
  return text;
}

FacetKind parse_facet_kind(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  if (colon == std::string_view::npos) {
    if (const auto kind = parse_name_kind(name)) return {ColumnKind::kNames, *kind};
  }
  for (const KindName& kind : kMetadataKinds) {
    if (kind.text != name) continue;
    FacetKind found{.column = kind.column};
    if (colon == std::string_view::npos) return found;
    const std::string_view unit = text.substr(colon + 1);
    found.unit = parse_calendar_unit(unit);
    if (is_dates(kind.column) && (found.unit || unit == kAuto)) return found;
  }
  throw_unknown_kind(text);
}

AskedFacet parse_facet(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {parse_facet_kind(text)};
  const std::string_view last = text.substr(colon + 1);
  std::size_t limit = 0;
  const auto [end, error] =
      std::from_chars(last.data(), last.data() + last.size(), limit);
  if (error != std::errc{} || end != last.data() + last.size()) {
    return {parse_facet_kind(text)};
  }
  return {parse_facet_kind(text.substr(0, colon)), limit};
}

Xapian::Query names_query(NameKind kind, std::span<const std::string_view> names) {
  std::vector<Xapian::Query> terms;
  for (const std::string_view name : names) {
    terms.emplace_back(schema::name_term(kind, name));
  }
  return terms.size() == 1
             ? terms.front()
             : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

void check_facet_value(const FacetKind& kind, const std::string& value) {
  if (!is_dates(kind.column) || parse_period(value)) return;
  throw Error(ErrorCode::kInvalidArgument,
              "'" + value + "' is no date to choose of " + kind.to_string() +
                  ": give one as 2023-03-02, 2023-W09, 2023-03, 2023-Q1, 2023 or "
                  "2020s.");
}

Xapian::Query facet_query(const FacetKind& kind, const std::string& value,
                          Snapshot& snapshot) {
  if (kind.column == ColumnKind::kNames) {
    const auto entities = snapshot.entities();
    const std::string name = text::fold(value);
    const std::uint32_t group = entities->find(kind.name, name).group;
    if (group != entities::EntityTable::kNoGroup) {
      return names_query(kind.name, entities->names(group));
    }
    return Xapian::Query(schema::name_term(kind.name, name));
  }
  if (!is_dates(kind.column)) return Xapian::Query(metadata_term(kind.column, value));
  check_facet_value(kind, value);
  const Field field =
      kind.column == ColumnKind::kPublished ? Field::kPublished : Field::kAbout;
  return date_query(field, *parse_period(value), snapshot);
}

std::string name_label(Snapshot& snapshot, NameKind kind, std::string_view name) {
  const std::string term = schema::name_term(kind, name);
  return snapshot.cache().label(term, [&]() -> std::string {
    const Xapian::Database& database = snapshot.database();
    const auto first = database.postlist_begin(term);
    if (first == database.postlist_end(term)) return std::string(name);
    const auto record = snapshot.article(*first);
    for (const NameCount& found : facet_names(record)) {
      if (found.name.kind == kind && text::fold(found.name.text) == name) {
        return found.name.text;
      }
    }
    return std::string(name);
  });
}

std::string metadata_label(Snapshot& snapshot, ColumnKind kind,
                           const std::string& term) {
  return snapshot.cache().label(term, [&]() -> std::string {
    const Xapian::Database& database = snapshot.database();
    const auto first = database.postlist_begin(term);
    if (first == database.postlist_end(term)) return term;
    const std::string value =
        database.get_document(*first).get_value(column_slot(kind));
    for (const std::string& text : slot_strings(kind, value)) {
      if (metadata_term(kind, text) == term) return text;
    }
    return term;
  });
}

FacetCounter::FacetCounter(Snapshot& snapshot, std::vector<Xapian::docid> docids,
                           const SearchOptions& options)
    : snapshot_(snapshot), options_(options), docids_(std::move(docids)) {}

Facet FacetCounter::count(const AskedFacet& asked) {
  const FacetKind& kind = asked.kind;
  if (is_dates(kind.column)) {
    const std::size_t most = options_.facet_limit == 0 ? 0 : kMostDates;
    return count_dates(kind, asked.limit.value_or(most));
  }
  const std::size_t limit = asked.limit.value_or(options_.facet_limit);
  return kind.column == ColumnKind::kNames ? count_names(kind, limit)
                                           : count_metadata(kind, limit);
}

const NameCounts& FacetCounter::names() {
  if (names_.empty()) {
    names_ = NameCounts(view_column(snapshot_, ColumnKind::kNames, docids_));
  }
  return names_;
}

const FacetCounter::Counted& FacetCounter::counted(ColumnKind kind) {
  Counted& result = counted_[static_cast<std::size_t>(kind)];
  if (result.view.column) return result;
  result.view = view_column(snapshot_, kind, docids_);
  const FacetColumn& column = *result.view.column;
  std::vector<std::uint32_t> itself(column.distinct());
  std::iota(itself.begin(), itself.end(), 0U);
  result.counts = count_rows(column, result.view.rows, itself, itself.size());
  return result;
}

// Both sides are counted alike: articles found against articles, or stories found, by
// an article of each, against stories of which any article has the value.
std::vector<TypicalValue> FacetCounter::most_typical(std::vector<CountedValue> found,
                                                     std::size_t limit,
                                                     const ValueSource& source) const {
  TypicalQuestion question{.found = docids_.size(),
                           .articles = snapshot_.database().get_doccount(),
                           .limit = limit,
                           .in_index = source.in_index,
                           .before = source.before};
  if (options_.facet_unit == FacetUnit::kStories) {
    const auto copies = snapshot_.copies();
    question.articles -= copies->copy_count();
    question.in_index = [this, copies, &source](std::uint32_t place) {
      auto having = matching_docids(snapshot_, source.query(place));
      return keep_stories(copies, having);
    };
  }
  return typical_values(std::move(found), question);
}

Facet FacetCounter::ranked(const FacetKind& kind, std::size_t limit,
                           std::vector<CountedValue> found,
                           const ValueSource& source) const {
  std::erase_if(found, [this](const CountedValue& value) {
    return value.count < options_.facet_minimum;
  });
  Facet facet{.kind = kind.to_string(), .values = {}, .distinct = found.size()};
  if (options_.facet_rank == FacetRank::kTypical) {
    for (const TypicalValue& value : most_typical(std::move(found), limit, source)) {
      facet.values.push_back(source.value(value.value));
      facet.values.back().in_index = value.in_index;
      facet.values.back().score = value.score;
    }
    return facet;
  }
  keep_frequent(found, limit, source.before);
  for (const CountedValue& value : found) facet.values.push_back(source.value(value));
  return facet;
}

Facet FacetCounter::count_names(const FacetKind& kind, std::size_t limit) {
  const std::vector<NameCounts::Entity> all = names().entities(kind.name);
  std::vector<CountedValue> found;
  for (const NameCounts::Entity& entity : all) {
    found.push_back({static_cast<std::uint32_t>(found.size()), entity.count});
  }
  return ranked(
      kind, limit, std::move(found),
      {.before = [&](auto a, auto b) { return all[a].label < all[b].label; },
       .in_index =
           [&](auto place) {
             return names().in_index(snapshot_, kind.name, all[place]);
           },
       .query =
           [&](auto place) { return entity_query(snapshot_, kind.name, all[place]); },
       .value =
           [&](const CountedValue& value) {
             return names().value(snapshot_, kind.name, all[value.place]);
           }});
}

Facet FacetCounter::count_metadata(const FacetKind& kind, std::size_t limit) {
  const Counted& all = counted(kind.column);
  const StringTable& terms = all.view.column->terms;
  return ranked(
      kind, limit, values_of(all.counts),
      {.before = [&](auto a, auto b) { return terms[a] < terms[b]; },
       .in_index =
           [&](auto place) {
             return snapshot_.database().get_termfreq(std::string(terms[place]));
           },
       .query = [&](auto place) { return Xapian::Query(std::string(terms[place])); },
       .value =
           [&](const CountedValue& value) {
             const std::string term(terms[value.place]);
             return FacetValue{.value = metadata_label(snapshot_, kind.column, term),
                               .count = value.count};
           }});
}

Facet FacetCounter::count_dates(FacetKind kind, std::size_t limit) {
  const Counted& all = counted(kind.column);
  const FacetColumn& column = *all.view.column;
  if (!kind.unit) kind.unit = best_unit(column.periods, all.counts);
  const DateBuckets buckets(column.periods, *kind.unit);
  const std::vector<std::uint32_t> counts =
      count_rows(column, all.view.rows, buckets.number, buckets.units.size());
  std::vector<CountedValue> found = values_of(counts);
  Facet facet{.kind = kind.to_string(), .values = {}, .distinct = found.size()};
  keep_frequent(found, limit, std::less<std::uint32_t>());
  std::vector<bool> is_kept(counts.size());
  for (const CountedValue& value : found) is_kept[value.place] = true;
  facet.values = date_values(timeline_rows(buckets, counts), counts, is_kept);
  return facet;
}

}  // namespace dateline
