// Positions of articles that come to an index in place, or leave it.

#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "index/positions/position_chunk.h"

namespace dateline {

/// What is to be changed, gathered by term and written at once, so that a chunk is
/// written but once. Belongs to one thread; memory is some hundred bytes a posting.
class PositionChanges {
 public:
  /// The document has the term at the positions of `block`, whatever it had.
  void put(std::string_view term, Xapian::docid docid, positions::PositionBlock block);

  /// The document no longer has the term, unless it is put there.
  void remove(std::string_view term, Xapian::docid docid);

  /// As remove(), for all terms that `document` has in its database.
  void remove_all(const Xapian::Document& document);

  /// Makes the changes in `database`. Throws Xapian::Error.
  void apply(Xapian::WritableDatabase& database) const;

 private:
  struct Block {
    bool several = false;
    std::string bytes;
  };
  /// By document; nullopt: removed.
  using Documents = std::map<Xapian::docid, std::optional<Block>>;

  class TermWriter;

  std::map<std::string, Documents, std::less<>> terms_;
};

/// Adds the positions in the folder of a segment (position_file.h) to `changes`, as
/// those of the documents that its documents have become in another database; of others
/// nothing.
void add_positions(const std::string& segment,
                   const std::map<Xapian::docid, Xapian::docid>& docids,
                   PositionChanges& changes);

}  // namespace dateline
