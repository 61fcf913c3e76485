// Random numbers that are the same on every machine: integers only.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::corpus {

/// SplitMix64 (Steele, Lea and Flood 2014). std::uniform_int_distribution differs
/// between standard libraries, so numbers are drawn here.
class Random {
 public:
  /// Streams of one seed are independent, so that any article can be made alone.
  Random(std::uint64_t seed, std::uint64_t stream)
      : state_(mix(seed) ^ mix(stream + kGamma)) {}

  std::uint64_t next() { return mix(state_ += kGamma); }

  /// 0 to bound - 1; bound > 0. The bias is below bound / 2^32.
  std::uint32_t below(std::uint32_t bound) { return scale(next() >> 32, bound); }

  /// True once in `n` times.
  bool one_in(std::uint32_t n) { return below(n) == 0; }

  /// `high`, 32 random bits, to 0 .. bound - 1.
  static std::uint32_t scale(std::uint64_t high, std::uint32_t bound) {
    return static_cast<std::uint32_t>((high * bound) >> 32);
  }

 private:
  static constexpr std::uint64_t kGamma = 0x9E3779B97F4A7C15;

  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

/// Draws 0 .. n - 1 by integer weights in constant time: Walker's alias method.
class WeightedTable {
 public:
  /// The sum of the weights must be below 2^32.
  explicit WeightedTable(std::span<const std::uint32_t> weights);

  /// Ranks 0 .. n - 1, rank r with weight 1 / (r + offset): the law of Zipf and
  /// Mandelbrot.
  static WeightedTable zipf(std::uint32_t n, std::uint32_t offset);

  std::uint32_t draw(Random& random) const {
    const std::uint64_t bits = random.next();
    const auto slot =
        Random::scale(bits >> 32, static_cast<std::uint32_t>(slots_.size()));
    const auto level = Random::scale(bits & 0xFFFFFFFF, total_);
    return level < slots_[slot].keep ? slot : slots_[slot].other;
  }

 private:
  struct Slot {
    std::uint32_t keep = 0;   // Of `total_`, how often the slot stands for itself.
    std::uint32_t other = 0;  // What it stands for otherwise.
  };

  std::vector<Slot> slots_;
  std::uint32_t total_ = 0;
};

}  // namespace dateline::corpus
