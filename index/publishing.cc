#include "index/publishing.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

#include "index/database.h"
#include "index/durable_files.h"
#include "index/manifest.h"
#include "index/termlists.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRoot = "/iamglass";

// Where publish() keeps what it replaces while it cannot be exchanged.
std::string replaced_path(const std::string& built) { return built + ".replaced"; }

UnsyncedError unsynced(const std::string& path, const std::string& reason) {
  return {ErrorCode::kIo, "The index at '" + path + "' could not be synced: " + reason +
                              ": " + advice_for(reason) +
                              "; the index is as it was, or has all of this change."};
}

// The last steps of making something durable.
template <class Action>
void sync_or_throw(const std::string& path, Action&& action) {
  try {
    action();
  } catch (const Xapian::DatabaseCorruptError&) {
    throw;
  } catch (const Xapian::Error& error) {
    const char* reason = error.get_error_string();
    throw unsynced(path, reason ? reason : error.get_msg());
  } catch (const std::system_error& error) {
    throw unsynced(path, error.code().message());
  }
}

// Says that the tables of the index at `path` are about to change.
void mark_change(const std::string& path) {
  if (begin_change(path)) sync_or_throw(path, [&] { sync_path(path); });
}

// Runs and commits `change` of the index at `path`.
void run_transaction(Xapian::WritableDatabase& database, const std::string& path,
                     const Change& change) {
  // A database that is dropped commits what it has, unless a transaction is under way.
  // Nothing is cancelled here: that reads, may fail, too, and would end it.
  database.begin_transaction();
  change(database);
  sync_or_throw(path, [&] {
    try {
      database.commit_transaction();
    } catch (...) {
      database.begin_transaction(false);
      throw;
    }
  });
}

std::uint32_t revision_of(const Xapian::Database& database) {
  return static_cast<std::uint32_t>(database.get_revision());
}

// Whether a folder aside shares it with the index: all but lists of terms.
bool is_shared_table(const fs::path& file) {
  return file.extension() == ".glass" && file.filename() != "termlist.glass";
}

// Makes `aside` a second folder of the tables at `path`, with a root of its own. False,
// and there is none, where the file system has no hard links.
bool share_tables(const std::string& path, const std::string& aside) {
  fs::create_directory(aside);
  for (const auto& entry : fs::directory_iterator(path)) {
    if (!is_shared_table(entry.path())) continue;
    const fs::path link = fs::path(aside) / entry.path().filename();
    if (link_file(entry.path().string(), link.string())) continue;
    fs::remove_all(aside);
    return false;
  }
  fs::copy_file(path + kRoot, aside + kRoot);
  return true;
}

// Makes the root of `aside` that of the index at `path`, and with it what was written.
void take_over(const std::string& aside, const std::string& path) {
  for (const auto& entry : fs::directory_iterator(aside)) {
    // Some tables come into being with their first entry.
    const fs::path in_index = fs::path(path) / entry.path().filename();
    if (is_shared_table(entry.path()) && !fs::exists(in_index)) {
      fs::rename(entry.path(), in_index);
    }
  }
  sync_path(aside + kRoot);
  // Xapian does so, too, without syncing the directory: a power cut could lose the
  // commit, or leave tables that do not fit together.
  fs::rename(aside + kRoot, path + kRoot);
}

}  // namespace

bool commit_in_place(const std::string& path, const std::string& aside,
                     const std::set<Xapian::docid>& documents, const Change& change) {
  return with_xapian(path, [&] {
    // Has Xapian's lock, for its other programs.
    const Xapian::WritableDatabase index = open_to_write(path);
    if (!share_tables(path, aside)) return false;
    lend_termlists(aside, documents);
    mark_change(path);
    Xapian::WritableDatabase database = open_to_write(aside);
    run_transaction(database, path, change);
    const std::uint32_t revision = revision_of(database);
    database.close();
    sync_or_throw(path, [&] {
      drop_termlists(aside);
      take_over(aside, path);
      finish_change(path, revision);
      sync_path(path);
    });
    std::error_code ignored;  // What is left is removed by the next writer.
    fs::remove_all(aside, ignored);
    return true;
  });
}

void publish(const std::string& built, const std::string& path) {
  with_xapian(path, [&] {
    seal(built, revision_of(open_segment(built)));
    sync_or_throw(path, [&] { sync_folder(built); });
    if (!fs::exists(path)) {
      fs::rename(built, path);
    } else {
      fs::permissions(built, fs::status(path).permissions());
      if (!exchange_paths(built, path)) {
        exchange_by_renames(built, path, replaced_path(built));
      }
    }
    sync_or_throw(path, [&] {
      sync_path(parent_folder(path));
      sync_path(parent_folder(built));
    });
    std::error_code ignored;  // What is left is removed by the next writer.
    fs::remove_all(built, ignored);
  });
}

void undo_half_publish(const std::string& built, const std::string& path) {
  with_xapian(path, [&] {
    const std::string replaced = replaced_path(built);
    if (fs::exists(path) || !fs::exists(replaced)) return;
    fs::rename(replaced, path);
    sync_path(parent_folder(path));
  });
}

}  // namespace dateline
