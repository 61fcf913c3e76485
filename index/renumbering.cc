#include "index/renumbering.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "index/database.h"
#include "index/positions/position_chunk.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// Gives the chunks of positions to a database of their own, for documents whose numbers
// are smaller by `less`.
void move_positions(const std::string& folder, const std::string& output,
                    Xapian::docid less) {
  Xapian::WritableDatabase from = open_segment_to_write(folder);
  Xapian::WritableDatabase to = create_segment(output);
  const std::string prefix(1, positions::kKeyPrefix);
  const std::vector<std::string> keys(from.metadata_keys_begin(prefix),
                                      from.metadata_keys_end(prefix));
  for (const std::string& key : keys) {
    const auto parsed = positions::parse_key(key);
    if (!parsed) throw Xapian::DatabaseCorruptError("A key of positions is damaged.");
    to.set_metadata(positions::chunk_key(parsed->term, parsed->last - less),
                    from.get_metadata(key));
    from.set_metadata(key, "");
  }
  to.commit();
  from.commit();
}

}  // namespace

bool has_dense_docids(const Xapian::Database& database) {
  constexpr std::uint64_t kAlwaysFine = 1'000'000;
  constexpr std::uint64_t kRowsPerDocument = 8;
  return database.get_lastdocid() <=
         kAlwaysFine + kRowsPerDocument * database.get_doccount();
}

void close_front_gap(const std::string& folder, const std::string& scratch) {
  with_xapian(folder, [&] {
    Xapian::docid first = 0;
    {
      const Xapian::Database database = open_segment(folder);
      if (database.get_doccount() == 0 || has_dense_docids(database)) return;
      first = *database.postlist_begin("");
    }
    if (first == 1) return;
    const std::string positions = scratch + "/positions";
    move_positions(folder, positions, first - 1);
    const std::string closed = scratch + "/closed";
    {
      Xapian::Database both = open_segment(folder);
      both.add_database(open_segment(positions));
      both.compact(closed, Xapian::Compactor::FULL);  // Which leaves out the gap.
    }
    std::filesystem::remove_all(positions);
    std::filesystem::remove_all(folder);
    std::filesystem::rename(closed, folder);
  });
}

}  // namespace dateline
