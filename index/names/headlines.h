// Lines whose capitals tell nothing: headlines, and text all in capitals.

#pragma once

#include <dateline/annotate.h>

#include "index/names/known_strings.h"
#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Tokens [first, last): a sentence whose capitals tell nothing.
struct Headline {
  std::size_t first = 0;
  std::size_t last = 0;
  bool all_capitals = false;
};

/// The headlines of a text: sentences with a capital on most long words in title and
/// subhead regions, and on plain words in other lines of their own; sentences all in
/// capitals anywhere.
std::vector<Headline> find_headlines(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const RegionSpan> regions,
                                     const Lexicon& lexicon);

/// Appends the names in a headline: those that the article has elsewhere, and those of
/// the lists.
void match_headline(const Headline& headline, std::string_view text,
                    std::span<const Token> tokens, const Lexicon& lexicon,
                    const KnownStrings& strings, std::vector<Mention>& mentions);

/// The persons that titles tell of in a line all in capitals: "MINISTER SERGEI LAVROV".
void add_titled_persons(const Headline& headline, std::string_view text,
                        std::span<const Token> tokens, const Lexicon& lexicon,
                        KnownStrings& strings);

}  // namespace dateline::names
