#include "index/readers/headline.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestSentenceTitle = 100;
constexpr std::size_t kMostCandidates = 6;
constexpr std::size_t kTextLookedAt = std::size_t{8} << 10;

// What pages say of themselves before the article begins.
constexpr std::array<std::string_view, 12> kPageWords = {"advertisement",
                                                         "home",
                                                         "log in",
                                                         "menu",
                                                         "news",
                                                         "search",
                                                         "share",
                                                         "sign in",
                                                         "skip to content",
                                                         "skip to main content",
                                                         "subscribe",
                                                         "watch live"};

bool is_letter(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Line {
  std::string_view text;
  bool blank_follows = false;
};

// Takes the next line that is not blank off `rest`.
Line take_line(std::string_view& rest) {
  Line line;
  while (line.text.empty() && !rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    line.text = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  line.blank_follows = trim(rest.substr(0, rest.find('\n'))).empty();
  return line;
}

// Whether a full stop ends the line that is none of an abbreviation ("U.S.", "Inc.").
bool ends_with_full_stop(std::string_view line) {
  for (const std::string_view closing : {"\"", "'", ")", "\u201D", "\u2019"}) {
    if (line.ends_with(closing)) line.remove_suffix(closing.size());
  }
  if (!line.ends_with('.') || line.ends_with("..")) return false;
  line.remove_suffix(1);
  const std::string_view word = line.substr(line.find_last_of(" (") + 1);
  const auto is_letter_or_dot = [](char c) { return c == '.' || is_letter(c); };
  if (word.find('.') != word.npos && std::ranges::all_of(word, is_letter_or_dot)) {
    return false;
  }
  constexpr std::array<std::string_view, 8> kAbbreviations = {
      "inc", "co", "corp", "ltd", "jr", "sr", "plc", "st"};
  return std::ranges::find(kAbbreviations, ascii_lower(word)) == kAbbreviations.end();
}

bool can_be_title(const Line& line) {
  if (line.text.size() > kLongestTitle) return false;
  if (!ends_with_full_stop(line.text)) return true;
  return line.blank_follows && line.text.size() <= kLongestSentenceTitle;
}

bool is_page_words(std::string_view line) {
  while (!line.empty() && !is_letter(line.front())) line.remove_prefix(1);
  while (!line.empty() && !is_letter(line.back())) line.remove_suffix(1);
  return line.empty() ||
         std::ranges::find(kPageWords, ascii_lower(line)) != kPageWords.end();
}

// Words of four letters or more, in lower case; shorter ones say little.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    if (i - begin >= 4) words.push_back(ascii_lower(text.substr(begin, i - begin)));
    if (i == begin) ++i;
  }
  return words;
}

// How far the words of a line are those of the text.
struct Overlap {
  std::size_t words = 0;
  std::size_t shared = 0;
};

Overlap overlap(std::string_view line, const std::unordered_set<std::string>& text) {
  Overlap result;
  for (const std::string& word : long_words(line)) {
    ++result.words;
    result.shared += text.contains(word) ? 1 : 0;
  }
  return result;
}

// Passes over a first line that has little to do with the text for a line that has.
std::string_view choose(const std::vector<std::string_view>& candidates,
                        std::string_view text) {
  const std::string_view first = candidates.front();
  if (candidates.size() == 1) return first;
  const auto words = long_words(text.substr(0, kTextLookedAt));
  const std::unordered_set<std::string> vocabulary(words.begin(), words.end());
  const Overlap of_first = overlap(first, vocabulary);
  if (of_first.shared * 2 > of_first.words) return first;
  for (const std::string_view line : candidates) {
    if (line.ends_with('?') || ends_with_full_stop(line)) continue;
    const Overlap o = overlap(line, vocabulary);
    if (o.shared >= 3 && o.shared * 10 >= o.words * 6) return line;
  }
  return first;
}

}  // namespace

std::string_view find_headline(std::string_view text) {
  std::vector<std::string_view> candidates;
  std::string_view rest = text;
  while (candidates.size() < kMostCandidates) {
    const std::string_view before = rest;
    const Line line = take_line(rest);
    if (line.text.empty()) break;
    if (!can_be_title(line)) {
      rest = before;
      break;
    }
    if (!is_page_words(line.text)) candidates.push_back(line.text);
  }
  if (candidates.empty()) return {};
  if (candidates.size() > 1 && candidates[0].size() > candidates[1].size() &&
      candidates[1].size() >= 12 && candidates[0].ends_with(candidates[1])) {
    return candidates[1];
  }
  return choose(candidates, rest);
}

}  // namespace dateline::readers
