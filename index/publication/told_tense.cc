#include "index/publication/told_tense.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "index/publication/phrase_set.h"
#include "index/publication/words.h"

namespace dateline::publication {
namespace {

// Verbs in the past that do not end in "ed".
constexpr PhraseSet kPastVerbs(std::to_array<std::string_view>(
    {"was",      "were",    "had",     "did",    "went",   "came",     "became",
     "began",    "begun",   "won",     "lost",   "died",   "born",     "took",
     "taken",    "made",    "led",     "left",   "met",    "fell",     "rose",
     "saw",      "seen",    "found",   "sold",   "built",  "beat",     "wrote",
     "held",     "been",    "said",    "told",   "gave",   "given",    "got",
     "grew",     "kept",    "knew",    "paid",   "ran",    "sent",     "set",
     "cut",      "shot",    "sat",     "spent",  "spoke",  "stood",    "swept",
     "sank",     "struck",  "swore",   "sworn",  "taught", "thought",  "threw",
     "drew",     "flew",    "fled",    "fought", "forced", "froze",    "hit",
     "hurt",     "bought",  "brought", "broke",  "broken", "caught",   "chose",
     "chosen",   "drove",   "put",     "quit",   "retook", "overtook", "underwent",
     "withdrew", "written", "ended",   "ago"}));

// A tense that is not the past, and verbs of what is arranged.
constexpr PhraseSet kOtherVerbs(std::to_array<std::string_view>(
    {"will",     "would",    "shall",    "should",  "could",   "can",      "cannot",
     "may",      "might",    "must",     "be",      "is",      "are",      "am",
     "begins",   "starts",   "opens",    "ends",    "expires", "leaves",   "reverts",
     "returns",  "becomes",  "closes",   "arrives", "arrive",  "launches", "faces",
     "finishes", "retires",  "expects",  "plans",   "hopes",   "aims",     "wants",
     "takes",    "comes",    "runs",     "goes",    "falls",   "starting", "beginning",
     "ending",   "opening",  "closing",  "aiming",  "looking", "planning", "expecting",
     "hoping",   "becoming", "entering", "leading", "require", "requires", "calls",
     "call",     "provides", "provide",  "allows",  "allow",   "matures",  "seeks",
     "seek",     "take",     "give"}));

constexpr PhraseSet kAuxiliaries(std::to_array<std::string_view>(
    {"be", "is", "are", "being", "get", "gets", "to", "will", "would", "can", "could",
     "must", "may", "should", "if", "when", "once", "until", "unless"}));
constexpr PhraseSet kReportingVerbs(std::to_array<std::string_view>(
    {"said", "says", "told", "added", "noted", "explained", "asked"}));

// Before "ed" they make it an adjective: "a limited success".
constexpr PhraseSet kDeterminers(std::to_array<std::string_view>(
    {"a", "an", "the", "this", "its", "his", "her", "their", "our", "my", "any", "no",
     "some", "more", "most", "all", "new", "of", "with"}));

// "Managed to secure" is done.
constexpr PhraseSet kDoneBeforeTo(
    std::to_array<std::string_view>({"managed", "able", "forced", "began", "started",
                                     "continued", "on", "used", "helped", "came"}));

// "to" before these is no infinitive: "returned to profit".
constexpr PhraseSet kNounsBehindTo(std::to_array<std::string_view>(
    {"profit", "death",      "power",    "work",   "office", "prison",   "jail",
     "court",  "life",       "school",   "war",    "trial",  "hospital", "victory",
     "fame",   "parliament", "congress", "second", "third",  "first",    "top",
     "number", "them",       "him",      "me",     "us",     "you",      "it",
     "what",   "which",      "whom",     "more",   "less",   "about",    "around",
     "nearly", "almost",     "just",     "only",   "over",   "under",    "between",
     "within", "one",        "two",      "three",  "four",   "five"}));

struct Word {
  std::string_view lower;
  bool capital = false;
};

std::vector<Word> words_of(const Stretch& stretch) {
  const std::string_view text = stretch.written;
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at]) && !is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    const bool lower = text[at] >= 'a' && text[at] <= 'z';
    words.push_back({stretch.lower.substr(at, end - at), !lower});
    at = end;
  }
  return words;
}

// "secured", "voted".
bool has_past_form(std::string_view word) {
  constexpr std::size_t kShortest = 5;
  return word.size() >= kShortest && word.ends_with("ed") && !word.ends_with("eed");
}

bool is_adverb(std::string_view word) {
  return word.ends_with("ly") || word == "not" || word == "also" || word == "first" ||
         word == "then" || word == "already";
}

bool is_infinitive(const std::vector<Word>& words, std::size_t at) {
  if (words[at].lower != "to" || at + 1 == words.size()) return false;
  if (at > 0 && kDoneBeforeTo.has(words[at - 1].lower)) return false;
  const Word& next = words[at + 1];
  return !next.capital && !kDeterminers.has(next.lower) &&
         !kNounsBehindTo.has(next.lower);
}

enum class Verb { kNone, kPast, kOther };

// A past form by the word before it, with no adverb between.
Verb past_form(const std::vector<Word>& words, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && is_adverb(words[before - 1].lower)) --before;
  if (before == 0) return Verb::kPast;
  const std::string_view word = words[before - 1].lower;
  if (kAuxiliaries.has(word)) return Verb::kOther;
  return kDeterminers.has(word) ? Verb::kNone : Verb::kPast;
}

Verb verb_at(const std::vector<Word>& words, std::size_t at) {
  const std::string_view word = words[at].lower;
  if (kOtherVerbs.has(word) || is_infinitive(words, at)) return Verb::kOther;
  const bool past = kPastVerbs.has(word) || has_past_form(word);
  return past ? past_form(words, at) : Verb::kNone;
}

// The verb nearest to the end of `words`, in the clause that ends there.
Verb last_verb(const std::vector<Word>& words) {
  for (std::size_t at = words.size(); at-- > 0;) {
    if (words[at].lower == "that") break;
    if (const Verb verb = verb_at(words, at); verb != Verb::kNone) return verb;
  }
  return Verb::kNone;
}

// The first verb, but for "…, he said".
Verb first_verb(const std::vector<Word>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (kReportingVerbs.has(words[at].lower)) return Verb::kOther;
    if (const Verb verb = verb_at(words, at); verb != Verb::kNone) return verb;
  }
  return Verb::kNone;
}

}  // namespace

Past told_past(const Stretch& before, const Stretch& behind) {
  constexpr std::size_t kMostWordsOfOpening = 3;
  const std::vector<Word> words = words_of(before);
  if (!words.empty() && words.back().lower == "since") return Past::kTold;
  const Verb verb = last_verb(words);
  if (verb != Verb::kNone) return verb == Verb::kPast ? Past::kTold : Past::kUntold;
  // "In March 1998, after a year, it opened".
  const Stretch clause = before.from(before.written.rfind(',') + 1);
  if (words_of(clause).size() > kMostWordsOfOpening) return Past::kUntold;
  return first_verb(words_of(behind)) == Verb::kPast ? Past::kLikely : Past::kUntold;
}

}  // namespace dateline::publication
