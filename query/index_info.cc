#include "query/index_info.h"

#include <charconv>
#include <filesystem>
#include <map>
#include <vector>

#include "index/schema.h"

namespace dateline {
namespace {

void add_sizes(const std::vector<std::string>& paths, IndexInfo& info) {
  std::map<std::string, std::uint64_t> tables;
  for (const std::string& path : paths) {
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".glass") continue;
      std::error_code gone;  // A table may be replaced just now.
      const auto bytes = entry.file_size(gone);
      if (!gone) tables[entry.path().stem().string()] += bytes;
    }
  }
  for (const auto& [table, bytes] : tables) {
    info.tables.push_back({table, bytes});
    info.bytes += bytes;
  }
}

void add_words(const Xapian::Database& database, IndexInfo& info) {
  const auto slot = schema::slot::kLength;
  const auto end = database.valuestream_end(slot);
  double words = 0;
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    words += Xapian::sortable_unserialise(*value);
  }
  info.words = static_cast<std::uint64_t>(words);
  if (info.articles > 0) {
    info.average_words = words / static_cast<double>(info.articles);
  }
}

void add_dates(const Xapian::Database& database, IndexInfo& info) {
  const auto slot = schema::slot::kPublishedDate;
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    for (const Date date : schema::unpack_dates(*value).value_or(std::vector<Date>())) {
      if (!info.earliest || first_day(date) < first_day(info.earliest)) {
        info.earliest = date;
      }
      if (!info.latest || last_day(info.latest) < last_day(date)) info.latest = date;
    }
  }
}

void add_names(const Snapshot& snapshot, IndexInfo& info) {
  const auto table = snapshot.entities();
  std::vector<bool> counted(table->size(), false);
  for (const NameKind kind : kNameKinds) {
    const auto names = snapshot.cache().names(snapshot.database(), kind);
    info.names += names->size();
    for (std::size_t i = 0; i < names->size(); ++i) {
      const auto entry = table->find(kind, (*names)[i]);
      if (entry.hidden) continue;
      const bool alone = entry.group == entities::EntityTable::kNoGroup;
      if (alone || !counted[entry.group]) ++info.entities;
      if (!alone) counted[entry.group] = true;
    }
  }
}

}  // namespace

IndexInfo read_info(const Snapshot& snapshot, const std::vector<std::string>& paths) {
  const Xapian::Database& database = snapshot.database();
  const auto metadata = [&](std::string_view key) {
    return database.get_metadata(std::string(key));
  };
  IndexInfo info;
  for (const std::string& path : paths)
    info.path += (info.path.empty() ? "" : ", ") + path;
  info.articles = database.get_doccount();
  const std::string version = metadata(schema::metadata::kSchemaVersion);
  std::from_chars(version.data(), version.data() + version.size(), info.schema_version);
  info.dateline_version = metadata(schema::metadata::kDatelineVersion);
  info.xapian_version = metadata(schema::metadata::kXapianVersion);
  info.language = metadata(schema::metadata::kLanguage);
  add_sizes(paths, info);
  add_words(database, info);
  add_dates(database, info);
  add_names(snapshot, info);
  return info;
}

}  // namespace dateline
