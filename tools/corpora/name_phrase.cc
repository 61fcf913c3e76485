#include "tools/corpora/name_phrase.h"

#include <dateline/annotate.h>

#include <algorithm>
#include <array>

namespace dateline::corpora {
namespace {

bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Small words that stand inside names.
bool is_joining_word(std::string_view word) {
  static constexpr std::array<std::string_view, 26> kJoining = {
      "of", "the", "and", "for", "in",  "on",  "&",   "-",   "de",
      "la", "le",  "du",  "des", "der", "den", "van", "von", "da",
      "do", "dos", "del", "di",  "al",  "bin", "el",  "zu"};
  return std::ranges::find(kJoining, word) != kJoining.end();
}

bool ends_phrase(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEnds = {
      ",", "(", "-LRB-", ":", ";", "who", "which", "that", "--"};
  return std::ranges::find(kEnds, word) != kEnds.end();
}

bool is_possessive(std::string_view word) {
  return word == "'s" || word == "'" || word == "’s" || word == "’";
}

// Words with a blank before and behind each.
bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at > 0 && words[at - 1] == ' ' && end < words.size() && words[end] == ' ') {
      return true;
    }
  }
  return false;
}

// What stands before names, and may be a surname.
constexpr std::string_view kOrSurname =
    " King Queen Prince Princess Emperor Major Judge Bishop Pope Father Cardinal "
    "Governor Chancellor Saint Lord Lady Grand Crown Sheikh Speaker Sergeant ";

// What stands before names only; "of" joins such words.
constexpr std::string_view kTitles =
    " Mr. Mr Mrs. Mrs Ms. Ms Dr. Dr Prof. Professor Sir Dame President "
    "president Vice Vice-President Prime Premier Minister minister Secretary "
    "Secretary-General General of State Foreign Defense Defence Interior Finance "
    "Information Justice Energy Trade Health Oil Treasury Attorney Senator Sen. "
    "Representative Rep. Congressman Congresswoman Gov. Mayor Emir Sheik Mullah "
    "Ayatollah Imam Archbishop Reverend Rev. Rabbi St. Chief Deputy Ambassador "
    "Envoy Chairman Captain Lieutenant Colonel Admiral Commander Spokesman "
    "Spokeswoman spokesman spokeswoman CEO Director Executive U.N. U.S. former ";

}  // namespace

bool is_capitalised(std::string_view word) {
  if (word.empty()) return false;
  if (is_upper(word[0])) return true;
  if (word.size() < 2 || !(is_lower(word[0]) || is_digit(word[0]))) return false;
  return word[1] >= 'A' && word[1] <= 'Z';
}

TitleWord title_word(std::string_view word) {
  if (has_word(kTitles, word)) return TitleWord::kTitle;
  return has_word(kOrSurname, word) ? TitleWord::kOrSurname : TitleWord::kNone;
}

std::optional<TokenRange> without_titles(std::span<const std::string> words,
                                         TokenRange phrase) {
  std::size_t end = phrase.first;
  while (end <= phrase.last && !is_possessive(words[end])) ++end;
  std::size_t first = phrase.first;
  while (first < end && title_word(words[first]) != TitleWord::kNone) ++first;
  // "Mr. King", but not "the King".
  const bool surname = first == end && end > phrase.first + 1 &&
                       title_word(words[end - 1]) == TitleWord::kOrSurname;
  if (surname) --first;
  if (first == end) return std::nullopt;
  return TokenRange{first, end - 1};
}

namespace {

// Words that go on a run of capitals, though they have none: "Boeing 737s".
bool is_part_of_name(std::string_view word) {
  return is_capitalised(word) || (!word.empty() && is_digit(word[0]));
}

// The first word of the run of capitals that ends before `end`.
std::size_t run_begin(std::span<const std::string> words, std::size_t begin,
                      std::size_t end) {
  std::size_t first = end;
  for (std::size_t i = end; i-- > begin;) {
    if (is_part_of_name(words[i])) {
      first = i;
    } else if (!is_joining_word(words[i])) {
      break;
    }
  }
  while (first < end && !is_capitalised(words[first])) ++first;
  if (first + 1 < end && words[first] == "The") ++first;
  return first;
}

// The last word in [first, last) that tells what somebody is, as in "Apple CEO Steve
// Jobs"; `first` where there is none.
std::size_t last_title(std::span<const std::string> words, std::size_t first,
                       std::size_t last) {
  for (std::size_t i = last; i-- > first;) {
    if (words[i] != "of" && title_word(words[i]) == TitleWord::kTitle) return i;
  }
  return first;
}

}  // namespace

std::optional<TokenRange> name_in_phrase(std::span<const std::string> words,
                                         TokenRange phrase, NameKind kind) {
  std::size_t end = phrase.first;
  while (end <= phrase.last && !ends_phrase(words[end])) ++end;
  while (end > phrase.first && !is_part_of_name(words[end - 1])) --end;
  std::size_t first = run_begin(words, phrase.first, end);
  if (first == end) return std::nullopt;
  if (kind == NameKind::kPerson) {
    if (title_word(words[end - 1]) == TitleWord::kTitle) return std::nullopt;
    first = last_title(words, first, end - 1);
    return without_titles(words, {first, end - 1});
  }
  return TokenRange{first, end - 1};
}

void add_demonyms(std::span<const std::string> words, std::span<const TokenSpan> tokens,
                  std::vector<LabelledMention>& mentions) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_capitalised(words[i]) || !is_demonym(words[i])) continue;
    const auto same =
        std::ranges::find_if(mentions, [&](const LabelledMention& mention) {
          return mention.begin < tokens[i].end && tokens[i].begin < mention.end;
        });
    if (same == mentions.end()) {
      mentions.push_back({.begin = tokens[i].begin,
                          .end = tokens[i].end,
                          .kind = NameKind::kPlace,
                          .is_demonym = true});
    } else if (same->begin == tokens[i].begin && same->end == tokens[i].end) {
      if (same->kind != NameKind::kPlace) same->entity = same->link = "";
      same->kind = NameKind::kPlace;
      same->is_demonym = true;
    }
  }
  sort_mentions(mentions);
}

}  // namespace dateline::corpora
