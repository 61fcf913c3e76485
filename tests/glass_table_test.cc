// The tables of index/glass as Xapian sees them. It has no public access to a B-tree,
// but metadata of a database is one: any key and any value, in the postlist table.
#include <xapian.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <doctest/doctest.h>

#include <dateline/error.h>

#include "index/byte_codec.h"
#include "index/glass/table_writer.h"
#include "index/glass/version_file.h"
#include "tests/testing.h"

namespace dateline::glass {
namespace {

using Entries = std::map<std::string, std::string>;

constexpr std::string_view kMetadataPrefix{"\0\xc0", 2};
constexpr std::string_view kLengthsKey{"\0\xe0", 2};

using Add = void (TableWriter::*)(std::string_view, std::string_view);

TableRoot write_table(const std::string& path, std::uint32_t compress_min,
                      const Entries& entries, Add add = &TableWriter::add) {
  TableWriter table(path, compress_min);
  for (const auto& [key, tag] : entries) (table.*add)(key, tag);
  return table.finish();
}

// A database of metadata only; gives what its postlist table looks like.
TableRoot write_metadata(const std::string& folder, std::uint32_t compress_min,
                         const Entries& metadata) {
  std::filesystem::create_directory(folder);
  Entries entries;
  for (const auto& [key, tag] : metadata) {
    entries[std::string(kMetadataPrefix) + key] = tag;
  }
  DatabaseTables tables;
  tables.postlist = write_table(folder + "/postlist.glass", compress_min, entries);
  tables.termlist = write_table(folder + "/termlist.glass", kTextCompressMin, {});
  tables.docdata = write_table(folder + "/docdata.glass", kTextCompressMin, {});
  write_version_file(folder, tables, {});
  return tables.postlist;
}

// By cursor, which reads leaf after leaf; and by key, which goes through the branches.
void check_metadata(const std::string& folder, const Entries& expected) {
  const Xapian::Database database(folder);
  std::vector<std::string> keys;
  for (auto it = database.metadata_keys_begin(); it != database.metadata_keys_end();
       ++it) {
    keys.push_back(*it);
  }
  std::size_t wrong = 0;
  REQUIRE(keys.size() == expected.size());
  auto at = keys.begin();
  for (const auto& [key, tag] : expected) {
    if (*at++ != key) ++wrong;
    if (database.get_metadata(key) != tag) ++wrong;
    if (!database.get_metadata(key + "\1").empty() && !expected.contains(key + "\1")) {
      ++wrong;
    }
  }
  CHECK(wrong == 0);
}

// By the command: Database::check() itself does not pass AddressSanitizer, as Xapian
// frees an object by its base class there.
void check_sound(const std::string& folder) {
  const std::string log = folder + ".log";
  const std::string command = "xapian-check '" + folder + "' >'" + log + "' 2>&1";
  const int status = std::system(command.c_str());
  INFO(testing::read_file(log));
  CHECK(status == 0);
}

void compact(const std::string& from, const std::string& to) {
  Xapian::Database(from).compact(to);
}

std::string bytes(std::mt19937& random, std::size_t size, bool compressible) {
  std::string out(size, '\0');
  for (char& c : out) {
    c = compressible ? static_cast<char>('a' + random() % 4)
                     : static_cast<char>(random() & 0xff);
  }
  return out;
}

Entries small_entries(unsigned count) {
  Entries entries;
  for (unsigned i = 0; i < count; ++i) {
    entries["key " + std::to_string(i * 7919U % 1000003U)] = std::to_string(i);
  }
  return entries;
}

Entries long_tags() {
  std::mt19937 random(1);
  Entries entries;
  for (const std::size_t size :
       {1U,    17U,   18U,   19U,   2000U, 2030U, 2031U, 2032U, 2033U,  2034U,
        2035U, 2036U, 2037U, 2038U, 2039U, 2040U, 4076U, 8180U, 20000U, 200000U}) {
    for (const bool compressible : {false, true}) {
      const std::string name = std::to_string(size) + (compressible ? "c" : "r");
      entries[name] = bytes(random, size, compressible);
      entries[std::string(100, 'k') + name] = bytes(random, size, compressible);
      entries[std::string(240, 'l') + name] = bytes(random, size, compressible);
    }
  }
  return entries;
}

// Keys of each length, most of them alike up to their end.
Entries keys_of_all_lengths() {
  std::mt19937 random(2);
  Entries entries;
  for (std::size_t size = 1; size <= 253; ++size) {
    entries[std::string(size, 'a')] = bytes(random, 100, false);
    entries[std::string(size - 1, 'a') + '\xff'] = bytes(random, 3000, false);
    entries[bytes(random, size, false)] = bytes(random, size * 8, false);
  }
  return entries;
}

// Long keys that differ in their last bytes only, so that branches have few of them.
Entries deep_tree() {
  Entries entries;
  for (unsigned i = 100000; i < 160000; ++i) {
    entries[std::string(240, 'p') + std::to_string(i)] = "t";
  }
  return entries;
}

Entries random_entries(unsigned seed) {
  std::mt19937 random(seed);
  Entries entries;
  for (int i = 0; i < 3000; ++i) {
    const bool large = random() % 50 == 0;
    entries[bytes(random, 1 + random() % 40, true)] =
        bytes(random, 1 + random() % (large ? 30000U : 300U), random() % 2 == 0);
  }
  return entries;
}

struct Case {
  std::string what;
  Entries entries;
  std::uint32_t level;
};

TEST_CASE("Xapian reads, checks and compacts the tables") {
  const Case cases[] = {
      {"no entry", {}, 0},
      {"one entry", {{"key", "tag"}}, 0},
      {"one leaf", small_entries(200), 0},
      {"two levels", small_entries(2000), 1},
      {"three levels", small_entries(200000), 2},
      {"long tags", long_tags(), 2},
      {"keys of all lengths", keys_of_all_lengths(), 2},
      {"long keys alike", deep_tree(), 3},
      {"random 1", random_entries(1), 1},
      {"random 2", random_entries(2), 1},
  };
  for (const Case& c : cases) {
    for (const std::uint32_t compress_min : {0U, kTextCompressMin}) {
      CAPTURE(c.what);
      CAPTURE(compress_min);
      const testing::TempDir dir;
      const TableRoot root = write_metadata(dir / "made", compress_min, c.entries);
      const auto size = std::filesystem::file_size(dir / "made/postlist.glass");
      CHECK(root.entries == c.entries.size());
      CHECK(root.root_is_fake == c.entries.empty());
      if (compress_min == 0) CHECK(root.level == c.level);
      CHECK(size == root.next_block * 8192ULL);

      check_sound(dir / "made");
      check_metadata(dir / "made", c.entries);
      compact(dir / "made", dir / "compact");
      check_sound(dir / "compact");
      check_metadata(dir / "compact", c.entries);
      // Xapian's own table of the same entries is not much smaller.
      const auto theirs = std::filesystem::file_size(dir / "compact/postlist.glass");
      CHECK(size <= theirs + theirs / 50 + 8192);
    }
  }
}

// How Xapian packs a number below 32768 so that bytes sort as the numbers do.
std::string document_key(unsigned id) {
  return {static_cast<char>(id >> 8), static_cast<char>(id & 0xff)};
}

std::vector<std::string> document_data() {
  std::mt19937 random(3);
  std::vector<std::string> data;
  for (unsigned i = 0; i < 400; ++i) {
    const std::size_t size = i % 20 == 0 ? i * 500 : random() % 3000;
    data.push_back(bytes(random, size, i % 2 == 0));
  }
  return data;
}

// Documents without terms, and so of length 0; one chunk holds all their lengths.
void write_documents(const std::string& folder, const std::vector<std::string>& data,
                     Add add = &TableWriter::add) {
  std::filesystem::create_directory(folder);
  std::string lengths{
      "\0\0\0"
      "1",
      4};
  append_varint(lengths, data.size() - 1);
  lengths.append(1 + 2 * (data.size() - 1), '\0');
  Entries stored;
  Entries termlists;
  for (unsigned i = 0; i < data.size(); ++i) {
    if (!data[i].empty()) stored[document_key(i + 1)] = data[i];
    termlists[document_key(i + 1)] = "";
  }
  DatabaseTables tables;
  tables.postlist =
      write_table(folder + "/postlist.glass", 0, {{std::string(kLengthsKey), lengths}});
  tables.docdata =
      write_table(folder + "/docdata.glass", kTextCompressMin, stored, add);
  tables.termlist =
      write_table(folder + "/termlist.glass", kTextCompressMin, termlists);
  DatabaseStatistics statistics;
  statistics.documents = statistics.last_document =
      static_cast<std::uint32_t>(data.size());
  write_version_file(folder, tables, statistics);
}

void check_documents(const std::string& folder, const std::vector<std::string>& data) {
  check_sound(folder);
  const Xapian::Database database(folder);
  REQUIRE(database.get_doccount() == data.size());
  CHECK(database.get_lastdocid() == data.size());
  std::size_t wrong = 0;
  for (unsigned i = 0; i < data.size(); ++i) {
    if (database.get_document(i + 1).get_data() != data[i]) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("A database of documents is read, compacted, merged and added to") {
  const testing::TempDir dir;
  const auto data = document_data();
  write_documents(dir / "made", data);
  check_documents(dir / "made", data);
  compact(dir / "made", dir / "compact");
  check_documents(dir / "compact", data);

  write_documents(dir / "other", data);
  Xapian::Database both(dir / "made");
  both.add_database(Xapian::Database(dir / "other"));
  both.compact(dir / "both");
  auto twice = data;
  twice.insert(twice.end(), data.begin(), data.end());
  check_documents(dir / "both", twice);

  auto more = data;
  {
    Xapian::WritableDatabase writable(dir / "made", Xapian::DB_OPEN);
    for (const unsigned id : {1U, 100U, 400U}) {
      more[id - 1] = std::string(5000 + id, 'x');
      Xapian::Document document;
      document.set_data(more[id - 1]);
      writable.replace_document(id, document);
    }
    writable.commit();
  }
  check_documents(dir / "made", more);
}

TEST_CASE("Tags that are compressed already are stored, and copied, as they are") {
  const testing::TempDir dir;
  auto data = document_data();
  std::size_t next = 0;
  for (const std::size_t size :
       {1U, 2U, 18U, 19U, 65'534U, 65'535U, 65'536U, 131'070U, 131'071U}) {
    data[next++] = std::string(size, 'x');
  }
  write_documents(dir / "made", data, &TableWriter::add_compressed);
  check_documents(dir / "made", data);
  compact(dir / "made", dir / "compact");
  check_documents(dir / "compact", data);
  std::size_t bytes = 0;  // Of which deflate would make much less.
  for (const std::string& tag : data) bytes += tag.size();
  CHECK(std::filesystem::file_size(dir / "made/docdata.glass") > bytes);
  CHECK(std::filesystem::file_size(dir / "compact/docdata.glass") > bytes);
}

TEST_CASE("The version file holds the statistics, and a UUID of its own") {
  const testing::TempDir dir;
  DatabaseStatistics statistics;
  statistics.documents = 3;
  statistics.last_document = 300;
  statistics.total_length = 5'000'000'000;
  statistics.shortest = 7;
  statistics.longest = 4'000'000'000;
  statistics.wdf_upper_bound = 200;
  std::vector<std::string> uuids;
  for (const char* name : {"one", "two"}) {
    const std::string folder = dir / name;
    write_metadata(folder, 0, {});
    write_version_file(folder, {}, statistics);
    const Xapian::Database database(folder);
    CHECK(database.get_doccount() == 3);
    CHECK(database.get_lastdocid() == 300);
    CHECK(database.get_total_length() == 5'000'000'000);
    CHECK(database.get_doclength_lower_bound() == 7);
    CHECK(database.get_doclength_upper_bound() == 4'000'000'000);
    uuids.push_back(database.get_uuid());
  }
  CHECK(uuids[0] != uuids[1]);
  statistics.last_document = 2;
  CHECK_THROWS_AS(write_version_file(dir / "one", {}, statistics), Error);
}

ErrorCode code_of_adding(const std::vector<std::string>& keys) {
  const testing::TempDir dir;
  TableWriter table(dir / "t.glass", 0);
  try {
    for (const auto& key : keys) table.add(key, "tag");
  } catch (const Error& error) {
    return error.code();
  }
  throw std::logic_error("nothing thrown");
}

TEST_CASE("Keys that a table cannot hold are refused") {
  CHECK(code_of_adding({"b", "a"}) == ErrorCode::kInternal);
  CHECK(code_of_adding({"b", "b"}) == ErrorCode::kInternal);
  CHECK(code_of_adding({"a\x80", "ab"}) == ErrorCode::kInternal);
  CHECK(code_of_adding({""}) == ErrorCode::kInternal);
  CHECK(code_of_adding({std::string(256, 'k')}) == ErrorCode::kInternal);
}

TEST_CASE("A tag of more items than can be numbered is refused") {
  const testing::TempDir dir;
  TableWriter table(dir / "t.glass", 0);
  try {
    table.add("key", std::string(140'000'000, 't'));
    FAIL("a table took a tag of 140 MB");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kInvalidArgument);
  }
}

TEST_CASE("A table that cannot be written throws the system's reason") {
  const testing::TempDir dir;
  CHECK_THROWS_AS(TableWriter(dir / "absent/t.glass", 0), std::system_error);
  TableWriter table("/dev/full", 0);
  table.add("key", "tag");
  try {
    table.finish();
    FAIL("a full device took a table");
  } catch (const std::system_error& error) {
    CHECK(error.code() == std::errc::no_space_on_device);
  }
}

}  // namespace
}  // namespace dateline::glass
