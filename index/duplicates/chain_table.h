// Which articles of an index are copies of each other.
//
// Like the table of entities an opinion, kept apart from the articles and replaced as a
// whole: articles keep what copies are known by, the table says what follows of it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::duplicates {

/// The chains of an index, each a list of articles by the terms of their ids, the
/// earliest first. Immutable: safe to share between threads.
class ChainTable {
 public:
  /// Of an index for which none was computed.
  ChainTable() = default;

  /// The order in which chains are given leaves no trace; that of articles in a chain
  /// does. Throws Error kInvalidArgument for a chain of less than two articles, and for
  /// an article that is there twice.
  explicit ChainTable(std::vector<std::vector<std::string>> chains);

  /// Whether the chains were computed, be there any or none.
  bool is_computed() const { return is_computed_; }

  /// How many chains there are; they are numbered from 0, by the id of the first.
  std::size_t size() const { return begins_.size() - 1; }

  /// How many articles a chain has.
  std::size_t size(std::uint32_t chain) const {
    return begins_[chain + 1] - begins_[chain];
  }

  /// The term of the id of an article of a chain, from 0. Lives as long as the table.
  std::string_view id_term(std::uint32_t chain, std::size_t member) const {
    return text(begins_[chain] + static_cast<std::uint32_t>(member));
  }

  /// The chain that an article is in.
  std::optional<std::uint32_t> find(std::string_view id_term) const;

  /// A compact, versioned form with a checksum; empty only where nothing was computed.
  /// Equal tables have equal bytes.
  std::string encode() const;

  /// Reads encode(). A table that was computed by other rules reads as one that was not
  /// computed. Throws Error kCorrupt for any other bytes, and takes no more time and
  /// memory than their number warrants; kNewerSchema.
  static ChainTable decode(std::string_view bytes);

 private:
  std::string_view text(std::uint32_t article) const {
    return std::string_view(bytes_).substr(offsets_[article],
                                           offsets_[article + 1] - offsets_[article]);
  }
  std::size_t article_count() const { return offsets_.size() - 1; }

  bool is_computed_ = false;
  std::string bytes_;                         // All terms, chain by chain.
  std::vector<std::uint64_t> offsets_ = {0};  // By article; and the end.
  std::vector<std::uint32_t> begins_ = {0};   // By chain: its first article.
  std::vector<std::uint32_t> by_term_;        // Articles in the order of terms.
};

}  // namespace dateline::duplicates
