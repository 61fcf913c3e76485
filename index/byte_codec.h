// Compact byte strings: variable-length integers and strings with their length before
// them, and a reader that never leaves its bytes.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Appends `value`, seven bits a byte, the lowest first.
inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

/// Appends `value` so that numbers near zero, of either sign, are short.
inline void append_signed(std::string& out, std::int64_t value) {
  append_varint(out, (static_cast<std::uint64_t>(value) << 1) ^
                         (value < 0 ? ~std::uint64_t{0} : 0));
}

inline void append_string(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

/// Reads what the functions above wrote. After the first fault it is not good() any
/// more, and gives zeros and empty strings.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      if (shift == 63 && byte > 1) return fail();
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }

  std::int64_t signed_varint() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1)));
  }

  /// A number below `limit`.
  std::uint64_t below(std::uint64_t limit) {
    const std::uint64_t value = varint();
    return value < limit ? value : fail();
  }

  /// How many things follow, each of at least `least_bytes`: never so many that they
  /// could not be there, so that memory may be reserved for them.
  std::size_t count(std::size_t least_bytes = 1) {
    const std::uint64_t value = varint();  // Before what is left behind it is measured.
    return static_cast<std::size_t>(value <= rest_.size() / least_bytes ? value
                                                                        : fail());
  }

  std::uint8_t byte() {
    if (rest_.empty()) return static_cast<std::uint8_t>(fail());
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::string_view string() {
    const std::size_t size = count();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

 private:
  std::uint64_t fail() {
    good_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace dateline
