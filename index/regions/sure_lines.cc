#include "index/regions/sure_lines.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "index/regions/characters.h"
#include "index/regions/sure_line_lists.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kLongestLine = 100;
constexpr std::size_t kLookedAt = 60;  // Bytes of a longer one.
constexpr char kAnyWords = '*';

enum class Extent { kFirstWord, kLine };

// The line in the form of the lists: words of letters in lower case, "#" for a number,
// one blank between them, apostrophes left out.
std::string plain_form(std::string_view line, Extent extent) {
  constexpr std::string_view kCurlyQuote = "\u2019";
  std::string plain;
  bool apart = false;  // From the word before.
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = lowered(line[i]);
    if (c == '\'') continue;
    if (line.substr(i).starts_with(kCurlyQuote)) {
      i += kCurlyQuote.size() - 1;
      continue;
    }
    const bool number = is_digit(c);
    if (!is_letter(c) && !number) {
      const bool in_number = (c == ',' || c == '.') && plain.ends_with('#') && !apart &&
                             i + 1 < line.size() && is_digit(line[i + 1]);
      apart = !in_number;  // "1,204 votes"
      continue;
    }
    if (number && !apart && plain.ends_with('#')) continue;
    if (apart && !plain.empty()) {
      if (extent == Extent::kFirstWord) break;
      plain.push_back(' ');
    }
    plain.push_back(number ? '#' : c);
    apart = false;
  }
  return plain;
}

std::vector<std::string_view> entries_of(std::string_view list) {
  std::vector<std::string_view> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of("|\n"), list.size());
    if (end > 0) entries.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return entries;
}

struct LineEnds {
  bool is_small = false;    // Begins with a small letter.
  bool is_quote = false;    // Begins with a mark of quotation.
  bool is_stopped = false;  // Ends as a sentence does, or is long.
};

bool begins_with_quote(std::string_view line) {
  return line.front() == '"' || line.front() == '\'' || line.starts_with("\u201C") ||
         line.starts_with("\u2018") || line.starts_with("\u00AB");
}

// Lines of one region, by their first words.
class LineSet {
 public:
  explicit LineSet(std::string_view list) {
    for (const std::string_view entry : entries_of(list)) {
      const bool open = entry.ends_with(kAnyWords);
      const std::string_view text = open ? entry.substr(0, entry.size() - 1) : entry;
      Entries& entries = by_first_word_[first_word(text)];
      (open ? entries.openings : entries.lines).push_back(text);
    }
  }

  // The tail of a broken sentence, "share.", is none of them.
  bool contains(std::string_view plain, const LineEnds& ends) const {
    const auto found = by_first_word_.find(first_word(plain));
    if (found == by_first_word_.end()) return false;
    const auto& [lines, openings] = found->second;
    const bool is_word = plain.find(' ') == plain.npos;
    if (std::ranges::find(lines, plain) != lines.end()) {
      return !(ends.is_stopped && is_word);
    }
    constexpr std::ptrdiff_t kSureWords = 3;
    if (ends.is_small || (ends.is_quote && ends.is_stopped)) return false;
    return std::ranges::any_of(openings, [&](std::string_view opening) {
      return opens(plain, opening) &&
             (!ends.is_stopped || words_of(opening) >= kSureWords);
    });
  }

 private:
  struct Entries {
    std::vector<std::string_view> lines;
    std::vector<std::string_view> openings;  // "powered by *" wants another word.
  };

  static std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
  }

  // Whether `plain` begins with `opening`, and with no part of a word.
  static bool opens(std::string_view plain, std::string_view opening) {
    return plain.starts_with(opening) &&
           (plain.size() == opening.size() || opening.ends_with(' ') ||
            plain[opening.size()] == ' ');
  }

  static std::ptrdiff_t words_of(std::string_view opening) {
    return std::ranges::count(opening, ' ') + (opening.ends_with(' ') ? 0 : 1);
  }

  std::unordered_map<std::string_view, Entries> by_first_word_;
};

// Whether any list has a line that begins like this one: most lines are done with that.
bool has_listed_beginning(std::string_view line) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    for (const std::string_view list :
         {kSureFurnitureLines, kSureRelatedLines, kSureCreditLines, kShareWords}) {
      for (const std::string_view entry : entries_of(list)) {
        all.insert(entry.substr(0, entry.find_first_of(" *")));
      }
    }
    return all;
  }();
  return words.contains(plain_form(line, Extent::kFirstWord));
}

// A row of buttons: "Facebook Twitter Email".
bool is_share_row(std::string_view plain) {
  static const LineSet share_words(kShareWords);
  constexpr std::size_t kLongWord = 4;  // "31 x 51" is a size.
  std::size_t words = 0;
  bool has_long = false;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    const std::string_view word = plain.substr(at, end - at);
    if (!share_words.contains(word, {})) return false;
    words += word == "#" ? 0 : 1;
    has_long = has_long || word.size() >= kLongWord;
    at = end + 1;
  }
  return words >= 2 && has_long;
}

}  // namespace

std::optional<Region> sure_region(std::string_view line) {
  static const LineSet furniture(kSureFurnitureLines);
  static const LineSet related(kSureRelatedLines);
  static const LineSet credits(kSureCreditLines);
  if (line.empty()) return std::nullopt;
  if (line == "-30-" || line == "###" || line == "# # #") return Region::kFurniture;
  if (!has_listed_beginning(line)) return std::nullopt;
  const bool is_long = line.size() > kLongestLine;
  const std::string plain =
      plain_form(is_long ? line.substr(0, kLookedAt) : line, Extent::kLine);
  const LineEnds ends{
      .is_small = is_lower(line.front()),
      .is_quote = begins_with_quote(line),
      .is_stopped = is_long || (ends_sentence(line) && !line.ends_with(':'))};
  if (furniture.contains(plain, ends)) return Region::kFurniture;
  if (!ends.is_stopped && is_share_row(plain)) return Region::kFurniture;
  if (related.contains(plain, ends)) return Region::kRelated;
  if (credits.contains(plain, ends)) return Region::kCredit;
  return std::nullopt;
}

}  // namespace dateline::regions
