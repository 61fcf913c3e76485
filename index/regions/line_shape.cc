#include "index/regions/line_shape.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

#include "index/regions/characters.h"

namespace dateline::regions {
namespace {

constexpr std::size_t kLookedAt = 200;  // Bytes; what follows is more of the same.

// Masks of the first 0 to 8 bytes of a word.
constexpr std::uint64_t mask_of(std::size_t size) {
  return size == 0 ? 0 : ~std::uint64_t{0} >> (8 * (8 - size));
}

// The first `size` bytes in small letters; what is no letter of ASCII stays apart from
// those.
constexpr std::uint64_t packed_bits(std::uint64_t bits, std::size_t size) {
  constexpr std::uint64_t kLowerCase = 0x2020202020202020;
  return (bits | kLowerCase) & mask_of(size);
}

// A word of at most eight bytes as a number, the first at the bottom; 0 for longer
// ones.
constexpr std::uint64_t packed(std::string_view word) {
  if (word.size() > 8) return 0;
  std::uint64_t bits = 0;
  for (std::size_t i = word.size(); i-- > 0;)
    bits = bits << 8 | static_cast<std::uint8_t>(word[i]);
  return packed_bits(bits, word.size());
}

// packed() of a word inside a text that ends at `end`.
std::uint64_t packed_inside(std::string_view word, const char* end) {
  std::uint64_t bits = 0;
  if (word.size() > 8) return 0;
  if (std::endian::native != std::endian::little ||
      end - word.data() < static_cast<std::ptrdiff_t>(sizeof bits))
    return packed(word);
  std::memcpy(&bits, word.data(), sizeof bits);
  return packed_bits(bits, word.size());
}

// What a word is known for. A set is an `or` of these.
enum WordSign : std::uint8_t {
  kStopWord = 1,
  kNameWord = 2,  // In names and bylines, too.
  kSpeechWord = 4,
  kPlaceWord = 8,  // A place may follow.
};

constexpr std::size_t slot_of(std::uint64_t bits) {
  return static_cast<std::size_t>((bits * 0x9E3779B97F4A7C15ULL) >> 54);
}

// A hash table of short words that is made by the compiler.
class WordTable {
 public:
  constexpr void add(std::span<const std::string_view> words, WordSign sign) {
    for (const std::string_view word : words) {
      std::size_t slot = slot_of(packed(word));
      while (words_[slot] != 0 && words_[slot] != packed(word))
        slot = (slot + 1) % kSlots;
      words_[slot] = packed(word);
      signs_[slot] = static_cast<std::uint8_t>(signs_[slot] | sign);
    }
  }

  // The signs of a word, by its packed().
  std::uint8_t find(std::uint64_t bits) const {
    if (bits == 0) return 0;
    std::size_t slot = slot_of(bits);
    while (words_[slot] != bits && words_[slot] != 0) slot = (slot + 1) % kSlots;
    return signs_[slot];
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  std::array<std::uint64_t, kSlots> words_{};
  std::array<std::uint8_t, kSlots> signs_{};
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

// Small words inside names and bylines.
constexpr auto kNameWordList = std::to_array<std::string_view>(
    {"in", "at", "and", "of",  "the", "de",   "da",   "do",  "dos", "del", "della",
     "di", "du", "la",  "le",  "van", "von",  "der",  "den", "bin", "al",  "el",
     "y",  "e",  "ibn", "ben", "for", "from", "with", "ter", "st"});

constexpr auto kSpeechWordList =
    std::to_array<std::string_view>({"said", "says", "told", "asked", "added"});

constexpr auto kPlaceWordList = std::to_array<std::string_view>({"in", "at", "from"});

constexpr WordTable kWordTable = [] {
  WordTable table;
  table.add(kStopWordList, kStopWord);
  table.add(kNameWordList, kNameWord);
  table.add(kSpeechWordList, kSpeechWord);
  table.add(kPlaceWordList, kPlaceWord);
  return table;
}();

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
    if (is_beyond_ascii(word.front())) {
      if (end < line_.size() && word.size() <= 3 &&
          (begin == 0 || line_[begin - 1] == ' ')) {
        lone_sign(word);
        return end;
      }
      if (word.starts_with("\xE2\x80")) {  // Quotation marks, mostly.
        mark(kQuoted);
        word.remove_prefix(std::min<std::size_t>(word.size(), 3));
        if (word.empty()) return end;
      }
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
    const std::uint8_t signs =
        kWordTable.find(packed_inside(word, line_.data() + line_.size()));
    if ((signs & kStopWord) != 0) ++shape_.stop_words;
    if ((signs & kSpeechWord) != 0) mark(kSaid);
    if (is_upper(word.front()) || is_beyond_ascii(word.front())) {
      ++shape_.capitalised;
      if (word.size() > 1 && std::ranges::none_of(word, is_lower)) ++shape_.capitals;
      return;
    }
    if ((signs & kNameWord) == 0) ++shape_.small;
    const std::size_t next = end + 1;
    if ((signs & kPlaceWord) != 0 && shape_.words > 2 && next < line_.size() &&
        !is_lower(line_[next])) {
      mark(kInAtFrom);
    }
  }

  void sign(std::size_t at) {
    switch (line_[at]) {
      case ',':
        ++commas_;
        break;
      case '.':
        if (line_.substr(0, at).ends_with("www")) mark(kUrl);
        [[fallthrough]];
      case '?':
      case '!':
        if (is_inner_end(at)) mark(kSentences);
        break;
      case ':':
        if (early()) mark(kEarlyColon);
        if (line_.substr(at).starts_with("://")) mark(kUrl);
        break;
      case '-':
        if (stands_alone(at) && early()) mark(kEarlyDash);
        [[fallthrough]];
      case '|':
      case '>':
        if (stands_alone(at) && shape_.words > 0) ++shape_.separators;
        break;
      case '/':
        if (stands_alone(at) && shape_.words > 0) ++shape_.separators;
        mark(kSlash);
        break;
      case '"':
        mark(kQuoted);
        break;
      case '(':
        if (line_.substr(at).starts_with("(c) ")) mark(kCopyright);
        [[fallthrough]];
      case ')':
        mark(kBrackets);
        break;
      case '$':
        mark(kMoney);
        break;
      case '@':
        mark(kEmail);
        break;
      default:
        break;
    }
  }

  bool stands_alone(std::size_t at) const {
    return at > 0 && line_[at - 1] == ' ' &&
           (at + 1 == line_.size() || line_[at + 1] == ' ');
  }

  // Whether a sentence ends with the mark at `at` and another follows.
  bool is_inner_end(std::size_t at) const {
    return at >= 3 && at + 2 < line_.size() && is_lower(line_[at - 1]) &&
           line_[at + 1] == ' ' && !is_lower(line_[at + 2]);
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
