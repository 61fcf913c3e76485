#include "index/names/kind_votes.h"

#include "index/names/crf/kind_words.h"
#include "index/names/gazetteer/name_class.h"
#include "index/names/links/acronyms.h"
#include "index/names/links/key_map.h"
#include "index/names/links/person_name.h"
#include "index/names/links/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::names {
namespace {

// Hundredths of the model's scale, as Mention::lags. Set by cross-validation on
// corpus/gold/train.
constexpr std::int32_t kMostLag = 500;     // So much one mention says at most.
constexpr std::int32_t kLonePerson = 250;  // Against a person that nothing bears out.
constexpr std::int32_t kArticle = 250;     // For a thing: "the Razoni".
constexpr std::int32_t kLegalEnd = 1000;   // For a company: "Norstat Oy".
constexpr std::int32_t kLead = 50;         // That the best kind must have.
constexpr std::int32_t kContradiction = 300;  // A mention that is so sure stays.

constexpr std::uint16_t set_of(std::initializer_list<NameClass> classes) {
  unsigned bits = 0;
  for (const NameClass one : classes) bits |= static_cast<unsigned>(one);
  return static_cast<std::uint16_t>(bits);
}

constexpr std::uint16_t kOrgLists =
    set_of({NameClass::kOrganisation, NameClass::kAcronym, NameClass::kCompany,
            NameClass::kTeam});
constexpr std::uint16_t kPlaceLists =
    set_of({NameClass::kCountry, NameClass::kRegion, NameClass::kCity, NameClass::kTown,
            NameClass::kPlace});
constexpr std::uint16_t kPeopleLists = set_of({NameClass::kDemonym});

constexpr std::size_t index_of(NameKind kind) { return static_cast<std::size_t>(kind); }

// What all mentions of one string say.
struct Ballot {
  std::array<std::int32_t, kNameKinds.size()> votes{};
  std::uint32_t mentions = 0;
  std::uint32_t words = 0;
  std::uint16_t lists = 0;
  bool has_article = false;  // "the Razoni", not "the LHC".
  bool is_company = false;   // By its legal form.
  bool acts_as_person = false;

  bool is_in(std::uint16_t set) const { return (lists & set) != 0; }
  void add(const Ballot& other) {
    for (std::size_t k = 0; k < votes.size(); ++k) votes[k] += other.votes[k];
    mentions += other.mentions;
  }
  NameKind winner() const {
    const auto most = std::max_element(votes.begin(), votes.end());
    return static_cast<NameKind>(most - votes.begin());
  }
};

class KindVote {
 public:
  KindVote(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon,
           std::vector<Mention>& mentions)
      : text_(text), tokens_(tokens), lexicon_(lexicon), mentions_(mentions) {}

  void run() {
    read_persons();
    count();
    for (Ballot& ballot : ballots_) weigh(ballot);
    join_acronyms();
    join_short_forms();
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      if (ballot_of_[i] != KeyMap::kNone) settle(mentions_[i], ballots_[ballot_of_[i]]);
  }

 private:
  Words words_of(const Mention& mention) const {
    return {text_, tokens_.subspan(mention.first, mention.last - mention.first)};
  }
  std::uint32_t classes(std::size_t i) const { return lexicon_.classes(tokens_[i]); }

  // The words of persons' names of several.
  void read_persons() {
    for (const Mention& mention : mentions_) {
      if (mention.kind != NameKind::kPerson || mention.last - mention.first < 2)
        continue;
      for (std::uint32_t i = mention.first; i < mention.last; ++i)
        person_words_.emplace(word_key(text_, tokens_[i]), 1);
    }
  }

  void count() {
    ballot_of_.assign(mentions_.size(), KeyMap::kNone);
    ballots_.reserve(mentions_.size());
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (!may_vote(mentions_[i])) continue;
      const auto fresh = static_cast<std::uint32_t>(ballots_.size());
      ballot_of_[i] = by_words_.emplace(words_key(words_of(mentions_[i])), fresh);
      if (ballot_of_[i] == fresh) ballots_.emplace_back();
      add(mentions_[i], ballots_[ballot_of_[i]]);
    }
  }

  // What the model found, of kinds that are not beyond doubt.
  static bool may_vote(const Mention& mention) {
    if (mention.country != nullptr) return false;
    const KnownName* known = mention.known;
    if (known != nullptr && (known->is_demonym || known->is_country)) return false;
    return std::any_of(mention.lags.begin(), mention.lags.end(),
                       [](std::int32_t lag) { return lag != 0; });
  }

  void add(const Mention& mention, Ballot& ballot) const {
    ++ballot.mentions;
    for (std::size_t k = 0; k < ballot.votes.size(); ++k)
      ballot.votes[k] -= std::clamp(mention.lags[k], 0, kMostLag);
    ballot.words = mention.last - mention.first;
    ballot.lists = mention.lists;
    ballot.has_article = ballot.has_article || has_article(mention);
    ballot.is_company =
        ballot.words > 1 && (classes(mention.last - 1) & kLegalForm) != 0;
    ballot.acts_as_person = ballot.acts_as_person || acts_as_person(mention);
  }

  bool has_article(const Mention& mention) const {
    if (mention.first == 0 || tokens_[mention.first].glue != Glue::kSpace ||
        tokens_[mention.first].shape == Shape::kAllCaps)
      return false;
    const Token& before = tokens_[mention.first - 1];
    const auto word = text_.substr(before.begin, before.end - before.begin);
    return word == "the" || word == "The";
  }

  // Whether a title, a verb, an age, an apposition or a fuller name tells a person.
  bool acts_as_person(const Mention& mention) const {
    constexpr std::uint32_t kCues = crf::kPersonNounBefore | crf::kPersonNounAfter |
                                    crf::kIsPerson | crf::kBeforeWho;
    if ((mention.kind_cues & kCues) != 0) return true;
    if (title_before(text_, tokens_, mention.first, lexicon_).any) return true;
    if (mention.first > 0 && (classes(mention.first - 1) & kSpeech) != 0) return true;
    if (mention.last < tokens_.size()) {
      const Token& after = tokens_[mention.last];
      if (after.glue == Glue::kSpace && (classes(mention.last) & kSpeech) != 0)
        return true;
      if (after.glue == Glue::kComma && after.shape == Shape::kNumber) return true;
    }
    if (mention.last - mention.first > 1)
      return (classes(mention.first) & kGivenName) != 0;
    return person_words_.find(word_key(text_, tokens_[mention.first])) != KeyMap::kNone;
  }

  // What the string itself and its company tell beside the model.
  static void weigh(Ballot& ballot) {
    if (ballot.words == 1 && !ballot.acts_as_person)
      ballot.votes[index_of(NameKind::kPerson)] -= kLonePerson;
    if (ballot.has_article && ballot.words <= 2 &&
        !ballot.is_in(kPlaceLists | kOrgLists))
      ballot.votes[index_of(NameKind::kThing)] += kArticle;
    if (ballot.is_company) ballot.votes[index_of(NameKind::kOrg)] += kLegalEnd;
  }

  // "Risk Management Solutions (RMS)": what is said of one is said of the other.
  void join_acronyms() {
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      const Mention& name = mentions_[i];
      const Mention& letters = mentions_[i + 1];
      const std::uint32_t one = ballot_of_[i];
      const std::uint32_t other = ballot_of_[i + 1];
      if (one == KeyMap::kNone || other == KeyMap::kNone || one == other) continue;
      const bool explained = letters.first == name.last &&
                             tokens_[letters.first].glue == Glue::kOpen &&
                             may_abbreviate(words_of(letters), words_of(name));
      if (!explained) continue;
      ballots_[one].add(ballots_[other]);
      ballots_[other].votes = ballots_[one].votes;
      ballots_[other].mentions = ballots_[one].mentions;
    }
  }

  // "Holmwood" of Holmwood Technical, "Daniel" of Storm Daniel.
  void join_short_forms() {
    std::vector<std::uint8_t> seen(ballots_.size());
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      const std::uint32_t own = ballot_of_[i];
      if (own == KeyMap::kNone || mention.last - mention.first < 2 || seen[own] != 0)
        continue;
      seen[own] = 1;
      const Ballot& ballot = ballots_[own];
      if (mention.kind == NameKind::kPerson && ballot.acts_as_person) continue;
      add_to_short_form(ballot, mention.first);
      constexpr std::uint32_t kPrefix =
          kPlacePrefix | kThingHead | kThingOfHead | kOrgHead;
      if ((classes(mention.first) & kPrefix) != 0)
        add_to_short_form(ballot, mention.last - 1);
    }
  }

  void add_to_short_form(const Ballot& longer, std::size_t token) {
    const Words word{text_, tokens_.subspan(token, 1)};
    const std::uint32_t at = by_words_.find(words_key(word));
    if (at == KeyMap::kNone) return;
    Ballot& ballot = ballots_[at];
    if (ballot.is_in(kPlaceLists | kPeopleLists) || ballot.acts_as_person) return;
    ballot.add(longer);
  }

  void settle(Mention& mention, const Ballot& ballot) const {
    const NameKind best = ballot.winner();
    if (best == mention.kind || !may_change(mention, best, ballot)) return;
    mention.kind = best;
    const Words words = words_of(mention);
    const KnownSpan known = lexicon_.longest(words.tokens, text_);
    const bool whole = known.length == words.size() && !known.name->is_title &&
                       known.name->kind == best;
    mention.known = whole ? known.name : nullptr;
  }

  static bool may_change(const Mention& mention, NameKind best, const Ballot& ballot) {
    if (ballot.is_company && best == NameKind::kOrg) return true;
    const auto lead =
        ballot.votes[index_of(best)] - ballot.votes[index_of(mention.kind)];
    if (ballot.mentions < 2 || lead <= kLead ||
        mention.lags[index_of(best)] >= kContradiction || ballot.is_in(kPeopleLists))
      return false;
    const bool place = ballot.is_in(kPlaceLists);
    if (best == NameKind::kPerson) return ballot.acts_as_person && !place;
    if (mention.kind == NameKind::kPerson) return !ballot.acts_as_person;
    // A city and its team have one name, and both may be in one article.
    if (mention.kind == NameKind::kPlace) return best != NameKind::kOrg;
    return !(mention.kind == NameKind::kOrg && best == NameKind::kPlace && place);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::vector<Mention>& mentions_;
  std::vector<std::uint32_t> ballot_of_;  // By mention; KeyMap::kNone: none.
  std::vector<Ballot> ballots_;
  KeyMap by_words_;      // Words of a mention -> its ballot.
  KeyMap person_words_;  // Of names of several.
};

}  // namespace

void agree_on_kinds(std::string_view text, std::span<const Token> tokens,
                    const Lexicon& lexicon, std::vector<Mention>& mentions) {
  KindVote(text, tokens, lexicon, mentions).run();
}

}  // namespace dateline::names
