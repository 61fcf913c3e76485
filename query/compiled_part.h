// What became of one node of a query: conditions on articles, and how they are put
// together.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/word_tree.h"

namespace dateline {

/// How tightly a reading holds together, for its brackets.
enum class Binding { kOr, kAnd, kNot, kNear, kAtom };

struct Part {
  Xapian::Query query;
  std::string reading;
  Binding binding = Binding::kAtom;
  bool ranks = true;      ///< False for metadata and dates, which only choose.
  bool negative = false;  ///< `query` is what must not match.
  std::size_t offset = 0;
  std::size_t length = 0;
  std::optional<WordTree> words{};  ///< The same as `query`, where words alone say it.
};

/// The reading, in brackets where it holds less tightly than `at_least`.
std::string in_brackets(const Part& part, Binding at_least);

/// Xapian::Query::MatchAll, which is not safe to share.
Xapian::Query all_articles();

/// `op` of one query or more.
Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& queries);

/// All positive parts, without the negative ones.
Xapian::Query conjunction(std::span<const Part> parts);

/// What conjunction() matches and ranks, where words alone say it, and some word must
/// be there. Takes the words of the parts.
std::optional<WordTree> all_words(std::span<Part> parts);

/// How all parts together read.
std::string joint_reading(std::span<const Part> parts);

/// One part that holds where all of one or more do.
Part join(std::vector<Part> parts);

/// The parts with those that rank in one at the front, of which any will do: metadata,
/// dates and what must not match stay as they are.
std::vector<Part> with_any(std::vector<Part> parts, std::size_t offset,
                           std::size_t length);

}  // namespace dateline
