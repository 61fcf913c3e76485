#include "query/facet_columns.h"

#include <dateline/error.h>
#include <dateline/fields.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "index/schema.h"
#include "index/text/analyzer.h"
#include "query/snapshot.h"

namespace dateline {
namespace {

// Rows of a column between two looks at the clock.
constexpr std::size_t kRowsAtOnce = 64;

template <class T>
T intact(std::optional<T> unpacked) {
  if (unpacked) return std::move(*unpacked);
  throw Error(ErrorCode::kCorrupt,
              "A value stored with an article is damaged: rebuild the index.");
}

// Says of each name of a column which entity it is, by its id.
class Grouping {
 public:
  Grouping(FacetColumn& column,
           const std::shared_ptr<const entities::EntityTable>& entities)
      : column_(column) {
    column_.entities = entities;
  }

  // Names come in the order of their numbers.
  void add(std::uint64_t name_id) {
    const auto entry = column_.entities->find(name_id);
    const auto number = static_cast<std::uint32_t>(column_.groups.size());
    column_.groups.push_back(entry.hidden ? FacetColumn::kHidden : entry.group);
    if (entry.group != FacetColumn::kAlone) {
      column_.members.emplace_back(entry.group, number);
    }
  }

  void finish() { std::sort(column_.members.begin(), column_.members.end()); }

 private:
  FacetColumn& column_;
};

// Numbers for the values that a column meets, and its rows. Slots are read by one of
// the functions below.
class ColumnBuilder {
 public:
  explicit ColumnBuilder(ColumnKind kind) : kind_(kind) { column_.starts = {0}; }

  // Names are known beforehand: their numbers by their ids.
  void use_names(const KnownNames& names) {
    column_.names = names.lists;
    Grouping grouping(column_, names.entities);
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < kNameKinds.size(); ++k) {
      const NameList& list = *names.lists[k];
      column_.first_name[k] = number;
      for (std::size_t i = 0; i < list.size(); ++i) {
        const std::uint64_t id = schema::name_id(kNameKinds[k], list[i]);
        name_numbers_.emplace(id, number++);
        grouping.add(id);
      }
    }
    column_.first_name.back() = number;
    grouping.finish();
  }

  // Ends rows, so that the next values belong to row `row`.
  void begin_row(std::size_t row) {
    column_.starts.resize(row + 1, static_cast<std::uint32_t>(column_.values.size()));
  }

  void add_slot(std::string_view value) {
    if (value.empty()) return;
    if (kind_ == ColumnKind::kNames) {
      add_names(value);
    } else if (kind_ == ColumnKind::kPublished || kind_ == ColumnKind::kMentioned) {
      add_periods(value);
    } else {
      add_strings(value);
    }
  }

  FacetColumn finish() {
    begin_row(column_.starts.size());
    if (!column_.periods.empty()) sort_periods();
    return std::move(column_);
  }

 private:
  void add_names(std::string_view value) {
    for (const std::uint64_t id : intact(schema::unpack_name_ids(value))) {
      const auto found = name_numbers_.find(id);
      if (found != name_numbers_.end()) column_.values.push_back(found->second);
    }
  }

  void add_periods(std::string_view value) {
    for (const DateRange& period : intact(schema::unpack_periods(value))) {
      const auto key = static_cast<std::uint64_t>(to_days(period.first)) << 32 |
                       static_cast<std::uint32_t>(to_days(period.last));
      const auto [found, is_new] = period_numbers_.try_emplace(
          key, static_cast<std::uint32_t>(column_.periods.size()));
      if (is_new) column_.periods.push_back(period);
      column_.values.push_back(found->second);
    }
  }

  void add_strings(std::string_view value) {
    for (const std::string& text : slot_strings(kind_, value)) {
      column_.values.push_back(number_of(text));
    }
  }

  // Spellings that fold to one term are one value.
  std::uint32_t number_of(const std::string& text) {
    const auto seen = numbers_.find(text);
    if (seen != numbers_.end()) return seen->second;
    std::string term = metadata_term(kind_, text);
    const auto [found, is_new] = term_numbers_.try_emplace(
        std::move(term), static_cast<std::uint32_t>(column_.terms.size()));
    if (is_new) column_.terms.add(found->first);
    numbers_.emplace(text, found->second);
    return found->second;
  }

  void sort_periods() {
    std::vector<std::uint32_t> order(column_.periods.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [this](std::uint32_t number) {
      const DateRange& period = column_.periods[number];
      return std::pair(period.first, period.last);
    };
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    std::vector<std::uint32_t> place(order.size());
    std::vector<DateRange> sorted;
    for (const std::uint32_t old : order) {
      place[old] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(column_.periods[old]);
    }
    column_.periods = std::move(sorted);
    for (std::uint32_t& value : column_.values) value = place[value];
  }

  ColumnKind kind_;
  FacetColumn column_;
  std::unordered_map<std::uint64_t, std::uint32_t> name_numbers_;
  std::unordered_map<std::uint64_t, std::uint32_t> period_numbers_;  // By days.
  std::unordered_map<std::string, std::uint32_t> numbers_;           // As written.
  std::unordered_map<std::string, std::uint32_t> term_numbers_;      // Folded.
};

// The names of some documents, read from their records: with few of them this is
// cheaper than learning the ids of all names of the index.
FacetColumn names_of(const Snapshot& snapshot, std::span<const Xapian::docid> docids,
                     const std::shared_ptr<const entities::EntityTable>& entities) {
  struct Entry {
    std::size_t row;
    std::size_t kind;
    std::uint32_t number;  // Among those of its kind.
  };
  std::vector<Entry> entries;
  std::array<StringTable, kNameKinds.size()> tables;
  std::array<std::unordered_map<std::string, std::uint32_t>, kNameKinds.size()> numbers;
  for (std::size_t row = 0; row < docids.size(); ++row) {
    if (row % kRowsAtOnce == 0) snapshot.deadline().check();
    const auto record = snapshot.article(docids[row]);
    for (const NameCount& found : facet_names(record)) {
      const auto kind = static_cast<std::size_t>(found.name.kind);
      const auto [place, is_new] = numbers[kind].try_emplace(
          text::fold(found.name.text), static_cast<std::uint32_t>(tables[kind].size()));
      if (is_new) tables[kind].add(place->first);
      entries.push_back({row, kind, place->second});
    }
  }

  FacetColumn column;
  Grouping grouping(column, entities);
  for (std::size_t k = 0; k < kNameKinds.size(); ++k) {
    for (std::size_t i = 0; i < tables[k].size(); ++i) {
      grouping.add(schema::name_id(kNameKinds[k], tables[k][i]));
    }
    column.first_name[k + 1] =
        column.first_name[k] + static_cast<std::uint32_t>(tables[k].size());
    column.names[k] = std::make_shared<const NameList>(std::move(tables[k]));
  }
  grouping.finish();
  column.starts = {0};
  for (const Entry& entry : entries) {
    column.starts.resize(entry.row + 1,
                         static_cast<std::uint32_t>(column.values.size()));
    column.values.push_back(column.first_name[entry.kind] + entry.number);
  }
  column.starts.resize(docids.size() + 1,
                       static_cast<std::uint32_t>(column.values.size()));
  return column;
}

Field field_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kAuthors:
      return Field::kAuthor;
    case ColumnKind::kTopics:
      return Field::kTopic;
    case ColumnKind::kLanguage:
      return Field::kLanguage;
    default:
      return Field::kSource;
  }
}

}  // namespace

std::size_t FacetColumn::distinct() const {
  return std::max(
      {static_cast<std::size_t>(first_name.back()), periods.size(), terms.size()});
}

std::size_t FacetColumn::kind_of(std::uint32_t number) const {
  const auto after = std::upper_bound(first_name.begin(), first_name.end(), number);
  return static_cast<std::size_t>(after - first_name.begin()) - 1;
}

std::string_view FacetColumn::name(std::uint32_t number) const {
  const std::size_t kind = kind_of(number);
  return (*names[kind])[number - first_name[kind]];
}

FacetColumn build_column(const Xapian::Database& database, ColumnKind kind,
                         const KnownNames& names, const Deadline& deadline) {
  ColumnBuilder builder(kind);
  if (kind == ColumnKind::kNames) builder.use_names(names);
  const Xapian::valueno slot = column_slot(kind);
  const auto end = database.valuestream_end(slot);
  std::size_t rows = 0;
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    if (rows++ % kRowsAtOnce == 0) deadline.check();
    builder.begin_row(value.get_docid());
    builder.add_slot(*value);
  }
  return builder.finish();
}

FacetColumn build_column_of(
    const Snapshot& snapshot, ColumnKind kind, std::span<const Xapian::docid> docids,
    const std::shared_ptr<const entities::EntityTable>& entities) {
  if (kind == ColumnKind::kNames) return names_of(snapshot, docids, entities);
  ColumnBuilder builder(kind);
  const Xapian::valueno slot = column_slot(kind);
  for (std::size_t row = 0; row < docids.size(); ++row) {
    if (row % kRowsAtOnce == 0) snapshot.deadline().check();
    builder.begin_row(row);
    builder.add_slot(snapshot.database().get_document(docids[row]).get_value(slot));
  }
  return builder.finish();
}

std::vector<std::string> slot_strings(ColumnKind kind, std::string_view value) {
  if (value.empty()) return {};
  if (kind == ColumnKind::kAuthors || kind == ColumnKind::kTopics) {
    return intact(schema::unpack_strings(value));
  }
  return {std::string(value)};
}

std::string metadata_term(ColumnKind kind, std::string_view value) {
  return schema::value_term(field_of(kind), value);
}

Xapian::valueno column_slot(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kNames:
      return schema::slot::kNames;
    case ColumnKind::kSource:
      return schema::slot::kSource;
    case ColumnKind::kAuthors:
      return schema::slot::kAuthors;
    case ColumnKind::kTopics:
      return schema::slot::kTopics;
    case ColumnKind::kLanguage:
      return schema::slot::kLanguage;
    case ColumnKind::kPublished:
      return schema::slot::kPublishedDate;
    case ColumnKind::kMentioned:
      break;
  }
  return schema::slot::kMentioned;
}

}  // namespace dateline
