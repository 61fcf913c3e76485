// A disk that loses its power: which files and folders are there afterwards.
//
// It is fed the changes that a program made, and knows of each file and folder what is
// surely on the disk and what only may be. Of the latter a power cut keeps what chance
// leaves: of a write any of its 4 KiB pages, of the changes of folders those up to some
// moment, for file systems write them to their journal in order.

#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/io_log.h"

namespace dateline::testing {

/// What a sync takes to the disk beside what it was asked for.
enum class JournalModel {
  kOrdered,  ///< Any sync writes the whole journal.
  kLazy,     ///< That of a folder or a new file does; that of other files need not.
  kStrict,   ///< None does: a folder's sync takes its own entries, as POSIX promises.
};

class SimulatedDisk {
 public:
  explicit SimulatedDisk(JournalModel model) : model_(model) {}

  void apply(const IoRecord& record);

  /// How many lines the program has written to standard output.
  int acknowledged() const { return acknowledged_; }

  /// Where something at or below `path` is not surely on the disk; empty: nowhere.
  std::string unsafe_below(const std::string& path) const;

  /// Writes what a power cut at this moment would leave of the root's content into the
  /// folder `target`, which exists and is empty.
  void cut_power(std::mt19937& random, const std::string& target) const;

 private:
  struct Write {
    std::uint64_t offset;
    std::string bytes;
  };
  struct Node;
  using Entries = std::map<std::string, Node*>;
  struct Node {
    bool is_folder = false;
    bool is_new = true;  // Never synced.
    Entries entries{};   // As the program sees them.
    Entries safe_entries{};
    std::string content{};  // What is on the disk, and what may be.
    std::vector<Write> pending{};
  };
  struct Place {
    Node* folder;
    std::string name;
  };
  struct Assignment {
    Place place;
    Node* node;  // nullptr: nothing is there any more.
  };
  using FolderChange = std::vector<Assignment>;  // All of it, or nothing.

  Node* create(std::uint64_t inode, bool is_folder);
  Place place_of(const std::string& path) const;
  static Node* node_at(const Place& place);
  void change(FolderChange assignments);
  void rename(const IoRecord& record);
  void truncate(Node& file, std::uint64_t size);
  void sync(Node& node);
  std::deque<FolderChange> take_journal(const Node* only);
  static std::string first_unsafe(const Node& node);
  static std::string content_after(const Node& file, std::mt19937& random);

  JournalModel model_;
  std::string root_;
  std::deque<Node> nodes_;  // The first is the root.
  std::map<std::uint64_t, Node*> by_inode_;
  std::deque<FolderChange> journal_;  // What is not surely on the disk.
  int acknowledged_ = 0;
};

}  // namespace dateline::testing
