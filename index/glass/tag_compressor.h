// Deflates the tags of a table.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace dateline::glass {

/// Belongs to one thread. Throws Error kInternal.
class TagCompressor {
 public:
  TagCompressor();

  /// `tag` deflated, or nullopt if that would not be smaller; valid until the next
  /// call.
  std::optional<std::string_view> compress(std::string_view tag);

  /// `tag` in blocks that deflate calls stored: inflating gives it, and it is not
  /// smaller. Valid until the next call.
  std::string_view store(std::string_view tag);

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
  std::vector<unsigned char> out_;
};

}  // namespace dateline::glass
