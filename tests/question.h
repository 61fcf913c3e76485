// A query as a tree, before it is either text for the parser or a predicate for the
// oracle.

#pragma once

#include <dateline/date.h>
#include <dateline/fields.h>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "tests/search_oracle.h"

namespace dateline::oracle {

struct Question {
  enum class Kind {
    kWord,
    kExact,
    kPhrase,  ///< With a `number`: within so many words.
    kPattern,
    kFuzzy,  ///< `number` edits.
    kNear,   ///< Within `number` words; its operands stand at places.
    kAdj,
    kAtLeast,  ///< `number` times; its child stands at places.
    kRun,
    kAnd,
    kOr,
    kNot,
    kTitle,
    kValue,
    kDates,
    kField,  ///< ANDs, ORs and NOTs of kValues or kDates of one field, named once.
  };
  Kind kind = Kind::kWord;
  std::string text{};  ///< Of a leaf, without its signs.
  std::size_t number = 0;
  Field field = Field::kId;  ///< Of kValue, kDates and kField.
  DateRange range{};         ///< Of kDates: what `text` means.
  std::vector<Question> children{};
  bool in_brackets = false;  ///< Typed in brackets that it does not need.
};

/// As somebody would type it; its operators stand as they bind, with a few brackets
/// more than are needed.
std::string to_query(const Question& question);

/// What a question depends on.
struct Asked {
  const std::set<std::string>& names;  ///< That the index knows, in lower case.
  bool any = false;                    ///< As SearchOptions::any.
};

/// Whether NEAR, ADJ or atleast looks at a name.
bool measures_names(const Question& question);

/// What it asks of an article.
Predicate meaning(const Question& question, const Asked& asked);

/// What a snippet has to do with a question.
struct Wanted {
  std::vector<Finder> words;    ///< Of these it may mark, and of nothing else.
  std::vector<Finder> answers;  ///< Where a body has any of these, it marks something.
};

/// What it asks of texts, but under NOT or in the title.
Wanted wanted(const Question& question, const Asked& asked);

}  // namespace dateline::oracle
