#include "index/positions/position_table.h"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "index/database.h"
#include "index/glass/version_file.h"
#include "index/positions/position_chunk.h"
#include "index/schema.h"

namespace dateline {
namespace {

constexpr int kFirstVersionWithChunks = 4;

void add_positions(const Xapian::Database& database, const std::string& term,
                   positions::PositionChunker& chunker) {
  std::vector<std::uint32_t> found;
  std::string block;
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    found.assign(posting.positionlist_begin(), posting.positionlist_end());
    if (found.empty()) continue;
    block.clear();
    positions::append_block(block, found);
    chunker.add(*posting, {found.size() > 1, block});
  }
}

// A database without documents, that has all positions of `database`.
void write_chunks(const Xapian::Database& database, const std::string& output) {
  Xapian::WritableDatabase out = create_segment(output);
  positions::PositionChunker chunker(
      [&](std::string_view term, Xapian::docid last, std::string_view chunk) {
        out.set_metadata(positions::chunk_key(term, last), std::string(chunk));
      });
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (!schema::has_positions(*term)) continue;
    chunker.begin(*term);
    add_positions(database, *term, chunker);
    chunker.end();
  }
  out.commit();
  out.close();
}

}  // namespace

bool has_position_table(const Xapian::Database& database) {
  if (database.get_avlength() == 0) return false;
  const std::string text =
      database.get_metadata(std::string(schema::metadata::kSchemaVersion));
  int version = kFirstVersionWithChunks;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version < kFirstVersionWithChunks;
}

void chunk_positions(const std::string& path, const std::string& output,
                     const std::string& scratch) {
  const std::string chunks = scratch + "/chunks";
  {
    const Xapian::Database database = open_segment(path);
    write_chunks(database, chunks);
    Xapian::Database both(database);
    both.add_database(open_segment(chunks));
    both.compact(output, Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
  }
  std::filesystem::remove_all(chunks);
  Xapian::WritableDatabase converted = open_segment_to_write(output);
  converted.set_metadata(std::string(schema::metadata::kSchemaVersion),
                         std::to_string(kFirstVersionWithChunks));
  converted.commit();
  converted.close();
  glass::forget_table(output, glass::Table::kPosition);
}

}  // namespace dateline
