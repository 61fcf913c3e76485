// The rules that make mentions of the tagger's spans.

#include "index/names/mention_rules.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using dateline::NameKind;
using namespace dateline::names;

const Lexicon& lexicon() {
  static const Lexicon lists;
  return lists;
}

// What the rules make of a text with the tagger's spans marked: "<l Lima, Peru>" is
// one place for the tagger. Shown as "Lima=place; Peru=place".
std::string mentions_of(std::string_view marked) {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> bytes;
  std::vector<NameSpan> spans;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '<') {
      NameSpan span;
      span.kind = marked[i + 1] == 'p'   ? NameKind::kPerson
                  : marked[i + 1] == 'o' ? NameKind::kOrg
                  : marked[i + 1] == 'l' ? NameKind::kPlace
                                         : NameKind::kThing;
      spans.push_back(span);
      bytes.emplace_back(text.size(), 0);
      i += 2;
    } else if (marked[i] == '>') {
      bytes.back().second = text.size();
    } else {
      text += marked[i];
    }
  }
  const auto tokens = tokenize(text, lexicon());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    while (spans[i].first < tokens.size() &&
           tokens[spans[i].first].end <= bytes[i].first)
      ++spans[i].first;
    spans[i].last = spans[i].first;
    while (spans[i].last < tokens.size() &&
           tokens[spans[i].last].begin < bytes[i].second)
      ++spans[i].last;
  }
  const auto candidates = find_candidates(text, tokens, lexicon());
  std::string shown;
  for (const Mention& mention :
       apply_mention_rules(text, tokens, lexicon(), spans, candidates)) {
    const auto begin = tokens[mention.first].begin;
    if (!shown.empty()) shown += "; ";
    shown += text.substr(begin, tokens[mention.last - 1].end - begin);
    (shown += '=') += to_string(mention.kind);
    if (mention.country != nullptr)
      (shown += " of ") += lexicon().text(*mention.country);
  }
  return shown;
}

TEST_CASE("mention rules: spans become names") {
  const struct {
    std::string text;
    std::string mentions;
  } cases[] = {
      {"to <l Mars> and the <l Moon>", "Mars=place; Moon=place"},
      {"a <t Mars> bar on the <l Internet>", ""},
      {"", ""},
      {"nothing", ""},
      {"met <p Quor Bantan> there", "Quor Bantan=person"},
      // Titles, articles and what begins a sentence.
      {"met <p President Quor Bantan> there", "Quor Bantan=person"},
      {"met <p U.S. Secretary of State Quor Bantan> there", "Quor Bantan=person"},
      {"the <o U.S. Secretary of State> said", "U.S.=place"},
      {"the Secretary of <o State of the U.S.>, who", "U.S.=place"},
      {"the <p President> and <p Prime Minister> said", ""},
      {"asked Mr. <p Speaker> so", "Speaker=person"},
      {"Despite it. <o The Quorx Board> met", "Quorx Board=org"},
      {"<p A. K. Velan> came", "A. K. Velan=person"},
      {"<p An Se-young> came", "An Se-young=person"},
      // Commas, lines, hyphens.
      {"in <l Lima, Peru> today", "Lima=place; Peru=place"},
      {"by <p Quor Bantan, Uli Nadir> today", "Quor Bantan=person; Uli Nadir=person"},
      {"<p Quor Bantan, Jr> came", "Quor Bantan, Jr=person"},
      {"the <o Food, Farms and Fish Board> met", "Food, Farms and Fish Board=org"},
      {"<o Quorx\n\nBantan> came", "Quorx=org; Bantan=org"},
      {"as <p Li Ka-shing> said", "Li Ka-shing=person"},
      {"holders of <o C&T. Park> read", "C&T=org; Park=org"},
      {"the <l U.S.-led> force", "U.S.=place"},
      {"the <l EU-imposed> rule", "EU=place"},
      {"the <l Russia-Ukraine> war", "Russia=place; Ukraine=place"},
      {"the <o US-Russia> row", "US=place; Russia=place"},
      {"a <t Franco>-<l German> plan", "Franco=place; German=place"},
      {"in <l Guinea-Bissau> today", "Guinea-Bissau=place"},
      {"the <l Lima-based Quorx Research Center> said",
       "Lima=place; Quorx Research Center=org"},
      {"the <l American Robert Quorx> won", "American=place; Robert Quorx=person"},
      {"the <p American Quib Quorx> won", "American=place; Quib Quorx=person"},
      {"on <o TV> today", ""},
      {"in <l Hannam-dong> today", "Hannam-dong=place"},
      // Groups of states, whatever the tagger sees in them.
      {"the <t G-20> and <o G 20 and the Group> of 20 met",
       "G-20=org; G 20=org; Group of 20=org"},
      {"the <o G20 Foreign Ministers> met", "G20 Foreign Ministers=org"},
      {"the G7 met", "G7=org"},
      // The lists know better.
      {"the <o New START Treaty> holds", "New START Treaty=thing"},
      {"spoke <t English> in <t East-West> talks", ""},
      {"<o Quorx Aerospace> plc grew", "Quorx Aerospace plc=org"},
      // Whose office it is.
      {"Russia's <o Foreign Ministry> said", "Foreign Ministry=org of Russia"},
      {"<l Russia>'s foreign ministry said",
       "Russia=place; foreign ministry=org of Russia"},
      {"Russia's <o Gazprom> said", "Gazprom=org"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(mentions_of(c.text) == c.mentions);
  }
}

}  // namespace
