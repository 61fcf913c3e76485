// What a query wants to see in a text: the compiler says it, the snippets mark it.

#pragma once

#include <dateline/date.h>
#include <dateline/name.h>

#include <optional>
#include <string>
#include <vector>

#include "query/span_query.h"

namespace dateline {

/// One distinct thing that a query asks for, and every form in which it may stand in
/// a text. What stands under NOT, or is asked of the title only, is not wanted.
struct Wanted {
  struct PhraseWord {
    std::string text;       ///< Folded; with `capitals` as written in capitals.
    bool capitals = false;  ///< Only the word in capitals.

    friend bool operator==(const PhraseWord&, const PhraseWord&) = default;
  };
  using Phrase = std::vector<PhraseWord>;

  std::string stem{};                      ///< Any word of this stem, or
  std::vector<std::string> other_stems{};  ///< of one of these: other languages'.
  std::string word{};                      ///< This word exactly, or this joined form.
  std::string capitals{};                  ///< This word in capitals.
  std::vector<Phrase> phrases{};           ///< Any of these.
  std::vector<Name> names{};         ///< Any mention of these; their texts are folded.
  std::optional<DateRange> days{};   ///< Any mention of a period within.
  std::optional<SpanQuery> spans{};  ///< What takes part in its matches.

  friend bool operator==(const Wanted&, const Wanted&) = default;
};

}  // namespace dateline
