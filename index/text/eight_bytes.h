// Eight bytes of a text in one register: which of them are letters, capitals and digits
// of ASCII, and how many of them a word has. Where a word ends nothing foretells: a
// loop that looks at its bytes one by one ends with a branch taken wrongly, which costs
// more than all of this.
//
// What is told of each byte is a flag, its highest bit (Lamport, "Multiple byte
// processing with full-word instructions", CACM 1975).

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dateline::text {

inline constexpr std::uint64_t kEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kAllFlags = 0x80 * kEachByte;

namespace detail {

inline std::uint64_t first_lowest(std::uint64_t bytes) {
  if constexpr (std::endian::native == std::endian::big)
    return __builtin_bswap64(bytes);
  return bytes;
}

}  // namespace detail

/// The bytes from `at` on, the first one lowest.
inline std::uint64_t load_eight(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, 8);
  return detail::first_lowest(bytes);
}

/// Likewise, zeros for those from `end` on.
inline std::uint64_t load_eight(const char* at, const char* end) {
  std::uint64_t bytes = 0;
  if (end - at >= 8) [[likely]] {
    std::memcpy(&bytes, at, 8);
  } else if (at < end) {
    std::memcpy(&bytes, at, static_cast<std::size_t>(end - at));
  }
  return detail::first_lowest(bytes);
}

/// Writes all eight.
inline void store_eight(char* to, std::uint64_t bytes) {
  bytes = detail::first_lowest(bytes);
  std::memcpy(to, &bytes, 8);
}

/// Flags those from `first` to `last`, which are ASCII.
constexpr std::uint64_t flag_range(std::uint64_t bytes, unsigned char first,
                                   unsigned char last) {
  const std::uint64_t low = bytes & ~kAllFlags;
  const std::uint64_t reaches_first = low + (0x80u - first) * kEachByte;
  const std::uint64_t beyond_last = low + (0x7Fu - last) * kEachByte;
  return reaches_first & ~beyond_last & ~bytes & kAllFlags;
}

constexpr std::uint64_t flag_letters(std::uint64_t bytes) {
  return flag_range(bytes | 0x20 * kEachByte, 'a', 'z');
}
constexpr std::uint64_t flag_digits(std::uint64_t bytes) {
  return flag_range(bytes, '0', '9');
}
/// Those of characters beyond ASCII.
constexpr std::uint64_t flag_high(std::uint64_t bytes) { return bytes & kAllFlags; }

/// Of `letters`, which flag_letters() flagged, the capitals.
constexpr std::uint64_t capitals_among(std::uint64_t letters, std::uint64_t bytes) {
  return letters & ~(bytes << 2);  // 'a' ^ 'A' is the bit of 0x20.
}

/// `bytes` with those that `capitals` flags in lower case.
constexpr std::uint64_t with_lower_case(std::uint64_t bytes, std::uint64_t capitals) {
  return bytes | capitals >> 2;
}

/// How many bytes are flagged before the first that is not; at most 8.
constexpr unsigned flagged_length(std::uint64_t flags) {
  return static_cast<unsigned>(std::countr_zero(~flags & kAllFlags)) / 8;
}

/// How many are not flagged before the first that is; at most 8.
constexpr unsigned unflagged_length(std::uint64_t flags) {
  return static_cast<unsigned>(std::countr_zero(flags)) / 8;
}

/// The first `count` bytes, at most 8, zeros in the place of the others.
constexpr std::uint64_t keep_first(std::uint64_t bytes, unsigned count) {
  return bytes & ~(~std::uint64_t{0} << (4 * count) << (4 * count));
}

constexpr unsigned count_flags(std::uint64_t flags) {
  return static_cast<unsigned>(((flags >> 7) * kEachByte) >> 56);
}

}  // namespace dateline::text
