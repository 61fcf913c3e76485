// What stands at places in a text: the part of a query that is measured in words. Knows
// neither an index nor a text; span_source.h looks for it in the one, span_matches.h in
// the other.

#pragma once

#include <dateline/name.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// Positions first to last of one text, both included.
struct WordSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend auto operator<=>(const WordSpan&, const WordSpan&) = default;
};

/// By `first`, then `last`, each once.
using WordSpans = std::vector<WordSpan>;

/// A word as the index has it.
struct SpanWord {
  std::string word;           ///< Folded.
  std::string capitals = {};  ///< Not empty: only where it stands so, in capitals.

  friend auto operator<=>(const SpanWord&, const SpanWord&) = default;
};

/// What it matches are spans of positions.
struct SpanQuery {
  enum class Kind {
    kWords,  ///< Each occurrence of one of `words`: a span of one position.
    kAny,    ///< The spans of all `parts`.
    kNear,   ///< The near_windows() of `parts` with `extra`.
    kAdj,    ///< The same, in order. Without `extra`: a phrase.
  };

  Kind kind = Kind::kWords;
  std::vector<SpanWord> words{};
  std::vector<SpanQuery> parts{};
  std::uint32_t extra = 0;
  /// Folded. Not empty: only in articles that have any of these, and of kAny no span
  /// that lies within another one.
  std::vector<Name> names{};

  friend bool operator==(const SpanQuery&, const SpanQuery&) = default;
};

}  // namespace dateline
