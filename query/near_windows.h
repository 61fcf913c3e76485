// Where several things stand near each other, exactly: every choice of one span of each
// is thought of, not the nearest alone.
//
// Of the windows found only those count that hold no other: the minimal intervals of
// Clarke, Cormack and Burkowski, "An Algebra for Structured Text Search and a Framework
// for its Implementation", The Computer Journal 38(1), 1995.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/deadline.h"
#include "query/span_query.h"

namespace dateline {

/// How near.
struct Nearness {
  bool ordered = false;  ///< Each operand behind the one before it.
  std::uint32_t extra =
      0;  ///< Positions of a window that may lie outside of its spans.
};

/// The windows that hold no other one: choose one span of each operand, no two of which
/// share a position; their window reaches from the first position to the last, and has
/// at most `extra` positions that are in none of them. Ordered. At most 32 operands.
/// Time is linear in the spans times those within reach of each; in the worst case, of
/// operands that have words in common, times 2 to the number of operands. Throws
/// TimeIsUp at the deadline.
WordSpans near_windows(std::span<const WordSpans> operands, const Nearness& nearness,
                       const Deadline& deadline = {});

/// Whether there is such a window. Throws TimeIsUp at the deadline.
bool has_near_window(std::span<const WordSpans> operands, const Nearness& nearness,
                     const Deadline& deadline = {});

/// Of each operand the spans that are in any such choice, whatever its window. Throws
/// TimeIsUp at the deadline.
std::vector<WordSpans> near_members(std::span<const WordSpans> operands,
                                    const Nearness& nearness,
                                    const Deadline& deadline = {});

}  // namespace dateline
