#include "tests/oracle_text.h"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "tests/random_choice.h"

namespace dateline::oracle {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

bool all_of(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}

std::size_t count_of(std::string_view text, bool (*is)(char)) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is));
}

// A word as it stands in the text.
struct Piece {
  std::string written;  // Without apostrophes, points of acronyms, commas of numbers.
  std::size_t begin = 0;
  std::size_t end = 0;   // Of its letters.
  std::size_t next = 0;  // Behind 's.
};

// Reads a text from left to right, one word at a time. Beyond the end are spaces.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Piece> pieces() {
    std::vector<Piece> result;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_word(see(at))) {
        ++at;
        continue;
      }
      Piece piece;
      piece.begin = at;
      if (!read_acronym(piece)) read_plain(piece);
      piece.next = piece.end + (possessive(piece.end) ? 2 : 0);
      at = piece.next;
      result.push_back(std::move(piece));
    }
    return result;
  }

 private:
  char see(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  bool possessive(std::size_t at) const {
    return see(at) == '\'' && (see(at + 1) == 's' || see(at + 1) == 'S') &&
           !is_word(see(at + 2));
  }

  // U.S. U.S.A a.m. : two or more single letters with points between.
  bool read_acronym(Piece& piece) const {
    std::string letters;
    std::size_t at = piece.begin;
    std::size_t end = at;
    while (is_letter(see(at)) && !is_word(see(at + 1))) {
      letters += see(at);
      end = at + 1;
      if (see(at + 1) != '.') break;
      at += 2;
    }
    if (letters.size() < 2) return false;
    if (see(end) == '.' && !is_word(see(end + 1))) ++end;
    piece.written = letters;
    piece.end = end;
    return true;
  }

  void read_plain(Piece& piece) const {
    std::size_t at = piece.begin;
    if (is_digit(see(at))) at = read_number(piece);
    for (;; ++at) {
      if (is_word(see(at))) {
        piece.written += see(at);
      } else if (see(at) != '\'' || possessive(at) || at == piece.begin ||
                 !is_letter(see(at - 1)) || !is_letter(see(at + 1))) {
        break;
      }
    }
    piece.end = at;
  }

  // 1,234.5 and 12,34,567 are numbers; the fields of 1.2.3 and of 1,2,3 are many.
  std::size_t read_number(Piece& piece) const {
    std::size_t end = piece.begin;
    while (is_digit(see(end)) ||
           ((see(end) == '.' || see(end) == ',') && is_digit(see(end + 1)))) {
      ++end;
    }
    std::size_t begin = piece.begin;  // Of all fields.
    while (begin >= 2 && (text_[begin - 1] == '.' || text_[begin - 1] == ',') &&
           is_digit(text_[begin - 2])) {
      --begin;
      while (begin > 0 && is_digit(text_[begin - 1])) --begin;
    }
    if (begin == piece.begin) {
      while (!is_one_number(piece.begin, end)) {
        while (is_digit(see(end - 1))) --end;
        --end;  // The point or comma.
      }
    } else {
      end = piece.begin;
      while (is_digit(see(end))) ++end;
    }
    for (std::size_t at = piece.begin; at < end; ++at) {
      if (see(at) != ',') piece.written += see(at);
    }
    return end;
  }

  // Whether these fields are a number, and the next one is none of the same kind.
  bool is_one_number(std::size_t begin, std::size_t end) const {
    const std::string_view fields = text_.substr(begin, end - begin);
    const std::size_t last = fields.find_last_of(".,");
    if (last == fields.npos) return true;
    const bool goes_on = see(end) == fields[last] && is_digit(see(end + 1));
    return !goes_on && is_one_number(fields);
  }

  static bool is_one_number(std::string_view text) {
    const std::size_t point = text.find('.');
    std::string_view whole = text.substr(0, point);
    if (point != text.npos && !all_of(text.substr(point + 1), is_digit)) return false;
    if (whole.find(',') == whole.npos) return true;
    if (whole.find(',') > 3) return false;
    std::size_t digits = 3;
    for (int groups = 0; whole.find(',') != whole.npos; ++groups) {
      whole.remove_prefix(whole.find(',') + 1);
      digits = whole.substr(0, whole.find(',')).size();
      if (groups == 8 || digits < 2 || digits > 3) return false;
    }
    return digits == 3;
  }

  std::string_view text_;
};

// Stems are remembered: without, they would take most of the time.
const std::string& stem_of(const std::string& word) {
  static const Xapian::Stem stem("english");
  static std::unordered_map<std::string, std::string> known;
  const auto [entry, is_new] = known.try_emplace(word);
  if (is_new) entry->second = stem(word);
  return entry->second;
}

Word make_word(const std::string& written, std::size_t parts) {
  Word result;
  result.word = lower(written);
  result.parts = parts;
  if (count_of(written, is_digit) == 0) result.stem = stem_of(result.word);
  if (count_of(written, is_letter) >= 2 && count_of(written, is_lower) == 0) {
    result.capitals = written;
  }
  return result;
}

// How many pieces from `first` on a - or & ties together.
std::size_t compound_length(std::string_view text, const std::vector<Piece>& pieces,
                            std::size_t first) {
  std::size_t last = first;
  while (last + 1 < pieces.size() && pieces[last + 1].begin == pieces[last].next + 1 &&
         (text[pieces[last].next] == '-' || text[pieces[last].next] == '&')) {
    ++last;
  }
  return last - first + 1;
}

// G 7, F 16: one or two capitals, a space, up to three digits.
bool is_designation(std::string_view text, const Piece& name, const Piece& number) {
  return name.end - name.begin == name.written.size() && name.written.size() <= 2 &&
         all_of(name.written, is_upper) && name.next == name.end &&
         number.begin == name.end + 1 && text[name.end] == ' ' &&
         number.written.size() <= 3 && all_of(number.written, is_digit) &&
         number.end - number.begin == number.written.size();
}

// At most half of the runs of two or more letters are all capitals, and some letter is
// lower-case. U.S. is two letters apart.
bool is_mixed_case(std::string_view text) {
  std::size_t runs = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - at >= 2) {
      ++runs;
      if (all_of(text.substr(at, end - at), is_upper)) ++capitals;
    }
    at = std::max(end, at + 1);
  }
  return count_of(text, is_lower) > 0 && capitals * 2 <= runs;
}

// A line of several words that are capitals: what it shouts means nothing.
bool is_shouted(std::string_view text, std::size_t at) {
  const std::size_t before = text.rfind('\n', at);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  std::string_view line = text.substr(begin, text.find('\n', at) - begin);
  const std::size_t first = line.find_first_not_of(" \t\r");
  line.remove_prefix(std::min(first, line.size()));
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return line.find(' ') != line.npos && !is_mixed_case(line);
}

Text join_words(std::string_view text, const std::vector<Piece>& pieces) {
  Text words;
  for (const Piece& piece : pieces) words.push_back({make_word(piece.written, 1)});
  const auto join = [&](std::size_t first, std::size_t count) {
    std::string written;
    for (std::size_t i = first; i < first + count; ++i) written += pieces[i].written;
    if (count_of(written, is_letter) > 0) {
      words[first].push_back(make_word(written, count));
    }
  };
  for (std::size_t i = 0; i < pieces.size();) {
    const std::size_t count = compound_length(text, pieces, i);
    if (count > 1 && count <= 8) join(i, count);
    if (count == 1 && i + 1 < pieces.size() &&
        is_designation(text, pieces[i], pieces[i + 1])) {
      join(i, 2);
    }
    i += count;
  }
  return words;
}

void forget_capitals(std::string_view text, const std::vector<Piece>& pieces,
                     Text& words) {
  const bool mixed = is_mixed_case(text);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool any = std::any_of(words[i].begin(), words[i].end(),
                                 [](const Word& w) { return !w.capitals.empty(); });
    if (!any || (mixed && !is_shouted(text, pieces[i].begin))) continue;
    for (Word& one : words[i]) one.capitals.clear();
  }
}

}  // namespace

Word read_word(const std::string& written) { return make_word(written, 1); }

Text read_text(std::string_view text) {
  const std::vector<Piece> pieces = Reader(text).pieces();
  Text words = join_words(text, pieces);
  forget_capitals(text, pieces, words);
  return words;
}

Text read_typed(std::string_view text) {
  return join_words(text, Reader(text).pieces());
}

bool capitals_matter(std::string_view words) {
  const std::vector<Piece> pieces = Reader(words).pieces();
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return count_of(piece.written, is_letter) >= 2 &&
           count_of(piece.written, is_lower) > 0;
  });
}

}  // namespace dateline::oracle
