#include "index/names/crf/kind_words.h"

#include <array>
#include <string_view>

#include "index/names/crf/context.h"
#include "index/names/crf/word_table.h"

namespace dateline::names::crf {
namespace {

// What a plain word is.
enum Noun : std::uint8_t {
  kNoNoun = 0,
  kOrgNoun = 1u << 0,
  kPlaceNounWord = 1u << 1,
  kThingNoun = 1u << 2,
  kPersonNoun = 1u << 3,
  kResultVerb = 1u << 4,
  kHolder = 1u << 5,
  kBusinessVerb = 1u << 6,
};

constexpr std::string_view kOrgNouns = R"(
agency airline airlines alliance army association authority automaker bakery band bank
battalion board body bookmaker brand brewer brewery brigade broadcaster brokerage
builder bureau business cabinet carmaker carrier cartel chain champions charity church
club coalition college commission committee company conglomerate consortium contractor
council court daily developer division distributor exchange faction factory federation
firm force forum foundation franchise fund gang government group guild insurer institute
institution insurgents junta lab laboratory league lender magazine maker manufacturer
media militants militia ministry monastery movement network newspaper offshoot operator
opposition orchestra organisation organization outfit outlet paper parliament partner
party platoon police producer publisher rebels regiment regulator restaurateur retailer
rival school secretariat seller shipbuilder shipper side squad startup start-up station
studio subsidiary supermarket supplier syndicate team tribe troupe union unit university
utility watchdog website wholesaler winery workshop)";

constexpr std::string_view kPlaceNouns = R"(
airbase airfield airport archipelago area arena avenue barracks base basin bay beach
bridge building camp canal canton cape capital castle cathedral cave cemetery channel
checkpoint city cliff coast comune continent corridor country county creek crossing dam
delta desert district dome emirate enclave estate estuary farm field forest fort
fortress garden ghetto glacier gorge governorate gulf hall hamlet harbour harbor highway
hill hills hospital hotel island islands isle islet junction jungle kingdom lagoon lake
land mall marsh mine moon mosque motorway mountain mountains museum neighborhood
neighbourhood oasis ocean palace parish park pass peak peninsula pier planet plain
plateau plaza pond port prefecture prison province quarry quarter range reef refinery
region reservoir resort republic ridge river road rock route sea settlement shore shrine
slope slum spring square stadium state steppe strait straits strand street stream suburb
summit swamp temple territory theatre theater town towns track tunnel valley venue
village villages volcano wadi wharf wood woods zone)";

constexpr std::string_view kThingNouns = R"(
accord accords act agreement aircraft album algorithm amendment anthem antibiotic app
armistice asteroid award ballad ballet bill boat bomber book browser bug bulldozer car
carol ceasefire championship championships charter chip cocktail comet comic competition
concert concerto conference console constitution contract convention craft cruiser crude
cup cyclone deal declaration decree derby destroyer device dinosaur disease documentary
drama drone drones drug earthquake edition engine engines epic episode eruption event
exhibition expedition experiment fair ferry festival fighter film films flight flu
forecast freighter frigate game games gas genome gun handset helicopter helicopters
hurricane hymn icebreaker index initiative jet jets lander launcher law laws liner lorry
lugger machine magnum malware manifesto marathon medal medicine mission missile missiles
mixtape model monitor motorcycle movie movies musical mutiny novel novels offensive
opera operation orbiter painting pact patrol pandemic phone phones pill pipeline plan
plane planes play poem portrait prize probe processor programme program project protocol
race raid referendum regatta relay replica report resolution revolution revolver rifle
rifles robot rocket rockets rover satellite satellites schooner sculpture series serum
ship ships show shuttle sitcom smartphone software song songs spacecraft species statue
statute steamer storm strain submarine suite supercomputer symphony system tank tanker
tanks tablet telescope test tournament tractor trawler treaty trek trial trilogy trophy
truce truck trucks tug tune tv-series typhoon vaccine vaccines van variant vessel
vessels virus volume war warship whaler worm yacht yachts)";

constexpr std::string_view kPersonNouns = R"(
activist actor actress admiral ambassador analyst archaeologist architect artist
astronaut author aviator banker barrister batsman biologist bishop bowler boxer boss
brother captain carpenter chairman chairwoman champion chancellor chemist chief cleric
coach colonel columnist comedian commander commissioner composer councillor cousin
cyclist dancer daughter defender defendant deputy designer diplomat director driver
economist editor engineer envoy epidemiologist executive farmer father fighter-pilot
filmmaker fisherman footballer forward founder general geologist goalkeeper governor
grandfather grandmother guard guitarist head historian husband informant inspector
investor jockey journalist judge justice keeper king lawmaker lawyer leader lecturer
legislator manager mayor mechanic midfielder minister mother musician negotiator
neighbour neurologist novelist nurse officer official owner painter pastor philosopher
photographer physician physicist pianist pilot pitcher player poet policeman politician
pope president priest prince princess professor prosecutor psychologist quarterback
queen reporter researcher resident schoolteacher scientist scorer sculptor seaman
secretary senator shepherd singer sister skipper soldier son songwriter speaker
spokesman spokeswoman spokesperson sprinter striker student surgeon swimmer teacher
tenor trader trainer treasurer veteran violinist widow wife winger witness woman worker
writer fullback halfback lock hooker prop centre-back fly-half)";

constexpr std::string_view kResultVerbs = R"(
beat beats beaten defeat defeats defeated defeating lost loses lose drew draws win wins
won edged edge thrashed thrash crushed rout routed outscored led trailed host hosts
hosted face faces faced scored score equalised overcame downed visit visits visited sank
sink stun stunned clinch clinched bury sign signed relegated promoted)";

// Before "of", "in", "at", "from".
constexpr std::string_view kHolders = R"(
boss chairman chairwoman chief coach co-founder customers director employees executive
executives economist founder founders head leader leaders manager managers members owner
owners president partner partners shares shareholders spokesman spokeswoman stake stock
strategist unit subsidiary veteran analyst engineer lawyer secretary)";

constexpr std::string_view kBusinessVerbs = R"(
acquired agreed announced appointed bought buys closed cut declined earned employs
expects fell filed fined fired gained hired issued jumped launched makes merged owns
paid plans posted produces promised raised reported rose sacked says sells shipped slid
slipped sold spent sued supplied surged traded tumbled unveiled)";

using Nouns = WordTable<2048>;

const Nouns& nouns() {
  static const Nouns table = [] {
    Nouns made;
    made.add(kOrgNouns, kOrgNoun);
    made.add(kPlaceNouns, kPlaceNounWord);
    made.add(kThingNouns, kThingNoun);
    made.add(kPersonNouns, kPersonNoun);
    made.add(kResultVerbs, kResultVerb);
    made.add(kHolders, kHolder);
    made.add(kBusinessVerbs, kBusinessVerb);
    return made;
  }();
  return table;
}

constexpr std::uint16_t kQuotes = kGapOpenQuote | kGapCloseQuote | kGapApostrophe;

unsigned cue_if(bool here, KindCue cue) { return here ? unsigned{cue} : 0u; }

// Reads what stands around one run.
class KindCueReader {
 public:
  KindCueReader(const Context& context, std::size_t first, std::size_t last)
      : context_(context), tokens_(context.tokens()), first_(first), last_(last) {}

  std::uint32_t run() const {
    const bool quoted =
        (gap(first_) & kGapOpenQuote) != 0 && (gap(last_ + 1) & kGapCloseQuote) != 0;
    return cue_if(quoted, kInQuotes) | before() | after();
  }

 private:
  // GapSigns before a token; kGapLine at the text's ends.
  unsigned gap(std::size_t i) const {
    if (i == 0 || i >= tokens_.size()) return kGapLine;
    return tokens_[i].gap & ~unsigned{kGapBlank};
  }
  std::string_view word(std::size_t i) const {
    return context_.text().substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool is_lower(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].shape == Shape::kLower;
  }
  unsigned noun(std::size_t i) const {
    return is_lower(i) && !tokens_[i].possessive ? nouns().find(tokens_[i].hash)
                                                 : unsigned{kNoNoun};
  }

  static unsigned as_before(unsigned noun) {
    return cue_if((noun & kOrgNoun) != 0, kOrgNounBefore) |
           cue_if((noun & kPlaceNounWord) != 0, kPlaceNounBefore) |
           cue_if((noun & kThingNoun) != 0, kThingNounBefore) |
           cue_if((noun & kPersonNoun) != 0, kPersonNounBefore);
  }
  static unsigned as_after(unsigned noun) {
    return cue_if((noun & kOrgNoun) != 0, kOrgNounAfter) |
           cue_if((noun & kPlaceNounWord) != 0, kPlaceNounAfter) |
           cue_if((noun & kThingNoun) != 0, kThingNounAfter) |
           cue_if((noun & kPersonNoun) != 0, kPersonNounAfter);
  }
  static unsigned as_is(unsigned noun) {
    return cue_if((noun & kOrgNoun) != 0, kIsOrg) |
           cue_if((noun & kPlaceNounWord) != 0, kIsPlace) |
           cue_if((noun & kThingNoun) != 0, kIsThing) |
           cue_if((noun & kPersonNoun) != 0, kIsPerson);
  }

  unsigned before() const {
    if (first_ == 0) return 0;
    if ((gap(first_) & ~unsigned{kQuotes | kGapComma}) != 0) return 0;
    std::size_t at = first_ - 1;
    if (!is_lower(at)) return 0;
    const unsigned own = noun(at);
    if (own != kNoNoun)
      return as_before(own) |
             cue_if((own & kResultVerb) != 0 && gap(first_) == 0, kAfterResult);
    if (at == 0 || gap(at) != 0 || gap(first_) != 0) return 0;
    const auto link = word(at);
    // "the village of X", "founder of X", "a bug called X".
    if (link == "the") return before_article(at);
    if (link == "of") {
      const unsigned of = noun(at - 1);
      return as_before(of & kPlaceNounWord) | cue_if((of & kHolder) != 0, kPeopleOf);
    }
    if (link == "in" || link == "at" || link == "from")
      return cue_if((noun(at - 1) & kHolder) != 0, kPeopleOf);
    const bool called = link == "called" || link == "named" || link == "dubbed" ||
                        link == "titled" || link == "entitled" || link == "codenamed";
    return called ? as_before(noun(at - 1)) : 0;
  }

  // "chairman of the X"; "beat the X".
  unsigned before_article(std::size_t article) const {
    const unsigned own = noun(article - 1);
    if ((own & kResultVerb) != 0) return kAfterResult;
    if (article < 2 || gap(article - 1) != 0) return 0;
    const bool of = word(article - 1) == "of";
    return cue_if(of && (noun(article - 2) & kHolder) != 0, kPeopleOf);
  }

  unsigned after() const {
    const std::size_t next = last_ + 1;
    if (next >= tokens_.size()) return 0;
    const unsigned signs = gap(next);
    if (signs == 0 && !tokens_[last_].possessive) return right_after(next);
    if ((signs & ~unsigned{kQuotes}) != kGapComma || !is_lower(next)) return 0;
    const auto link = word(next);
    if (link == "who" || link == "whose") return kBeforeWho;
    if (link == "which") return kBeforeWhich;
    if (link == "where") return kBeforeWhere;
    return described(next);
  }

  unsigned right_after(std::size_t next) const {
    if (!is_lower(next)) return 0;
    const unsigned own = noun(next);
    if (own != kNoNoun)
      return as_after(own) | cue_if((own & kResultVerb) != 0, kBeforeResult) |
             cue_if((own & kBusinessVerb) != 0, kDidBusiness);
    const auto link = word(next);
    if (link == "who") return kBeforeWho;
    const bool is = link == "is" || link == "was" || link == "became";
    return is && next + 1 < tokens_.size() && gap(next + 1) == 0 ? described(next + 1)
                                                                 : 0;
  }

  // "a Spanish lender" from "a" on: the head of what follows.
  unsigned described(std::size_t article) const {
    constexpr std::size_t kLongest = 7;
    const auto word_here = word(article);
    const bool opens = word_here == "a" || word_here == "an" || word_here == "the" ||
                       word_here == "one" || word_here == "its" || word_here == "his" ||
                       word_here == "her" || word_here == "their";
    if (!opens) {
      // "X, owner of Y", "X, maker of Y".
      return as_is(noun(article));
    }
    for (std::size_t i = article + 1; i < tokens_.size() && i <= article + kLongest;
         ++i) {
      if (gap(i) != 0 && gap(i) != kGapHyphen) return 0;
      const unsigned own =
          noun(i) & (kOrgNoun | kPlaceNounWord | kThingNoun | kPersonNoun);
      if (own == 0) continue;
      const bool goes_on =
          i + 1 < tokens_.size() && gap(i + 1) == 0 && noun(i + 1) != 0;
      if (!goes_on) return as_is(own);
    }
    return 0;
  }

  const Context& context_;
  std::span<const Token> tokens_;
  std::size_t first_;
  std::size_t last_;
};

}  // namespace

std::uint32_t find_kind_cues(const Context& context, std::size_t first,
                             std::size_t last) {
  return KindCueReader(context, first, last).run();
}

}  // namespace dateline::names::crf
