#include "index/glass/version_file.h"

#include <sys/random.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <dateline/error.h>

#include "index/byte_codec.h"
#include "index/glass/block.h"
#include "index/output_file.h"

namespace dateline::glass {
namespace {

// Fourteen bytes that tell the file, and the date of the format: 14 March 2016 in bits,
// seven of the year from 2014, four of the month, five of the day.
constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};

// Of a root: the tree's leaves lie in order, and there is no tree.
constexpr unsigned kSequentialFlag = 2;
constexpr unsigned kFakeFlag = 1;

std::string random_uuid() {
  std::string uuid(16, '\0');
  if (getrandom(uuid.data(), uuid.size(), 0) != static_cast<ssize_t>(uuid.size())) {
    throw std::system_error(errno, std::generic_category(), "no random numbers");
  }
  // Version 4, variant 1 of RFC 4122.
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

// The list of free blocks, which is empty: its revision, the first block never used,
// and where it starts and ends, each a block and an offset.
std::string free_list(const TableRoot& table) {
  std::string out;
  if (table.root_is_fake) return out;
  append_varint(out, kRevision);
  append_varint(out, table.next_block);
  out.append(4, '\0');
  return out;
}

void append_root(std::string& out, const TableRoot& table) {
  append_varint(out, table.root_block);
  append_varint(out, std::uint64_t{table.level} << 2 | kSequentialFlag |
                         (table.root_is_fake ? kFakeFlag : 0));
  append_varint(out, table.entries);
  append_varint(out, kBlockBytes / 2048);
  append_varint(out, table.compress_min);
  append_string(out, free_list(table));
}

void append_statistics(std::string& out, const DatabaseStatistics& statistics) {
  if (statistics.last_document < statistics.documents ||
      statistics.longest < statistics.wdf_upper_bound) {
    throw Error(ErrorCode::kInternal, "statistics that contradict each other");
  }
  append_varint(out, statistics.documents);
  append_varint(out, statistics.last_document - statistics.documents);
  append_varint(out, statistics.shortest);
  append_varint(out, statistics.wdf_upper_bound);
  append_varint(out, statistics.longest - statistics.wdf_upper_bound);
  append_varint(out, 0);  // The oldest changeset: there is none.
  append_varint(out, statistics.total_length);
  append_varint(out, 0);  // The highest frequency of a spelling: there is none.
}

// The bytes of a root, of which `rest` is what follows.
std::string_view take_root(std::string_view& rest) {
  ByteReader reader(rest);
  for (int number = 0; number < 5; ++number) reader.varint();
  reader.string();
  if (!reader.good()) throw Error(ErrorCode::kInternal, "a version file is cut short");
  const std::string_view root = rest.substr(0, rest.size() - reader.left());
  rest.remove_prefix(root.size());
  return root;
}

constexpr int kRoots = 6;
constexpr std::size_t kUuidBytes = 16;

// The version file with another root of a table.
std::string with_root(std::string_view bytes, Table table, const TableRoot& new_root) {
  if (!bytes.starts_with(kMagic)) {
    throw Error(ErrorCode::kInternal, "a version file of another format");
  }
  ByteReader revision(bytes.substr(kMagic.size() + kUuidBytes));
  revision.varint();
  std::string out(bytes.substr(0, bytes.size() - revision.left()));
  std::string_view rest = bytes.substr(out.size());
  for (int number = 0; number < kRoots; ++number) {
    const std::string_view root = take_root(rest);
    if (number == static_cast<int>(table)) {
      append_root(out, new_root);
    } else {
      out.append(root);
    }
  }
  return out.append(rest);
}

void write_file(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.append(bytes);
  file.close();
}

}  // namespace

void add_table(const std::string& folder, Table table, const TableRoot& root) {
  const std::string path = folder + "/iamglass";
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  write_file(path, with_root(bytes, table, root));
}

void forget_table(const std::string& folder, Table table) {
  const bool is_termlist = table == Table::kTermlist;
  add_table(folder, table, {.compress_min = is_termlist ? kTextCompressMin : 0});
  std::filesystem::remove(folder +
                          (is_termlist ? "/termlist.glass" : "/position.glass"));
}

void write_version_file(const std::string& folder, const DatabaseTables& tables,
                        const DatabaseStatistics& statistics) {
  const TableRoot no_positions;  // In a table: they are metadata.
  TableRoot absent;              // Those of spellings and synonyms.
  absent.compress_min = kTextCompressMin;

  std::string bytes(kMagic);
  bytes += random_uuid();
  append_varint(bytes, kRevision);
  append_root(bytes, tables.postlist);
  append_root(bytes, tables.docdata);
  append_root(bytes, tables.termlist);
  append_root(bytes, no_positions);
  append_root(bytes, absent);
  append_root(bytes, absent);
  append_statistics(bytes, statistics);

  write_file(folder + "/iamglass", bytes);
}

}  // namespace dateline::glass
