// Memory for many short strings that all go at once. Views into it stay valid while it
// grows, as it grows by chunks.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::text {

class ByteArena {
 public:
  /// So many bytes can be read from any byte of a string on, whatever is in them: short
  /// strings are copied and compared without a look at how long they are.
  static constexpr std::size_t kReadable = 8;

  /// At least `bytes` of room, not yet taken: write there, then take() what was used.
  char* room(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - free_) < bytes) next_chunk(bytes);
    return free_;
  }

  /// Keeps the first `bytes` of the last room().
  std::string_view take(std::size_t bytes) {
    const std::string_view taken(free_, bytes);
    free_ += bytes;
    return taken;
  }

  std::string_view copy(std::string_view text) {
    char* to = room(text.size());
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    return take(text.size());
  }

  /// Forgets all strings; keeps the memory for the next ones.
  void clear() {
    used_ = 0;
    free_ = end_ = nullptr;
  }

 private:
  static constexpr std::size_t kFirstChunk = std::size_t{16} << 10;
  static constexpr std::size_t kLargestChunk = std::size_t{1} << 20;

  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  void next_chunk(std::size_t bytes) {
    while (used_ < chunks_.size() && chunks_[used_].size < bytes) ++used_;
    if (used_ == chunks_.size()) {
      const std::size_t grown = chunks_.empty()
                                    ? kFirstChunk
                                    : std::min(2 * chunks_.back().size, kLargestChunk);
      const std::size_t size = std::max(grown, bytes);
      chunks_.push_back({std::unique_ptr<char[]>(new char[size + kReadable]), size});
    }
    free_ = chunks_[used_].bytes.get();
    end_ = free_ + chunks_[used_].size;
    ++used_;
  }

  std::vector<Chunk> chunks_;
  std::size_t used_ = 0;  // Chunks in use; the last of them is the current one.
  char* free_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace dateline::text
