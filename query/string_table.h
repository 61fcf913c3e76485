// Many short strings in two allocations: what dictionaries of names are made of.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An append-only list of strings. Safe to read from any number of threads.
class StringTable {
 public:
  void add(std::string_view text) {
    bytes_.append(text);
    bytes_ += '\n';
    begins_.push_back(bytes_.size());
  }

  std::size_t size() const { return begins_.size() - 1; }

  /// Lives as long as the table, and until the next add().
  std::string_view operator[](std::size_t i) const {
    return std::string_view(bytes_).substr(begins_[i], begins_[i + 1] - begins_[i] - 1);
  }

  /// All strings, a newline behind each: for searching through all of them at once.
  std::string_view bytes() const { return bytes_; }

  /// The string that byte `offset` of bytes() belongs to.
  std::size_t at_offset(std::size_t offset) const;

 private:
  std::string bytes_;
  std::vector<std::uint64_t> begins_ = {0};
};

}  // namespace dateline
