// Opening: what is there, and what is refused.

#include <dateline/error.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <new>
#include <optional>
#include <system_error>

#include "index/database.h"
#include "index/durable_files.h"
#include "index/schema.h"
#include "index/xapian_guard.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using dateline::testing::TempDir;

// An index of one document, as a writer would leave it.
void make_index(const std::string& path, const std::string& schema_version = "1",
                bool compact = true) {
  const std::string folder = compact ? path + ".segment" : path;
  Xapian::WritableDatabase database = create_segment(folder);
  if (!schema_version.empty()) {
    database.set_metadata(std::string(schema::metadata::kSchemaVersion),
                          schema_version);
  }
  Xapian::Document document;
  document.add_posting("peace", 0);
  document.add_posting("talks", 1);
  document.add_boolean_term("Qa1");
  document.set_data("record of " + path);
  database.add_document(document);
  database.commit();
  database.close();
  if (!compact) return;
  Xapian::Database(folder).compact(path);
  fs::remove_all(folder);
}

template <class Action>
std::optional<Error> error_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

void check_refused(const std::string& path, ErrorCode code, const std::string& part) {
  for (const bool to_write : {false, true}) {
    CAPTURE(to_write);
    const auto error = error_of([&] {
      if (to_write) {
        open_to_write(path);
      } else {
        open_to_read(path);
      }
    });
    REQUIRE(error);
    CHECK(error->code() == code);
    CAPTURE(std::string(error->what()));
    CHECK(std::string(error->what()).find(part) != std::string::npos);
  }
}

TEST_CASE("database: refuses what is no index, in one sentence, and changes nothing") {
  const TempDir folder;
  check_refused(folder / "none", ErrorCode::kNotFound, "none");
  CHECK_FALSE(fs::exists(folder / "none"));

  fs::create_directory(folder / "empty");
  check_refused(folder / "empty", ErrorCode::kNotFound, "is empty");
  CHECK(fs::is_empty(folder / "empty"));

  folder.write("file", "text");
  check_refused(folder / "file", ErrorCode::kNotAnIndex, "not a Dateline index");
  folder.write("pictures/cat.jpg", "meow");
  check_refused(folder / "pictures", ErrorCode::kNotAnIndex, "not a Dateline index");

  make_index(folder / "foreign", "");
  check_refused(folder / "foreign", ErrorCode::kNotAnIndex, "Dateline did not make it");
  const std::string newer = std::to_string(schema::kVersion + 1);
  make_index(folder / "newer", newer);
  check_refused(folder / "newer", ErrorCode::kNewerSchema, "schema " + newer);
  make_index(folder / "odd", "x");
  check_refused(folder / "odd", ErrorCode::kCorrupt, "schema version");
}

TEST_CASE("database: a stub file runs nothing") {
  const TempDir folder;
  folder.write("stub", "remote :touch " + (folder / "ran") + "\n");
  check_refused(folder / "stub", ErrorCode::kNotAnIndex, "stub");
  folder.write("dir/XAPIANDB", "remote :touch " + (folder / "ran") + "\n");
  check_refused(folder / "dir", ErrorCode::kNotAnIndex, "dir");
  CHECK_FALSE(fs::exists(folder / "ran"));
}

TEST_CASE("database: every missing or emptied table is named") {
  const TempDir folder;
  for (const bool compact : {false, true}) {
    for (const char* table : {"iamglass", "postlist.glass", "docdata.glass",
                              "termlist.glass", "position.glass"}) {
      CAPTURE(table);
      const std::string path = folder / table;
      make_index(path, "1", compact);
      CHECK(open_to_read(path).get_doccount() == 1);
      fs::remove(fs::path(path) / table);
      check_refused(path, ErrorCode::kCorrupt, table);
      CHECK_FALSE(fs::exists(fs::path(path) / table));
      fs::remove_all(path);

      make_index(path, "1", compact);
      fs::resize_file(fs::path(path) / table, 0);
      CHECK(error_of([&] {
        for (const std::string term : {"peace", "Qa1"}) {
          Xapian::Database database = open_to_read(path);
          with_xapian(path, [&] {
            database.positionlist_begin(1, "peace");
            database.termlist_begin(1);
            database.get_document(1).get_data();
            database.postlist_begin(term);
          });
        }
      }));
      fs::remove_all(path);
    }
  }
}

TEST_CASE("database: an empty index needs no table that it has no use for") {
  const TempDir folder;
  Xapian::WritableDatabase database = create_segment(folder / "x");
  database.set_metadata(std::string(schema::metadata::kSchemaVersion), "1");
  database.commit();
  CHECK(open_to_read(folder / "x").get_doccount() == 0);
}

TEST_CASE("database: a second writer is refused at once") {
  const TempDir folder;
  make_index(folder / "x");
  Xapian::WritableDatabase first = open_to_write(folder / "x");
  const auto error = error_of([&] { open_to_write(folder / "x"); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kBusy);
}

TEST_CASE("database: a segment is never made over something") {
  const TempDir folder;
  make_index(folder / "x");
  CHECK(error_of([&] { create_segment(folder / "x"); }));
  CHECK(open_to_read(folder / "x").get_doccount() == 1);
}

TEST_CASE("durable files: both ways of exchanging do the same") {
  const TempDir folder;
  for (const bool at_once : {true, false}) {
    CAPTURE(at_once);
    folder.write("a/which", "a");
    folder.write("b/which", "b");
    if (at_once) {
      if (!exchange_paths(folder / "a", folder / "b")) {
        MESSAGE("skipped: this file system cannot exchange folders");
        continue;
      }
    } else {
      exchange_by_renames(folder / "a", folder / "b", folder / "c");
    }
    CHECK(testing::read_file(folder / "a/which") == "b");
    CHECK(testing::read_file(folder / "b/which") == "a");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 2);
  }
  CHECK_THROWS_AS(exchange_by_renames(folder / "none", folder / "a", folder / "c"),
                  std::system_error);
  CHECK(fs::exists(folder / "a/which"));
}

TEST_CASE("durable files: copies are equal and apart") {
  const TempDir folder;
  folder.write("a/one", "1");
  folder.write("a/two", std::string(100'000, '2'));
  copy_folder(folder / "a", folder / "b");
  CHECK(testing::read_file(folder / "b/one") == "1");
  CHECK(testing::read_file(folder / "b/two") == std::string(100'000, '2'));
  CHECK(folder_bytes(folder / "b") == 100'001);
  folder.write("b/one", "changed");
  CHECK(testing::read_file(folder / "a/one") == "1");
}

TEST_CASE("xapian guard: whatever is thrown leaves as an Error about the path") {
  const auto code_of = [](auto thrown) {
    const auto error =
        error_of([&] { with_xapian("/tmp", [&]() -> int { throw thrown; }); });
    REQUIRE(error);
    CHECK(std::string(error->what()).find("/tmp") != std::string::npos);
    return error->code();
  };
  CHECK(code_of(Xapian::DatabaseLockError(
            "Unable to get write lock on x: already locked")) == ErrorCode::kBusy);
  // Red when every lock that cannot be had counts as held.
  CHECK(code_of(Xapian::DatabaseLockError(
            "Unable to get write lock on x: too many open files")) == ErrorCode::kIo);
  CHECK(code_of(Xapian::DatabaseNotFoundError("no")) == ErrorCode::kNotFound);
  CHECK(code_of(Xapian::DatabaseCorruptError("bad")) == ErrorCode::kCorrupt);
  CHECK(code_of(Xapian::DatabaseModifiedError("new")) == ErrorCode::kBusy);
  CHECK(code_of(Xapian::DatabaseVersionError("3")) == ErrorCode::kNewerSchema);
  CHECK(code_of(Xapian::DatabaseError("inflate failed")) == ErrorCode::kCorrupt);
  CHECK(code_of(Xapian::DatabaseError("write", ENOSPC)) == ErrorCode::kIo);
  CHECK(code_of(Xapian::InvalidArgumentError("term")) == ErrorCode::kInternal);
  CHECK(code_of(std::bad_alloc()) == ErrorCode::kInternal);
  CHECK(code_of(std::length_error("basic_string::append")) == ErrorCode::kCorrupt);
  CHECK(code_of(std::system_error(EIO, std::generic_category())) == ErrorCode::kIo);
  CHECK(code_of(std::runtime_error("odd")) == ErrorCode::kInternal);

  const auto full = error_of([] {
    with_xapian("/tmp/x", [] { throw Xapian::DatabaseError("write", ENOSPC); });
  });
  REQUIRE(full);
  CHECK(std::string(full->what()).find("No space left on device: free some room") !=
        std::string::npos);
}

}  // namespace
