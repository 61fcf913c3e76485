// Where a text shows what a SpanQuery asks for: what is to be marked.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/text/analyzer.h"
#include "query/deadline.h"
#include "query/span_query.h"

namespace dateline {

/// Bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

/// Looks for one SpanQuery. Immutable: safe to share between threads.
class SpanMatcher {
 public:
  /// `query` must live as long as this.
  explicit SpanMatcher(const SpanQuery& query);

  /// What takes part: of a NEAR each word and phrase that stands near enough to one of
  /// every other operand, of a phrase all of it. `tokens` of one text, by position;
  /// ordered, each once. Throws TimeIsUp at the deadline.
  std::vector<ByteRange> find(std::span<const text::Token> tokens,
                              const Deadline& deadline = {}) const;

 private:
  struct Leaf;
  void add_leaves(const SpanQuery& query);

  const SpanQuery& query_;
  // The leaves that have a word, by number from the left.
  struct Wish {
    const SpanWord* word;
    std::size_t leaf;
  };
  std::unordered_map<std::string_view, std::vector<Wish>> words_;
  std::size_t leaves_ = 0;
};

}  // namespace dateline
