// Tables of phrases and of the dates that are read off them.

#pragma once

#include <dateline/annotate.h>
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "index/dates/date_tagger.h"

namespace dateline::testing {

/// The dates of a text of Thursday, 2 March 2023: "surface|TYPE|value", and "|modifier"
/// where there is one, parted by "; ".
inline std::string read_phrase(std::string_view text) {
  constexpr const char* kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
  std::string shown;
  for (const DateMention& mention : dates::tag_dates(text, Date{2023, 3, 2})) {
    if (!shown.empty()) shown += "; ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    shown += std::string("|") + kTypes[static_cast<int>(mention.type)] + '|';
    shown += mention.value;
    if (!mention.modifier.empty()) shown += '|' + mention.modifier;
  }
  return shown;
}

struct Phrase {
  std::string_view text;
  std::string_view expected;
};

inline void check_phrases(std::initializer_list<Phrase> phrases) {
  for (const Phrase& phrase : phrases) {
    CAPTURE(phrase.text);
    CHECK(read_phrase(phrase.text) == phrase.expected);
  }
}

}  // namespace dateline::testing
