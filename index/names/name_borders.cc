#include "index/names/name_borders.h"

#include "index/names/links/key_map.h"
#include "index/names/links/person_name.h"
#include "index/names/links/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::names {
namespace {

// What bears the name of its place: "Bank of England", not "Deutsche Bank Group of
// Frankfurt".
bool is_of_place_head(std::string_view word) {
  constexpr std::array<std::string_view, 24> kHeads = {
      "Academy",    "Assembly", "Association", "Authority",  "Bank",
      "Board",      "Bureau",   "Chamber",     "Commission", "Confederation",
      "Council",    "Court",    "Department",  "Federation", "Guild",
      "Institute",  "Ministry", "Museum",      "Office",     "Party",
      "Parliament", "Society",  "Union",       "University"};
  return std::find(kHeads.begin(), kHeads.end(), word) != kHeads.end();
}

// "BSP", as of a name.
bool is_letters(const Token& token) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kMost = 8;
  const std::size_t size = token.end - token.begin;
  return token.shape == Shape::kAllCaps && size >= kFewest && size <= kMost;
}

class BorderMender {
 public:
  BorderMender(std::string_view text, std::span<const Token> tokens,
               const Lexicon& lexicon, std::vector<Mention>& mentions)
      : text_(text), tokens_(tokens), lexicon_(lexicon), mentions_(mentions) {}

  void run() {
    for (const Mention& mention : mentions_)
      if (mention.kind == NameKind::kPerson)
        persons_.emplace(words_key(words_of(mention)), 1);
    for (const Token& token : tokens_)
      if (is_letters(token)) letters_.emplace(token.hash, 1);
    made_.reserve(mentions_.size());
    for (const Mention& mention : mentions_) {
      if (is_inside(mention)) continue;
      if (joins_before(mention)) {
        move_end(made_.back(), mention.last);
      } else if (may_have_owner(mention)) {
        add_parted(mention);
      } else {
        made_.push_back(mention);
      }
      fit_acronym();
    }
    mentions_ = std::move(made_);
  }

 private:
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  std::uint32_t classes(std::size_t i) const { return lexicon_.classes(tokens_[i]); }
  Words words_of(const Mention& mention) const {
    return {text_, tokens_.subspan(mention.first, mention.last - mention.first)};
  }

  // Whether the mention before has grown over this one.
  bool is_inside(const Mention& mention) const {
    return !made_.empty() && mention.first < made_.back().last;
  }

  static bool may_have_owner(const Mention& mention) {
    const bool body =
        mention.kind == NameKind::kOrg || mention.kind == NameKind::kThing;
    return body && mention.known == nullptr && mention.last - mention.first > 2;
  }

  // "Colombia" after "National Federation of Coffee Growers of".
  bool joins_before(const Mention& place) const {
    if (made_.empty() || place.kind != NameKind::kPlace) return false;
    const Mention& org = made_.back();
    const auto link = word(org.last);
    const bool adjacent = place.first == org.last + 1 &&
                          (link == "of" || link == "in" || link == "for") &&
                          tokens_[org.last].glue == Glue::kSpace &&
                          tokens_[place.first].glue == Glue::kSpace &&
                          !tokens_[org.last - 1].possessive;
    if (!adjacent || org.kind != NameKind::kOrg || org.last - org.first < 2)
      return false;
    if (letters_.find(word_hash(initials_of(org.first, place.last))) != KeyMap::kNone)
      return true;
    if (link != "of") return false;
    if (is_of_place_head(word(org.last - 1))) return true;
    // "Federation of Growers of Colombia".
    for (std::size_t i = org.first; i + 2 < org.last; ++i)
      if (is_of_place_head(word(i)) && word(i + 1) == "of") return true;
    return false;
  }

  void move_end(Mention& mention, std::size_t last) const {
    mention.last = static_cast<std::uint32_t>(last);
    const Words words = words_of(mention);
    const KnownSpan known = lexicon_.longest(words.tokens, text_);
    const bool whole = known.length == words.size() && !known.name->is_title &&
                       known.name->kind == mention.kind;
    mention.known = whole ? known.name : nullptr;
    mention.lists = 0;
  }

  // An organisation without the person or place that it only belongs to.
  void add_parted(Mention org) {
    for (std::uint32_t i = org.first + 1; i + 1 < org.last; ++i) {
      const auto link = word(i);
      if (link != "of" && link != "in") continue;
      Mention owner;
      owner.first = i + 1;
      owner.last = org.last;
      owner.score = org.score;
      owner.why = "after an organisation's 'of' or 'in'";
      if (!is_owner(org, i, owner)) continue;
      move_end(org, i);
      made_.push_back(org);
      made_.push_back(owner);
      return;
    }
    made_.push_back(org);
  }

  // Whether tokens [owner.first, owner.last) after the link at `i` are a name of their
  // own; fills in its kind.
  bool is_owner(const Mention& org, std::size_t i, Mention& owner) const {
    if (word(i) == "of" && is_person(org, owner)) {
      owner.kind = NameKind::kPerson;
      return true;
    }
    if (org.kind != NameKind::kOrg) return false;
    const std::uint32_t head = classes(i - 1);
    const bool company = word(i) == "of" && (head & kLegalForm) != 0;
    const bool seat = word(i) == "in";
    if ((!company && !seat) || !tokens_[owner.first].is_capital()) return false;
    const KnownSpan known = lexicon_.longest(words_of(owner).tokens, text_);
    const bool place = known.length == owner.last - owner.first &&
                       known.name->kind == NameKind::kPlace;
    const bool likely =
        owner.last - owner.first <= 2 && (company || (head & kOrgHead) != 0);
    if (!place && !likely) return false;
    owner.kind = NameKind::kPlace;
    if (place) owner.known = known.name;
    return true;
  }

  // "Gayton McKenzie": by a mention elsewhere; after an organisation by a title, which
  // is cut off, or a given name, too.
  bool is_person(const Mention& whole, Mention& name) const {
    constexpr std::uint32_t kNoSurname =
        kOrgHead | kCompany | kThingHead | kPlaceHead | kCommonWord;
    if (persons_.find(words_key(words_of(name))) != KeyMap::kNone) return true;
    if (whole.kind != NameKind::kOrg) return false;
    const Words bare = without_titles(words_of(name), lexicon_);
    const bool titled = bare.size() < name.last - name.first;
    if (titled && (classes(name.first) & kTitle) == 0) return false;
    if (bare.size() != 2) return false;
    const auto first = static_cast<std::uint32_t>(bare.tokens.data() - tokens_.data());
    const bool given = (classes(first) & kGivenName) != 0;
    if ((!titled && !given) || (classes(first + 1) & kNoSurname) != 0) return false;
    name.first = first;
    return true;
  }

  // Fits the mention made last to the letters in brackets after it.
  void fit_acronym() {
    Mention& name = made_.back();
    constexpr std::size_t kFarthest = 6;  // Tokens to the bracket.
    if (name.kind == NameKind::kPerson || name.last - name.first < 2) return;
    std::size_t at = name.last;
    while (at < tokens_.size() && at < name.last + kFarthest &&
           tokens_[at].glue <= Glue::kAmpersand)
      ++at;
    if (at == name.last || at == tokens_.size() || tokens_[at].glue != Glue::kOpen ||
        !is_letters(tokens_[at]))
      return;
    if (word_hash(initials_of(name.first, at)) == tokens_[at].hash) move_end(name, at);
  }

  // Of the capitals among tokens [first, last); empty where a sentence ends.
  std::string initials_of(std::size_t first, std::size_t last) const {
    std::string letters;
    for (std::size_t i = first; i < last; ++i) {
      if (tokens_[i].sentence_start && i > first) return {};
      if (tokens_[i].is_capital()) letters += word(i)[0];
    }
    return letters;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::vector<Mention>& mentions_;
  KeyMap persons_;  // Words of their mentions.
  KeyMap letters_;  // Hashes of all that may be some name's.
  std::vector<Mention> made_;
};

}  // namespace

void mend_borders(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon, std::vector<Mention>& mentions) {
  BorderMender(text, tokens, lexicon, mentions).run();
}

}  // namespace dateline::names
