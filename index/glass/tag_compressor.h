// Deflates the tags of a table.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

struct z_stream_s;

namespace dateline::glass {

/// Belongs to one thread. Throws Error kInternal.
class TagCompressor {
 public:
  TagCompressor();
  ~TagCompressor();
  TagCompressor(const TagCompressor&) = delete;
  TagCompressor& operator=(const TagCompressor&) = delete;

  /// `tag` deflated, or nullopt if that would not be smaller; valid until the next
  /// call. `tag` has at most 4 GiB less one byte.
  std::optional<std::string_view> compress(std::string_view tag);

 private:
  std::unique_ptr<z_stream_s> stream_;
  std::vector<unsigned char> out_;
};

}  // namespace dateline::glass
