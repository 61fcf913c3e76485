#include "index/integrity/used_blocks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "index/byte_codec.h"
#include "index/glass/block.h"

namespace dateline::integrity {
namespace {

namespace fs = std::filesystem;
using glass::kBlockBytes;

// The version file before its first root: magic, date of the format, and UUID.
constexpr std::size_t kPreamble = 16 + 16;

// In the order of their roots.
constexpr std::string_view kTables[] = {"postlist.glass", "docdata.glass",
                                        "termlist.glass", "position.glass"};

struct Root {
  std::uint32_t block = 0;
  unsigned level = 0;
  bool is_empty = false;
};

// Of the table `name`; nullopt where the version file does not tell.
std::optional<Root> root_of(std::string_view version_file, const std::string& name) {
  if (version_file.size() < kPreamble) return std::nullopt;
  ByteReader in(version_file.substr(kPreamble));
  in.varint();  // The revision.
  for (const std::string_view table : kTables) {
    Root root{.block = static_cast<std::uint32_t>(in.below(1ULL << 32))};
    const std::uint64_t flags = in.below(1 << 10);
    root.level = static_cast<unsigned>(flags >> 2);
    root.is_empty = (flags & 1) != 0;
    in.varint();  // Entries.
    const std::uint64_t block_bytes = in.below(64) * 2048;
    in.varint();  // From which size on tags are compressed.
    in.string();  // The list of free blocks.
    if (!in.good() || block_bytes != kBlockBytes) return std::nullopt;
    if (table == name) return root;
  }
  return std::nullopt;
}

template <std::size_t Bytes>
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (const char c : bytes.substr(at, Bytes)) {
    number = number << 8 | static_cast<unsigned char>(c);
  }
  return number;
}

class TreeWalk {
 public:
  TreeWalk(std::ifstream table, std::size_t blocks)
      : table_(std::move(table)), used_(blocks) {}

  // False where the tree cannot be followed.
  bool visit(std::uint32_t number, unsigned level) {
    if (number >= used_.size() || used_[number]) return false;
    used_[number] = true;
    if (level == 0) return true;
    const std::string block = read(number);
    if (block.size() != kBlockBytes || number_at<1>(block, 4) != level) return false;
    const std::size_t end = number_at<2>(block, 9);
    if (end > kBlockBytes) return false;
    for (std::size_t at = glass::kBlockHeader; at + 1 < end;
         at += glass::kDirectoryEntry) {
      const std::size_t item = number_at<2>(block, at);
      if (item + 4 > kBlockBytes || !visit(number_at<4>(block, item), level - 1)) {
        return false;
      }
    }
    return true;
  }

  std::vector<bool> take() { return std::move(used_); }

 private:
  std::string read(std::uint32_t number) {
    std::string block(kBlockBytes, '\0');
    table_.seekg(static_cast<std::streamoff>(std::uint64_t{number} * kBlockBytes));
    table_.read(block.data(), kBlockBytes);
    block.resize(
        static_cast<std::size_t>(std::max<std::streamsize>(table_.gcount(), 0)));
    table_.clear();
    return block;
  }

  std::ifstream table_;
  std::vector<bool> used_;
};

}  // namespace

std::vector<bool> used_blocks(const std::string& path, const std::string& name) {
  const fs::path file = fs::path(path) / name;
  const auto blocks = static_cast<std::size_t>(fs::file_size(file) / kBlockBytes);
  std::ifstream root_file(fs::path(path) / "iamglass", std::ios::binary);
  const std::string roots{std::istreambuf_iterator<char>(root_file), {}};
  const std::optional<Root> root = root_of(roots, name);
  if (!root) return std::vector<bool>(blocks, true);
  if (root->is_empty) return std::vector<bool>(blocks);
  TreeWalk walk(std::ifstream(file, std::ios::binary), blocks);
  if (!walk.visit(root->block, root->level)) return std::vector<bool>(blocks, true);
  return walk.take();
}

}  // namespace dateline::integrity
