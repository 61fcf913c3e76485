// What the sequence model cannot know: where a name ends by the rules of this library.

#pragma once

#include "index/names/candidates.h"
#include "index/names/crf/sequence_tagger.h"
#include "index/names/lexicon.h"
#include "index/names/mention.h"
#include "index/names/tokens.h"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::names {

/// Makes mentions of the tagger's spans: titles and "the" off, "Lima, Peru" two names,
/// "U.S.-led" only U.S., "G20 Foreign Ministers" the G20; bare titles are no names. Of
/// `candidates` it takes the offices of countries that have no capital: "Russia's
/// foreign ministry". Views in the mentions are into the text and into `spans`.
/// In order, none overlapping. Linear time.
std::vector<Mention> apply_mention_rules(std::string_view text,
                                         std::span<const Token> tokens,
                                         const Lexicon& lexicon,
                                         std::span<const NameSpan> spans,
                                         std::span<const Candidate> candidates);

}  // namespace dateline::names
