#include "query/span_matches.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/near_windows.h"

namespace dateline {
namespace {

// One occurrence of a leaf. A joined form reaches further than its first position.
struct Occurrence {
  std::uint32_t position;
  std::uint32_t end;  // Byte.
};
using Leaves = std::vector<std::vector<Occurrence>>;

// A part of the query with its spans in one text.
struct Part {
  const SpanQuery* query;
  std::size_t leaf = 0;  // Of kWords.
  WordSpans spans{};
  std::vector<Part> parts{};
};

Nearness nearness_of(const SpanQuery& query) {
  return {query.kind == SpanQuery::Kind::kAdj, query.extra};
}

// Words side by side, marked as one; ADJ/1 of longer spans may have gaps within these.
bool is_phrase(const SpanQuery& query) {
  return query.kind == SpanQuery::Kind::kAdj && query.extra == 0 &&
         std::all_of(query.parts.begin(), query.parts.end(), [](const SpanQuery& part) {
           return part.kind == SpanQuery::Kind::kWords;
         });
}

std::vector<WordSpans> spans_of(const std::vector<Part>& parts) {
  std::vector<WordSpans> operands;
  for (const Part& part : parts) operands.push_back(part.spans);
  return operands;
}

Part read_part(const SpanQuery& query, const Leaves& leaves, std::size_t& next_leaf,
               const Deadline& deadline) {
  Part part{&query};
  if (query.kind == SpanQuery::Kind::kWords) {
    part.leaf = next_leaf++;
    for (const Occurrence& one : leaves[part.leaf]) {
      part.spans.push_back({one.position, one.position});
    }
  }
  for (const SpanQuery& child : query.parts) {
    part.parts.push_back(read_part(child, leaves, next_leaf, deadline));
    if (query.kind != SpanQuery::Kind::kAny) continue;
    const WordSpans& more = part.parts.back().spans;
    part.spans.insert(part.spans.end(), more.begin(), more.end());
  }
  if (query.kind == SpanQuery::Kind::kNear || query.kind == SpanQuery::Kind::kAdj) {
    part.spans = near_windows(spans_of(part.parts), nearness_of(query), deadline);
  }
  std::sort(part.spans.begin(), part.spans.end());
  part.spans.erase(std::unique(part.spans.begin(), part.spans.end()), part.spans.end());
  return part;
}

// Collects what of a read query is to be marked.
class Marker {
 public:
  Marker(const Leaves& leaves, std::span<const std::uint32_t> begins,
         const Deadline& deadline)
      : leaves_(leaves), begins_(begins), deadline_(deadline) {}

  // Every way in which the part matches.
  void mark_all(const Part& part) {
    if (is_window(part)) return mark_members(part, spans_of(part.parts));
    if (part.query->kind == SpanQuery::Kind::kAny) {
      for (const Part& child : part.parts) mark_all(child);
      return;
    }
    mark(part, part.spans);
  }

  std::vector<ByteRange> take() {
    std::sort(ranges_.begin(), ranges_.end());
    ranges_.erase(std::unique(ranges_.begin(), ranges_.end()), ranges_.end());
    return std::move(ranges_);
  }

 private:
  static bool is_window(const Part& part) {
    const SpanQuery::Kind kind = part.query->kind;
    return (kind == SpanQuery::Kind::kNear || kind == SpanQuery::Kind::kAdj) &&
           !is_phrase(*part.query);
  }

  // What makes up these spans of the part.
  void mark(const Part& part, const WordSpans& chosen) {
    if (chosen.empty()) return;
    if (part.query->kind == SpanQuery::Kind::kAny) {
      for (const Part& child : part.parts) {
        WordSpans shared;
        std::set_intersection(chosen.begin(), chosen.end(), child.spans.begin(),
                              child.spans.end(), std::back_inserter(shared));
        mark(child, shared);
      }
    } else if (is_window(part)) {
      for (const WordSpan& window : chosen) mark_within(part, window);
    } else {
      for (const WordSpan& span : chosen) {
        ranges_.push_back({begins_[span.first], end_of(part, span)});
      }
    }
  }

  void mark_members(const Part& part, const std::vector<WordSpans>& operands) {
    const auto members = near_members(operands, nearness_of(*part.query), deadline_);
    for (std::size_t i = 0; i < members.size(); ++i) mark(part.parts[i], members[i]);
  }

  void mark_within(const Part& part, const WordSpan& window) {
    std::vector<WordSpans> operands;
    for (const Part& child : part.parts) {
      WordSpans& inside = operands.emplace_back();
      for (auto span = std::lower_bound(child.spans.begin(), child.spans.end(),
                                        WordSpan{window.first, 0});
           span != child.spans.end() && span->first <= window.last; ++span) {
        if (span->last <= window.last) inside.push_back(*span);
      }
    }
    mark_members(part, operands);
  }

  // The byte where a span ends of a part that is words or a phrase.
  std::size_t end_of(const Part& part, const WordSpan& span) const {
    std::size_t end = 0;
    if (part.query->kind == SpanQuery::Kind::kWords) {
      const auto& leaf = leaves_[part.leaf];
      const auto found = std::lower_bound(
          leaf.begin(), leaf.end(), span.last,
          [](const Occurrence& one, std::uint32_t p) { return one.position < p; });
      if (found != leaf.end() && found->position == span.last) end = found->end;
      return end;
    }
    const auto widen = [&](const Part& child) {
      if (child.query->kind == SpanQuery::Kind::kWords) {
        end = std::max(end, end_of(child, {span.last, span.last}));
        return;
      }
      for (const WordSpan& other : child.spans) {
        if (other.last == span.last) end = std::max(end, end_of(child, other));
      }
    };
    if (part.query->kind == SpanQuery::Kind::kAny) {
      for (const Part& child : part.parts) widen(child);
    } else {
      widen(part.parts.back());
    }
    return end;
  }

  const Leaves& leaves_;
  std::span<const std::uint32_t> begins_;  // Of the positions, in bytes.
  const Deadline& deadline_;
  std::vector<ByteRange> ranges_;
};

// Two forms of one leaf at one position are one occurrence, the longer one.
void merge(std::vector<Occurrence>& occurrences) {
  std::vector<Occurrence> merged;
  for (const Occurrence& one : occurrences) {
    if (!merged.empty() && merged.back().position == one.position) {
      merged.back().end = std::max(merged.back().end, one.end);
    } else {
      merged.push_back(one);
    }
  }
  occurrences = std::move(merged);
}

}  // namespace

SpanMatcher::SpanMatcher(const SpanQuery& query) : query_(query) { add_leaves(query); }

void SpanMatcher::add_leaves(const SpanQuery& query) {
  if (query.kind == SpanQuery::Kind::kWords) {
    for (const SpanWord& word : query.words) {
      const std::string& key = word.capitals.empty() ? word.word : word.capitals;
      words_[key].push_back({&word, leaves_});
    }
    ++leaves_;
  }
  for (const SpanQuery& part : query.parts) add_leaves(part);
}

std::vector<ByteRange> SpanMatcher::find(std::span<const text::Token> tokens,
                                         const Deadline& deadline) const {
  Leaves leaves(leaves_);
  std::vector<std::uint32_t> begins;
  const auto note = [&](const text::Token& token, std::string_view text,
                        bool capitals) {
    const auto wishes = text.empty() ? words_.end() : words_.find(text);
    if (wishes == words_.end()) return;
    for (const Wish& wish : wishes->second) {
      if (wish.word->capitals.empty() == capitals) continue;
      leaves[wish.leaf].push_back({token.position, token.end});
    }
  };
  for (const text::Token& token : tokens) {
    if (token.position >= begins.size()) begins.resize(token.position + 1, token.begin);
    note(token, token.word, false);
    note(token, token.capitals, true);
  }
  for (auto& leaf : leaves) merge(leaf);
  std::size_t next_leaf = 0;
  const Part whole = read_part(query_, leaves, next_leaf, deadline);
  Marker marker(leaves, begins, deadline);
  marker.mark_all(whole);
  return marker.take();
}

}  // namespace dateline
