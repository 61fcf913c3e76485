#include "index/names/runs.h"

#include <algorithm>

namespace dateline::names {
namespace {

constexpr std::size_t kLongestRun = 24;         // Longer ones are headlines.
constexpr std::size_t kLongestLowerEnding = 5;  // "Kim Jong-un", "Ban Ki-moon".

}  // namespace

bool RunReader::next(Run& run) {
  while (at_ < tokens_.size() && !starts(at_)) ++at_;
  if (at_ == tokens_.size()) return false;
  run.known.clear();
  run.first = at_;
  run.last = at_;
  std::size_t covered = at_;
  std::size_t end = at_ + 1;
  while (end > run.last) {
    for (std::size_t i = run.last; i < end; ++i) {
      if (i < covered || (classes(i) & kPhraseStart) == 0) continue;
      const KnownSpan span = lexicon_.longest(tokens_.subspan(i), text_);
      if (span.length == 0) continue;
      run.known.push_back({i, span});
      covered = i + span.length;
    }
    run.last = std::max(end, covered);
    end = run.last - run.first < kLongestRun ? join(run) : run.last;
  }
  at_ = run.last;
  return true;
}

bool RunReader::starts(std::size_t i) const {
  if (!tokens_[i].is_capital() || is_contraction(i)) return false;
  const std::uint32_t own = classes(i);
  if ((own & (kFunctionWord | kCalendar)) == 0) return true;
  if (is_dotted_initial(i) || is_calendar_person(i) || is_month_person(i)) return true;
  if ((own & kPhraseStart) == 0) return false;
  return lexicon_.longest(tokens_.subspan(i), text_).length > 1;
}

// "You're", "Don't".
bool RunReader::is_contraction(std::size_t i) const {
  if (tokens_[i].is_plain) return false;
  const auto own = word(i);
  for (const std::string_view ending :
       {"'re", "'ve", "'ll", "'t", "'d", "'m", "\x99re", "\x99ve", "\x99ll", "\x99t",
        "\x99"
        "d",
        "\x99m"})
    if (own.ends_with(ending)) return true;
  return false;
}

// "A. K. Velan", but not the article.
bool RunReader::is_dotted_initial(std::size_t i) const {
  const auto end = tokens_[i].end;
  return tokens_[i].shape == Shape::kInitial && end < text_.size() &&
         text_[end] == '.' && is_capital(i + 1) &&
         tokens_[i + 1].glue == Glue::kSpace && !tokens_[i + 1].sentence_start;
}

// "Jan Hernych", "Jan-Michael": a month's short form that is a given name.
bool RunReader::is_calendar_person(std::size_t i) const {
  if ((classes(i) & kGivenName) == 0 || !is_capital(i + 1)) return false;
  const auto end = tokens_[i].end;
  if (end < text_.size() && text_[end] == '.') return false;
  constexpr std::uint32_t kOther =
      kFunctionWord | kCalendar | kCommonWord | kNoName | kThingHead | kPhraseStart;
  return tokens_[i + 1].glue <= Glue::kHyphen && (classes(i + 1) & kOther) == 0;
}

// "April May will", "June Winter, 51,": a month that is a given name, before a surname
// that acts.
bool RunReader::is_month_person(std::size_t i) const {
  if ((classes(i) & kCalendarGivenName) == 0 || !is_capital(i + 1)) return false;
  const bool governed = !tokens_[i].sentence_start && i > 0 &&
                        tokens_[i].glue == Glue::kSpace &&
                        (classes(i - 1) & kTitle) == 0;
  if (governed || tokens_[i].shape != Shape::kCapital ||
      tokens_[i + 1].shape != Shape::kCapital || tokens_[i + 1].glue != Glue::kSpace ||
      i + 2 >= tokens_.size())
    return false;
  const std::uint32_t surname = classes(i + 1);
  constexpr std::uint32_t kOther =
      kFunctionWord | kCommonWord | kNoName | kThingHead | kOrgHead;
  if ((surname & kSurnameToo) == 0 && (surname & (kOther | kCalendar)) != 0)
    return false;
  const Token& next = tokens_[i + 2];
  if (next.glue == Glue::kComma)
    return word(i + 2) == "who" || next.shape == Shape::kNumber;
  if (next.glue != Glue::kSpace || next.shape != Shape::kLower) return false;
  return (classes(i + 2) & kSpeech) != 0 || word(i + 2) == "will";
}

// One past what the next token adds to the run; run.last where it adds nothing.
std::size_t RunReader::join(const Run& run) const {
  const std::size_t i = run.last;
  if (i >= tokens_.size() || tokens_[i - 1].possessive) return i;
  const Token& token = tokens_[i];
  if (token.glue == Glue::kComma && (classes(i) & kLegalForm) != 0) return i + 1;
  if (token.glue == Glue::kAmpersand) return joins_ampersand(i) ? i + 1 : i;
  if (token.glue > Glue::kHyphen) return i;
  if (!token.is_capital()) return join_lower(run, i);
  const std::uint32_t own = classes(i);
  if ((own & kCalendar) != 0)
    return (own & kSurnameToo) != 0 && ((classes(i - 1) & (kGivenName | kTitle)) != 0 ||
                                        is_month_person(i - 1))
               ? i + 1
               : i;
  if ((own & kFunctionWord) != 0 || is_contraction(i)) return i;
  return i + 1;
}

// "AT&T" and "Tiffany & Co", but not "Blinken & Lavrov".
bool RunReader::joins_ampersand(std::size_t i) const {
  if (!is_capital(i)) return false;
  if (tokens_[i].begin == tokens_[i - 1].end + 1) return true;
  for (std::size_t ahead = i; ahead < i + 3 && is_capital(ahead); ++ahead) {
    if (ahead > i && tokens_[ahead].glue != Glue::kSpace) break;
    if ((classes(ahead) & (kCompany | kOrgHead)) != 0) return true;
  }
  return false;
}

std::size_t RunReader::join_lower(const Run& run, std::size_t i) const {
  const Token& token = tokens_[i];
  if (token.shape != Shape::kLower) return i;
  const std::uint32_t own = classes(i);
  if (token.glue == Glue::kHyphen) {
    const bool name = i >= run.first + 2 && (own & kHyphenEnd) == 0 &&
                      token.end - token.begin <= kLongestLowerEnding &&
                      (classes(i - 2) & kSyllableName) != 0;
    if (name) return i + 1;
  }
  if ((own & kParticle) != 0) {
    std::size_t next = i + 1;
    if (next < tokens_.size() && tokens_[next].shape == Shape::kLower &&
        (classes(next) & kParticle) != 0)
      ++next;
    if (is_capital(next) && tokens_[next].glue <= Glue::kHyphen &&
        (classes(next) & (kFunctionWord | kCalendar)) == 0)
      return next + 1;
  }
  return join_of(run, i);
}

// "of", "for", "and" inside the name of an organisation.
std::size_t RunReader::join_of(const Run& run, std::size_t i) const {
  const auto link = word(i);
  if (link == "of" || link == "for" || link == "on") {
    if ((classes(i - 1) & (kOrgOfHead | kThingOfHead)) == 0) return i;
    std::size_t next = i + 1;
    if (next < tokens_.size() && tokens_[next].shape == Shape::kLower &&
        word(next) == "the")
      ++next;
    const bool joins = is_capital(next) && tokens_[next].glue == Glue::kSpace &&
                       (classes(next) & (kFunctionWord | kCalendar | kTitle)) == 0;
    return joins ? next + 1 : i;
  }
  if (link != "and" || !is_capital(i + 1) || tokens_[i + 1].glue != Glue::kSpace)
    return i;
  const std::uint32_t next = classes(i + 1);
  if ((next & kLegalForm) != 0) return i + 2;
  bool has_of = false;
  for (std::size_t k = run.first; k + 1 < run.last && !has_of; ++k)
    has_of = tokens_[k + 1].shape == Shape::kLower && (classes(k) & kOrgOfHead) != 0;
  const bool common = (next & (kCommonWord | kTitlePart)) != 0;
  if ((has_of && common) || joins_office(run, i)) return i + 2;
  return i;
}

// "the Independent Electoral and Boundaries Commission": two matters of one office.
bool RunReader::joins_office(const Run& run, std::size_t i) const {
  constexpr std::uint32_t kWhole =
      kOrgHead | kCompany | kGivenName | kTitle | kNameSuffix | kNoName;
  if (run.first == 0 || !run.known.empty() || word(run.first - 1) != "the" ||
      (classes(i - 1) & kWhole) != 0 || i + 2 >= tokens_.size())
    return false;
  return (classes(i + 1) & (kWhole | kPhraseStart)) == 0 && is_capital(i + 2) &&
         tokens_[i + 2].glue == Glue::kSpace && (classes(i + 2) & kOfficeHead) != 0;
}

}  // namespace dateline::names
