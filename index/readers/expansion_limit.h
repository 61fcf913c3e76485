// Ends what unpacks to absurd sizes.

#pragma once

#include <cstdint>

namespace dateline::readers {

/// Counts, for one file on disk, the bytes read and the bytes that all layers of
/// packing in it gave. Text packs to a tenth, hardly ever to a hundredth; a file of a
/// few kilobytes that never ends is an attack ("decompression bomb"), and one archive
/// within the other multiplies it.
class ExpansionLimit {
 public:
  static constexpr std::uint64_t kFreeBytes = std::uint64_t{256} << 20;
  static constexpr std::uint64_t kMostTimes = 400;

  /// Whatever its size, a file may give `free_bytes`.
  explicit ExpansionLimit(std::uint64_t free_bytes = kFreeBytes)
      : free_bytes_(free_bytes) {}

  void add_packed(std::uint64_t bytes) { packed_ += bytes; }
  std::uint64_t packed() const { return packed_; }

  /// Throws Error beyond the limit.
  void add_unpacked(std::uint64_t bytes);

  /// It has thrown: nothing more of the file is to be read.
  bool exceeded() const { return exceeded_; }

 private:
  std::uint64_t free_bytes_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  bool exceeded_ = false;
};

}  // namespace dateline::readers
