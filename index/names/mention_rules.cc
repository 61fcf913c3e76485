#include "index/names/mention_rules.h"

#include "index/names/links/person_name.h"
#include "index/names/state_groups.h"

#include <algorithm>
#include <array>

namespace dateline::names {
namespace {

// "Franco-German": forms that countries have only before a hyphen.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kHyphenForms = {
    {{"Anglo", "British"},
     {"Austro", "Austrian"},
     {"Franco", "French"},
     {"Greco", "Greek"},
     {"Hispano", "Spanish"},
     {"Indo", "Indian"},
     {"Italo", "Italian"},
     {"Luso", "Portuguese"},
     {"Russo", "Russian"},
     {"Sino", "Chinese"}}};

class MentionMaker {
 public:
  MentionMaker(std::string_view text, std::span<const Token> tokens,
               const Lexicon& lexicon, std::size_t spans)
      : text_(text), tokens_(tokens), lexicon_(lexicon) {
    made_.reserve(spans + spans / 4 + 4);
  }

  void add(const NameSpan& span) {
    if (is_label(span)) return;
    std::size_t first = span.first;
    for (std::size_t i = span.first; i < span.last; ++i) {
      const KnownSpan group = group_at(i);
      if (group.length == 0) continue;
      add_part(span, first, i);
      add_group(group, i);
      first = std::min(i + group.length, span.last);
      i = first - 1;
    }
    add_part(span, first, span.last);
  }

  // Groups of states that the tagger missed, in tokens [first, last).
  void add_groups(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const KnownSpan group = group_at(i);
      if (group.length == 0 || i + group.length > last) continue;
      add_group(group, i);
      i += group.length - 1;
    }
  }

  // Names that rules find where the tagger sees none: "foreign ministry" of "Russia's
  // foreign ministry", "GRACE" of "MINISTER GRACE" in a text of capitals.
  bool is_by_rule(const Candidate& candidate) const {
    return candidate.country != nullptr || is_titled_in_capitals(candidate);
  }

  void add_by_rule(const Candidate& candidate) {
    Mention mention;
    mention.first = static_cast<std::uint32_t>(candidate.first);
    mention.last = static_cast<std::uint32_t>(candidate.last);
    mention.kind = candidate.country != nullptr ? NameKind::kOrg : NameKind::kPerson;
    mention.country = candidate.country;
    mention.score = candidate.score;
    mention.why = candidate.why;
    mention.evidence = candidate.evidence;
    made_.push_back(mention);
  }

  std::vector<Mention> take() { return std::move(made_); }

 private:
  // "G-20", "G 20", "Group of 20": one name, whatever the tagger sees in it.
  KnownSpan group_at(std::size_t i) const {
    return state_group_at(text_, tokens_, i, lexicon_);
  }

  // "Analysis." by itself is what follows, not who: a word of no list, hardly a name by
  // the tagger, that is a sentence.
  bool is_label(const NameSpan& span) const {
    constexpr double kSure = 0.7;
    return span.last - span.first == 1 && span.lists == 0 && span.score < kSure &&
           tokens_[span.first].sentence_start && span.last < tokens_.size() &&
           tokens_[span.last].sentence_start &&
           (tokens_[span.last].gap & kGapStop) != 0;
  }

  bool is_all_capitals(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].shape == Shape::kAllCaps;
  }

  // A given name alone behind a title, where the words around are in capitals too.
  bool is_titled_in_capitals(const Candidate& candidate) const {
    return candidate.why == "title" && candidate.last - candidate.first == 1 &&
           (classes(candidate.first) & kGivenName) != 0 && candidate.first >= 2 &&
           is_all_capitals(candidate.first - 2) &&
           is_all_capitals(candidate.first - 1) && is_all_capitals(candidate.first) &&
           is_all_capitals(candidate.last);
  }

  bool word_is(std::size_t i, std::string_view word) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin) == word;
  }

  void add_group(const KnownSpan& group, std::size_t first) {
    Mention mention;
    mention.first = static_cast<std::uint32_t>(first);
    mention.last = static_cast<std::uint32_t>(first + group.length);
    mention.kind = group.name->kind;
    mention.known = group.name;
    mention.score = 0.95;
    mention.why = "group of states";
    made_.push_back(mention);
  }

  // What is left of a span beside a group; without words that join only.
  void add_part(const NameSpan& span, std::size_t first, std::size_t last) {
    while (first < last && tokens_[first].shape == Shape::kLower && first > span.first)
      ++first;
    while (last > first && tokens_[last - 1].shape == Shape::kLower && last < span.last)
      --last;
    if (first >= last) return;
    Mention mention;
    mention.first = static_cast<std::uint32_t>(first);
    mention.last = static_cast<std::uint32_t>(last);
    mention.kind = is_titled(first, last) ? NameKind::kPerson : span.kind;
    mention.score = span.score;
    mention.why = span.why;
    if (first == span.first && last == span.last) {
      mention.lags = span.lags;
      mention.lists = span.lists;
      mention.kind_cues = span.kind_cues;
    }
    split(mention);
  }

  // "the author, Israel Kamakau": a given name and a word of its own, after a title.
  bool is_titled(std::size_t first, std::size_t last) const {
    if (first == 0 || last - first != 2 || tokens_[first + 1].glue != Glue::kSpace)
      return false;
    const bool titled = (classes(first - 1) & kTitle) != 0 &&
                        tokens_[first - 1].shape == Shape::kLower &&
                        tokens_[first].glue <= Glue::kComma;
    return titled && (classes(first) & (kGivenName | kPlaceGivenName)) != 0 &&
           classes(first + 1) == 0 && tokens_[first + 1].shape == Shape::kCapital;
  }

  std::uint32_t classes(std::size_t i) const { return lexicon_.classes(tokens_[i]); }
  Words words(const Mention& mention) const {
    return {text_, tokens_.subspan(mention.first, mention.last - mention.first)};
  }
  KnownSpan known_at(std::size_t first, std::size_t last) const {
    return lexicon_.longest(tokens_.subspan(first, last - first), text_);
  }

  // "Lima, Peru", "Russia-Ukraine" and "Franco-German" are two names.
  void split(Mention mention) {
    for (std::uint32_t i = mention.first + 1; i < mention.last; ++i) {
      const bool line = (tokens_[i].gap & kGapLine) != 0;
      const bool comma = tokens_[i].glue == Glue::kComma && parts_at_comma(mention, i);
      const bool hyphen =
          tokens_[i].glue == Glue::kHyphen && parts_at_hyphen(mention, i);
      const bool based = is_hyphen_end(i) && i + 1 < mention.last;
      const bool demonym = parts_after_demonym(mention, i);
      // "C&T. Park": initials after "&" are nobody's.
      const bool stop = tokens_[i - 1].glue == Glue::kAmpersand &&
                        (tokens_[i].gap & (kGapDot | kGapStop)) != 0;
      if (!line && !comma && !hyphen && !based && !demonym && !stop) continue;
      Mention front = mention;
      front.last = i;
      if (hyphen || based || demonym) front.kind = NameKind::kPlace;
      trim(front);
      mention.first = based ? i + 1 : i;
      if (hyphen) mention.kind = NameKind::kPlace;
      if (based && mention.kind == NameKind::kPlace) mention.kind = NameKind::kOrg;
      if (demonym) mention.kind = NameKind::kPerson;
    }
    trim(mention);
  }

  // "American Robby Ginepri" is somebody from somewhere.
  bool parts_after_demonym(const Mention& mention, std::size_t i) const {
    if (i + 2 > mention.last || mention.kind == NameKind::kOrg ||
        tokens_[i].glue != Glue::kSpace)
      return false;
    if (mention.kind != NameKind::kPerson && (classes(i) & kGivenName) == 0)
      return false;
    const KnownSpan front = known_at(mention.first, mention.last);
    return front.name != nullptr && front.name->is_demonym &&
           mention.first + front.length == i && tokens_[i + 1].is_capital() &&
           i + 1 < mention.last;
  }

  bool parts_at_comma(const Mention& mention, std::size_t i) const {
    if (mention.kind == NameKind::kPlace) return true;
    return mention.kind == NameKind::kPerson && (classes(i) & kNameSuffix) == 0;
  }

  bool parts_at_hyphen(const Mention& mention, std::size_t i) const {
    if (mention.kind == NameKind::kPerson) return false;
    const KnownSpan whole = known_at(mention.first, mention.last);
    if (whole.length == mention.last - mention.first) return false;
    return is_country(i, mention.last) &&
           (hyphen_form(mention.first) != nullptr || is_country(mention.first, i));
  }

  bool is_country(std::size_t first, std::size_t last) const {
    const KnownSpan known = known_at(first, last);
    return known.length == last - first && known.name->kind == NameKind::kPlace &&
           (known.name->is_country || known.name->is_demonym);
  }

  // The country of "Franco" before a hyphen.
  const KnownName* hyphen_form(std::size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i + 1].glue != Glue::kHyphen) return nullptr;
    const auto word = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    for (const auto& [form, demonym] : kHyphenForms) {
      if (word != form) continue;
      const auto tokens = tokenize(demonym, lexicon_);
      return lexicon_.longest(tokens, demonym).name;
    }
    return nullptr;
  }

  void trim(Mention mention) {
    if (mention.last - mention.first == 1) {
      mention.known = hyphen_form(mention.first);
      if (mention.known != nullptr) mention.kind = NameKind::kPlace;
    }
    if (mention.known == nullptr) {
      cut_title_before(mention);
      if (mention.first >= mention.last) return;
      trim_end(mention);
      trim_front(mention);
    }
    if (mention.first >= mention.last || is_role(mention) || is_no_name(mention))
      return;
    if (mention.known == nullptr) find_known(mention);
    made_.push_back(mention);
  }

  // "English", "East-West", "TV".
  bool is_no_name(const Mention& mention) const {
    if (mention.kind == NameKind::kPerson) return false;
    // Parties are organisations, "TV" is none.
    if (mention.kind == NameKind::kOrg &&
        (mention.last - mention.first > 1 ||
         tokens_[mention.first].shape != Shape::kAllCaps))
      return false;
    const KnownSpan known = known_at(mention.first, mention.last);
    if (known.length == mention.last - mention.first && !known.name->is_title)
      return false;
    for (std::size_t i = mention.first; i < mention.last; ++i)
      if ((classes(i) & kNoName) == 0) return false;
    return !is_celestial(mention);
  }

  // "Mars" is no firm's bar where the tagger sees a place, and a god or a month no
  // place.
  bool is_celestial(const Mention& mention) const {
    constexpr std::array<std::string_view, 10> kBodies = {
        "Earth",  "Moon",    "Mars",   "Venus",   "Jupiter",
        "Saturn", "Mercury", "Uranus", "Neptune", "Pluto"};
    if (mention.kind != NameKind::kPlace || mention.last - mention.first != 1)
      return false;
    return std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view body) {
      return word_is(mention.first, body);
    });
  }

  // "State of the U.S." of "the Secretary of State of the U.S.": the title is one.
  void cut_title_before(Mention& mention) const {
    constexpr std::size_t kLongestTitle = 4;
    const std::size_t least =
        mention.first - std::min<std::size_t>(mention.first, kLongestTitle);
    std::size_t end = mention.first;
    const auto goes_on = [&](std::size_t i) {  // A known name, over what is before i.
      return tokens_[i].glue <= Glue::kAmpersand && !tokens_[i - 1].possessive;
    };
    for (std::size_t i = mention.first; i > least && goes_on(i);) {
      --i;
      if ((classes(i) & kPhraseStart) == 0) continue;
      const KnownSpan known = known_at(i, tokens_.size());
      if (known.name != nullptr && known.name->is_title)
        end = std::max(end, i + known.length);
    }
    if (end == mention.first) return;
    while (end < mention.last && tokens_[end].shape == Shape::kLower) ++end;
    mention.first =
        static_cast<std::uint32_t>(std::min<std::size_t>(end, mention.last));
    const KnownSpan rest = known_at(mention.first, mention.last);
    if (rest.length > 0 && rest.length == mention.last - mention.first)
      mention.kind = rest.name->kind;
  }

  // "led" of "U.S.-led", "Foreign Ministers" of "G20 Foreign Ministers".
  void trim_end(Mention& mention) const {
    while (mention.last > mention.first + 1 && is_hyphen_end(mention.last - 1))
      --mention.last;
    const bool form = mention.kind == NameKind::kOrg && mention.last < tokens_.size() &&
                      tokens_[mention.last].glue == Glue::kSpace &&
                      word_is(mention.last, "plc");
    if (form) ++mention.last;
    trim_role(mention);
  }

  // "led" of "U.S.-led", "imposed" of "EU-imposed".
  bool is_hyphen_end(std::size_t i) const {
    if (tokens_[i].glue != Glue::kHyphen || tokens_[i].shape != Shape::kLower)
      return false;
    const auto word = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    if ((classes(i) & kHyphenEnd) != 0 || word.ends_with("ed")) return true;
    // Not "shing" of "Li Ka-shing".
    constexpr std::size_t kShortestParticiple = 6;
    return word.size() >= kShortestParticiple && word.ends_with("ing");
  }

  // "U.S." of "U.S. Secretary of State", the G20 of "G20 Foreign Ministers".
  void trim_role(Mention& mention) const {
    const KnownSpan known = known_at(mention.first, mention.last);
    const std::size_t end = mention.first + known.length;
    if (known.name == nullptr || known.name->is_title || end >= mention.last) return;
    if (known.name->kind != mention.kind && !known.name->is_country) return;
    if (!is_role(end, mention.last)) return;
    mention.last = static_cast<std::uint32_t>(end);
    mention.kind = known.name->kind;
    mention.known = known.name;
  }

  void trim_front(Mention& mention) const {
    const KnownSpan known = known_at(mention.first, mention.last);
    if (known.length == mention.last - mention.first) return;
    while (mention.last > mention.first + 1 && is_front_waste(mention)) ++mention.first;
    if (mention.kind != NameKind::kPerson) return;
    const Words bare = without_titles(words(mention), lexicon_);
    mention.first = static_cast<std::uint32_t>(bare.tokens.data() - tokens_.data());
  }

  // "the", "Despite", "On Monday".
  bool is_front_waste(const Mention& mention) const {
    const Token& token = tokens_[mention.first];
    if (token.shape == Shape::kInitial || token.shape == Shape::kNumber) return false;
    const Token& next = tokens_[mention.first + 1];
    if (next.glue == Glue::kHyphen) return false;
    const std::uint32_t own = classes(mention.first);
    // Surnames, too.
    if (mention.kind == NameKind::kPerson && token.shape == Shape::kCapital &&
        (word_is(mention.first, "An") || word_is(mention.first, "Do") ||
         word_is(mention.first, "So")))
      return false;
    return (own & kFunctionWord) != 0 &&
           (own & (kGivenName | kSyllableName | kParticle)) == 0 &&
           (token.sentence_start || token.shape == Shape::kLower ||
            own == kFunctionWord);
  }

  // "President", "Prime Minister": nobody is called so.
  bool is_role(const Mention& mention) const {
    if (mention.kind != NameKind::kPerson) return false;
    const bool addressed = mention.first > 0 &&
                           tokens_[mention.first].glue == Glue::kSpace &&
                           (classes(mention.first - 1) & kAbbreviation) != 0;
    return !addressed && is_role(mention.first, mention.last);
  }

  bool is_role(std::size_t first, std::size_t last) const {
    constexpr std::uint32_t kName = kGivenName | kSurnameToo | kSyllableName;
    bool has_title = false;
    for (std::size_t i = first; i < last;) {
      const KnownSpan known = known_at(i, last);
      if (known.name != nullptr && known.name->is_title) {
        i += known.length;
        has_title = true;
        continue;
      }
      const std::uint32_t own = classes(i);
      const bool marine = word_is(i, "Marine") || word_is(i, "Marines");
      if (!marine && ((own & (kTitle | kTitlePart)) == 0 || (own & kName) != 0))
        return false;
      has_title = has_title || marine || (own & kTitle) != 0;
      ++i;
    }
    return has_title;
  }

  void find_known(Mention& mention) const {
    const KnownSpan known = known_at(mention.first, mention.last);
    const bool whole = known.name != nullptr && !known.name->is_title &&
                       known.length == mention.last - mention.first;
    if (whole && known.name->kind == mention.kind) mention.known = known.name;
    // A treaty of several words is nothing else.
    if (whole && known.length > 1 && known.name->kind == NameKind::kThing) {
      mention.kind = known.name->kind;
      mention.known = known.name;
    }
    if (mention.known != nullptr || mention.kind != NameKind::kOrg) return;
    mention.country = owner_of(mention);
  }

  // Russia of "Russia's Foreign Ministry": nothing but the country tells whose it is.
  const KnownName* owner_of(const Mention& mention) const {
    if (mention.first == 0 || !tokens_[mention.first - 1].possessive) return nullptr;
    for (std::size_t i = mention.first; i < mention.last; ++i) {
      const bool generic = tokens_[i].shape == Shape::kLower ||
                           (classes(i) & (kTitlePart | kOfficeHead | kTitle)) != 0;
      if (!generic) return nullptr;
    }
    constexpr std::size_t kLongestCountry = 4;
    const std::size_t least =
        mention.first - std::min<std::size_t>(mention.first, kLongestCountry);
    for (std::size_t first = least; first < mention.first; ++first) {
      const KnownSpan known = known_at(first, mention.first);
      if (known.name != nullptr && known.name->is_country &&
          first + known.length == mention.first)
        return known.name;
    }
    return nullptr;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  std::vector<Mention> made_;
};

}  // namespace

std::vector<Mention> apply_mention_rules(std::string_view text,
                                         std::span<const Token> tokens,
                                         const Lexicon& lexicon,
                                         std::span<const NameSpan> spans,
                                         std::span<const Candidate> candidates) {
  MentionMaker maker(text, tokens, lexicon, spans.size());
  auto rule = candidates.begin();
  std::size_t end = 0;  // Of the span before.
  const auto add_between = [&](std::size_t before) {
    maker.add_groups(end, before);
    for (; rule != candidates.end() && rule->first < before; ++rule)
      if (rule->first >= end && rule->last <= before && maker.is_by_rule(*rule))
        maker.add_by_rule(*rule);
  };
  for (const NameSpan& span : spans) {
    add_between(span.first);
    maker.add(span);
    end = span.last;
  }
  add_between(tokens.size());
  auto mentions = maker.take();
  const auto before = [](const Mention& a, const Mention& b) {
    return a.first < b.first;
  };
  sort_mentions(mentions, before);
  // A group may reach into the span after it.
  std::uint32_t last = 0;
  std::erase_if(mentions, [&](const Mention& mention) {
    const bool overlaps = mention.first < last;
    if (!overlaps) last = mention.last;
    return overlaps;
  });
  return mentions;
}

}  // namespace dateline::names
