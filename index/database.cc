#include "index/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <thread>

#include "index/durable_files.h"
#include "index/positions/position_table.h"
#include "index/schema.h"
#include "index/termlists.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr int kOpen = Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS;
constexpr int kCreate = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS;
// Not DB_DANGEROUS: it is no faster for a database written once, and hides why a write
// failed behind a complaint that it cannot be undone.
constexpr int kUnsynced = Xapian::DB_NO_SYNC;

std::string quoted(const std::string& path) { return "'" + path + "'"; }

bool has_file(const std::string& folder, std::string_view name) {
  return fs::is_regular_file(fs::path(folder) / name);
}

// Xapian would open an index that lacks a table, and answer as if it were empty.
void require_table(const std::string& path, std::string_view name) {
  if (has_file(path, name)) return;
  throw Error(ErrorCode::kCorrupt, "The index at " + quoted(path) +
                                       " is damaged: its file '" + std::string(name) +
                                       "' is missing. Rebuild it.");
}

void require_index(const std::string& path) {
  switch (inspect_path(path)) {
    case PathContent::kDatabase:
      break;
    case PathContent::kNothing:
      throw Error(ErrorCode::kNotFound, "There is no index at " + quoted(path) +
                                            "; make one with `dateline index`.");
    case PathContent::kEmptyFolder:
      throw Error(ErrorCode::kNotFound, "The folder " + quoted(path) +
                                            " is empty; make an index there with "
                                            "`dateline index`.");
    case PathContent::kOther:
      throw Error(ErrorCode::kNotAnIndex, quoted(path) + " is not a Dateline index.");
  }
  require_table(path, "iamglass");
  require_table(path, "postlist.glass");
}

// Tables that Xapian does without in some databases, but not in ours. The last two come
// into being with their first entry.
void require_other_tables(const Xapian::Database& database, const std::string& path) {
  if (has_termlists(database)) require_table(path, "termlist.glass");
  if (database.get_doccount() == 0) return;
  require_table(path, "docdata.glass");
  if (has_position_table(database)) require_table(path, "position.glass");
}

// That a table could not be opened, with the reason where there still is one.
Xapian::DatabaseOpeningError closed_table(const std::string& path) {
  for (const char* name : {"termlist.glass", "position.glass", "docdata.glass"}) {
    const int file = open((fs::path(path) / name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) continue;  // Not every index has all.
    if (file < 0)
      return Xapian::DatabaseOpeningError(std::string("couldn't open ") + name, errno);
    close(file);
  }
  return Xapian::DatabaseOpeningError("couldn't open one of its tables");
}

// What failed once may not fail again.
template <class Database>
Database open_whole(const std::string& path, int flags) {
  // Xapian 1.4 opens no table of terms to write that is not there, unless told.
  const int without_terms =
      has_file(path, "termlist.glass") ? 0 : Xapian::DB_NO_TERMLIST;
  for (int attempt = 1;; ++attempt) {
    Database database(path, flags | without_terms);
    if (has_open_tables(database)) return database;
    if (attempt == 3) throw closed_table(path);
  }
}

std::optional<int> to_number(std::string_view text) {
  int number = 0;
  const auto [end, fault] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void require_schema(const Xapian::Database& database, const std::string& path) {
  const std::string text =
      database.get_metadata(std::string(schema::metadata::kSchemaVersion));
  if (text.empty()) {
    throw Error(ErrorCode::kNotAnIndex,
                quoted(path) + " is a Xapian database, but Dateline did not make it.");
  }
  const std::optional<int> version = to_number(text);
  if (!version || *version < 1) {
    throw Error(ErrorCode::kCorrupt, "The index at " + quoted(path) +
                                         " is damaged: its schema version is not a "
                                         "number. Rebuild it.");
  }
  if (*version > schema::kVersion) {
    throw Error(ErrorCode::kNewerSchema, "The index at " + quoted(path) +
                                             " was made by a newer Dateline (schema " +
                                             text + "; this version reads " +
                                             std::to_string(schema::kVersion) +
                                             "): upgrade.");
  }
}

Xapian::Database open_checked(const std::string& path) {
  require_index(path);
  Xapian::Database database(path, kOpen);
  require_schema(database, path);  // First: what is not ours is not damaged either.
  require_other_tables(database, path);
  if (!has_open_tables(database)) throw closed_table(path);
  return database;
}

// Tables are opened one after another by name, while a writer may change them in place
// or publish another directory: they must all belong together.
Xapian::Database open_unmixed(const std::string& path) {
  constexpr int kAttempts = 6;
  for (int attempt = 1; attempt < kAttempts; ++attempt) {
    const std::uint64_t before = identity(path);
    try {
      Xapian::Database database = open_checked(path);
      if (identity(path) == before) return database;
    } catch (const Xapian::DatabaseError&) {
      // A block may have been read while it was written over.
    } catch (const Error&) {
      if (identity(path) == before) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1 << attempt));
  }
  return open_checked(path);
}

}  // namespace

PathContent inspect_path(const std::string& path) {
  return with_xapian(path, [&] {
    const fs::file_status status = fs::status(path);
    if (!fs::exists(status)) return PathContent::kNothing;
    if (!fs::is_directory(status)) return PathContent::kOther;
    bool empty = true;
    for (const auto& entry : fs::directory_iterator(path)) {
      empty = false;
      const fs::path& file = entry.path();
      if (file.filename() == "iamglass" || file.extension() == ".glass") {
        return PathContent::kDatabase;
      }
    }
    return empty ? PathContent::kEmptyFolder : PathContent::kOther;
  });
}

// Asked of the first document: in every database of ours it has terms and data.
bool has_open_tables(const Xapian::Database& database) {
  if (database.get_doccount() == 0) return true;
  if (!database.has_positions() && has_position_table(database)) return false;
  try {
    const Xapian::docid first = *database.postlist_begin("");
    if (has_termlists(database)) database.termlist_begin(first);
    return !database.get_document(first).get_data().empty();
  } catch (const Xapian::FeatureUnavailableError&) {
    return false;  // There is no table of terms.
  } catch (const Xapian::DocNotFoundError&) {
    return true;  // What is damaged is told by whoever needs it.
  } catch (const Xapian::DatabaseCorruptError&) {
    return true;
  }
}

Xapian::Database open_to_read(const std::string& path) {
  return with_xapian(path, [&] { return open_unmixed(path); });
}

Xapian::WritableDatabase open_to_write(const std::string& path) {
  return with_xapian(path, [&] {
    open_unmixed(path);
    return open_whole<Xapian::WritableDatabase>(path, kOpen);
  });
}

Xapian::WritableDatabase create_segment(const std::string& path, int flags) {
  return with_xapian(path, [&] {
    fs::create_directories(parent_folder(path));
    if (!fs::create_directory(path)) {
      throw Error(ErrorCode::kInternal, quoted(path) + " exists already.");
    }
    return Xapian::WritableDatabase(path, kCreate | kUnsynced | flags);
  });
}

Xapian::Database open_segment(const std::string& path) {
  return with_xapian(path, [&] { return open_whole<Xapian::Database>(path, kOpen); });
}

Xapian::WritableDatabase open_segment_to_write(const std::string& path) {
  return with_xapian(path, [&] {
    return open_whole<Xapian::WritableDatabase>(path, kOpen | kUnsynced);
  });
}

std::uint64_t identity(const std::string& path) {
  struct statx status {};
  // The time of birth, for an inode's number may be given again.
  if (statx(AT_FDCWD, path.c_str(), 0, STATX_INO | STATX_BTIME, &status) != 0) return 0;
  const std::uint64_t key[] = {
      status.stx_ino,
      std::uint64_t{status.stx_dev_major} << 32 | status.stx_dev_minor,
      static_cast<std::uint64_t>(status.stx_btime.tv_sec),
      status.stx_btime.tv_nsec,
  };
  const std::uint64_t number = XXH3_64bits(key, sizeof key);
  return number == 0 ? 1 : number;
}

}  // namespace dateline
