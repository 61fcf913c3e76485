#include "query/facets.h"

#include <dateline/error.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "index/document_record.h"
#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/date_buckets.h"
#include "query/date_query.h"

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

// The numbers in [first, last) that were counted, the best `limit` in front by falling
// count; equal ones in the order of their numbers' keys.
template <class Key>
std::vector<std::uint32_t> best(std::span<const std::uint32_t> counts,
                                std::uint32_t first, std::uint32_t last,
                                std::size_t limit, Key key, std::size_t& distinct) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t n = first; n < last; ++n) {
    if (counts[n] > 0) numbers.push_back(n);
  }
  distinct = numbers.size();
  const std::size_t kept =
      limit == 0 ? numbers.size() : std::min(limit, numbers.size());
  std::partial_sort(numbers.begin(),
                    numbers.begin() + static_cast<std::ptrdiff_t>(kept), numbers.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      if (counts[a] != counts[b]) return counts[a] > counts[b];
                      return key(a) < key(b);
                    });
  numbers.resize(kept);
  return numbers;
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
    const auto record = decode_record(database.get_document(*first).get_data());
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

FacetCounter::FacetCounter(Snapshot& snapshot, std::vector<Xapian::docid> docids)
    : snapshot_(snapshot), docids_(std::move(docids)) {}

Facet FacetCounter::count(const AskedFacet& asked, std::size_t limit) {
  const FacetKind& kind = asked.kind;
  if (is_dates(kind.column)) {
    const std::size_t most = limit == 0 ? 0 : kMostDates;
    return count_dates(kind, asked.limit.value_or(most));
  }
  const std::size_t most = asked.limit.value_or(limit);
  return kind.column == ColumnKind::kNames ? count_names(kind, most)
                                           : count_metadata(kind, most);
}

// The column of all documents, or of ours alone.
std::shared_ptr<const FacetColumn> FacetCounter::column(ColumnKind kind,
                                                        bool& by_docid) {
  const Xapian::Database& database = snapshot_.database();
  std::shared_ptr<const entities::EntityTable> entities;
  if (kind == ColumnKind::kNames) entities = snapshot_.entities();
  auto column = snapshot_.cache().column(database, kind, docids_.size(), entities);
  by_docid = column != nullptr;
  if (column) return column;
  return std::make_shared<const FacetColumn>(
      build_column_of(database, kind, docids_, entities));
}

const NameCounts& FacetCounter::names() {
  if (names_.empty()) {
    bool by_docid = false;
    auto names = column(ColumnKind::kNames, by_docid);
    names_ = NameCounts(std::move(names), by_docid, docids_);
  }
  return names_;
}

std::vector<std::uint32_t> FacetCounter::rows(const Counted& counted) const {
  if (counted.by_docid) return docids_;
  std::vector<std::uint32_t> rows(docids_.size());
  std::iota(rows.begin(), rows.end(), 0U);
  return rows;
}

const FacetCounter::Counted& FacetCounter::counted(ColumnKind kind) {
  Counted& result = counted_[static_cast<std::size_t>(kind)];
  if (result.column) return result;
  result.column = column(kind, result.by_docid);
  const FacetColumn& column = *result.column;
  std::vector<std::uint32_t> itself(column.distinct());
  std::iota(itself.begin(), itself.end(), 0U);
  result.counts = count_rows(column, rows(result), itself, itself.size());
  return result;
}

Facet FacetCounter::count_names(const FacetKind& kind, std::size_t limit) {
  std::vector<NameCounts::Entity> found = names().entities(kind.name);
  Facet facet{.kind = kind.to_string(), .values = {}, .distinct = found.size()};
  const std::size_t kept = limit == 0 ? found.size() : std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept),
                    found.end(), [](const auto& a, const auto& b) {
                      if (a.count != b.count) return a.count > b.count;
                      return a.label < b.label;
                    });
  found.resize(kept);
  for (const NameCounts::Entity& entity : found) {
    facet.values.push_back(names().value(snapshot_, kind.name, entity));
  }
  return facet;
}

Facet FacetCounter::count_metadata(const FacetKind& kind, std::size_t limit) {
  const Counted& all = counted(kind.column);
  const auto term_of = [&](std::uint32_t n) { return all.column->terms[n]; };
  Facet facet{.kind = kind.to_string(), .values = {}};
  for (const std::uint32_t n :
       best(all.counts, 0, static_cast<std::uint32_t>(all.counts.size()), limit,
            term_of, facet.distinct)) {
    facet.values.push_back(
        {metadata_label(snapshot_, kind.column, std::string(term_of(n))),
         all.counts[n]});
  }
  return facet;
}

Facet FacetCounter::count_dates(FacetKind kind, std::size_t limit) {
  const Counted& all = counted(kind.column);
  const std::vector<DateRange>& periods = all.column->periods;
  if (!kind.unit) kind.unit = best_unit(periods, all.counts);
  const DateBuckets buckets(periods, *kind.unit);
  const std::vector<std::uint32_t> counts =
      count_rows(*all.column, rows(all), buckets.number, buckets.units.size());

  Facet facet{.kind = kind.to_string(), .values = {}};
  const auto kept = best(
      counts, 0, static_cast<std::uint32_t>(counts.size()), limit,
      [&](std::uint32_t b) { return buckets.units[b]; }, facet.distinct);
  std::vector<bool> is_kept(counts.size());
  for (const std::uint32_t bucket : kept) is_kept[bucket] = true;
  facet.values = date_values(timeline_rows(buckets, counts), counts, is_kept);
  return facet;
}

}  // namespace dateline
