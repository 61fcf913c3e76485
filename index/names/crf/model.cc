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
constexpr Row kNoWeights{};

// Behind kTablesAt, for n buckets and m rows: fingerprints[8 n], first_rows[n],
// rows[m], each array from a multiple of 64 bytes on.
struct Layout {
  std::uint64_t first_rows_at;
  std::uint64_t rows_at;
  std::uint64_t size;
};

constexpr std::uint64_t aligned(std::uint64_t at) { return (at + 63) / 64 * 64; }

constexpr Layout layout_of(std::uint64_t bucket_count, std::uint64_t row_count) {
  Layout layout{};
  layout.first_rows_at =
      aligned(kTablesAt + bucket_count * kBucket * sizeof(std::uint16_t));
  layout.rows_at = aligned(layout.first_rows_at + bucket_count * sizeof(std::uint32_t));
  layout.size = layout.rows_at + row_count * sizeof(Row);
  return layout;
}

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
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket));
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

// The rows of a table that is being made: every bucket is filled from its first slot.
class TableBuilder {
 public:
  explicit TableBuilder(std::size_t bucket_count)
      : fingerprints_(bucket_count * kBucket), rows_(bucket_count * kBucket) {}

  // False when the row finds no place.
  bool add(const KeyedRow& row) {
    const std::size_t bucket_count = rows_.size() / kBucket;
    const std::uint16_t wanted = fingerprint_of(row.key);
    std::size_t bucket = bucket_of(row.key, bucket_count);
    for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
      std::uint16_t* slots = &fingerprints_[bucket * kBucket];
      if (matches(slots, wanted) != 0) return true;
      if (const unsigned free = matches(slots, 0)) {
        const auto slot = static_cast<std::size_t>(std::countr_zero(free)) / 2;
        slots[slot] = wanted;
        rows_[bucket * kBucket + slot] = row.row;
        return true;
      }
      if (++bucket == bucket_count) bucket = 0;
    }
    return false;
  }

  std::string bytes(Header header, const PackedTransitions& transitions) const;

 private:
  std::vector<std::uint16_t> fingerprints_;
  std::vector<Row> rows_;
};

template <typename T>
void append(std::string& out, const T* values, std::size_t count) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

[[noreturn]] void refuse(const char* sentence) {
  throw Error(ErrorCode::kCorrupt, sentence);
}

std::string TableBuilder::bytes(Header header,
                                const PackedTransitions& transitions) const {
  std::vector<std::uint32_t> first_rows;
  std::vector<Row> rows;
  for (std::size_t slot = 0; slot < rows_.size(); ++slot) {
    if (slot % kBucket == 0)
      first_rows.push_back(static_cast<std::uint32_t>(rows.size()));
    if (fingerprints_[slot] != 0) rows.push_back(rows_[slot]);
  }
  header.bucket_count = static_cast<std::uint32_t>(first_rows.size());
  header.row_count = static_cast<std::uint32_t>(rows.size());
  const Layout layout = layout_of(first_rows.size(), rows.size());
  std::string out;
  append(out, &header, 1);
  append(out, &transitions, 1);
  out.resize(kTablesAt);
  append(out, fingerprints_.data(), fingerprints_.size());
  out.resize(layout.first_rows_at);
  append(out, first_rows.data(), first_rows.size());
  out.resize(layout.rows_at);
  append(out, rows.data(), rows.size());
  const std::uint64_t checksum =
      XXH3_64bits(out.data() + kChecked, out.size() - kChecked);
  std::memcpy(&out[offsetof(Header, checksum)], &checksum, sizeof checksum);
  return out;
}

}  // namespace

std::string build_model(std::span<const KeyedRow> rows,
                        const Transitions<std::int16_t>& transitions,
                        std::uint32_t scale) {
  Header header;
  header.scale = scale;
  // Half full, so that a look-up seldom goes on to a second bucket.
  for (std::size_t bucket_count = rows.size() / (kBucket / 2) + 1;;
       bucket_count += bucket_count / 16 + 1) {
    TableBuilder table(bucket_count);
    if (std::all_of(rows.begin(), rows.end(),
                    [&](const KeyedRow& row) { return table.add(row); }))
      return table.bytes(header, transitions);
  }
}

Model::Model(std::string_view bytes, bool trusted) {
  Header header;
  if (bytes.size() < kTablesAt) refuse("The name model is cut off.");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) refuse("The file is no name model.");
  if (header.format_version != kFormatVersion ||
      header.templates_version != kTemplatesVersion)
    refuse("The name model is of another version of Dateline; train it again.");
  const Layout layout = layout_of(header.bucket_count, header.row_count);
  if (header.bucket_count == 0 || header.scale == 0 || layout.size != bytes.size())
    refuse("The name model is damaged: its size is wrong.");
  bucket_count_ = header.bucket_count;
  row_count_ = header.row_count;
  scale_ = header.scale;
  checksum_ = header.checksum;
  PackedTransitions transitions;
  std::memcpy(&transitions, bytes.data() + sizeof header, sizeof transitions);
  path_weights_ = PathWeights(transitions);
  const auto at = [&](std::uint64_t offset) { return bytes.data() + offset; };
  fingerprints_ = reinterpret_cast<const std::uint16_t*>(at(kTablesAt));
  first_rows_ = reinterpret_cast<const std::uint32_t*>(at(layout.first_rows_at));
  rows_ = reinterpret_cast<const Row*>(at(layout.rows_at));
  if (trusted) return;
  if (XXH3_64bits(bytes.data() + kChecked, bytes.size() - kChecked) != header.checksum)
    refuse("The name model is damaged: its checksum is wrong.");
  // A look-up adds up to seven to the first row of a bucket.
  for (std::size_t bucket = 0; bucket < bucket_count_; ++bucket) {
    const auto free = matches(&fingerprints_[bucket * kBucket], 0);
    const auto used = free == 0 ? kBucket : std::size_t(std::countr_zero(free)) / 2;
    if (std::uint64_t{first_rows_[bucket]} + used > row_count_)
      refuse("The name model is damaged: a row lies outside it.");
  }
}

namespace {

// `a` if `first`, else `b`, without the branch that compilers would make.
inline const Row* either(bool first, const Row* a, const Row* b) {
  const auto one = reinterpret_cast<std::uintptr_t>(a);
  const auto other = reinterpret_cast<std::uintptr_t>(b);
  return reinterpret_cast<const Row*>(other ^ ((one ^ other) & -std::uintptr_t{first}));
}

}  // namespace

// Most look-ups end with the first bucket. Whether it has the key nothing foretells: so
// there is no branch on that.
inline const Row* Model::find_or_zero(std::uint32_t key) const {
  const std::size_t bucket = bucket_of(key, bucket_count_);
  const std::uint16_t* slots = fingerprints_ + bucket * kBucket;
  const unsigned hit = matches(slots, fingerprint_of(key));
  if ((hit | matches(slots, 0)) == 0) [[unlikely]]
    return find_beyond(key, bucket);
  constexpr unsigned kEnd = 1u << (2 * kBucket);  // So that there is a bit to find.
  const auto slot = static_cast<unsigned>(std::countr_zero(hit | kEnd)) / 2;
  return either(hit == 0, &kNoWeights, rows_ + first_rows_[bucket] + slot);
}

// A key that its own bucket, which is full, has not.
const Row* Model::find_beyond(std::uint32_t key, std::size_t bucket) const {
  const std::uint16_t wanted = fingerprint_of(key);
  for (std::size_t probe = 1; probe < kMostProbes; ++probe) {
    if (++bucket == bucket_count_) bucket = 0;
    const std::uint16_t* slots = fingerprints_ + bucket * kBucket;
    const unsigned hit = matches(slots, wanted);
    if (hit != 0)
      return rows_ + first_rows_[bucket] +
             static_cast<unsigned>(std::countr_zero(hit)) / 2;
    if (slots[kBucket - 1] == 0) break;
  }
  return &kNoWeights;
}

const Row* Model::find(std::uint32_t key) const {
  const Row* row = find_or_zero(key);
  return row == &kNoWeights ? nullptr : row;
}

#if defined(__SSE2__)
namespace {

// Sums rows, eight labels a register.
class Sums {
 public:
  explicit Sums(Emission& out)
      : out_(reinterpret_cast<__m128i*>(out.data())),
        low_(_mm_loadu_si128(out_)),
        high_(_mm_loadu_si128(out_ + 1)) {}

  void add(const Row& row) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row.data()));
    const __m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
    low_ = _mm_add_epi16(low_, _mm_unpacklo_epi8(bytes, sign));
    high_ = _mm_add_epi16(high_, _mm_unpackhi_epi8(bytes, sign));
  }

  void store() {
    _mm_storeu_si128(out_, low_);
    _mm_storeu_si128(out_ + 1, high_);
  }

 private:
  __m128i* out_;
  __m128i low_;
  __m128i high_;
};

}  // namespace
#else
namespace {

class Sums {
 public:
  explicit Sums(Emission& out) : out_(out) {}

  void add(const Row& row) {
    for (std::size_t i = 0; i < kNameLabels; ++i)
      out_[i] = static_cast<std::int16_t>(out_[i] + row[i]);
  }

  void store() {}

 private:
  Emission& out_;
};

}  // namespace
#endif

void Model::fetch(std::span<const std::uint32_t> keys) const {
  for (const std::uint32_t key : keys) {
    const std::size_t bucket = bucket_of(key, bucket_count_);
    __builtin_prefetch(fingerprints_ + bucket * kBucket);
    __builtin_prefetch(first_rows_ + bucket);
  }
}

void Model::find(std::span<const std::uint32_t> keys, Rows& rows) const {
  rows.count = keys.size();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Row* row = find_or_zero(keys[i]);
    rows.rows[i] = row;
    __builtin_prefetch(row);
  }
}

void Model::add(const Rows& rows, Emission& sums) {
  Sums total(sums);
  for (std::size_t i = 0; i < rows.count; ++i) total.add(*rows.rows[i]);
  total.store();
}

}  // namespace dateline::names::crf
