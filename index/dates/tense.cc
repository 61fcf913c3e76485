#include "index/dates/tense.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::dates {
namespace {

constexpr std::size_t kReach = 90;       // Bytes that a future governs.
constexpr std::size_t kLongestWord = 9;  // "scheduled"
constexpr std::size_t kAbbreviation = 4;

// What comes after these is to come.
constexpr auto kAhead = std::to_array<std::string_view>(
    {"begins", "defends", "due",       "expected", "expects", "expires", "faces",
     "hosts",  "meets",   "next",      "opens",    "planned", "plans",   "resumes",
     "shall",  "turns",   "scheduled", "upcoming", "will",    "would"});

// What comes after these has happened, whatever stood before.
constexpr auto kPast = std::to_array<std::string_view>(
    {"added", "agreed", "decided", "announced", "began", "came", "did",
     "died",  "had",    "has",     "lasted",    "met",   "said", "since",
     "told",  "was",    "waited",  "voted",     "went",  "were", "wrote"});

// Right before the date these point ahead: "until Friday".
constexpr auto kDeadlines = std::to_array<std::string_view>({"by", "till", "until"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_inner(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
}

// Gives the words of a text from its end to the beginning of the sentence.
class BackwardReader {
 public:
  explicit BackwardReader(std::string_view text)
      : text_(text.substr(text.size() - std::min(text.size(), kReach))),
        cut_(text_.size() < text.size()) {}

  // False at the beginning of the sentence.
  bool next() {
    std::size_t end = text_.size();
    while (end > 0 && !is_inner(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_inner(text_[begin - 1])) --begin;
    // A word that the reach cuts in two says nothing.
    if (begin == end || (begin == 0 && cut_)) return false;
    const auto gap = text_.substr(end);
    const auto word = text_.substr(begin, end - begin);
    if (ends_sentence(word, gap)) return false;
    comma_ = !gap.empty() && gap[0] == ',';
    size_ = 0;
    name_ = word.size() > 1 && word[0] < 'a' && word[1] >= 'a';
    if (word.size() <= kLongestWord)
      for (const char c : word)
        lower_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    else
      lower_[size_++] = '-';
    text_ = text_.substr(0, begin);
    return true;
  }

  // In lower case; "-" for a long one.
  std::string_view word() const { return {lower_.data(), size_}; }
  // Whether the word has a capital and small letters.
  bool is_name() const { return name_; }
  // Whether a comma follows the word.
  bool before_comma() const { return comma_; }

 private:
  static bool ends_sentence(std::string_view word, std::string_view gap) {
    for (std::size_t i = 0; i < gap.size(); ++i) {
      const char c = gap[i];
      const bool last = i + 1 == gap.size();
      if (c == '!' || c == '?' || c == ';') return true;
      if (c == '\n' && !last && gap[i + 1] == '\n') return true;
      const bool short_form = word.size() <= kAbbreviation && word[0] < 'a';
      if (c == '.' && !last && !short_form) return true;
    }
    return false;
  }

  std::string_view text_;
  bool cut_;
  bool comma_ = false;
  bool name_ = false;
  std::array<char, kLongestWord> lower_{};
  std::size_t size_ = 0;
};

bool is_participle(std::string_view word) {
  return word == "due" || word == "expected" || word == "planned" ||
         word == "scheduled";
}

// "was expected" tells of a plan that is over, "closed due to" of a reason.
bool is_over(BackwardReader& reader) {
  if (!reader.next()) return false;
  const auto word = reader.word();
  return word == "was" || word == "were" || word.ends_with("ed");
}

// "to" of "is to meet", "plans to", which the reader has just given.
bool is_future_to(BackwardReader& reader) {
  if (!reader.next()) return false;
  const auto word = reader.word();
  if (is_participle(word)) return !is_over(reader);
  return word == "is" || word == "are" || word == "set" || word == "hopes" ||
         word == "wants" || word == "plan" || word == "promised" || word == "vowed" ||
         contains(kAhead, word);
}

}  // namespace

bool points_ahead(std::string_view before) {
  BackwardReader reader(before);
  bool clause_end = false;  // Whether "and" or "but" follows the word.
  for (bool first = true; reader.next(); first = false) {
    const auto word = reader.word();
    if (clause_end && reader.before_comma()) return false;
    clause_end = word == "and" || word == "but";
    if (first && contains(kDeadlines, word))
      return !reader.next() || !contains(kPast, reader.word());
    if (contains(kPast, word)) return false;
    if (word == "to") {
      if (is_future_to(reader)) return true;
      continue;
    }
    // Will Smith is a man.
    if (!contains(kAhead, word) || (reader.is_name() && word == "will")) continue;
    return !is_participle(word) || !is_over(reader);
  }
  return false;
}

}  // namespace dateline::dates
