#include "index/glass/table_writer.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <dateline/error.h>

#include "index/glass/block.h"
#include "index/glass/tag_compressor.h"
#include "index/output_file.h"

namespace dateline::glass {
namespace {

// An item of a leaf: 2 bytes of flags and of its size less 3, 1 byte of the key's
// length, the key, 2 bytes of the component's number unless it is the tag's first, and
// the tag's part. An item of a branch: 4 bytes of the child's number, 1 byte of the
// key's length, the key and 2 bytes of the component's number.
constexpr std::size_t kItemHeader = 3;
constexpr std::size_t kComponentBytes = 2;
constexpr std::size_t kBranchItemHeader = 5;
constexpr std::size_t kMaxKey = 255;
constexpr std::size_t kMaxComponents = 0xffff;

constexpr unsigned kCompressedFlag = 0x8000;
constexpr unsigned kLastFlag = 0x4000;
constexpr unsigned kFirstFlag = 0x2000;

// At least so many items must have room in a block.
constexpr std::size_t kItemsPerBlock = 4;
constexpr std::size_t kMaxItem =
    (kBlockBytes - kBlockHeader) / kItemsPerBlock - kDirectoryEntry;

// A part of a tag that is put in the room left in a block pays if it is so much longer
// than its key.
constexpr std::size_t kWorthFilling = 34;

// The first key below a branch: nothing before it has to be told from it. Component 0
// is that of no item, which marks the leftmost key of each branch block.
struct Separator {
  std::string key;
  std::size_t component = 0;
};

// How a tag is cut into items.
struct Parts {
  std::size_t first;   // Bytes in the first item.
  std::size_t others;  // Bytes in each item after it, but for the last.

  std::size_t count(std::size_t tag_bytes) const {
    return 1 + (tag_bytes - first + others - 1) / others;
  }
};

Parts cut(std::size_t key_bytes, std::size_t tag_bytes, std::size_t room) {
  const std::size_t most = kMaxItem - kItemHeader - key_bytes;
  const Parts plain{std::min(most, tag_bytes), most - kComponentBytes};
  if (tag_bytes <= most) return plain;
  // What is left beside items of the largest size would be lost: start there.
  const std::size_t left = room % (kMaxItem + kDirectoryEntry);
  const std::size_t overhead = kDirectoryEntry + kItemHeader + key_bytes;
  if (left <= overhead) return plain;
  const Parts filling{left - overhead, plain.others};
  const bool pays = filling.first >= key_bytes + kWorthFilling ||
                    filling.count(tag_bytes) == plain.count(tag_bytes);
  return pays ? filling : plain;
}

char* put_bytes(char* at, std::string_view bytes) {
  return std::copy(bytes.begin(), bytes.end(), at);
}

// The shortest key above `before` that is not above `key`.
std::string_view shortened(std::string_view before, std::string_view key) {
  const auto differs =
      std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto same = static_cast<std::size_t>(differs.second - key.begin());
  return key.substr(0, same + 1);
}

struct Branch {
  Block block;
  Separator first;  // Of the block's leftmost item, which holds an empty key instead.
};

}  // namespace

struct TableWriter::Impl {
  Impl(const std::string& path, std::uint32_t compress_above)
      : file(path), compress_min(compress_above) {}

  void check(std::string_view key, std::string_view tag) const;
  void add(std::string_view key, std::string_view tag);
  void add_compressed(std::string_view key, std::string_view tag);
  void add_entry(std::string_view key, std::string_view tag, unsigned flags);
  void add_item(std::string_view key, std::string_view part, std::size_t component,
                unsigned flags);
  void start_leaf(std::string_view key, std::size_t component);
  void add_child(std::size_t level, Separator separator, std::uint32_t child);
  std::uint32_t write(Block& block, std::size_t level);
  TableRoot finish();

  OutputFile file;
  const std::uint32_t compress_min;
  TagCompressor compressor;
  Block leaf;
  Separator leaf_first;          // The key that leads to `leaf`.
  std::vector<Branch> branches;  // The open block of each level, from level 1.
  std::string last_key;
  std::uint64_t entries = 0;
  std::uint32_t next_block = 0;
};

void TableWriter::Impl::check(std::string_view key, std::string_view tag) const {
  if (key.empty() || key.size() > kMaxKey) {
    throw Error(ErrorCode::kInternal, "a key of a table has 1 to 255 bytes, not " +
                                          std::to_string(key.size()));
  }
  if (key <= last_key) {
    throw Error(ErrorCode::kInternal, "the keys of a table must rise");
  }
  if (tag.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::kInvalidArgument, "a tag of over 4 GiB");
  }
}

void TableWriter::Impl::add(std::string_view key, std::string_view tag) {
  check(key, tag);
  if (compress_min > 0 && tag.size() > compress_min) {
    if (const auto smaller = compressor.compress(tag)) {
      return add_entry(key, *smaller, kCompressedFlag);
    }
  }
  add_entry(key, tag, 0);
}

void TableWriter::Impl::add_compressed(std::string_view key, std::string_view tag) {
  check(key, tag);
  add_entry(key, compressor.store(tag), kCompressedFlag);
}

void TableWriter::Impl::add_entry(std::string_view key, std::string_view tag,
                                  unsigned flags) {
  // Each table starts with an item that is not an entry: empty key, empty tag.
  if (entries == 0) add_item({}, {}, 1, kFirstFlag | kLastFlag);
  flags |= kFirstFlag;
  const Parts parts = cut(key.size(), tag.size(), leaf.room());
  const std::size_t count = parts.count(tag.size());
  if (count > kMaxComponents) {
    throw Error(ErrorCode::kInvalidArgument, "a tag too large for a table: " +
                                                 std::to_string(tag.size()) + " bytes");
  }
  for (std::size_t component = 1; component <= count; ++component) {
    const auto part = tag.substr(0, component == 1 ? parts.first : parts.others);
    tag.remove_prefix(part.size());
    if (component == count) flags |= kLastFlag;
    add_item(key, part, component, flags);
    flags &= ~kFirstFlag;
  }
  last_key = key;
  ++entries;
}

void TableWriter::Impl::add_item(std::string_view key, std::string_view part,
                                 std::size_t component, unsigned flags) {
  const bool numbered = (flags & kFirstFlag) == 0;
  const std::size_t size =
      kItemHeader + key.size() + (numbered ? kComponentBytes : 0) + part.size();
  if (!leaf.fits(size)) start_leaf(key, component);
  char* at = put_number<2>(leaf.add(size), flags | (size - kItemHeader));
  at = put_number<1>(at, key.size());
  at = put_bytes(at, key);
  if (numbered) at = put_number<kComponentBytes>(at, component);
  put_bytes(at, part);
}

// Writes the open leaf, which is full, and opens the one that starts with this item.
void TableWriter::Impl::start_leaf(std::string_view key, std::size_t component) {
  const std::uint32_t number = write(leaf, 0);
  add_child(1, std::move(leaf_first), number);
  // Between two parts of one tag only the component tells left from right.
  const auto separator = component > 1 ? key : shortened(last_key, key);
  leaf_first = {std::string(separator), component};
}

void TableWriter::Impl::add_child(std::size_t level, Separator separator,
                                  std::uint32_t child) {
  if (branches.size() < level) branches.emplace_back();
  const auto item_bytes = [](const Separator& s) {
    return kBranchItemHeader + s.key.size() + kComponentBytes;
  };
  if (!branches[level - 1].block.fits(item_bytes(separator))) {
    const std::uint32_t number = write(branches[level - 1].block, level);
    add_child(level + 1, std::move(branches[level - 1].first), number);
  }
  Branch& branch = branches[level - 1];
  if (branch.block.empty()) branch.first = std::exchange(separator, {});
  char* at = put_number<4>(branch.block.add(item_bytes(separator)), child);
  at = put_number<1>(at, separator.key.size());
  at = put_bytes(at, separator.key);
  put_number<kComponentBytes>(at, separator.component);
}

// Blocks get their numbers as they are finished: leaves that follow each other have
// rising numbers, which is what Xapian calls sequential and reads without the branches.
std::uint32_t TableWriter::Impl::write(Block& block, std::size_t level) {
  if (next_block == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::kInvalidArgument, "A segment has too many blocks.");
  }
  file.append(block.finish(level));
  block.clear();
  return next_block++;
}

TableRoot TableWriter::Impl::finish() {
  TableRoot root;
  root.compress_min = compress_min;
  if (entries > 0) {
    root.root_is_fake = false;
    root.entries = entries;
    root.root_block = write(leaf, 0);
    if (!branches.empty()) add_child(1, std::move(leaf_first), root.root_block);
    // The vector may still grow by a level at its top.
    for (std::size_t level = 1; level <= branches.size(); ++level) {
      root.level = static_cast<std::uint32_t>(level);
      root.root_block = write(branches[level - 1].block, level);
      if (level == branches.size()) break;
      add_child(level + 1, std::move(branches[level - 1].first), root.root_block);
    }
    root.next_block = next_block;
  }
  file.close();
  return root;
}

TableWriter::TableWriter(const std::string& path, std::uint32_t compress_min)
    : impl_(std::make_unique<Impl>(path, compress_min)) {}

TableWriter::~TableWriter() = default;

void TableWriter::add(std::string_view key, std::string_view tag) {
  impl_->add(key, tag);
}

void TableWriter::add_compressed(std::string_view key, std::string_view tag) {
  impl_->add_compressed(key, tag);
}

TableRoot TableWriter::finish() { return impl_->finish(); }

}  // namespace dateline::glass
