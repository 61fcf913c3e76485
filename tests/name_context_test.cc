// What the sequence model sees of a text: the signs between its tokens, the sites that
// are decoded, and what stands beside a word elsewhere.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/names/crf/context.h"
#include "index/names/crf/cues.h"
#include "index/names/crf/kind_words.h"
#include "index/names/crf/topics.h"
#include "index/names/crf/training_data.h"
#include "index/names/crf/word_forms.h"
#include "index/names/lexicon.h"
#include "index/names/tokens.h"

namespace {

using namespace dateline::names;
using namespace dateline::names::crf;

const Lexicon& lexicon() {
  static const Lexicon words;
  return words;
}

std::string_view word_of(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

// The places of a context where a word stands.
std::vector<Site> sites_of(std::string_view word, std::string_view text,
                           const Context& context) {
  std::vector<Site> sites;
  for (const Site& site : context.sites())
    if (word_of(text, context.tokens()[site.token]) == word) sites.push_back(site);
  return sites;
}

// "one <comma> two": the signs between the words, blanks left out.
std::string with_signs(std::string_view text, bool lines_are_sentences) {
  constexpr std::array<std::pair<unsigned, const char*>, 15> kNames = {
      {{kGapComma, "comma"},
       {kGapStop, "stop"},
       {kGapDot, "dot"},
       {kGapColon, "colon"},
       {kGapOpen, "open"},
       {kGapClose, "close"},
       {kGapOpenQuote, "quote"},
       {kGapCloseQuote, "unquote"},
       {kGapApostrophe, "apostrophe"},
       {kGapHyphen, "hyphen"},
       {kGapDash, "dash"},
       {kGapSlash, "slash"},
       {kGapAmpersand, "and"},
       {kGapSymbol, "symbol"},
       {kGapLine, "line"}}};
  std::string shown;
  for (const Token& token :
       tokenize(text, lexicon(), {.lines_are_sentences = lines_are_sentences})) {
    if (!shown.empty()) shown += ' ';
    for (const auto& [sign, name] : kNames)
      if ((token.gap & sign) != 0) ((shown += '<') += name) += "> ";
    shown += word_of(text, token);
  }
  return shown;
}

TEST_CASE("name context: the signs between two tokens") {
  const struct {
    const char* text;
    const char* signs;
  } cases[] = {
      {"one two", "one two"},
      {"Paris, France", "Paris <comma> France"},
      {"He left. She stayed.", "He left <stop> <dot> She stayed"},
      {"Mr. Lee", "Mr <dot> Lee"},
      {"at 3.5 percent", "at 3 <dot> 5 percent"},
      {"Brenta (BRM) rose", "Brenta <open> BRM <close> rose"},
      {"said: \"We pay,\" he", "said <colon> <quote> We pay <comma> <unquote> he"},
      {"said \xE2\x80\x9CWe pay\xE2\x80\x9D he", "said <quote> We pay <unquote> he"},
      {"al-Assad - or not", "al <hyphen> Assad <dash> or not"},
      {"Tom \xE2\x80\x93 or not", "Tom <dash> or not"},
      {"AT&T and/or $5", "AT <and> T and <slash> or <symbol> 5"},
      {"first line\n\nsecond", "first line <line> second"},
      {"first line of a text that is wrapped at\nsome width, and that goes on after it",
       "first line of a text that is wrapped at some width <comma> and that goes on "
       "after it"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(with_signs(c.text, false) == c.signs);
  }
}

TEST_CASE("name context: half a letter does not hide the end of a line") {
  // A line below forty bytes ends a paragraph, also where its end is all that is left
  // of a letter.
  const std::string text =
      "The ministers met for long, and for the third time this week alone.\nNo \xC3\n"
      "end\nof it";
  const auto tokens = tokenize(text, lexicon());
  REQUIRE(tokens.size() == 17);
  CHECK(word_of(text, tokens[15]) == "of");
  CHECK((tokens[15].gap & kGapLine) != 0);
  CHECK((tokens[13].gap & kGapLine) == 0);
}

TEST_CASE("name context: long words are told apart by all their letters") {
  // In the lists or not: nobody's word beyond eight letters is another one's.
  constexpr std::string_view kText =
      "Conservative Conservatory Conservation organisation organization organisations "
      "Washington Washingtom Wash1ngton internationally Internationale";
  const auto tokens = tokenize(kText, lexicon());
  for (const Token& a : tokens)
    for (const Token& b : tokens) {
      if (&a == &b || a.entry == 0) continue;
      CAPTURE(word_of(kText, a));
      CAPTURE(word_of(kText, b));
      CHECK(a.entry != b.entry);
    }
  CHECK(tokens[6].entry ==
        lexicon().find("Washington", word_hash("Washington"), Shape::kCapital));
  CHECK(tokens[6].entry != 0);
  CHECK(tokens[7].entry == 0);
}

TEST_CASE("name context: what the letters of a word tell") {
  CHECK(shape_of("McCain") == 012122);  // An octal digit a sign.
  CHECK(shape_of("U.S.") == 01515);
  CHECK(shape_of("\xC3\x89tat-7777") == 04422633);
  CHECK(is_bridge("of"));
  CHECK(is_bridge("bint"));
  CHECK(!is_bridge("off"));
  CHECK(!is_bridge(""));
  CHECK(exact_hash("Reading") != exact_hash("reading"));
  CHECK(bytes_at("Oslo", 2, 2) == ('l' << 8 | 'o'));
}

TEST_CASE("name context: lines that are sentences") {
  CHECK(with_signs("of Mr. X . The\nnext one\nlast", true) ==
        "of Mr <dot> X <dot> The <line> next one <line> last");
  for (const Token& token :
       tokenize("Wait. Go on", lexicon(), {.lines_are_sentences = true}))
    CHECK(token.sentence_start == (token.begin == 0));
}

// The words that are decoded, segments in brackets.
std::string decoded(std::string_view text) {
  TextReader reader(lexicon());
  const Context& context = reader.read(text, false);
  std::string shown;
  for (const Segment& segment : context.segments()) {
    shown += shown.empty() ? "[" : " [";
    for (std::size_t site = segment.first; site < segment.last; ++site) {
      if (site > segment.first) shown += ' ';
      shown += word_of(text, context.tokens()[context.sites()[site].token]);
    }
    shown += ']';
  }
  return shown;
}

TEST_CASE("name context: what may be part of a name is decoded") {
  const struct {
    const char* text;
    const char* sites;
  } cases[] = {
      {"nothing at all", ""},
      {"The man came.", ""},
      {"On Tuesday 5 they met.", ""},
      {"The Kremlin said so.", "[The Kremlin]"},
      {"Bank of the West rose", "[Bank of the West]"},
      {"a state of the art West", "[West]"},
      {"He saw Bashar al-Assad and eBay.", "[Bashar al Assad and eBay]"},
      {"Paris, France. Rome", "[Paris France] [Rome]"},
      {"Brenta (BRM) rose", "[Brenta] [BRM]"},
      {"the 1996 Games and 3 dogs", "[1996 Games]"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(decoded(c.text) == c.sites);
  }
}

TEST_CASE("name context: a segment has an end, however many capitals follow") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Abc ";
  TextReader reader(lexicon());
  const Context& context = reader.read(text, false);
  CHECK(context.sites().size() == 1000);
  std::size_t at = 0;
  for (const Segment& segment : context.segments()) {
    CHECK(segment.first == at);
    CHECK(segment.last - segment.first <= 128);
    at = segment.last;
  }
  CHECK(at == 1000);
}

TEST_CASE("name context: what stands beside a word, wherever the text has it") {
  const struct {
    const char* text;  // Of "Molnar".
    unsigned cues;
  } cases[] = {
      {"Molnar", 0},
      {"President Molnar", kAfterTitle},
      {"Mr. Molnar", kAfterTitle},
      {"J. Molnar", kAfterInitial},
      {"Anna Molnar", kAfterGivenName | kInPersonRun},
      {"in Molnar", kAfterLocative},
      {"the Molnar", kAfterThe},
      {"Molnar said", kBeforeSpeech},
      {"Molnar Bank", kBeforeOrgHead | kInOrgRun},
      {"Molnar River", kBeforePlaceHead},
      {"Molnar Treaty", kBeforeThingHead},
      {"Molnar shares", kBeforeBusiness},
      {"Molnar, 41, fled", kBeforeAge},
      {"X (Molnar) fled", kInBrackets},
      {"Molnar's dog", kPossessive},
      {"Molnar's dog. Then the Molnar went. Molnar said",
       kPossessive | kAfterThe | kBeforeSpeech},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    TextReader reader(lexicon());
    const Context& context = reader.read(c.text, false);
    const auto sites = sites_of("Molnar", c.text, context);
    CHECK_FALSE(sites.empty());
    for (const Site& site : sites) CHECK(context.counts(site).cues == c.cues);
  }
}

TEST_CASE("name context: plain words around a run tell its kind") {
  const struct {
    const char* text;  // Of "Molnar".
    unsigned cues;
  } cases[] = {
      {"Molnar", 0},
      {"the ferry Molnar sank", kThingNounBefore | kBeforeResult},
      {"the film \"Molnar\" opened", kThingNounBefore | kInQuotes},
      {"a bug called Molnar", kThingNounBefore},
      {"the village of Molnar", kPlaceNounBefore},
      {"the novel of Molnar", 0},
      {"the founder of Molnar", kPeopleOf},
      {"the chairman of the Molnar", kPeopleOf},
      {"they beat Molnar", kAfterResult},
      {"Molnar acquired it", kDidBusiness},
      {"Molnar's reservoir", 0},
      {"Molnar reservoir", kPlaceNounAfter},
      {"Molnar, who came", kBeforeWho},
      {"Molnar, which came", kBeforeWhich},
      {"Molnar, where they came", kBeforeWhere},
      {"Molnar, a Spanish lender, fell", kIsOrg},
      {"Molnar is a new vaccine", kIsThing},
      {"Molnar, the bank's chairman, left", kIsPerson},
      {"Molnar, the bank chairman, left", kIsPerson},
      {"Molnar, a very, old town", 0},
      {"Molnar. A lender fell", 0},
      {"Molnar is a lender. The ferry Molnar ran", kIsOrg | kThingNounBefore},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    TextReader reader(lexicon());
    const Context& context = reader.read(c.text, false);
    const auto sites = sites_of("Molnar", c.text, context);
    CHECK_FALSE(sites.empty());
    for (const Site& site : sites) CHECK(context.counts(site).kind_cues == c.cues);
  }
}

TEST_CASE("name context: what a text is about") {
  const struct {
    const char* text;
    Topic topic;
  } cases[] = {
      {"", Topic::kNone},
      {"She came home.", Topic::kNone},
      {"Galway scored the winning goal.", Topic::kSport},
      {"The shares of the bank rose.", Topic::kBusiness},
      {"Rebels captured a checkpoint.", Topic::kConflict},
      {"A telescope in orbit.", Topic::kScience},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(find_topic(tokenize(c.text, lexicon())) == c.topic);
  }
  // One word of a long text tells nothing.
  std::string text = "goal";
  for (int i = 0; i < 100; ++i) text += " she";
  CHECK(find_topic(tokenize(text, lexicon())) == Topic::kNone);
}

}  // namespace
