#include "index/text/regions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>

namespace dateline::text {
namespace {

constexpr std::size_t kRepeatedLine = 30;  // Bytes; shorter lines may well come twice.
constexpr std::size_t kFurnitureLine = 160;  // Longer lines are prose, phrase or not.
constexpr std::size_t kSubheadLine = 100;

// Lines that begin so are furniture of a page; all phrases in lower case.
constexpr auto kFurnitureStarts = std::to_array<std::string_view>({
    "advertisement",
    "- advertisement",
    "sponsored",
    "leave a reply",
    "leave a comment",
    "click here",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "follow us",
    "share this",
    "share on",
    "like this",
    "source: web",
    "source:",
    "photo:",
    "image:",
    "picture:",
    "copyright",
    "\xC2\xA9",
    "all rights reserved",
    "terms of use",
    "privacy policy",
    "skip to",
    "home updates",
    "loading",
    "print this",
    "email this",
    "post a comment",
    "view comments",
    "comments (",
    "tags:",
    "filed under",
    "join our",
    "download our",
    "get our",
    "this website uses cookies",
    "we use cookies",
    "accept cookies",
    "breaking news",
    "latest news",
    "trending",
    "most read",
    "most popular",
    "fastest news",
    "your email address",
    "required fields are",
    "powered by",
    "back to top",
    "next article",
    "previous article",
    "cancel reply",
    "advertise with",
    "support our journalism",
    "listen to this",
    "watch live",
    "newsletter",
});

// Lines that have these anywhere, and are short, are furniture too.
constexpr auto kFurnitureParts = std::to_array<std::string_view>({
    "all rights reserved",
    "uses cookies",
    "our cookie",
    "privacy policy",
    "terms of service",
    "leave a comment",
    "leave a reply",
    "subscribe to",
    "sign up for",
    "follow us on",
    "click here to",
    "share this article",
    "your inbox",
    "opt-out if you wish",
    "app store",
    "enable javascript",
});

constexpr auto kRelatedStarts = std::to_array<std::string_view>({
    "read also",        "read more",       "also read",    "related:",
    "related articles", "related stories", "related news", "related content",
    "more on this",     "more from",       "see also",     "you may also",
    "you might also",   "recommended",     "don't miss",   "watch:",
    "listen:",          "further reading", "more stories",
});

constexpr auto kCreditParts = std::to_array<std::string_view>({
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
    "reporting by",
    "additional reporting",
    "editing by",
    "compiled by",
    "writing by",
});

std::string_view trim(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = line.find_first_not_of(kBlanks);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

void lower(std::string_view line, std::string& out) {
  out.assign(line);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
}

template <typename Phrases>
bool starts_with_any(std::string_view line, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return line.starts_with(phrase); });
}

template <typename Phrases>
bool contains_any(std::string_view line, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return line.find(phrase) != line.npos;
  });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "3. ", "[3]", "3) ": how many bytes; 0 where the line has no number.
std::size_t list_number(std::string_view line) {
  std::size_t at = line.starts_with('[') ? 1 : 0;
  const std::size_t first = at;
  while (at < line.size() && at < first + 3 && is_digit(line[at])) ++at;
  if (at == first || at == line.size()) return 0;
  const bool marked = line[at] == '.' || line[at] == ')' || line[at] == ']';
  return marked && at + 1 < line.size() && line[at + 1] == ' ' ? at + 2 : 0;
}

bool is_bullet(std::string_view line) {
  return line.starts_with("\xE2\x80\xA2") || line.starts_with("* ") ||
         line.starts_with("- ") || line.starts_with("\xC2\xB7");
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'", ")"})
    if (line.ends_with(quote)) line.remove_suffix(quote.size());
  return line.ends_with('.') || line.ends_with('!') || line.ends_with("...") ||
         line.ends_with(',') || line.ends_with(';');
}

// One line of the body.
struct Line {
  std::size_t end = 0;  // After its newline.
  Region region = Region::kBody;
  bool blank = false;
  bool terse = false;  // Short, and no sentence: a subhead where it stands in prose.
};

class LineClassifier {
 public:
  explicit LineClassifier(std::string_view title) { seen_.insert(hash(trim(title))); }

  Line classify(std::string_view whole) {
    const auto line = trim(whole);
    Line result;
    result.blank = line.empty();
    if (line.empty()) return result;
    lower(line.substr(0, kFurnitureLine), lower_);
    const bool short_line = line.size() <= kFurnitureLine;
    const bool repeated = !seen_.insert(hash(line)).second;
    if (starts_with_any(lower_, kRelatedStarts) && short_line) {
      result.region = Region::kRelated;
    } else if (short_line && is_furniture(line)) {
      result.region = Region::kFurniture;
    } else if (repeated && line.size() >= kRepeatedLine) {
      result.region = Region::kCaption;
    } else if (is_reference(line)) {
      result.region = Region::kReference;
    } else if (short_line && contains_any(lower_, kCreditParts)) {
      result.region = Region::kCredit;
    } else if (is_bullet(line)) {
      result.region = Region::kList;
    } else {
      result.terse = line.size() <= kSubheadLine && !ends_sentence(line);
    }
    return result;
  }

 private:
  static std::size_t hash(std::string_view line) {
    return std::hash<std::string_view>()(line);
  }

  bool is_furniture(std::string_view line) const {
    // The signature under an agency's story.
    if (lower_ == "reuter" || lower_ == "reuters") return true;
    if (contains_any(lower_, kFurnitureParts)) return true;
    // A sentence may begin like furniture; furniture is rarely a sentence.
    return starts_with_any(lower_, kFurnitureStarts) && !is_sentence(line);
  }

  static bool is_sentence(std::string_view line) {
    return line.size() > 60 && ends_sentence(line);
  }

  static bool is_reference(std::string_view line) {
    const bool url =
        line.find("http://") != line.npos || line.find("https://") != line.npos;
    return url && list_number(line) > 0;
  }

  std::unordered_set<std::size_t> seen_;
  std::string lower_;
};

// Terse lines are subheads only in a text of longer lines, each with prose after it.
void mark_subheads(std::vector<Line>& lines, bool wrapped) {
  if (wrapped) return;
  bool prose_after = false;
  for (std::size_t i = lines.size(); i-- > 0;) {
    Line& line = lines[i];
    if (line.blank) continue;
    if (line.terse && prose_after) line.region = Region::kSubhead;
    const bool text = line.region == Region::kBody || line.region == Region::kList;
    prose_after = text && !line.terse;
  }
}

// Whether the lines are those of a page, not of its paragraphs.
bool is_wrapped(std::string_view body) {
  constexpr std::size_t kPageWidth = 100;
  std::size_t line = 0;
  std::size_t lines = 0;
  while (line < body.size()) {
    const auto end = std::min(body.find('\n', line), body.size());
    if (end - line > kPageWidth) return false;
    line = end + 1;
    ++lines;
  }
  return lines > 1;
}

}  // namespace

std::vector<RegionSpan> find_regions(std::string_view title, std::string_view body) {
  std::vector<Line> lines;
  LineClassifier classifier(title);
  for (std::size_t at = 0; at < body.size();) {
    const auto newline = body.find('\n', at);
    const auto end = newline == body.npos ? body.size() : newline + 1;
    lines.push_back(classifier.classify(body.substr(at, end - at)));
    lines.back().end = end;
    at = end;
  }
  mark_subheads(lines, is_wrapped(body));
  std::vector<RegionSpan> spans;
  std::size_t begin = 0;
  for (const Line& line : lines) {
    const bool joins =
        !spans.empty() && (line.blank || spans.back().region == line.region);
    if (joins) {
      spans.back().end = line.end;
    } else {
      spans.push_back({begin, line.end, line.region});
    }
    begin = line.end;
  }
  return spans;
}

}  // namespace dateline::text
