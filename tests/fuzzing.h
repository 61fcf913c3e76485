// What fuzzers promise for: an input that breaks it ends the process.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace dateline::testing {

inline void require(bool condition) {
  if (!condition) std::abort();
}

/// UTF-8 without zero bytes, as all text of articles is.
inline void require_clean(std::string_view text) {
  require(simdjson::validate_utf8(text.data(), text.size()));
  require(text.find('\0') == std::string_view::npos);
}

/// Bytes [begin, end) of `text`.
inline void require_within(std::string_view text, std::size_t begin, std::size_t end) {
  require(begin <= end && end <= text.size());
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace dateline::testing
