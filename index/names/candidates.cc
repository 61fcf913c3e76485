#include "index/names/candidates.h"

#include "index/names/place_persons.h"
#include "index/names/runs.h"

#include <algorithm>
#include <utility>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestPerson = 5;  // In tokens.

// Reads one run of capitals after the other.
class CandidateFinder {
 public:
  CandidateFinder(std::string_view text, std::span<const Token> tokens,
                  const Lexicon& lexicon)
      : text_(text), tokens_(tokens), lexicon_(lexicon), runs_(text, tokens, lexicon) {}

  std::vector<Candidate> run() {
    found_.reserve(tokens_.size() / 6 + 4);  // More are rare.
    while (runs_.next(run_)) read_run();
    return std::move(found_);
  }

 private:
  std::uint32_t classes(std::size_t i) const { return lexicon_.classes(tokens_[i]); }
  bool has(std::size_t i, std::uint32_t any) const { return (classes(i) & any) != 0; }
  std::string_view word(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin,
                        tokens_[last - 1].end - tokens_[first].begin);
  }
  bool dotted(std::size_t i) const {
    return tokens_[i].shape == Shape::kInitial && tokens_[i].end < text_.size() &&
           text_[tokens_[i].end] == '.';
  }

  // The known name that covers token `i` of the run, if any.
  const KnownPiece* piece_at(std::size_t i) const {
    for (const KnownPiece& piece : run_.known)
      if (piece.first <= i && i < piece.first + piece.span.length) return &piece;
    return nullptr;
  }

  void add(std::size_t first, std::size_t last, NameKind kind, double score,
           std::string_view why, std::string_view evidence = {}) {
    Candidate& candidate = found_.emplace_back();
    candidate.first = first;
    candidate.last = last;
    candidate.kind = kind;
    candidate.certain = score > 0;
    candidate.score = score;
    candidate.why = why;
    candidate.evidence = evidence;
  }

  void read_run() {
    std::size_t title = run_.last;  // First token of the last title that is followed.
    std::size_t after = run_.last;
    for (std::size_t i = run_.first; i < run_.last;) {
      const std::size_t end = title_end(i);
      if (end > i && end < run_.last) {
        title = i;
        after = end;
      }
      i = std::max(end, i + 1);
    }
    const bool is_org =
        has(run_.last - 1, kCompany | kOrgHead) && piece_at(run_.last - 1) == nullptr;
    if (title == run_.last || (is_org && title == run_.first)) {
      read_part(run_.first, run_.last);
      return;
    }
    std::size_t left = title;
    while (left > run_.first && piece_at(left - 1) == nullptr &&
           has(left - 1, kTitlePart | kTitle | kCommonWord))
      --left;
    if (left > run_.first) read_before_title(run_.first, left, title, after);
    while (title > left && has(title - 1, kTitlePart)) --title;
    read_after_title(title, after, run_.last);
  }

  // One past a title that begins at `i`; `i` itself where there is none.
  std::size_t title_end(std::size_t i) const {
    if (const KnownPiece* piece = piece_at(i))
      return piece->span.name->is_title && piece->first == i ? i + piece->span.length
                                                             : i;
    return has(i, kTitle) ? i + 1 : i;
  }

  // "Texaco" of "Texaco Chairman James Kinnear".
  void read_before_title(std::size_t first, std::size_t last, std::size_t title,
                         std::size_t after) {
    const bool plain = last - first <= 3 && piece_at(first) == nullptr &&
                       piece_at(last - 1) == nullptr &&
                       !has(last - 1, kOrgHead | kCompany | kThingHead | kNoName) &&
                       !has(first, kGivenName | kNoName | kCommonWord);
    if (plain && tokens_[last - 1].shape != Shape::kInitial) {
      add(first, last, NameKind::kOrg, 0.6, "before the title", word(title, after));
    } else {
      read_part(first, last);
    }
  }

  void read_after_title(std::size_t title, std::size_t first, std::size_t last) {
    while (first < last && has(first, kTitlePart) && !has(first, kGivenName) &&
           last - first > 2)
      ++first;
    const KnownPiece* piece = piece_at(first);
    const bool whole = piece != nullptr && piece->first + piece->span.length == last;
    if (whole && !has(first, kGivenName) &&
        (last - first > 1 || piece->span.name->is_country)) {
      return read_part(first, last);
    }
    constexpr std::uint32_t kNoPerson = kCommonWord | kNoName | kThingHead | kOrgHead |
                                        kCompany | kPlaceHead | kTitle | kFunctionWord;
    const bool surname = has(title, kAbbreviation) && has(first, kCommonWord);
    if (last - first > kLongestPerson ||
        (last - first == 1 && has(first, kNoPerson) && !surname) ||
        has(last - 1, kNoName | kOrgHead | kThingHead | kCompany))
      return read_part(first, last);
    add(first, last, NameKind::kPerson, 0.95, "title", word(title, first));
  }

  void read_part(std::size_t first, std::size_t last) {
    if (first >= last) return;
    if (last - first == 1 && piece_at(first) == nullptr &&
        has(first, kCommonWord | kNoName))
      return read_common_word(first);
    const KnownPiece* piece = piece_at(first);
    if (piece != nullptr && piece->first == first &&
        first + piece->span.length >= last) {
      return add_known(*piece);
    }
    if (!read_headed(first, last) && !read_person(first, last))
      read_pieces(first, last);
  }

  // "Young" amid a sentence may be the Donald Young of another.
  void read_common_word(std::size_t i) {
    if (!tokens_[i].sentence_start && !has(i, kNoName) && i + 1 == run_.last &&
        i == run_.first)
      add(i, i + 1, NameKind::kPerson, 0, "");
  }

  // Names that say what they are: "Bank of England", "Texaco Inc", "Lake Superior".
  bool read_headed(std::size_t first, std::size_t last) {
    if (last - first < 2) return false;
    const std::uint32_t end = classes(last - 1);
    const bool known_end = piece_at(last - 1) != nullptr;
    const auto head = word(last - 1, last);
    if (!known_end && (end & (kCompany | kOrgHead)) != 0) {
      if (is_generic(first, last)) return read_generic_office(first, last);
      add(first, last, NameKind::kOrg, 0.9, "organisation word", head);
      return true;
    }
    for (std::size_t i = first; i + 1 < last; ++i) {
      if (tokens_[i + 1].shape != Shape::kLower || piece_at(i) != nullptr) continue;
      if (!has(i, kOrgOfHead | kThingOfHead)) continue;
      const auto kind = has(i, kOrgOfHead) ? NameKind::kOrg : NameKind::kThing;
      add(first, last, kind, 0.9,
          kind == NameKind::kOrg ? "organisation word" : "word for a thing",
          word(i, i + 1));
      return true;
    }
    if (!known_end && (end & kThingHead) != 0 && !is_vague(first, last - 1)) {
      add(first, last, NameKind::kThing, 0.8, "word for a thing", head);
      return true;
    }
    if (!known_end && (end & kPlaceHead) != 0 && !is_vague(first, last - 1)) {
      // "Leicester City" plays football.
      const bool club = head == "City" && piece_at(first) != nullptr;
      add(first, last, club ? NameKind::kOrg : NameKind::kPlace, 0.8,
          club ? "word for a club" : "word for a place", head);
      return true;
    }
    if (last - first == 2 && has(first, kPlacePrefix) && !known_end && first > 0 &&
        has(first - 1, kLocative)) {
      add(first, last, NameKind::kPlace, 0.7, "word for a place",
          word(first, first + 1));
      return true;
    }
    return false;
  }

  // Only common words and parts of titles: "Foreign Ministry", "National Bank".
  bool is_generic(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
      if (tokens_[i].shape == Shape::kLower || piece_at(i) != nullptr ||
          !has(i, kTitlePart | kOfficeHead | kTitle))
        return false;
    return true;
  }

  // "Foreign Ministry" is one's after "Russia's"; else nobody knows whose.
  bool read_generic_office(std::size_t first, std::size_t last) {
    if (first == 0 || found_.empty() || found_.back().last != first) return true;
    const Candidate& owner = found_.back();
    if (owner.known == nullptr || !owner.known->is_country) return true;
    const KnownName* country = owner.known;
    add(first, last, NameKind::kOrg, 0.9, "office of the country before");
    found_.back().country = country;
    return true;
  }

  // Nothing but demonyms and common words: "Russian" of "Russian War".
  bool is_vague(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      const KnownPiece* piece = piece_at(i);
      const bool demonym = piece != nullptr && piece->span.name->is_country;
      if (!demonym && !has(i, kCommonWord | kNoName | kTitle)) return false;
    }
    return true;
  }

  bool read_person(std::size_t first, std::size_t last) {
    const std::size_t length = last - first;
    if (length < 2 || length > kLongestPerson) return false;
    constexpr std::uint32_t kNoSurname =
        kNoName | kOrgHead | kThingHead | kCompany | kFunctionWord;
    const std::uint32_t end = classes(last - 1);
    if ((end & kNoSurname) != 0 && (end & (kGivenName | kNameSuffix)) == 0)
      return false;
    const KnownPiece* piece = piece_at(first);
    if (piece != nullptr && piece->span.length > 1) return false;
    if (has(first, kCalendarGivenName) && length == 2) {
      add(first, last, NameKind::kPerson, 0.8, "given name", word(first, first + 1));
      return true;
    }
    if (is_syllable_name(first, last)) {
      add(first, last, NameKind::kPerson, 0.85, "surname", word(first, first + 1));
      return true;
    }
    if (has(first, kGivenName) && tokens_[first].shape == Shape::kCapital) {
      // "Chad Libya" are two; a known surname like "Jordan" makes one.
      const KnownPiece* next = piece_at(first + 1);
      if (piece != nullptr && next != nullptr && next->span.name->is_country)
        return false;
      if (next != nullptr && next->span.name->is_demonym && length == 2) return false;
      add(first, last, NameKind::kPerson, 0.9, "given name", word(first, first + 1));
      return true;
    }
    const bool initials =
        dotted(first) || (length > 2 && dotted(first + 1)) || is_dotted_initials(first);
    if (!initials || piece != nullptr || has(first, kNoName)) return false;
    add(first, last, NameKind::kPerson, 0.85, "initial in the name");
    return true;
  }

  // "Tsai Ing-wen", "Sun Yat-sen".
  bool is_syllable_name(std::size_t first, std::size_t last) const {
    return last - first == 3 && has(first, kSyllableName) &&
           tokens_[last - 1].shape == Shape::kLower &&
           tokens_[last - 1].glue == Glue::kHyphen;
  }

  // "J.P."
  bool is_dotted_initials(std::size_t i) const {
    const auto letters = word(i, i + 1);
    return tokens_[i].shape == Shape::kAllCaps && letters.size() == 4 &&
           letters[1] == '.' && tokens_[i].word == 0;
  }

  // No name as a whole: known names and what is between them.
  void read_pieces(std::size_t first, std::size_t last) {
    std::size_t at = first;
    while (at < last) {
      const KnownPiece* piece = piece_at(at);
      if (piece != nullptr) {
        add_known(*piece);
        at = piece->first + piece->span.length;
        // A demonym or place may stand before a whole name.
        if (at < last && (at > first)) return read_part(at, last);
        continue;
      }
      std::size_t end = at;
      while (end < last && piece_at(end) == nullptr) ++end;
      read_unknown(at, end);
      at = end;
    }
  }

  void add_known(const KnownPiece& piece) {
    const KnownName& name = *piece.span.name;
    if (name.is_title) return;
    const std::size_t last = piece.first + piece.span.length;
    constexpr std::string_view kWhy[] = {"known person", "known organisation",
                                         "known place", "known thing"};
    add(piece.first, last, name.kind, 0.9,
        name.is_demonym ? "people of a country" : kWhy[static_cast<int>(name.kind)]);
    found_.back().known = &name;
    if (name.is_country) read_lower_office(last, &name);
  }

  // "Russia's foreign ministry" names the office without a capital.
  void read_lower_office(std::size_t i, const KnownName* country) {
    if (i + 1 >= tokens_.size() || tokens_[i].shape != Shape::kLower ||
        tokens_[i].glue != Glue::kSpace || tokens_[i + 1].glue != Glue::kSpace)
      return;
    if (word(i + 1, i + 2) != "ministry") return;
    const auto branch = word(i, i + 1);
    for (const std::string_view known : {"foreign", "defence", "defense", "finance",
                                         "interior", "justice", "health"}) {
      if (branch != known) continue;
      add(i, i + 2, NameKind::kOrg, 0.85, "office of the country before");
      found_.back().country = country;
      return;
    }
  }

  // A stretch that no list knows: what stands around it may tell.
  void read_unknown(std::size_t first, std::size_t last) {
    constexpr std::uint32_t kEdge =
        kCommonWord | kNoName | kFunctionWord | kTitle | kTitlePart;
    const bool village = last - first == 2 && has(first, kPlacePrefix);
    while (first < last && has(first, kEdge) && !has(first, kGivenName) && !village)
      ++first;
    while (first < last &&
           has(last - 1, kCommonWord | kNoName | kFunctionWord | kTitlePart))
      --last;
    while (first < last && tokens_[last - 1].shape == Shape::kLower) --last;
    while (first < last && tokens_[first].shape == Shape::kLower) ++first;
    if (first >= last) return;
    if (last - first > 1 && read_person(first, last)) return;
    if (read_context(first, last)) return;
    add(first, last, NameKind::kPerson, 0, "");
  }

  bool read_context(std::size_t first, std::size_t last) {
    const bool name_like = tokens_[last - 1].shape == Shape::kCapital;
    if (first > 0 && tokens_[first].glue == Glue::kSpace &&
        tokens_[first - 1].shape == Shape::kLower && name_like &&
        last - first <= kLongestPerson && has(first - 1, kTitle)) {
      add(first, last, NameKind::kPerson, last - first > 1 ? 0.85 : 0.7, "title",
          word(first - 1, first));
      return true;
    }
    if (read_place_context(first, last)) return true;
    if (last - first < 2 || !name_like || last >= tokens_.size()) return false;
    if (tokens_[last].glue == Glue::kSpace && tokens_[last].shape == Shape::kLower &&
        has(last, kSpeech) && tokens_[first].shape == Shape::kCapital) {
      add(first, last, NameKind::kPerson, 0.7, "before the verb", word(last, last + 1));
      return true;
    }
    if (is_age(last)) {
      add(first, last, NameKind::kPerson, 0.85, "age after the name");
      return true;
    }
    return false;
  }

  // ", 53,"
  bool is_age(std::size_t i) const {
    if (tokens_[i].glue != Glue::kComma || tokens_[i].shape != Shape::kNumber)
      return false;
    if (tokens_[i].end - tokens_[i].begin != 2) return false;
    return i + 1 < tokens_.size() && tokens_[i + 1].glue >= Glue::kComma;
  }

  bool read_place_context(std::size_t first, std::size_t last) {
    if (first == 0 || last >= tokens_.size() || tokens_[last - 1].possessive)
      return false;
    const Token& next = tokens_[last];
    const bool in = tokens_[first - 1].shape == Shape::kLower &&
                    tokens_[first].glue == Glue::kSpace;
    if (!in) return false;
    if (next.glue == Glue::kSpace && next.shape == Shape::kLower &&
        has(last, kPlaceNoun) && last - first <= 2) {
      add(first, last, NameKind::kPlace, 0.75, "before the word", word(last, last + 1));
      return true;
    }
    if (next.glue != Glue::kComma || !has(first - 1, kLocative)) return false;
    const KnownSpan after = lexicon_.longest(tokens_.subspan(last), text_);
    if (after.name == nullptr || after.name->kind != NameKind::kPlace ||
        after.name->is_demonym)
      return false;
    add(first, last, NameKind::kPlace, 0.8, "before the place",
        word(last, last + after.length));
    return true;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Lexicon& lexicon_;
  RunReader runs_;
  Run run_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(std::string_view text,
                                       std::span<const Token> tokens,
                                       const Lexicon& lexicon) {
  auto candidates = CandidateFinder(text, tokens, lexicon).run();
  join_place_persons(text, tokens, lexicon, candidates);
  return candidates;
}

}  // namespace dateline::names
