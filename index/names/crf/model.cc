#include "index/names/crf/model.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "index/names/crf/features.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dateline::names::crf {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the file is read as it lies in memory");

constexpr std::size_t kBucket = 8;      // Fingerprints; 16 bytes.
constexpr std::size_t kMostProbes = 8;  // Buckets.
constexpr std::uint64_t kMagic = 0x0A4C444F4D4C4401u;
constexpr std::uint32_t kFormatVersion = 1;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t checksum = 0;  // XXH3 of all that follows.
  std::uint32_t format_version = kFormatVersion;
  std::uint32_t templates_version = kTemplatesVersion;
  std::uint32_t bucket_count = 0;
  std::uint32_t row_count = 0;
  std::uint32_t scale = 1;
  std::uint32_t reserved[5]{};
};
static_assert(sizeof(Header) == 56);
constexpr std::size_t kChecked = 16;  // The checksum is of the bytes from here on.

using PackedTransitions = Transitions<std::int16_t>;
constexpr std::size_t kTablesAt =
    (sizeof(Header) + sizeof(PackedTransitions) + 63) / 64 * 64;

std::size_t bucket_of(std::uint32_t key, std::size_t bucket_count) {
  return static_cast<std::size_t>((std::uint64_t{key} * bucket_count) >> 32);
}

std::uint16_t fingerprint_of(std::uint32_t key) {
  const auto low = static_cast<std::uint16_t>(key);
  return low == 0 ? std::uint16_t{1} : low;  // 0: a free slot.
}

// Which of a bucket's fingerprints are `wanted`: two bits each.
#if defined(__SSE2__)
unsigned matches(const std::uint16_t* bucket, std::uint16_t wanted) {
  __m128i all;
  std::memcpy(&all, bucket, sizeof all);
  const __m128i equal =
      _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<std::int16_t>(wanted)));
  return static_cast<unsigned>(_mm_movemask_epi8(equal));
}
#else
unsigned matches(const std::uint16_t* bucket, std::uint16_t wanted) {
  unsigned found = 0;
  for (std::size_t i = 0; i < kBucket; ++i)
    if (bucket[i] == wanted) found |= 3u << (2 * i);
  return found;
}
#endif

// The slot of `key`, else where it may be put; -1 when every bucket tried is full.
struct Place {
  std::ptrdiff_t slot = -1;
  bool found = false;
};

Place find_place(std::span<const std::uint16_t> fingerprints, std::uint32_t key) {
  const std::size_t bucket_count = fingerprints.size() / kBucket;
  std::size_t bucket = bucket_of(key, bucket_count);
  for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
    const std::uint16_t* slots = &fingerprints[bucket * kBucket];
    const auto at = [&](unsigned bits) {
      return static_cast<std::ptrdiff_t>(bucket * kBucket) + std::countr_zero(bits) / 2;
    };
    if (const unsigned hit = matches(slots, fingerprint_of(key)))
      return {at(hit), true};
    if (const unsigned free = matches(slots, 0)) return {at(free), false};
    if (++bucket == bucket_count) bucket = 0;
  }
  return {};
}

// Null when some row finds no place.
bool fill_tables(std::span<const KeyedRow> rows,
                 std::vector<std::uint16_t>& fingerprints, std::vector<Row>& table,
                 std::size_t& row_count) {
  row_count = 0;
  for (const KeyedRow& row : rows) {
    const Place place = find_place(fingerprints, row.key);
    if (place.slot < 0) return false;
    if (place.found) continue;
    const auto slot = static_cast<std::size_t>(place.slot);
    fingerprints[slot] = fingerprint_of(row.key);
    table[slot] = row.row;
    ++row_count;
  }
  return true;
}

template <typename T>
void append(std::string& out, const T* values, std::size_t count) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

[[noreturn]] void refuse(const char* sentence) {
  throw Error(ErrorCode::kCorrupt, sentence);
}

}  // namespace

std::string build_model(std::span<const KeyedRow> rows,
                        const Transitions<std::int16_t>& transitions,
                        std::uint32_t scale) {
  std::vector<std::uint16_t> fingerprints;
  std::vector<Row> table;
  std::size_t buckets = rows.size() / 7 + 1;  // Seven eighths full.
  std::size_t row_count = 0;
  do {
    fingerprints.assign(buckets * kBucket, 0);
    table.assign(buckets * kBucket, Row{});
    buckets += buckets / 16 + 1;
  } while (!fill_tables(rows, fingerprints, table, row_count));

  Header header;
  header.bucket_count = static_cast<std::uint32_t>(fingerprints.size() / kBucket);
  header.row_count = static_cast<std::uint32_t>(row_count);
  header.scale = scale;
  std::string out;
  append(out, &header, 1);
  append(out, &transitions, 1);
  out.resize(kTablesAt);
  append(out, fingerprints.data(), fingerprints.size());
  append(out, table.data(), table.size());
  const std::uint64_t checksum =
      XXH3_64bits(out.data() + kChecked, out.size() - kChecked);
  std::memcpy(&out[offsetof(Header, checksum)], &checksum, sizeof checksum);
  return out;
}

Model::Model(std::string_view bytes, bool trusted) {
  Header header;
  if (bytes.size() < kTablesAt) refuse("The name model is cut off.");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) refuse("The file is no name model.");
  if (header.format_version != kFormatVersion ||
      header.templates_version != kTemplatesVersion)
    refuse("The name model is of another version of Dateline; train it again.");
  const std::uint64_t slots = std::uint64_t{header.bucket_count} * kBucket;
  const std::uint64_t size = kTablesAt + slots * (sizeof(std::uint16_t) + sizeof(Row));
  if (header.bucket_count == 0 || header.scale == 0 || size != bytes.size())
    refuse("The name model is damaged: its size is wrong.");
  if (!trusted &&
      XXH3_64bits(bytes.data() + kChecked, bytes.size() - kChecked) != header.checksum)
    refuse("The name model is damaged: its checksum is wrong.");
  bucket_count_ = header.bucket_count;
  row_count_ = header.row_count;
  scale_ = header.scale;
  std::memcpy(&transitions_, bytes.data() + sizeof header, sizeof transitions_);
  fingerprints_ = reinterpret_cast<const std::uint16_t*>(bytes.data() + kTablesAt);
  rows_ = reinterpret_cast<const Row*>(bytes.data() + kTablesAt +
                                       slots * sizeof(std::uint16_t));
}

const Row* Model::find(std::uint32_t key) const {
  const Place place = find_place({fingerprints_, bucket_count_ * kBucket}, key);
  return place.found ? &rows_[place.slot] : nullptr;
}

}  // namespace dateline::names::crf
