#include "index/names/headlines.h"

#include <algorithm>
#include <array>

namespace dateline::names {
namespace {

constexpr std::size_t kCapitalWords = 3;  // So many make a line in capitals.
constexpr std::size_t kLongWord = 4;      // In bytes; shorter ones are in lower case.

// The token after the sentence that begins at `first`.
std::size_t sentence_end(std::span<const Token> tokens, std::size_t first) {
  std::size_t last = first + 1;
  while (last < tokens.size() && !tokens[last].sentence_start) ++last;
  return last;
}

bool is_all_capitals(std::span<const Token> words) {
  std::size_t capitals = 0;
  std::size_t all = 0;
  for (const Token& token : words) {
    all += token.shape != Shape::kNumber;
    capitals += token.shape == Shape::kAllCaps;
  }
  return capitals >= kCapitalWords && capitals * 4 >= all * 3;
}

// Words in lower case that headlines have, too.
bool is_link_word(std::string_view word) {
  constexpr std::array<std::string_view, 24> kLinks = {
      "with",  "from", "after",  "over",    "into",    "amid",   "than",    "that",
      "this",  "when", "about",  "between", "since",   "during", "against", "under",
      "their", "will", "before", "despite", "without", "until",  "while",   "toward"};
  return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
}

// How the longer words of a line are written.
struct LineCase {
  std::size_t lower = 0;
  std::size_t capital = 0;

  LineCase(std::string_view text, std::span<const Token> words) {
    for (const Token& token : words) {
      const auto word = text.substr(token.begin, token.end - token.begin);
      if (word.size() < kLongWord || token.shape == Shape::kNumber ||
          is_link_word(word))
        continue;
      (token.shape == Shape::kLower ? lower : capital) += 1;
    }
  }

  // A third of them are in lower case.
  bool is_sentence() const { return lower * 3 > lower + capital; }
};

// Words inside `words` that have a capital and are no names: "End Aggressive War".
std::size_t plain_capitals(std::span<const Token> words, const Lexicon& lexicon) {
  std::size_t plain = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::uint32_t own = lexicon.classes(words[i].word);
    plain += words[i].shape == Shape::kCapital && !words[i].sentence_start &&
             (own & (kCommonWord | kSpeech)) != 0 && (own & (kTitlePart | kTitle)) == 0;
  }
  return plain;
}

// A line of its own, without a full stop, in which plain words have capitals. Names
// alone ("Ashley Giles 3-44") make no headline.
bool is_title_case(std::string_view text, std::span<const Token> tokens,
                   std::size_t first, std::size_t last, const Lexicon& lexicon) {
  constexpr std::size_t kFewestWords = 4;
  constexpr std::size_t kPlainWords = 2;
  const auto words = tokens.subspan(first, last - first);
  const bool starts = first == 0 || (words[0].gap & kGapLine) != 0;
  const bool ends =
      last == tokens.size() || ((tokens[last].gap & kGapLine) != 0 &&
                                (tokens[last].gap & (kGapStop | kGapDot)) == 0);
  if (!starts || !ends || words.size() < kFewestWords) return false;
  const LineCase written(text, words);
  return written.lower * 5 <= written.lower + written.capital &&
         plain_capitals(words, lexicon) >= kPlainWords;
}

// Whether a line in a region of headlines is one: a title always, any other one not
// when it may be a byline or a list of names.
bool is_headline(std::string_view text, std::span<const Token> words, Region region,
                 const Lexicon& lexicon) {
  constexpr std::size_t kFewestWords = 5;
  if (LineCase(text, words).is_sentence()) return false;
  if (region == Region::kTitle) return true;
  return words.size() >= kFewestWords && plain_capitals(words, lexicon) > 0;
}

bool is_head(Region region) {
  return region == Region::kTitle || region == Region::kSubhead;
}

// A name of the lists at words[0].
Mention known_mention(const Lexicon& lexicon, const Words& words, bool all_capitals) {
  Mention mention;
  if ((lexicon.classes(words.tokens[0]) & kPhraseStart) == 0) return mention;
  const KnownSpan known = lexicon.longest(words.tokens, words.text);
  // "Economist" is a person before a name.
  const bool title = known.length == 1 && (lexicon.classes(words.tokens[0].word) &
                                           (kTitle | kTitlePart)) != 0;
  const bool sure = known.name != nullptr && !known.name->is_title && !title &&
                    !(all_capitals && known.name->unsure_in_capitals);
  if (!sure) return mention;
  mention.last = static_cast<std::uint32_t>(known.length);
  mention.kind = known.name->kind;
  mention.known = known.name;
  mention.why = "known name";
  return mention;
}

}  // namespace

std::vector<Headline> find_headlines(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const RegionSpan> regions,
                                     const Lexicon& lexicon) {
  std::vector<Headline> headlines;
  std::size_t region = 0;
  for (std::size_t first = 0; first < tokens.size();) {
    const std::size_t last = sentence_end(tokens, first);
    const auto words = tokens.subspan(first, last - first);
    while (region < regions.size() && regions[region].end <= words[0].begin) ++region;
    const bool stops =
        last < tokens.size() && (tokens[last].gap & (kGapStop | kGapDot)) != 0;
    const Region of = region < regions.size() ? regions[region].region : Region::kBody;
    if (is_all_capitals(words)) {
      headlines.push_back({first, last, true});
    } else if ((!stops && is_head(of) && is_headline(text, words, of, lexicon)) ||
               is_title_case(text, tokens, first, last, lexicon)) {
      headlines.push_back({first, last, false});
    }
    first = last;
  }
  return headlines;
}

void match_headline(const Headline& headline, std::string_view text,
                    std::span<const Token> tokens, const Lexicon& lexicon,
                    const KnownStrings& strings, std::vector<Mention>& mentions) {
  constexpr double kScore = 0.85;
  for (std::size_t i = headline.first; i < headline.last;) {
    const Words words{text, tokens.subspan(i, headline.last - i)};
    std::size_t length = 0;
    if (words.tokens[0].is_capital()) {
      Mention mention = known_mention(lexicon, words, headline.all_capitals);
      const KnownString string = strings.longest(words);
      const bool common = string.length == 1 && (lexicon.classes(words.tokens[0]) &
                                                 (kCommonWord | kFunctionWord)) != 0;
      if (string.length >= mention.last && string.length > 0 && !common) {
        if (string.length > mention.last || mention.kind != string.kind)
          mention.known = nullptr;
        mention.last = static_cast<std::uint32_t>(string.length);
        mention.kind = string.kind;
        mention.why = "named so in the text";
      }
      length = mention.last;
      mention.first = static_cast<std::uint32_t>(i);
      mention.last += mention.first;
      mention.score = kScore;
      if (length > 0) mentions.push_back(mention);
    }
    i += std::max<std::size_t>(length, 1);
  }
}

void add_titled_persons(const Headline& headline, std::string_view text,
                        std::span<const Token> tokens, const Lexicon& lexicon,
                        KnownStrings& strings) {
  constexpr std::uint32_t kNoPerson = kFunctionWord | kCommonWord | kNoName | kTitle |
                                      kTitlePart | kCalendar | kOrgHead | kThingHead;
  const auto classes = [&](std::size_t i) { return lexicon.classes(tokens[i].word); };
  const auto is_name = [&](std::size_t i) {
    return i < headline.last && tokens[i].glue == Glue::kSpace &&
           (classes(i) & kNoPerson) == 0;
  };
  for (std::size_t i = headline.first; i + 2 < headline.last; ++i) {
    const std::uint32_t title = classes(i);
    if ((title & (kTitle | kTitlePart)) == 0 || (classes(i + 1) & kGivenName) == 0 ||
        !is_name(i + 1) || tokens[i].possessive || tokens[i + 1].possessive)
      continue;
    std::size_t last = i + 2;
    if (tokens[last].shape == Shape::kInitial && last + 1 < headline.last) ++last;
    if (!is_name(last) || tokens[last].shape != Shape::kAllCaps) continue;
    // "STATE" of "SECRETARY OF STATE" is weaker: "HEALTH GRACE PERIODS".
    if ((title & kTitle) == 0 && tokens[last].word != 0) continue;
    strings.add(NameKind::kPerson, {text, tokens.subspan(i + 1, last - i)});
  }
}

}  // namespace dateline::names
