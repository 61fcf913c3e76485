// The labels of the sequence model: where in a name a token stands (beginning, inside,
// last, or the unit that is all of it: BILOU), and the kind of the name; or outside.

#pragma once

#include <dateline/name.h>

#include "index/names/tokens.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::names::crf {

/// 0 is outside; the labels of names follow, four to a kind.
using Label = std::uint8_t;

inline constexpr Label kOutside = 0;
inline constexpr std::size_t kKinds = kNameKinds.size();
inline constexpr std::size_t kNameLabels = 4 * kKinds;  ///< One SSE register of bytes.
inline constexpr std::size_t kLabels = 1 + kNameLabels;

/// Where in a name a token stands.
enum class Part : std::uint8_t { kBegin, kInside, kLast, kUnit };

constexpr Label label_of(std::size_t kind, Part part) {
  return static_cast<Label>(1 + 4 * kind + static_cast<std::size_t>(part));
}

/// Of a label that is not outside.
constexpr std::size_t kind_of(Label label) { return (label - 1u) / 4; }
constexpr Part part_of(Label label) { return static_cast<Part>((label - 1u) % 4); }

/// Whether the name goes on after a token so labelled.
constexpr bool is_open(Label label) {
  return label != kOutside && part_of(label) <= Part::kInside;
}

/// Whether a token so labelled starts no name that was open before it.
constexpr bool is_start(Label label) {
  return label == kOutside || part_of(label) == Part::kBegin ||
         part_of(label) == Part::kUnit;
}

/// Whether `next` may follow `label`.
constexpr bool may_follow(Label label, Label next) {
  if (!is_open(label)) return is_start(next);
  return !is_start(next) && kind_of(label) == kind_of(next);
}

/// What joins two tokens, as far as the transitions between their labels care.
enum class Joint : std::uint8_t { kBlank, kHyphen, kComma, kOther };
inline constexpr std::size_t kJoints = 4;

/// The joint in front of `token`.
constexpr Joint joint_of(const Token& token) {
  switch (token.glue) {
    case Glue::kSpace:
      return Joint::kBlank;
    case Glue::kHyphen:
      return Joint::kHyphen;
    case Glue::kComma:
      return Joint::kComma;
    default:
      return Joint::kOther;
  }
}

/// A weight for each joint and pair of labels.
template <typename Weight>
using Transitions =
    std::array<std::array<std::array<Weight, kLabels>, kLabels>, kJoints>;

}  // namespace dateline::names::crf
