#include "index/text/word_splitter.h"

#include <algorithm>
#include <array>

#include "index/text/eight_bytes.h"
#include "index/text/utf8.h"

namespace dateline::text {
namespace {

using Elision = std::string_view;

constexpr std::array kFrench = {Elision("l"),      Elision("d"),      Elision("j"),
                                Elision("m"),      Elision("t"),      Elision("s"),
                                Elision("n"),      Elision("c"),      Elision("qu"),
                                Elision("jusqu"),  Elision("lorsqu"), Elision("puisqu"),
                                Elision("quoiqu"), Elision("quelqu")};
constexpr std::array kItalian = {
    Elision("l"),     Elision("d"),     Elision("c"),    Elision("m"),
    Elision("t"),     Elision("s"),     Elision("n"),    Elision("v"),
    Elision("un"),    Elision("gl"),    Elision("all"),  Elision("dall"),
    Elision("dell"),  Elision("nell"),  Elision("sull"), Elision("coll"),
    Elision("quell"), Elision("quest"), Elision("bell"), Elision("sant"),
    Elision("anch"),  Elision("com"),   Elision("dov"),  Elision("cos"),
    Elision("mezz"),  Elision("nessun")};
constexpr std::array kCatalan = {Elision("l"), Elision("d"), Elision("m"),
                                 Elision("t"), Elision("s"), Elision("n")};

std::span<const std::string_view> elisions_of(std::string_view language) {
  if (language == "french") return kFrench;
  if (language == "italian") return kItalian;
  if (language == "catalan") return kCatalan;
  return {};
}

/// A character with its class; kOther at the end of the text.
struct Seen {
  CharClass what = CharClass::kOther;
  char32_t code = 0;
  const char* next = nullptr;
};

Seen look(const char* at, const char* end) {
  if (at >= end) return {CharClass::kOther, 0, end};
  const auto [code, length] = decode_char(at, end);
  return {class_of(code), code, at + length};
}

bool digit_at(const char* at, const char* end) {
  return at < end && is_ascii_digit(*at);
}

const char* skip_digits(const char* at, const char* end) {
  while (digit_at(at, end)) ++at;
  return at;
}

const char* skip_marks(const char* at, const char* end) {
  for (Seen mark = look(at, end); mark.what == CharClass::kMark; mark = look(at, end)) {
    at = mark.next;
  }
  return at;
}

/// True when `sign` and digits follow: the number goes on in another field.
bool field_follows(const char* at, const char* end, char sign) {
  return at < end && *at == sign && digit_at(at + 1, end);
}

/// True when digits and `sign` stand before `at`.
bool field_precedes(const char* text, const char* at, char sign) {
  return at - text >= 2 && at[-1] == sign && is_ascii_digit(at[-2]);
}

/// The end of 1,000 or 12,34,567 when the digits up to `at` are the first of such
/// groups; else `at`. Bounded: a list of numbers is no number.
const char* skip_groups(const char* begin, const char* at, const char* end) {
  constexpr int kMaxGroups = 8;
  if (at - begin > 3) return at;
  const char* group = at;
  for (int groups = 0; groups < kMaxGroups && field_follows(group, end, ',');
       ++groups) {
    const char* after = group + 1;
    while (after - group <= 4 && digit_at(after, end)) ++after;
    const auto digits = after - group - 1;
    if (digits != 2 && digits != 3) return at;
    group = after;
    if (!field_follows(group, end, ',')) return digits == 3 ? group : at;
  }
  return at;
}

/// The end of the number that begins at `at`, a digit: 1,000 and 3.5 are one number;
/// the fields of 1.2.3 and 1,2,3 are many.
const char* read_number(const char* text, const char* at, const char* end) {
  const char* const begin = at;
  at = skip_digits(at, end);
  if (!field_precedes(text, begin, ',')) at = skip_groups(begin, at, end);
  if (field_follows(at, end, '.') && !field_precedes(text, begin, '.')) {
    const char* const after = skip_digits(at + 1, end);
    if (!field_follows(after, end, '.')) at = after;
  }
  return at;
}

/// The end of the single letter at `at`, its marks included; null when it is no letter
/// or more letters follow.
const char* single_letter(const char* at, const char* end) {
  const Seen letter = look(at, end);
  if (!is_letter(letter.what)) return nullptr;
  const char* const after = skip_marks(letter.next, end);
  const Seen follower = look(after, end);
  if (starts_word(follower.what) || follower.what == CharClass::kIgnored)
    return nullptr;
  if (follower.what == CharClass::kApostrophe) {  // d'Amico is a word, S.'s is none.
    const Seen behind = look(follower.next, end);
    const bool possessive = behind.code == U's' || behind.code == U'S';
    if (is_letter(behind.what) && !possessive) return nullptr;
  }
  return after;
}

/// The end of the acronym that begins at `at` (U.S., a.m, U.N.), its last point
/// included; null when there are not two letters of it.
const char* read_acronym(const char* at, const char* end) {
  const char* last = nullptr;
  int letters = 0;
  for (const char* after = single_letter(at, end); after != nullptr;
       after = single_letter(last + 1, end)) {
    last = after;
    ++letters;
    if (last == end || *last != '.') break;
  }
  if (letters < 2) return nullptr;
  const bool point = last < end && *last == '.';
  return point && !starts_word(look(last + 1, end).what) ? last + 1 : last;
}

}  // namespace

WordSplitter::WordSplitter(std::string_view language)
    : elisions_(elisions_of(language)), drops_suffix_(language == "turkish") {}

const char* WordSplitter::find_word(const char* at, const char* end) const {
  while (at < end) {
    const std::uint64_t bytes = load_eight(at, end);
    const unsigned skipped =
        unflagged_length(flag_letters(bytes) | flag_digits(bytes) | flag_high(bytes));
    at += std::min<std::ptrdiff_t>(skipped, end - at);
    if (skipped == 8) continue;
    if ((byte_bits(*at) & kByteHigh) == 0) return at;
    const Seen seen = look(at, end);
    if (starts_word(seen.what)) return at;
    at = seen.next;
  }
  return end;
}

WordSpan WordSplitter::read_word(const char* text, const char* at,
                                 const char* end) const {
  WordSpan word{at, at, nullptr, false};
  if (const char* acronym = read_acronym(at, end)) {
    word.end = word.next = acronym;
    word.acronym = true;
    read_possessive(word, acronym, end);
    return word;
  }
  Seen first = look(at, end);
  CharClass before = first.what;
  at = is_ascii_digit(*at) ? read_number(text, at, end) : first.next;
  word.end = word.next = at;
  while (at < end) {
    const Seen seen = look(at, end);
    if (seen.what == CharClass::kIgnored) {
      // Written without spaces, Thai marks its words by U+200B.
      if (before == CharClass::kSpaceless && seen.code == 0x200B) break;
      at = seen.next;
      continue;
    }
    if (seen.what == CharClass::kApostrophe) {
      if (at != word.end || !read_apostrophe(word, before, at, end)) break;
      continue;
    }
    if (starts_word(seen.what)) {
      if (!same_run(before, seen.what)) break;
      before = seen.what;
    } else if (seen.what != CharClass::kMark) {
      break;
    }
    word.end = word.next = at = seen.next;
  }
  return word;
}

/// What an apostrophe at `at` does to `word`: false, the word ends before it; else the
/// word goes on, and `at` is behind it.
bool WordSplitter::read_apostrophe(WordSpan& word, CharClass before, const char*& at,
                                   const char* end) const {
  if (read_possessive(word, at, end)) return false;
  const Seen apostrophe = look(at, end);
  const Seen after = look(apostrophe.next, end);
  if (!is_letter(before) || !is_letter(after.what)) return false;
  if (elides(word.begin, at)) return false;
  if (drops_suffix_) {
    const char* suffix = apostrophe.next;
    for (Seen seen = after; is_letter(seen.what); seen = look(suffix, end)) {
      suffix = skip_marks(seen.next, end);
    }
    word.next = suffix;
    return false;
  }
  at = apostrophe.next;
  word.end = word.next = at;
  return true;
}

/// Whether 's stands at `at`; `word` then goes on behind it.
bool WordSplitter::read_possessive(WordSpan& word, const char* at,
                                   const char* end) const {
  const Seen apostrophe = look(at, end);
  if (apostrophe.what != CharClass::kApostrophe) return false;
  const Seen s = look(apostrophe.next, end);
  if (s.code != U's' && s.code != U'S') return false;
  const Seen after = look(s.next, end);
  if (starts_word(after.what) || after.what == CharClass::kMark) return false;
  word.next = s.next;
  return true;
}

bool WordSplitter::elides(const char* begin, const char* apostrophe) const {
  return std::any_of(elisions_.begin(), elisions_.end(), [&](std::string_view elision) {
    return std::equal(begin, apostrophe, elision.begin(), elision.end(),
                      [](char c, char lower) { return ascii_lower(c) == lower; });
  });
}

bool WordSplitter::ends_plainly(const char* begin, const char* at, const char* end,
                                std::uint8_t bits) const {
  if (at == end) return true;
  const std::uint8_t here = byte_bits(*at);
  if ((here & (kByteWord | kByteHigh | kByteInner)) == 0) return true;
  if ((here & kByteWord) != 0) return false;
  if ((here & kByteHigh) != 0) {
    const CharClass what = look(at, end).what;
    return what == CharClass::kOther || what == CharClass::kLink;
  }
  if (at + 1 == end) return true;
  const std::uint8_t after = byte_bits(at[1]);
  if ((after & (kByteWord | kByteHigh)) == 0) return true;
  switch (*at) {
    case '.':  // Part of 3.5, of U.S.
      return (bits & kByteDigit) != 0 ? (after & kByteDigit) == 0 : at - begin != 1;
    case ',':
      return (bits & kByteDigit) == 0 || (after & kByteDigit) == 0;
    default:
      return false;
  }
}

std::uint32_t WordSplitter::link_length(const char* at, const char* end) const {
  if (at >= end || (byte_bits(*at) & (kByteLink | kByteHigh)) == 0) return 0;
  const Seen link = look(at, end);
  if (link.what != CharClass::kLink) return 0;
  const CharClass after = look(link.next, end).what;
  if (!starts_word(after) || after == CharClass::kSingle) return 0;
  return static_cast<std::uint32_t>(link.next - at);
}

}  // namespace dateline::text
