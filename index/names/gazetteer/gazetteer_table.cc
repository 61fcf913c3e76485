#include "index/names/gazetteer/gazetteer_table.h"

#include <dateline/error.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dateline::names {
namespace {

constexpr std::string_view kMagic{"DLGAZ1\0\0", 8};
constexpr std::size_t kHeaderSize = 24;
constexpr std::size_t kSlotSize = sizeof(std::uint32_t) + sizeof(std::uint16_t);
constexpr std::size_t kMostSlots = std::size_t{1} << 28;

// Three slots in four are used: a look-up takes two or three steps.
constexpr std::size_t slots_for(std::size_t entries) { return entries * 4 / 3 + 1; }

template <typename Integer>
Integer load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  if constexpr (std::endian::native == std::endian::big) {
    Integer swapped = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
      swapped |= static_cast<Integer>(((value >> (8 * i)) & 0xFF)
                                      << (8 * (sizeof value - 1 - i)));
    return swapped;
  }
  return value;
}

template <typename Integer>
void store(std::string& bytes, std::size_t at, Integer value) {
  for (std::size_t i = 0; i < sizeof value; ++i)
    bytes[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

// FNV-1a over words of eight bytes; the last may be short.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037u;
  while (!bytes.empty()) {
    char word[8] = {};
    const auto size = std::min<std::size_t>(bytes.size(), sizeof word);
    std::memcpy(word, bytes.data(), size);
    sum = (sum ^ load<std::uint64_t>(word)) * 1099511628211u;
    sum ^= sum >> 29;
    bytes.remove_prefix(size);
  }
  return sum;
}

// The part of the key that is stored; never 0, the lowest bit free.
constexpr std::uint32_t tag_of(std::uint64_t key) {
  const auto low = static_cast<std::uint32_t>(key) & ~1u;
  return low == 0 ? 2u : low;
}

constexpr std::size_t first_slot(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>(((key >> 32) * slots) >> 32);
}

[[noreturn]] void refuse(std::string_view origin) {
  throw Error(ErrorCode::kCorrupt, "The compiled gazetteer " + std::string(origin) +
                                       " is damaged; compile it again.");
}

}  // namespace

GazetteerTable::GazetteerTable(std::string_view bytes, std::string_view origin,
                               bool trusted) {
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kMagic)) refuse(origin);
  slots_ = load<std::uint32_t>(bytes.data() + 8);
  entries_ = load<std::uint32_t>(bytes.data() + 12);
  const auto body = bytes.substr(kHeaderSize);
  if (slots_ == 0 || slots_ > kMostSlots || body.size() != slots_ * kSlotSize)
    refuse(origin);
  tags_ = body.data();
  classes_ = tags_ + slots_ * sizeof(std::uint32_t);
  if (trusted) return;
  if (load<std::uint64_t>(bytes.data() + 16) != checksum(body)) refuse(origin);
  // find() ends at a free slot, so there must be one.
  std::size_t used = 0;
  for (std::size_t slot = 0; slot < slots_; ++slot) used += tag(slot) != 0;
  if (used != entries_ || used == slots_) refuse(origin);
}

inline std::uint32_t GazetteerTable::tag(std::size_t slot) const {
  return load<std::uint32_t>(tags_ + slot * sizeof(std::uint32_t));
}

void GazetteerTable::fetch(std::uint64_t key) const {
  const std::size_t slot = first_slot(key, slots_);
  __builtin_prefetch(tags_ + slot * sizeof(std::uint32_t));
  __builtin_prefetch(classes_ + slot * sizeof(std::uint16_t));
}

GazetteerTable::Entry GazetteerTable::entry(std::size_t slot, std::uint32_t tag) const {
  return {load<std::uint16_t>(classes_ + slot * sizeof(std::uint16_t)),
          (tag & 1u) != 0};
}

GazetteerTable::Entry GazetteerTable::find(std::uint64_t key) const {
  const auto wanted = tag_of(key);
  std::size_t slot = first_slot(key, slots_);
#if defined(__SSE2__)
  // Four slots a step: how far a key is from its first one nothing foretells.
  const __m128i wanted4 = _mm_set1_epi32(static_cast<int>(wanted));
  const __m128i no_flag = _mm_set1_epi32(~1);
  for (; slot + 4 <= slots_; slot += 4) {
    const __m128i tags = _mm_loadu_si128(
        reinterpret_cast<const __m128i*>(tags_ + slot * sizeof(std::uint32_t)));
    const __m128i same = _mm_cmpeq_epi32(_mm_and_si128(tags, no_flag), wanted4);
    const __m128i free = _mm_cmpeq_epi32(tags, _mm_setzero_si128());
    const auto ends = static_cast<unsigned>(
        _mm_movemask_ps(_mm_castsi128_ps(_mm_or_si128(same, free))));
    if (ends == 0) continue;
    slot += static_cast<unsigned>(std::countr_zero(ends));
    const std::uint32_t found = tag(slot);
    return found == 0 ? Entry{} : entry(slot, found);
  }
  if (slot == slots_) slot = 0;
#endif
  for (;;) {
    const auto found = tag(slot);
    if (found == 0) return {};
    if ((found & ~1u) == wanted) return entry(slot, found);
    if (++slot == slots_) slot = 0;
  }
}

void GazetteerTableWriter::add(std::uint64_t key, std::uint16_t classes,
                               bool is_prefix) {
  GazetteerTable::Entry& entry = entries_[key];
  entry.classes = static_cast<std::uint16_t>(entry.classes | classes);
  entry.is_prefix |= is_prefix;
}

std::string GazetteerTableWriter::finish() const {
  std::vector<std::pair<std::uint64_t, GazetteerTable::Entry>> sorted(entries_.begin(),
                                                                      entries_.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  const std::size_t slots = slots_for(sorted.size());
  std::string bytes(kHeaderSize + slots * kSlotSize, '\0');
  std::copy(kMagic.begin(), kMagic.end(), bytes.begin());
  store(bytes, 8, static_cast<std::uint32_t>(slots));
  store(bytes, 12, static_cast<std::uint32_t>(sorted.size()));
  const std::size_t classes_at = kHeaderSize + slots * sizeof(std::uint32_t);
  std::vector<bool> used(slots);
  for (const auto& [key, entry] : sorted) {
    std::size_t slot = first_slot(key, slots);
    while (used[slot]) slot = slot + 1 == slots ? 0 : slot + 1;
    used[slot] = true;
    store(bytes, kHeaderSize + slot * sizeof(std::uint32_t),
          tag_of(key) | (entry.is_prefix ? 1u : 0u));
    store(bytes, classes_at + slot * sizeof(std::uint16_t), entry.classes);
  }
  store(bytes, 16, checksum(std::string_view(bytes).substr(kHeaderSize)));
  return bytes;
}

}  // namespace dateline::names
