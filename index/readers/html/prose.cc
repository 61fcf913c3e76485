#include "index/readers/html/prose.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "index/readers/encoding.h"

namespace dateline::readers::html {
namespace {

constexpr std::size_t kShortestProse = 60;
constexpr std::size_t kSurelyProse = 200;  // Bytes; enough without a full stop.
constexpr std::size_t kLongestFurniture =
    120;                                   // Longer lines are prose, phrase or not.
constexpr std::size_t kJudgedBytes = 400;  // A paragraph's beginning tells.

// Sorted, for binary search.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",     "al",   "als",  "an",    "and",   "as",  "at",   "auf",  "aux",   "be",
     "but",   "by",   "che",  "com",   "con",   "da",  "dans", "das",  "de",    "dem",
     "den",   "der",  "des",  "di",    "die",   "do",  "du",   "e",    "een",   "ein",
     "eine",  "el",   "en",   "er",    "es",    "est", "et",   "for",  "from",  "had",
     "has",   "hat",  "have", "he",    "het",   "his", "i",    "il",   "im",    "in",
     "is",    "ist",  "it",   "its",   "je",    "la",  "las",  "le",   "les",   "lo",
     "los",   "mit",  "na",   "nicht", "no",    "not", "o",    "of",   "on",    "or",
     "os",    "ou",   "par",  "para",  "per",   "por", "pour", "qu",   "que",   "qui",
     "s",     "said", "se",   "sich",  "sie",   "son", "su",   "sur",  "that",  "the",
     "their", "they", "this", "to",    "um",    "un",  "una",  "und",  "une",   "van",
     "von",   "was",  "we",   "were",  "which", "who", "will", "with", "would", "y",
     "zu",    "zum"});
static_assert(std::ranges::is_sorted(kStopWords));

// How furniture begins, in lower case.
constexpr auto kFurnitureStarts =
    std::to_array<std::string_view>({"accept cookies",
                                     "accept all",
                                     "ad choices",
                                     "advertisement",
                                     "- advertisement",
                                     "a lire aussi",
                                     "all rights reserved",
                                     "already a subscriber",
                                     "already have an account",
                                     "also read",
                                     "anzeige",
                                     "article continues below",
                                     "become a member",
                                     "by signing up",
                                     "click here",
                                     "comments",
                                     "continue reading",
                                     "copyright",
                                     "download the app",
                                     "download our app",
                                     "email this",
                                     "enter your email",
                                     "filed under",
                                     "find out more",
                                     "follow us",
                                     "get our",
                                     "get the latest",
                                     "join our",
                                     "join the conversation",
                                     "leave a comment",
                                     "leave a reply",
                                     "lees ook",
                                     "lesen sie auch",
                                     "lire aussi",
                                     "listen to this article",
                                     "load more",
                                     "loading",
                                     "log in",
                                     "mehr zum thema",
                                     "more from",
                                     "more on this",
                                     "more stories",
                                     "most read",
                                     "not a subscriber",
                                     "post a comment",
                                     "print this",
                                     "publicidad",
                                     "publicit\xC3\xA9",
                                     "read also",
                                     "read full article",
                                     "read more",
                                     "read next",
                                     "recommended",
                                     "related articles",
                                     "related stories",
                                     "related topics",
                                     "related:",
                                     "report this ad",
                                     "save article",
                                     "scroll to continue",
                                     "see also",
                                     "share on",
                                     "share this",
                                     "sign in",
                                     "sign up",
                                     "skip advertisement",
                                     "skip to",
                                     "sponsored",
                                     "story continues below",
                                     "subscribe",
                                     "tags:",
                                     "the post ",
                                     "this article is for subscribers",
                                     "this website uses cookies",
                                     "to continue reading",
                                     "topics:",
                                     "view comments",
                                     "we use cookies",
                                     "you may also like",
                                     "you might also like",
                                     "\xC3\x80 lire aussi",
                                     "\xC2\xA9"});

constexpr auto kEnds = std::to_array<std::string_view>({"comments",
                                                        "comment",
                                                        "kommentare",
                                                        "commentaires",
                                                        "comentarios",
                                                        "leave a reply",
                                                        "leave a comment",
                                                        "join the conversation",
                                                        "related articles",
                                                        "related stories",
                                                        "related news",
                                                        "more from",
                                                        "more stories",
                                                        "read next",
                                                        "you may also like",
                                                        "you might also like",
                                                        "recommended for you",
                                                        "recommended stories",
                                                        "most read",
                                                        "most popular",
                                                        "trending now",
                                                        "mehr zum thema",
                                                        "lesen sie auch",
                                                        "lire aussi",
                                                        "sur le m\xC3\xAAme sujet",
                                                        "about the author",
                                                        "share this",
                                                        "add a comment"});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<std::uint8_t>(c) >= 0x80;
}

struct WordCount {
  std::size_t words = 0;
  std::size_t stop_words = 0;
};

WordCount count_words(std::string_view text) {
  WordCount count;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    ++count.words;
    if (i - begin > 5) continue;  // Longer than all stop words.
    const std::string word = ascii_lower(text.substr(begin, i - begin));
    count.stop_words += std::ranges::binary_search(kStopWords, word) ? 1 : 0;
  }
  return count;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  constexpr auto kClosing = std::to_array<std::string_view>(
      {"\"", "'", ")", "]", " ", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x9C",
       "\xC2\xBB", "\xE2\x80\xBA"});
  constexpr auto kStops =
      std::to_array<std::string_view>({".", "!", "?", ":", "\xE2\x80\xA6",
                                       "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"});
  const auto ends = [&](std::string_view mark) { return text.ends_with(mark); };
  for (auto found = std::ranges::find_if(kClosing, ends); found != kClosing.end();
       found = std::ranges::find_if(kClosing, ends)) {
    text.remove_suffix(found->size());
  }
  return std::ranges::any_of(kStops, ends);
}

bool is_prose(std::string_view text) {
  if (text.size() < kShortestProse) return false;
  if (text.size() < kSurelyProse && !ends_sentence(text)) return false;
  const std::string_view judged = cut_utf8(text, kJudgedBytes);
  const auto foreign = std::ranges::count_if(
      judged, [](char c) { return static_cast<std::uint8_t>(c) >= 0x80; });
  if (static_cast<std::size_t>(foreign) * 3 > judged.size()) return true;
  const auto [words, stop_words] = count_words(judged);
  return stop_words * 100 >= words * 15;
}

bool is_furniture(std::string_view text) {
  if (text.size() > kLongestFurniture) return false;
  const std::string lower = ascii_lower(text);
  const bool phrase = std::ranges::any_of(
      kFurnitureStarts,
      [&](std::string_view start) { return lower.starts_with(start); });
  if (!phrase) return false;
  // "The post X appeared first on Y." is what WordPress adds to its feeds.
  if (lower.starts_with("the post ")) return lower.find(" first on ") != lower.npos;
  // "Related: the talks ended." can be a sentence only when it is long.
  return text.size() < kShortestProse || !is_prose(text) || lower.find(':') < 20;
}

bool ends_article(std::string_view heading) {
  if (heading.size() > kShortestProse) return false;
  const std::string lower = ascii_lower(heading);
  return std::ranges::any_of(kEnds, [&](std::string_view end) {
    if (!lower.starts_with(end)) return false;
    const std::string_view rest = std::string_view(lower).substr(end.size());
    return rest.empty() || rest.find_first_of(" (:") == 0;
  });
}

}  // namespace dateline::readers::html
