// The copies of a few articles among all of an index, for changing its chains where it
// has changed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/duplicates/signature.h"

namespace dateline::duplicates {

/// Finds what ChainFinder finds for these articles. All articles are read one after the
/// other, once, and again as long as next_round() says so, which only a crowd makes
/// necessary; nothing is kept of those that nobody looks for.
///
///   CopySearch search;
///   search.seek(article, packed, CopySearch::Role::kAdded);
///   do {
///     for (...) search.read(other, packed);
///   } while (search.next_round());
///   if (search.must_start_over()) find all chains anew; else use(search.found());
class CopySearch {
 public:
  enum class Role {
    kAdded,  ///< Came with the change.
    kKept,   ///< Was there before; its copies are to be found again.
    kGone,   ///< Was there before, and is not read any more.
  };

  /// An article whose copies are sought, or are not any more. Before the first read().
  /// Throws Error kCorrupt for damaged bytes.
  void seek(std::uint32_t article, std::string_view packed, Role role);

  /// One of all articles that are there now. Throws Error kCorrupt.
  void read(std::uint32_t article, std::string_view packed);

  /// To be called when all were read: whether they must be read again.
  bool next_round();

  /// Whether a crowd has come about, or has dissolved, so that articles that nobody
  /// looked for may have become or ceased to be copies of each other.
  bool must_start_over() const { return must_start_over_; }

  /// Pairs of an article that is sought and another; some perhaps twice.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& found() const {
    return found_;
  }

 private:
  struct Sought {
    std::uint32_t article;
    Role role;
    Signature signature;
  };
  // The articles that share some bands: those sought, and what was read.
  struct Bucket {
    std::size_t first = 0;  // Of the bands.
    std::size_t added = 0;
    std::size_t gone = 0;
    std::vector<std::uint32_t> sought{};  // Places in sought_, of all roles.
    std::vector<std::uint64_t> texts{};   // Hashes of different ones that were read.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> copies{};
  };

  std::uint64_t key_of(const Signature& signature, std::size_t first) const;
  void add_to_bucket(std::uint32_t place, std::size_t first);
  void index_buckets();
  void read_in_bucket(Bucket& bucket, std::uint32_t article, std::uint64_t text,
                      const Signature& signature);

  std::vector<Sought> sought_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> equal_;  // By hash of the text.
  std::unordered_map<std::uint64_t, Bucket> buckets_;
  std::vector<bool> may_be_key_;  // By the first bits of keys: most are in no bucket.
  std::size_t shared_bands_ = 0;  // In the round; 0: before the first.
  bool must_start_over_ = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;
};

}  // namespace dateline::duplicates
