// The syntax tree behind dateline::Query: what was typed, before any index is asked.

#pragma once

#include <dateline/date.h>
#include <dateline/fields.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// One node. Immutable once the parser has made it.
struct QueryNode {
  enum class Kind {
    kWord,     ///< `text`, as typed; `exact` for `=word`.
    kPhrase,   ///< `text`: what stood between quotation marks, at least one word; with
               ///< a `number` within so many words, in any order.
    kPattern,  ///< `text` with `*` (any letters) or `?` (one letter), and a letter.
    kFuzzy,    ///< `text` and words `number` edits away, 1 or 2.
    kRun,      ///< Two or more children side by side: all must match, nearer is better.
               ///< Neighbouring kWord children may together be a name that the index
               ///< knows; only the compiler can tell.
    kAnd,      ///< All of two or more children.
    kOr,       ///< Any of two or more children.
    kNot,      ///< One child. Alone or among kAnd and kRun children: without these.
    kNear,     ///< Two or more children, is_place()s all, within `number` words.
    kAdj,      ///< The same in this order.
    kAtLeast,  ///< One child, which is_countable(), `number` times.
    kField,    ///< A FieldType::kText field of one child; a kName or kValue field of
               ///< `text`.
    kDates,    ///< `field` kPublished or kAbout within `range`, an end open if Date{}.
  };

  Kind kind = Kind::kWord;
  std::string text{};
  bool exact = false;
  std::uint32_t number = 0;  ///< Of kPhrase, kFuzzy, kNear, kAdj, kAtLeast.
  bool mixed = false;        ///< kOr: an AND stood beside it without brackets.
  Field field = Field::kTitle;
  DateRange range{};  ///< Days: a typed month is its first to its last day.
  std::vector<QueryNode> children{};
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
};

/// Whether it is a name field.
bool is_name(const QueryNode& node);

/// Whether it stands at places in a text, so that NEAR can measure from it: a word, a
/// phrase, a pattern, an inexact word, a name, a NEAR or ADJ, or an OR of such.
bool is_place(const QueryNode& node);

/// Whether atleast can count it: places, and AND, OR, runs and text fields of such.
bool is_countable(const QueryNode& node);

/// Whether two trees are the same query, wherever their parts stand in the text.
bool same_query(const QueryNode& a, const QueryNode& b);

/// The node in the canonical form of Query::to_string().
std::string to_string(const QueryNode& node);

/// The node in the query language, as Query::to_text() gives it.
std::string to_text(const QueryNode& node);

}  // namespace dateline
