// The syntax tree behind dateline::Query: what was typed, before any index is asked.

#pragma once

#include <dateline/date.h>
#include <dateline/fields.h>

#include <cstddef>
#include <string>
#include <vector>

namespace dateline {

/// One node. Immutable once the parser has made it.
struct QueryNode {
  enum class Kind {
    kWord,    ///< `text`, as typed; `exact` for `=word`.
    kPhrase,  ///< `text`: what stood between quotation marks, at least one word.
    kRun,     ///< Two or more children side by side: all must match, nearer is better.
              ///< Neighbouring kWord children may together be a name that the index
              ///< knows; only the compiler can tell.
    kAnd,     ///< All of two or more children.
    kOr,      ///< Any of two or more children.
    kNot,     ///< One child. Alone or among kAnd and kRun children: without these.
    kField,   ///< A FieldType::kText field of one child; a kName or kValue field of
              ///< `text`.
    kDates,   ///< `field` kPublished or kAbout within `range`, an end open if Date{}.
  };

  Kind kind = Kind::kWord;
  std::string text{};
  bool exact = false;
  Field field = Field::kTitle;
  DateRange range{};  ///< Days: a typed month is its first to its last day.
  std::vector<QueryNode> children{};
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
};

/// The node in the canonical form of Query::to_string().
std::string to_string(const QueryNode& node);

}  // namespace dateline
