#include "index/interner.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::size_t kFirstSlots = 64;  // A power of two, like all later sizes.

}  // namespace

Interner::Interner() : slots_(kFirstSlots, kNone) {}

void Interner::clear() {
  rows_.clear();
  // One text with very many must not make every later one pay for a large table.
  if (slots_.size() > 16 * kFirstSlots) slots_.resize(kFirstSlots);
  std::fill(slots_.begin(), slots_.end(), kNone);
}

std::uint32_t Interner::row(std::string_view text, std::uint32_t tag) {
  const std::uint64_t hash = XXH3_64bits_withSeed(text.data(), text.size(), tag);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash) & mask;
  for (; slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const Row& row = rows_[slots_[slot]];
    if (row.hash == hash && row.tag == tag && row.text == text) return slots_[slot];
  }
  const auto number = static_cast<std::uint32_t>(rows_.size());
  rows_.push_back({text, hash, tag});
  slots_[slot] = number;
  if (rows_.size() * 2 > slots_.size()) grow();
  return number;
}

std::size_t Interner::free_slot(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash) & mask;
  while (slots_[slot] != kNone) slot = (slot + 1) & mask;
  return slot;
}

void Interner::grow() {
  slots_.assign(slots_.size() * 2, kNone);
  for (std::uint32_t number = 0; number < rows_.size(); ++number) {
    slots_[free_slot(rows_[number].hash)] = number;
  }
}

}  // namespace dateline
