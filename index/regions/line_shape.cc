#include "index/regions/line_shape.h"

#include <algorithm>
#include <array>

#include "index/regions/characters.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kLookedAt = 200;  // Bytes; what follows is more of the same.

// A word of at most eight letters as a number; 0 for longer ones.
constexpr std::uint64_t packed(std::string_view word) {
  if (word.size() > 8) return 0;
  std::uint64_t bits = 0;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    bits = bits << 8 | static_cast<std::uint8_t>(upper ? c | 0x20 : c);
  }
  return bits;
}

constexpr std::size_t slot_of(std::uint64_t bits) {
  return static_cast<std::size_t>((bits * 0x9E3779B97F4A7C15ULL) >> 54);
}

// A hash table of short words that is made by the compiler.
template <std::size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(const std::array<std::string_view, N>& words) {
    for (const std::string_view word : words) {
      std::size_t slot = slot_of(packed(word));
      while (table_[slot] != 0) slot = (slot + 1) % kSlots;
      table_[slot] = packed(word);
    }
  }

  bool contains(std::uint64_t bits) const {
    if (bits == 0) return false;
    for (std::size_t slot = slot_of(bits); table_[slot] != 0;
         slot = (slot + 1) % kSlots)
      if (table_[slot] == bits) return true;
    return false;
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  std::array<std::uint64_t, kSlots> table_{};
};

// What sentences are full of, and menus, names and tables are not.
constexpr auto kStopWordList = std::to_array<std::string_view>({
    "a",      "about", "after", "again", "all",   "also",   "an",      "and",
    "any",    "are",   "as",    "at",    "be",    "became", "because", "been",
    "before", "but",   "by",    "can",   "could", "did",    "do",      "does",
    "down",   "each",  "for",   "from",  "had",   "has",    "have",    "he",
    "her",    "him",   "his",   "how",   "i",     "if",     "in",      "into",
    "is",     "it",    "its",   "last",  "many",  "may",    "me",      "might",
    "more",   "most",  "much",  "must",  "my",    "no",     "not",     "now",
    "of",     "off",   "on",    "one",   "only",  "or",     "other",   "our",
    "out",    "over",  "said",  "says",  "she",   "should", "since",   "so",
    "some",   "still", "such",  "than",  "that",  "the",    "their",   "them",
    "then",   "there", "these", "they",  "this",  "those",  "to",      "told",
    "too",    "two",   "under", "until", "up",    "us",     "was",     "we",
    "were",   "what",  "when",  "where", "which", "while",  "who",     "whom",
    "whose",  "why",   "will",  "with",  "would", "year",   "years",   "you",
    "your",
});
constexpr WordSet kStopWords(kStopWordList);

// Small words inside names and bylines.
constexpr auto kNameWordList = std::to_array<std::string_view>(
    {"in", "at", "and", "of",  "the", "de",   "da",   "do",  "dos", "del", "della",
     "di", "du", "la",  "le",  "van", "von",  "der",  "den", "bin", "al",  "el",
     "y",  "e",  "ibn", "ben", "for", "from", "with", "ter", "st"});
constexpr WordSet kNameWords(kNameWordList);

constexpr auto kSpeechList =
    std::to_array<std::string_view>({"said", "says", "told", "asked", "added"});
constexpr WordSet kSpeech(kSpeechList);

constexpr std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z') || c >= 0x80 || c == '\'';
  }
  return table;
}
constexpr auto kWordBytes = make_word_bytes();

bool is_word_byte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

std::size_t count_digits(std::string_view line, std::size_t at) {
  std::size_t n = 0;
  while (at + n < line.size() && n < 5 && is_digit(line[at + n])) ++n;
  return n;
}

LineStart number_start(std::string_view line, std::size_t at) {
  const std::size_t digits = count_digits(line, at);
  const std::size_t behind = at + digits;
  if (behind >= line.size()) return LineStart::kNumber;
  const char c = line[behind];
  if ((c == ':' || c == '.') && digits <= 2 && count_digits(line, behind + 1) == 2) {
    return LineStart::kTime;
  }
  const bool marked = c == '.' || c == ')' || c == ']' || (c == ':' && digits <= 2);
  return marked && digits <= 3 ? LineStart::kMarked : LineStart::kNumber;
}

LineStart start_of(std::string_view line) {
  const char c = line.front();
  if (is_upper(c)) {
    std::size_t n = 1;
    while (n < line.size() && is_upper(line[n])) ++n;
    const bool ended = n == line.size() || !is_word_byte(line[n]);
    return n >= 2 && ended ? LineStart::kCapitals : LineStart::kCapital;
  }
  if (is_lower(c)) return LineStart::kSmall;
  if (is_digit(c)) return number_start(line, 0);
  if (c == '[' && line.size() > 1 && is_digit(line[1])) return number_start(line, 1);
  if (c == '"' || c == '\'' || line.starts_with("\u201C") ||
      line.starts_with("\u2018") || line.starts_with("\u00AB")) {
    return LineStart::kQuote;
  }
  if (c == '(' || c == '[') return LineStart::kBracket;
  if (c == '-' || c == '*' || c == '+' || c == '>') return LineStart::kBullet;
  if (line.starts_with("\u00B7") || line.starts_with("\xE2\x80") ||
      line.starts_with("\xE2\x96") || line.starts_with("\xE2\x97") ||
      line.starts_with("\xE2\x98") || line.starts_with("\xE2\x9C")) {
    return LineStart::kBullet;  // A middle dot, a bullet, a dash; squares, stars,
                                // ticks.
  }
  // A letter with a mark: capital or small, nobody minds.
  return line.starts_with("\xC3") || line.starts_with("\xC5") ? LineStart::kCapital
                                                              : LineStart::kOther;
}

LineEnd end_of(std::string_view line) {
  const char last = line.back();
  if (last == ')' || last == ']') return LineEnd::kBracket;
  const std::string_view open = without_closing(line);
  const char c = open.back();
  if (c == '.' || open.ends_with("\u2026")) return LineEnd::kStop;
  if (c == '?' || c == '!') return LineEnd::kQuestion;
  if (open.size() != line.size()) return LineEnd::kQuote;
  if (c == ':') return LineEnd::kColon;
  if (c == ',' || c == ';') return LineEnd::kComma;
  return is_digit(c) ? LineEnd::kNumber : LineEnd::kNone;
}

// Counts words and marks from left to right.
class ShapeReader {
 public:
  explicit ShapeReader(std::string_view line) : line_(line) {}

  LineShape read() {
    shape_.bytes = line_.size();
    shape_.start = start_of(line_);
    shape_.end = end_of(line_);
    const std::size_t size = std::min(line_.size(), kLookedAt);
    for (std::size_t at = 0; at < size;) {
      if (is_word_byte(line_[at])) {
        at = word(at, size);
      } else {
        if (line_[at] != ' ') sign(at);
        ++at;
      }
    }
    if (commas_ == 1) mark(kOneComma);
    if (commas_ > 2) mark(kManyCommas);
    return shape_;
  }

 private:
  void mark(LineMark mark) { shape_.marks |= mark; }
  bool early() const { return shape_.words > 0 && shape_.words <= 4; }

  std::size_t word(std::size_t begin, std::size_t size) {
    std::size_t end = begin;
    while (end < size && is_word_byte(line_[end])) ++end;
    std::string_view word = line_.substr(begin, end - begin);
    if (is_beyond_ascii(word.front()) && begin + word.size() < line_.size() &&
        word.size() <= 3 && (begin == 0 || line_[begin - 1] == ' ')) {
      lone_sign(word);
      return end;
    }
    if (word.starts_with("\xE2\x80")) {  // Quotation marks, mostly.
      mark(kQuoted);
      word.remove_prefix(std::min<std::size_t>(word.size(), 3));
      if (word.empty()) return end;
    }
    ++shape_.words;
    if (is_digit(word.front())) {
      number(word, end);
    } else {
      letters(word, end);
    }
    return end;
  }

  // "·", "–" and other signs beyond ASCII that stand alone.
  void lone_sign(std::string_view sign) {
    if (sign == "\u2013" || sign == "\u2014") {
      if (early()) mark(kEarlyDash);
    } else if (sign == "\u00A9") {
      mark(kCopyright);
    } else if (sign == "\u00B7" || sign == "\u2022" || sign == "\u203A" ||
               sign == "\u00BB") {
      if (shape_.words > 0) ++shape_.separators;
    } else {
      ++shape_.words;
    }
  }

  void number(std::string_view word, std::size_t end) {
    ++shape_.numbers;
    if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))) {
      mark(kYear);
    }
    if (end + 1 >= line_.size() || !is_digit(line_[end + 1])) return;
    if (line_[end] == '-' && word.size() <= 3) mark(kScore);
    if (line_[end] == ':' && word.size() <= 2) mark(kClock);
  }

  void letters(std::string_view word, std::size_t end) {
    const std::uint64_t bits = packed(word);
    if (kStopWords.contains(bits)) ++shape_.stop_words;
    if (kSpeech.contains(bits)) mark(kSaid);
    if (is_upper(word.front()) || is_beyond_ascii(word.front())) {
      ++shape_.capitalised;
      if (word.size() > 1 && std::ranges::none_of(word, is_lower)) ++shape_.capitals;
      return;
    }
    if (!kNameWords.contains(bits)) ++shape_.small;
    const bool place =
        bits == packed("in") || bits == packed("at") || bits == packed("from");
    const std::size_t next = end + 1;
    if (place && shape_.words > 2 && next < line_.size() && !is_lower(line_[next])) {
      mark(kInAtFrom);
    }
  }

  void sign(std::size_t at) {
    const char c = line_[at];
    const bool alone = at > 0 && line_[at - 1] == ' ' &&
                       (at + 1 == line_.size() || line_[at + 1] == ' ');
    if (alone && (c == '|' || c == '>' || c == '-' || c == '/')) {
      if (shape_.words > 0) ++shape_.separators;
      if (c == '-' && early()) mark(kEarlyDash);
    }
    if (c == ',') ++commas_;
    if (c == '/') mark(kSlash);
    if (c == ':' && early()) mark(kEarlyColon);
    if (c == '"') mark(kQuoted);
    if (c == '(' || c == ')') mark(kBrackets);
    if (c == '$') mark(kMoney);
    if (c == '@') mark(kEmail);
    if (c == ':' && line_.substr(at).starts_with("://")) mark(kUrl);
    if (c == '.' && line_.substr(0, at).ends_with("www")) mark(kUrl);
    if (c == '(' && line_.substr(at).starts_with("(c) ")) mark(kCopyright);
    if ((c == '.' || c == '?' || c == '!') && at + 2 < line_.size() &&
        line_[at + 1] == ' ' && !is_lower(line_[at + 2]) && at >= 3 &&
        is_lower(line_[at - 1])) {
      mark(kSentences);
    }
  }

  std::string_view line_;
  LineShape shape_;
  unsigned commas_ = 0;
};

}  // namespace

bool LineShape::is_prose() const {
  if (words < 12) return false;
  const bool ended = end == LineEnd::kStop || end == LineEnd::kQuestion ||
                     end == LineEnd::kQuote || end == LineEnd::kBracket ||
                     end == LineEnd::kColon;
  return (ended || words >= 25) && stop_words * 5 >= words;
}

LineShape shape_of(std::string_view line) { return ShapeReader(line).read(); }

}  // namespace dateline::regions
