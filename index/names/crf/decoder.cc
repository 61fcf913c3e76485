#include "index/names/crf/decoder.h"

#include <algorithm>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dateline::names::crf {
namespace {

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 4;

// The labels that may stand before each label.
struct Predecessors {
  std::array<std::array<Label, kLabels>, kLabels> labels{};
  std::array<std::size_t, kLabels> count{};

  constexpr Predecessors() {
    for (std::size_t next = 0; next < kLabels; ++next)
      for (std::size_t label = 0; label < kLabels; ++label)
        if (may_follow(static_cast<Label>(label), static_cast<Label>(next)))
          labels[next][count[next]++] = static_cast<Label>(label);
  }
};
constexpr Predecessors kPredecessors;

}  // namespace

#if defined(__SSE2__)
void add_row(Emission& sums, const Row& row) {
  auto* out = reinterpret_cast<__m128i*>(sums.data());
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row.data()));
  const __m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
  const __m128i low = _mm_unpacklo_epi8(bytes, sign);
  const __m128i high = _mm_unpackhi_epi8(bytes, sign);
  _mm_storeu_si128(out, _mm_add_epi16(_mm_loadu_si128(out), low));
  _mm_storeu_si128(out + 1, _mm_add_epi16(_mm_loadu_si128(out + 1), high));
}
#else
void add_row(Emission& sums, const Row& row) {
  for (std::size_t i = 0; i < kNameLabels; ++i)
    sums[i] = static_cast<std::int16_t>(sums[i] + row[i]);
}
#endif

// |weights| <= 128 and at most Features::kMost of them: no sum leaves 16 bits.
static_assert(128 * Features::kMost < 32768);

void Decoder::decode(Context& context, const Model& model) {
  model_ = &model;
  const std::size_t count = context.sites().size();
  emissions_.assign(count, Emission{});
  labels_.assign(count, kOutside);
  margins_.assign(count, 0);
  sum_text_features(context);
  for (const Segment& segment : context.segments()) find_path(context, segment, false);
  context.count_labels(labels_);
  sum_label_features(context);
  for (const Segment& segment : context.segments()) find_path(context, segment, true);
}

void Decoder::sum_text_features(const Context& context) {
  for (std::size_t site = 0; site < emissions_.size(); ++site) {
    features_.clear();
    add_text_features(context, site, features_);
    for (std::size_t i = 0; i < features_.size(); ++i)
      if (const Row* row = model_->find(features_.key(i)))
        add_row(emissions_[site], *row);
  }
}

void Decoder::sum_label_features(const Context& context) {
  for (std::size_t site = 0; site < emissions_.size(); ++site) {
    features_.clear();
    add_label_features(context, site, labels_[site], features_);
    for (std::size_t i = 0; i < features_.size(); ++i)
      if (const Row* row = model_->find(features_.key(i)))
        add_row(emissions_[site], *row);
  }
}

// Viterbi's algorithm; scores are kept relative to the best, so that they stay small
// however long the segment is.
void Decoder::find_path(const Context& context, const Segment& segment, bool margins) {
  const auto& transitions = model_->transitions();
  const std::size_t length = segment.last - segment.first;
  best_.resize(std::max(best_.size(), length));
  from_.resize(best_.size());
  for (std::size_t k = 0; k < length; ++k) {
    const std::size_t site = segment.first + k;
    const auto& joint =
        transitions[static_cast<std::size_t>(context.sites()[site].joint)];
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::int32_t best = kNever;
      Label from = kOutside;
      if (k == 0) {
        if (may_follow(kOutside, static_cast<Label>(label))) best = joint[0][label];
      } else {
        for (std::size_t i = 0; i < kPredecessors.count[label]; ++i) {
          const Label before = kPredecessors.labels[label][i];
          const std::int32_t sum = best_[k - 1][before] + joint[before][label];
          if (sum > best) {
            best = sum;
            from = before;
          }
        }
      }
      best_[k][label] = std::max(kNever, best + score(site, static_cast<Label>(label)));
      from_[k][label] = from;
    }
    const std::int32_t top = *std::max_element(best_[k].begin(), best_[k].end());
    for (std::int32_t& one : best_[k]) one = std::max(kNever, one - top);
  }
  Label last = kOutside;
  for (std::size_t label = 1; label < kLabels; ++label) {
    const auto own = static_cast<Label>(label);
    if (is_open(own)) continue;
    if (best_[length - 1][label] + transitions[0][label][0] >
        best_[length - 1][last] + transitions[0][last][0])
      last = own;
  }
  for (std::size_t k = length; k-- > 0;) {
    labels_[segment.first + k] = last;
    last = from_[k][last];
  }
  if (margins) find_margins(context, segment);
}

// The same backwards: with both, the best path through each label of each site.
void Decoder::find_margins(const Context& context, const Segment& segment) {
  const auto& transitions = model_->transitions();
  Scores onward{};  // Of the best path from after a site to the segment's end.
  for (std::size_t label = 0; label < kLabels; ++label)
    onward[label] = is_open(static_cast<Label>(label))
                        ? kNever
                        : std::int32_t{transitions[0][label][0]};
  for (std::size_t site = segment.last; site-- > segment.first;) {
    const std::size_t k = site - segment.first;
    const Label own = labels_[site];
    std::int32_t other = kNever;
    for (std::size_t label = 0; label < kLabels; ++label)
      if (label != own) other = std::max(other, best_[k][label] + onward[label]);
    margins_[site] = best_[k][own] + onward[own] - other;
    if (k == 0) break;
    const auto& joint =
        transitions[static_cast<std::size_t>(context.sites()[site].joint)];
    Scores before;
    before.fill(kNever);
    for (std::size_t next = 0; next < kLabels; ++next) {
      const std::int32_t ahead =
          std::max(kNever, onward[next] + score(site, static_cast<Label>(next)));
      for (std::size_t i = 0; i < kPredecessors.count[next]; ++i) {
        const Label label = kPredecessors.labels[next][i];
        before[label] = std::max(before[label], ahead + joint[label][next]);
      }
    }
    const std::int32_t top = *std::max_element(before.begin(), before.end());
    for (std::size_t label = 0; label < kLabels; ++label)
      onward[label] = std::max(kNever, before[label] - top);
  }
}

}  // namespace dateline::names::crf
