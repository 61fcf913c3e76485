#include "index/duplicates/candidates.h"

#include <algorithm>
#include <vector>

namespace dateline::duplicates {
namespace {

using Visit = std::function<void(std::uint32_t, std::uint32_t)>;
using Texts = std::span<const Signature* const>;

// A text by one of its bands: in the order of numbers those with the same band stand
// together, the lowest index first.
using Banded = std::uint64_t;
Banded banded(std::uint32_t band, std::uint32_t text) {
  return Banded{band} << 32 | text;
}
std::uint32_t band_of(Banded banded) {
  return static_cast<std::uint32_t>(banded >> 32);
}
std::uint32_t text_of(Banded banded) { return static_cast<std::uint32_t>(banded); }

void visit_all(std::span<const Banded> bucket, const Visit& visit) {
  for (std::size_t i = 0; i < bucket.size(); ++i) {
    for (std::size_t j = i + 1; j < bucket.size(); ++j) {
      visit(text_of(bucket[i]), text_of(bucket[j]));
    }
  }
}

void visit_with_first(std::span<const Banded> bucket, const Visit& visit) {
  for (const Banded other : bucket.subspan(1)) {
    visit(text_of(bucket[0]), text_of(other));
  }
}

// Visits the candidates in `bucket`, whose texts share `shared` bands from `first` on.
void split(Texts texts, std::span<Banded> bucket, std::size_t first, std::size_t shared,
           const Visit& visit) {
  if (shared == kBands) return visit_with_first(bucket, visit);
  const std::size_t number = (first + shared) % kBands;
  for (Banded& entry : bucket) {
    const std::uint32_t text = text_of(entry);
    entry = banded(band(*texts[text], number), text);
  }
  std::ranges::sort(bucket);
  for (auto begin = bucket.begin(); begin != bucket.end();) {
    const auto end = std::find_if(begin, bucket.end(), [begin](Banded entry) {
      return band_of(entry) != band_of(*begin);
    });
    const std::span<Banded> inner(begin, end);
    if (inner.size() <= kCrowd) {
      visit_all(inner, visit);
    } else {
      split(texts, inner, first, shared + 1, visit);
    }
    begin = end;
  }
}

}  // namespace

void for_each_candidate(Texts texts, const Visit& visit) {
  std::vector<Banded> all(texts.size());
  for (std::size_t first = 0; first < kBands; ++first) {
    for (std::uint32_t text = 0; text < all.size(); ++text) {
      all[text] = banded(0, text);
    }
    split(texts, all, first, 0, visit);
  }
}

}  // namespace dateline::duplicates
