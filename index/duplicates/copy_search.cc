#include "index/duplicates/copy_search.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "index/duplicates/candidates.h"
#include "index/duplicates/chains.h"

namespace dateline::duplicates {
namespace {

// Crowds that share more bands than these are too rare for a reading each.
constexpr std::size_t kMostRounds = 6;

// Of the table of first bits: one in so many is taken.
constexpr std::size_t kBitsPerKey = 16;

std::uint64_t hash_of(std::string_view packed) {
  return XXH3_64bits(packed.data(), packed.size());
}

// Fibonacci hashing (Knuth, "The Art of Computer Programming", vol. 3, 6.4).
std::uint64_t spread(std::uint64_t key) { return key * 0x9E3779B97F4A7C15u; }

}  // namespace

void CopySearch::seek(std::uint32_t article, std::string_view packed, Role role) {
  if (packed.empty()) return;
  const auto place = static_cast<std::uint32_t>(sought_.size());
  sought_.push_back({article, role, stored_signature(packed)});
  if (role != Role::kGone) equal_.emplace(hash_of(packed), place);
}

// What the bands from `first` on are, as many as articles must share in this round.
std::uint64_t CopySearch::key_of(const Signature& signature, std::size_t first) const {
  std::uint64_t key = first;
  for (std::size_t i = 0; i < shared_bands_; ++i) {
    key = spread(std::rotl(key, 29)) ^ band(signature, (first + i) % kBands);
  }
  return spread(key);
}

void CopySearch::add_to_bucket(std::uint32_t place, std::size_t first) {
  const Sought& sought = sought_[place];
  Bucket& bucket = buckets_[key_of(sought.signature, first)];
  bucket.first = first;
  bucket.added += sought.role == Role::kAdded ? 1 : 0;
  bucket.gone += sought.role == Role::kGone ? 1 : 0;
  bucket.sought.push_back(place);
}

void CopySearch::index_buckets() {
  may_be_key_.assign(std::bit_ceil((buckets_.size() + 1) * kBitsPerKey), false);
  for (const auto& [key, bucket] : buckets_) {
    may_be_key_[key & (may_be_key_.size() - 1)] = true;
  }
}

void CopySearch::read(std::uint32_t article, std::string_view packed) {
  if (packed.empty() || must_start_over_) return;
  if (shared_bands_ == 0) {
    shared_bands_ = 1;
    for (std::uint32_t place = 0; place < sought_.size(); ++place) {
      if (!sought_[place].signature) continue;
      for (std::size_t i = 0; i < kBands; ++i) add_to_bucket(place, i);
    }
    index_buckets();
  }
  const std::uint64_t text = hash_of(packed);
  const auto [begin, end] = equal_.equal_range(text);
  for (auto same = begin; same != end; ++same) {
    const std::uint32_t sought = sought_[same->second].article;
    if (sought != article) found_.emplace_back(sought, article);
  }
  const Signature signature = stored_signature(packed);
  if (!signature) return;
  for (std::size_t first = 0; first < kBands; ++first) {
    const std::uint64_t key = key_of(signature, first);
    if (!may_be_key_[key & (may_be_key_.size() - 1)]) continue;
    const auto bucket = buckets_.find(key);
    if (bucket == buckets_.end()) continue;
    read_in_bucket(bucket->second, article, text, signature);
  }
}

void CopySearch::read_in_bucket(Bucket& bucket, std::uint32_t article,
                                std::uint64_t text, const Signature& signature) {
  if (bucket.texts.size() > kCrowd + bucket.added) return;
  if (std::ranges::find(bucket.texts, text) != bucket.texts.end()) return;
  bucket.texts.push_back(text);
  for (const std::uint32_t place : bucket.sought) {
    const Sought& sought = sought_[place];
    if (sought.role == Role::kGone || sought.article == article) continue;
    if (are_copies(sought.signature, signature)) {
      bucket.copies.emplace_back(sought.article, article);
    }
  }
}

bool CopySearch::next_round() {
  std::vector<std::pair<std::uint32_t, std::size_t>> crowded;  // Sought, first band.
  for (auto& [key, bucket] : buckets_) {
    const std::size_t now = bucket.texts.size();
    const bool is_crowd = now > kCrowd;
    const bool may_have_been_one = now + bucket.gone > kCrowd;
    const bool was_one_surely = now > kCrowd + bucket.added;
    must_start_over_ =
        must_start_over_ || (is_crowd ? !was_one_surely : may_have_been_one);
    if (!is_crowd) {
      found_.insert(found_.end(), bucket.copies.begin(), bucket.copies.end());
      continue;
    }
    for (const std::uint32_t place : bucket.sought) {
      crowded.emplace_back(place, bucket.first);
    }
  }
  buckets_.clear();
  if (crowded.empty() || must_start_over_) return false;
  must_start_over_ = ++shared_bands_ > kMostRounds;
  if (must_start_over_) return false;
  equal_.clear();
  for (const auto& [place, first] : crowded) add_to_bucket(place, first);
  index_buckets();
  return true;
}

}  // namespace dateline::duplicates
