#include "index/glass/position_codec.h"

#include <bit>
#include <cstddef>

#include "index/byte_codec.h"

namespace dateline::glass {
namespace {

/// Appends bits to a string, the lowest bit of a byte first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// Appends a number below `range` in a truncated binary code: where the range is no
  /// power of two, the codes of the numbers in its middle are one bit shorter.
  void append(std::uint64_t value, std::uint64_t range) {
    auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - range;
    if (spare != 0) {
      const std::uint64_t middle = (range - spare) / 2;
      if (value >= middle + spare) {
        value = (value - middle - spare) | (std::uint64_t{1} << (bits - 1));
      } else if (value >= middle) {
        --bits;
      }
    }
    append_bits(value, bits);
  }

  /// Fills up the last byte.
  void finish() {
    if (used_ != 0) out_.push_back(static_cast<char>(pending_));
  }

 private:
  void append_bits(std::uint64_t value, unsigned bits) {
    pending_ |= value << used_;  // At most 7 + 32 bits.
    used_ += bits;
    for (; used_ >= 8; used_ -= 8, pending_ >>= 8) {
      out_.push_back(static_cast<char>(pending_));
    }
  }

  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;  // Bits in pending_.
};

/// Interpolative coding of what lies between the first and the last of `positions`,
/// which the reader knows: the middle one as one of the values that leave room for the
/// others, then both halves.
void append_between(BitWriter& out, std::span<const std::uint32_t> positions) {
  while (positions.size() > 2) {
    const std::size_t middle = (positions.size() - 1) / 2;
    const std::uint64_t spread = positions.back() - positions.front();
    const std::uint64_t lowest = std::uint64_t{positions.front()} + middle;
    out.append(positions[middle] - lowest, spread + 2 - positions.size());
    append_between(out, positions.first(middle + 1));
    positions = positions.subspan(middle);
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_varint(out, positions.back());
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.append(positions.front(), positions.back());
  bits.append(positions.size() - 2, positions.back() - positions.front());
  append_between(bits, positions);
  bits.finish();
}

}  // namespace dateline::glass
