// What has been added and removed since the last commit: which articles are new, which
// take the place of others, and what must therefore go.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/segment_builder.h"

namespace dateline {

/// Keeps account of ids, by 16 bytes of hash each, so that memory stays small whatever
/// the number of articles. One object belongs to one thread at a time.
class PendingArticles {
 public:
  /// `existing`: the index that is added to; nullopt: there is none, or it is replaced.
  explicit PendingArticles(std::optional<Xapian::Database> existing);

  /// Bytes that an article adds to batch_memory().
  static std::size_t memory_of(const Article& article);

  /// Puts `article`, whose id is set, into the current batch. Whether one with its id
  /// was there.
  bool add(Article article);

  /// Takes the article with this id away. Whether there was one.
  bool remove(const std::string& id);

  /// Bytes of text in the current batch.
  std::size_t batch_bytes() const { return batch_bytes_; }

  /// Bytes of memory that the current batch takes.
  std::size_t batch_memory() const { return batch_memory_; }

  /// Whether the current batch has any article.
  bool has_batch() const { return batch_articles_ > 0; }

  /// The current batch, and begins the next.
  Batch take_batch();

  /// True when nothing was added or removed.
  bool empty() const { return places_.empty(); }

  /// Ids of articles in a batch that was taken that have since been replaced or
  /// removed.
  const std::vector<std::string>& superseded(std::size_t batch) const;

  /// How many articles each batch that was taken had.
  const std::vector<std::size_t>& batch_sizes() const { return batch_sizes_; }

  /// Ids in the existing index that are gone, or for which another article is there.
  std::vector<std::string> removed_ids() const;
  std::vector<std::string> stale_ids() const;

 private:
  struct IdHash {
    std::uint64_t low;
    std::uint64_t high;
    friend bool operator==(const IdHash&, const IdHash&) = default;
  };
  struct LowHalf {
    std::size_t operator()(const IdHash& hash) const {
      return static_cast<std::size_t>(hash.low);
    }
  };
  // Where the newest article with an id is.
  struct Place {
    static constexpr std::uint32_t kNowhere = ~std::uint32_t{0};
    std::uint32_t batch = kNowhere;  // Removed.
    std::uint32_t index = 0;
  };

  static IdHash hash_of(std::string_view id);
  std::vector<std::string> old_ids(bool removed) const;
  bool vacate(const std::string& id, Place& place, bool is_first_change);

  std::optional<Xapian::Database> existing_;
  std::unordered_map<IdHash, Place, LowHalf> places_;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::size_t batch_memory_ = 0;
  std::size_t batch_articles_ = 0;  // In batch_, without those taken back.
  std::vector<std::size_t> batch_sizes_;
  std::map<std::size_t, std::vector<std::string>> superseded_;
  std::vector<std::string> old_ids_;  // Of the existing index, changed.
};

}  // namespace dateline
