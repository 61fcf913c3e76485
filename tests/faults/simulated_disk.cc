#include "tests/faults/simulated_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "tests/random_choice.h"

namespace dateline::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;

void overwrite(std::string& content, std::uint64_t offset, std::string_view bytes) {
  content.resize(std::max<std::size_t>(content.size(), offset + bytes.size()));
  std::copy(bytes.begin(), bytes.end(),
            content.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

void SimulatedDisk::apply(const IoRecord& record) {
  switch (record.change) {
    case iofault::Change::kMakeFolder:
      if (nodes_.empty()) {
        root_ = record.path;
        create(record.inode, true);
        break;
      }
      [[fallthrough]];
    case iofault::Change::kCreate: {
      const bool is_folder = record.change == iofault::Change::kMakeFolder;
      change({{place_of(record.path), create(record.inode, is_folder)}});
      break;
    }
    case iofault::Change::kWrite:
      by_inode_.at(record.inode)->pending.push_back({record.offset, record.bytes});
      break;
    case iofault::Change::kTruncate:
      truncate(*by_inode_.at(record.inode), record.offset);
      break;
    case iofault::Change::kSync:
      sync(*by_inode_.at(record.inode));
      break;
    case iofault::Change::kRename:
    case iofault::Change::kExchange:
      rename(record);
      break;
    case iofault::Change::kLink:
      change({{place_of(record.other), node_at(place_of(record.path))}});
      break;
    case iofault::Change::kRemove:
      change({{place_of(record.path), nullptr}});
      break;
    case iofault::Change::kAcknowledge:
      ++acknowledged_;
      break;
  }
}

SimulatedDisk::Node* SimulatedDisk::create(std::uint64_t inode, bool is_folder) {
  nodes_.push_back({.is_folder = is_folder});
  return by_inode_[inode] = &nodes_.back();
}

SimulatedDisk::Place SimulatedDisk::place_of(const std::string& path) const {
  Place place{const_cast<Node*>(&nodes_.front()), ""};
  for (const fs::path& part : fs::relative(path, root_)) {
    if (!place.name.empty()) place.folder = node_at(place);
    if (place.folder == nullptr) throw std::runtime_error("no folder for " + path);
    place.name = part.string();
  }
  return place;
}

SimulatedDisk::Node* SimulatedDisk::node_at(const Place& place) {
  const auto found = place.folder->entries.find(place.name);
  return found == place.folder->entries.end() ? nullptr : found->second;
}

void SimulatedDisk::change(FolderChange assignments) {
  for (const auto& [place, node] : assignments)
    place.folder->entries[place.name] = node;
  journal_.push_back(std::move(assignments));
}

void SimulatedDisk::rename(const IoRecord& record) {
  const Place from = place_of(record.path);
  const Place to = place_of(record.other);
  const bool exchanges = record.change == iofault::Change::kExchange;
  change({{from, exchanges ? node_at(to) : nullptr}, {to, node_at(from)}});
}

// At once, since what this makes shorter is nothing that anybody still needs.
void SimulatedDisk::truncate(Node& file, std::uint64_t size) {
  if (file.content.size() > size) file.content.resize(size);
  std::erase_if(file.pending, [&](const Write& write) { return write.offset >= size; });
}

void SimulatedDisk::sync(Node& node) {
  for (const Write& write : node.pending)
    overwrite(node.content, write.offset, write.bytes);
  node.pending.clear();
  const bool takes_all =
      model_ == JournalModel::kOrdered ||
      (model_ == JournalModel::kLazy && (node.is_folder || node.is_new));
  node.is_new = false;
  if (!takes_all && !node.is_folder) return;
  for (const FolderChange& safe : take_journal(takes_all ? nullptr : &node)) {
    for (const auto& [place, now] : safe) place.folder->safe_entries[place.name] = now;
  }
}

// Takes out of the journal what concerns a folder, or all. What changed one of several
// folders at once takes along what had happened to the others before.
std::deque<SimulatedDisk::FolderChange> SimulatedDisk::take_journal(const Node* only) {
  if (only == nullptr) return std::exchange(journal_, {});
  std::set<const Node*> folders = {only};
  std::deque<FolderChange> taken;
  std::deque<FolderChange> left;
  for (auto one = journal_.rbegin(); one != journal_.rend(); ++one) {
    const bool concerned = std::any_of(
        one->begin(), one->end(),
        [&](const auto& entry) { return folders.contains(entry.place.folder); });
    if (concerned) {
      for (const Assignment& entry : *one) folders.insert(entry.place.folder);
    }
    (concerned ? taken : left).push_front(std::move(*one));
  }
  journal_ = std::move(left);
  return taken;
}

std::string SimulatedDisk::first_unsafe(const Node& node) {
  if (!node.is_folder) return node.pending.empty() ? "" : ": its content";
  for (const auto& [name, child] : node.entries) {
    if (child == nullptr) continue;  // What is there all the same does no harm.
    const auto safe = node.safe_entries.find(name);
    if (safe == node.safe_entries.end() || safe->second != child) return "/" + name;
    const std::string found = first_unsafe(*child);
    if (!found.empty()) return "/" + name + found;
  }
  return "";
}

std::string SimulatedDisk::unsafe_below(const std::string& path) const {
  const Node* folder = &nodes_.front();
  for (const fs::path& part : fs::relative(path, root_)) {
    const auto now = folder->entries.find(part.string());
    if (now == folder->entries.end() || now->second == nullptr)
      return path + ": missing";
    const auto safe = folder->safe_entries.find(part.string());
    if (safe == folder->safe_entries.end() || safe->second != now->second) {
      return path + ": the entry '" + part.string() + "' in the folder above";
    }
    folder = now->second;
  }
  const std::string found = first_unsafe(*folder);
  return found.empty() ? "" : path + found;
}

std::string SimulatedDisk::content_after(const Node& file, std::mt19937& random) {
  constexpr unsigned kKept[] = {0, 10, 50, 90, 100};  // Percent of pages.
  const unsigned kept = kKept[oracle::below(random, std::size(kKept))];
  std::string content = file.content;
  for (const Write& write : file.pending) {
    for (std::size_t begin = 0; begin < write.bytes.size(); begin += kPage) {
      if (oracle::below(random, 100) >= kept) continue;
      overwrite(content, write.offset + begin,
                std::string_view(write.bytes).substr(begin, kPage));
    }
  }
  return content;
}

void SimulatedDisk::cut_power(std::mt19937& random, const std::string& target) const {
  std::map<const Node*, Entries> left;
  for (const Node& node : nodes_) left[&node] = node.safe_entries;
  const std::size_t reached = oracle::below(random, journal_.size() + 1);
  for (std::size_t i = 0; i < reached; ++i) {
    for (const auto& [place, node] : journal_[i]) left[place.folder][place.name] = node;
  }
  const std::function<void(const Node&, const fs::path&)> write_folder =
      [&](const Node& folder, const fs::path& path) {
        for (const auto& [name, node] : left.at(&folder)) {
          if (node == nullptr) continue;
          if (node->is_folder) {
            fs::create_directory(path / name);
            write_folder(*node, path / name);
          } else {
            std::ofstream(path / name, std::ios::binary)
                << content_after(*node, random);
          }
        }
      };
  write_folder(nodes_.front(), target);
}

}  // namespace dateline::testing
