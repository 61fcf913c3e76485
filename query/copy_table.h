// The copies in an index, by its documents.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace dateline {

/// The chains of all databases that an index is made of, each database's by themselves.
/// Immutable: safe to share between threads.
class CopyTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  /// Reads them. Documents are numbered as in all databases opened together. Time and
  /// memory are linear in the articles that have copies. Lets Xapian's exceptions
  /// through; throws Error kCorrupt.
  explicit CopyTable(std::span<const Xapian::Database> shards);

  std::size_t chain_count() const { return begins_.size() - 1; }

  /// Articles beyond the first of their chain.
  std::size_t copy_count() const { return docids_.size() - chain_count(); }

  /// The place of a document among all that have copies; kNone: it has none. In a chain
  /// places follow each other, the earliest article first.
  std::uint32_t place(Xapian::docid docid) const {
    const auto found = places_.find(docid);
    return found == places_.end() ? kNone : found->second;
  }

  /// The chain of a place, and the places of a chain: [begin, end).
  std::uint32_t chain(std::uint32_t place) const;
  std::uint32_t begin(std::uint32_t chain) const { return begins_[chain]; }
  std::uint32_t end(std::uint32_t chain) const { return begins_[chain + 1]; }

  Xapian::docid docid(std::uint32_t place) const { return docids_[place]; }

 private:
  std::vector<Xapian::docid> docids_;        // By place.
  std::vector<std::uint32_t> begins_ = {0};  // By chain; and the end.
  std::unordered_map<Xapian::docid, std::uint32_t> places_;
};

/// Some documents of which only the first of each chain is shown: the earliest of those
/// that are among them.
class Fold {
 public:
  /// `documents`: each once, in any order.
  Fold(std::shared_ptr<const CopyTable> table,
       std::span<const Xapian::docid> documents);

  /// How many of the documents are not shown.
  std::size_t hidden() const { return hidden_; }
  bool is_hidden(Xapian::docid document) const;

  /// The documents that `shown` stands for, itself left out; the earliest first.
  std::vector<Xapian::docid> copies(Xapian::docid shown) const;

 private:
  std::shared_ptr<const CopyTable> table_;
  std::vector<bool> is_there_;        // By place: whether it is among the documents.
  std::vector<std::uint32_t> shown_;  // By chain: a place; kNone.
  std::size_t hidden_ = 0;
};

/// Leaves of each chain the first of `documents`, which Fold shows; gives back how many
/// are left.
std::size_t keep_stories(std::shared_ptr<const CopyTable> table,
                         std::vector<Xapian::docid>& documents);

}  // namespace dateline
