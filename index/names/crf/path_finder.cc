#include "index/names/crf/path_finder.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dateline::names::crf {
namespace {

// Where a path may end or a name may start: last or begin, unit, then outside. Four
// kinds are one SSE register.
constexpr std::size_t kFirst = 0;  // "Last" of kind k is ended[kFirst + k].
constexpr std::size_t kUnits = kKinds;
constexpr std::size_t kOut = 2 * kKinds;
static_assert(kKinds == 4 && kOut + 1 == kEnds);

using Ends = std::array<std::int32_t, kEndsPadded>;

// The weights of one site, by part of a name and kind.
struct PartWeights {
  alignas(16) std::array<std::array<std::int32_t, kKinds>, 4> by_part;

  const std::array<std::int32_t, kKinds>& of(Part part) const {
    return by_part[static_cast<std::size_t>(part)];
  }
};

#if defined(__SSE2__)
PartWeights weights_of(const Emission& emission) {
  const auto* from = reinterpret_cast<const __m128i*>(emission.data());
  const __m128i kinds01 = _mm_loadu_si128(from);
  const __m128i kinds23 = _mm_loadu_si128(from + 1);
  const __m128i kinds02 = _mm_unpacklo_epi16(kinds01, kinds23);
  const __m128i kinds13 = _mm_unpackhi_epi16(kinds01, kinds23);
  PartWeights weights;
  auto* to = reinterpret_cast<__m128i*>(weights.by_part.data());
  const auto widen = [&](std::size_t at, __m128i two_parts) {
    to[at] = _mm_srai_epi32(_mm_unpacklo_epi16(two_parts, two_parts), 16);
    to[at + 1] = _mm_srai_epi32(_mm_unpackhi_epi16(two_parts, two_parts), 16);
  };
  widen(0, _mm_unpacklo_epi16(kinds02, kinds13));
  widen(2, _mm_unpackhi_epi16(kinds02, kinds13));
  return weights;
}
#else
PartWeights weights_of(const Emission& emission) {
  PartWeights weights;
  for (std::size_t part = 0; part < 4; ++part)
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      weights.by_part[part][kind] = emission[4 * kind + part];
  return weights;
}
#endif

// The best way from any end to each start.
Ends step(const Ends& from, const std::array<Ends, kEnds>& weights) {
  alignas(16) Ends best;
  for (std::size_t to = 0; to < kEndsPadded; ++to) best[to] = from[0] + weights[0][to];
  for (std::size_t end = 1; end < kEnds; ++end)
    for (std::size_t to = 0; to < kEndsPadded; ++to)
      best[to] = std::max(best[to], from[end] + weights[end][to]);
  return best;
}

}  // namespace

PathWeights::PathWeights(const Transitions<std::int16_t>& transitions) {
  const auto label_at = [](std::size_t end, Part first) {
    if (end == kOut) return kOutside;
    return end < kUnits ? label_of(end - kFirst, first)
                        : label_of(end - kUnits, Part::kUnit);
  };
  for (std::size_t joint = 0; joint < kJoints; ++joint) {
    JointWeights& own = joints[joint];
    for (auto& row : own.starts) row.fill(kNever);
    for (auto& row : own.ends) row.fill(kNever);
    for (std::size_t end = 0; end < kEnds; ++end)
      for (std::size_t start = 0; start < kEnds; ++start) {
        const std::int32_t one = transitions[joint][label_at(end, Part::kLast)]
                                            [label_at(start, Part::kBegin)];
        own.starts[end][start] = one;
        own.ends[start][end] = one;
      }
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      const auto go = [&](Part from, Part to) {
        return std::int32_t{
            transitions[joint][label_of(kind, from)][label_of(kind, to)]};
      };
      own.begin_inside[kind] = go(Part::kBegin, Part::kInside);
      own.begin_last[kind] = go(Part::kBegin, Part::kLast);
      own.inside_inside[kind] = go(Part::kInside, Part::kInside);
      own.inside_last[kind] = go(Part::kInside, Part::kLast);
    }
  }
  final.fill(kNever);
  for (std::size_t end = 0; end < kEnds; ++end)
    final[end] = transitions[0][label_at(end, Part::kLast)][kOutside];
}

void PathFinder::find(const Sites& segment, const PathWeights& weights) {
  best_.resize(std::max(best_.size(), segment.sites.size()));
  run_forward(segment, weights);
  trace_back(segment, weights);
  const bool has_name = std::any_of(segment.labels.begin(), segment.labels.end(),
                                    [](Label label) { return label != kOutside; });
  if (has_name && !segment.margins.empty()) find_margins(segment, weights);
}

void PathFinder::run_forward(const Sites& segment, const PathWeights& weights) {
  for (std::size_t k = 0; k < segment.sites.size(); ++k) {
    const PartWeights own = weights_of(segment.emissions[k]);
    const auto& joint =
        weights.joints[static_cast<std::size_t>(segment.sites[k].joint)];
    const Ends starts =
        k == 0 ? joint.starts[kOut] : step(best_[k - 1].ended, joint.starts);
    Scores& scores = best_[k];
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      scores.begun[kind] = starts[kFirst + kind] + own.of(Part::kBegin)[kind];
      scores.ended[kUnits + kind] = starts[kUnits + kind] + own.of(Part::kUnit)[kind];
      scores.ended[kOut + kind] = kNever;
    }
    scores.ended[kOut] = starts[kOut];
    if (k == 0) {
      for (std::size_t kind = 0; kind < kKinds; ++kind)
        scores.inside[kind] = scores.ended[kFirst + kind] = kNever;
      continue;
    }
    const Scores& before = best_[k - 1];
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      scores.inside[kind] = std::max(before.begun[kind] + joint.begin_inside[kind],
                                     before.inside[kind] + joint.inside_inside[kind]) +
                            own.of(Part::kInside)[kind];
      scores.ended[kFirst + kind] =
          std::max(before.begun[kind] + joint.begin_last[kind],
                   before.inside[kind] + joint.inside_last[kind]) +
          own.of(Part::kLast)[kind];
    }
  }
}

void PathFinder::trace_back(const Sites& segment, const PathWeights& weights) {
  const auto label_at = [](std::size_t end) {
    if (end == kOut) return kOutside;
    return end < kUnits ? label_of(end - kFirst, Part::kLast)
                        : label_of(end - kUnits, Part::kUnit);
  };
  const auto best_end = [&](const Ends& ended, const auto& onward) {
    std::size_t best = kOut;  // Of equals the first: outside, last, unit.
    std::int32_t most = ended[kOut] + onward(kOut);
    for (std::size_t end = 0; end < kOut; ++end) {
      const std::int32_t score = ended[end] + onward(end);
      best = score > most ? end : best;
      most = std::max(most, score);
    }
    return label_at(best);
  };
  std::size_t k = segment.sites.size() - 1;
  Label label =
      best_end(best_[k].ended, [&](std::size_t end) { return weights.final[end]; });
  for (;; --k) {
    segment.labels[k] = label;
    if (k == 0) return;
    const auto& joint =
        weights.joints[static_cast<std::size_t>(segment.sites[k].joint)];
    const Scores& before = best_[k - 1];
    if (is_start(label)) {
      std::size_t start = kOut;
      if (label != kOutside)
        start = (part_of(label) == Part::kUnit ? kUnits : kFirst) + kind_of(label);
      label = best_end(before.ended,
                       [&](std::size_t end) { return joint.starts[end][start]; });
      continue;
    }
    const std::size_t kind = kind_of(label);
    const bool last = part_of(label) == Part::kLast;
    const auto begun =
        before.begun[kind] + (last ? joint.begin_last[kind] : joint.begin_inside[kind]);
    const auto inside = before.inside[kind] +
                        (last ? joint.inside_last[kind] : joint.inside_inside[kind]);
    label = label_of(kind, begun >= inside ? Part::kBegin : Part::kInside);
  }
}

std::int32_t& PathFinder::score_of(Scores& scores, Label label) {
  if (label == kOutside) return scores.ended[kOut];
  const std::size_t kind = kind_of(label);
  switch (part_of(label)) {
    case Part::kBegin:
      return scores.begun[kind];
    case Part::kInside:
      return scores.inside[kind];
    case Part::kLast:
      return scores.ended[kFirst + kind];
    default:
      return scores.ended[kUnits + kind];
  }
}

std::int32_t PathFinder::largest(const Scores& scores) {
  std::array<std::int32_t, kKinds> best;
  for (std::size_t i = 0; i < kKinds; ++i)
    best[i] = std::max({scores.ended[i], scores.ended[i + 4], scores.ended[i + 8],
                        scores.begun[i], scores.inside[i]});
  return *std::max_element(best.begin(), best.end());
}

// The same backwards: with both, the best path through each label of each site.
void PathFinder::find_margins(const Sites& segment, const PathWeights& weights) {
  Scores onward;  // Of the best path from after a site to the segment's end.
  onward.ended = weights.final;
  onward.begun.fill(kNever);
  onward.inside.fill(kNever);
  for (std::size_t k = segment.sites.size(); k-- > 0;) {
    Scores& through = best_[k];
    for (std::size_t end = 0; end < kEndsPadded; ++end)
      through.ended[end] += onward.ended[end];
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      through.begun[kind] += onward.begun[kind];
      through.inside[kind] += onward.inside[kind];
    }
    std::int32_t& own = score_of(through, segment.labels[k]);
    segment.margins[k] = own;
    own = kNever;
    segment.margins[k] -= largest(through);
    if (k == 0) return;

    const PartWeights own_weights = weights_of(segment.emissions[k]);
    const auto& joint =
        weights.joints[static_cast<std::size_t>(segment.sites[k].joint)];
    Scores ahead;  // From this site on, by label.
    alignas(16) Ends starts;
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      starts[kFirst + kind] = onward.begun[kind] + own_weights.of(Part::kBegin)[kind];
      starts[kUnits + kind] =
          onward.ended[kUnits + kind] + own_weights.of(Part::kUnit)[kind];
      starts[kOut + kind] = kNever;
    }
    starts[kOut] = onward.ended[kOut];
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      const auto inside = onward.inside[kind] + own_weights.of(Part::kInside)[kind];
      const auto last = onward.ended[kFirst + kind] + own_weights.of(Part::kLast)[kind];
      ahead.begun[kind] =
          std::max(joint.begin_inside[kind] + inside, joint.begin_last[kind] + last);
      ahead.inside[kind] =
          std::max(joint.inside_inside[kind] + inside, joint.inside_last[kind] + last);
    }
    ahead.ended = step(starts, joint.ends);
    onward = ahead;
  }
}

}  // namespace dateline::names::crf
