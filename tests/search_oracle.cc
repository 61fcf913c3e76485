#include "tests/search_oracle.h"

#include <xapian.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace dateline::oracle {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return result;
}

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

  // 1,234.5 is a number; the fields of 1.2.3 and of 1,2,3 are many.
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
    while (whole.find(',') != whole.npos) {
      whole.remove_prefix(whole.find(',') + 1);
      if (whole.substr(0, whole.find(',')).size() != 3) return false;
    }
    return true;
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

// Letters and then digits.
bool is_numbered(const std::string& word) {
  const std::size_t digit = word.find_first_of("0123456789");
  return digit != word.npos && digit > 0 &&
         all_of(std::string_view(word).substr(digit), is_digit);
}

// Where words of `query` from `q` on end that stand in `text` from `t` on, a word and
// its joined form being the same; none.
constexpr std::size_t kNowhere = ~std::size_t{0};

std::size_t end_of(const Text& query, std::size_t q, const Text& text, std::size_t t,
                   bool mind_capitals) {
  if (q == query.size()) return t;
  if (t >= text.size()) return kNowhere;
  for (const Word& wanted : query[q]) {
    for (const Word& found : text[t]) {
      const bool in_capitals = mind_capitals && !wanted.capitals.empty() &&
                               count_of(wanted.word, is_digit) == 0;
      const bool same =
          in_capitals ? wanted.capitals == found.capitals : wanted.word == found.word;
      // The index has where a joined form begins, not how long it is: a word typed as
      // one can only end a phrase there, unless it can be taken apart (G20).
      const bool apart = wanted.parts < found.parts && !is_numbered(wanted.word);
      if (!same || (apart && q + wanted.parts < query.size())) continue;
      const std::size_t end =
          end_of(query, q + wanted.parts, text, t + found.parts, mind_capitals);
      if (end != kNowhere) return end;
    }
  }
  return kNowhere;
}

template <typename Test>
Finder find_words(Test test) {
  return [test](const Text& text) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < text.size(); ++t) {
      for (const Word& found : text[t]) {
        if (test(found)) spans.push_back({t, t + found.parts});
      }
    }
    return spans;
  };
}

Predicate name_of(NameKind kind, std::string text) {
  return [kind, wanted = lower(text)](const Document& document) {
    const bool surname = kind == NameKind::kPerson && wanted.find(' ') == wanted.npos;
    for (const SameEntity& entity : document.entities) {
      if (entity.kind != kind) continue;
      for (const std::string& found : entity.names) {
        if (found == wanted || (surname && found.ends_with(" " + wanted))) return true;
      }
    }
    return false;
  };
}

SameEntity entity_of(const Name& name, const std::vector<SameEntity>& linked) {
  const std::string text = lower(name.text);
  for (const SameEntity& entity : linked) {
    const auto& names = entity.names;
    if (entity.kind != name.kind) continue;
    if (std::find(names.begin(), names.end(), text) != names.end()) return entity;
  }
  return {name.kind, {text}};
}

}  // namespace

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

Document read_article(Article article, const std::vector<SameEntity>& linked) {
  Document document;
  for (const Name& given : article.names) {
    document.entities.push_back(entity_of(given, linked));
  }
  document.title = read_text(article.title);
  document.body = read_text(article.body);
  article.title.clear();
  article.body.clear();
  document.article = std::move(article);
  return document;
}

Finder find_word(std::string text) {
  return find_words([wanted = make_word(text, 1)](const Word& found) {
    return wanted.stem.empty() ? wanted.word == found.word : wanted.stem == found.stem;
  });
}

Finder find_exact(std::string text) {
  return find_words(
      [wanted = lower(text)](const Word& found) { return wanted == found.word; });
}

Finder find_capitals(std::string text) {
  return find_words([wanted = std::move(text)](const Word& found) {
    return found.capitals == wanted;
  });
}

Finder find_phrase(std::string text, bool mind_capitals) {
  return [wanted = read_typed(text), mind_capitals](const Text& in) {
    std::vector<Span> spans;
    for (std::size_t t = 0; t < in.size(); ++t) {
      const std::size_t end = end_of(wanted, 0, in, t, mind_capitals);
      if (end != kNowhere) spans.push_back({t, end});
    }
    return spans;
  };
}

Finder find_typed(std::string text, bool mind_capitals) {
  const Text words = read_typed(text);
  if (words.size() > 1) {
    const Word& last = words.front().back();
    if (last.parts != words.size()) return find_phrase(text, mind_capitals);
    return find_any({find_word(last.word), find_phrase(text)});
  }
  const Word& word = words.front().front();
  const bool digits = count_of(word.word, is_digit) > 0;
  if (mind_capitals && !digits && !word.capitals.empty()) {
    return find_capitals(word.capitals);
  }
  return find_word(word.word);
}

Finder find_any(std::vector<Finder> finders) {
  return [finders](const Text& text) {
    std::vector<Span> all;
    for (const Finder& find : finders) {
      for (const Span& span : find(text)) all.push_back(span);
    }
    std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) {
      return std::pair(a.first, a.last) < std::pair(b.first, b.last);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  };
}

bool is_covered(std::string_view text, const std::vector<Finder>& finders) {
  const Text words = read_typed(text);
  std::size_t covered = 0;
  for (const Span& span : find_any(finders)(words)) {
    if (span.first > covered) return false;
    covered = std::max(covered, span.last);
  }
  return covered == words.size();
}

Predicate anywhere(Finder finder) {
  return [find = std::move(finder)](const Document& document) {
    return !find(document.title).empty() || !find(document.body).empty();
  };
}

Predicate in_title(Finder finder) {
  return [find = std::move(finder)](const Document& document) {
    return !find(document.title).empty();
  };
}

Predicate word(std::string text) { return anywhere(find_word(std::move(text))); }
Predicate exact(std::string text) { return anywhere(find_exact(std::move(text))); }
Predicate capitals(std::string text) {
  return anywhere(find_capitals(std::move(text)));
}
Predicate phrase(std::string text, bool mind_capitals) {
  return anywhere(find_phrase(std::move(text), mind_capitals));
}
Predicate title_word(std::string text) { return in_title(find_word(std::move(text))); }
Predicate title_exact(std::string text) {
  return in_title(find_exact(std::move(text)));
}
Predicate title_phrase(std::string text) {
  return in_title(find_phrase(std::move(text)));
}

Predicate topic(std::string code) {
  return [code](const Document& document) {
    const auto& topics = document.article.topics;
    return std::find(topics.begin(), topics.end(), code) != topics.end();
  };
}

Predicate place(std::string text) { return name_of(NameKind::kPlace, std::move(text)); }
Predicate org(std::string text) { return name_of(NameKind::kOrg, std::move(text)); }
Predicate person(std::string text) {
  return name_of(NameKind::kPerson, std::move(text));
}

Predicate name(std::string text) {
  return any({place(text), org(text), person(text), name_of(NameKind::kThing, text)});
}

Predicate source(std::string text) {
  return [wanted = lower(text)](const Document& document) {
    return lower(document.article.source) == wanted;
  };
}

Predicate author(std::string text) {
  return [wanted = lower(text)](const Document& document) {
    const auto& authors = document.article.authors;
    return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
      return lower(author) == wanted;
    });
  };
}

Predicate id(std::string text) {
  return [text](const Document& document) { return document.article.id == text; };
}

Predicate published(Date first, Date last) {
  return [first, last](const Document& document) {
    const Date date = document.article.published.date;
    return date && first <= first_day(date) && last_day(date) <= last;
  };
}

Predicate all(std::vector<Predicate> predicates) {
  return [predicates](const Document& document) {
    return std::all_of(predicates.begin(), predicates.end(),
                       [&](const Predicate& holds) { return holds(document); });
  };
}

Predicate any(std::vector<Predicate> predicates) {
  return [predicates](const Document& document) {
    return std::any_of(predicates.begin(), predicates.end(),
                       [&](const Predicate& holds) { return holds(document); });
  };
}

Predicate none(std::vector<Predicate> predicates) {
  return [found = any(std::move(predicates))](const Document& document) {
    return !found(document);
  };
}

std::set<std::string> facet_values(const std::string& kind, const Document& document) {
  const Article& article = document.article;
  std::set<std::string> values;
  for (const SameEntity& entity : document.entities) {
    if (to_string(entity.kind) == kind) values.insert(entity.names.front());
  }
  if (kind == "topic") values.insert(article.topics.begin(), article.topics.end());
  if (kind == "source" && !article.source.empty()) values.insert(lower(article.source));
  if (kind == "author") {
    for (const std::string& author : article.authors) values.insert(lower(author));
  }
  const Date date = article.published.date;
  if (kind == "published:year" && date) values.insert(to_string(Date{date.year}));
  if (kind == "published:month" && date.month != 0) {
    values.insert(to_string(Date{date.year, date.month}));
  }
  if (kind == "published:day" && date.day != 0) values.insert(to_string(date));
  return values;
}

}  // namespace dateline::oracle
