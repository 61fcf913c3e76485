// Documents of several databases that are taken together, by number.

#pragma once

#include <xapian.h>

#include <cstddef>

namespace dateline {

/// A document of one of them.
struct ShardDocid {
  std::size_t shard = 0;  ///< From 0.
  Xapian::docid docid = 0;
};

/// Document `docid` of all `shards` together.
inline ShardDocid in_shard(Xapian::docid docid, std::size_t shards) {
  return {(docid - 1) % shards, static_cast<Xapian::docid>((docid - 1) / shards + 1)};
}

/// And back.
inline Xapian::docid of_all(const ShardDocid& document, std::size_t shards) {
  return static_cast<Xapian::docid>((document.docid - 1) * shards + document.shard + 1);
}

}  // namespace dateline
