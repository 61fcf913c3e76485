// One <DOC> element to one article.

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "index/readers/encoding.h"
#include "index/readers/html/tokenizer.h"
#include "index/readers/record_date.h"
#include "index/readers/record_fields.h"
#include "index/readers/sgml.h"
#include "index/readers/trec_reader.h"

namespace dateline::readers {
namespace {

using sgml::find_element;
using sgml::inside_of;

// Text without tags, of which <P> and <BR> are line ends, and without entities.
std::string plain_text(std::string_view text) {
  std::string without_tags;
  without_tags.reserve(text.size());
  while (!text.empty()) {
    const std::size_t tag = std::min(text.find('<'), text.size());
    without_tags.append(text.substr(0, tag));
    text.remove_prefix(tag);
    const std::size_t end = text.find('>');
    if (end == text.npos) break;
    const std::string name =
        ascii_lower(text.substr(1, std::min<std::size_t>(end - 1, 4)));
    if (name == "p" || name == "/p" || name == "br") without_tags.append("\n\n");
    text.remove_prefix(end + 1);
  }
  std::string out;
  html::append_decoded(without_tags, out);
  drop_controls(out);
  return out;
}

// Runs of blank lines become one.
std::string tidy_lines(std::string_view text) {
  std::string out;
  std::size_t blank = 0;
  text = trim(text);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    blank = line.empty() ? blank + 1 : 0;
    if (blank > 1) continue;
    out.append(line).push_back('\n');
  }
  return std::string(trim(out));
}

// What stands in the first of `names` that is there and not blank, in one line.
std::string line_of(std::string_view record, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string line = collapse_spaces(plain_text(inside_of(record, name)));
    if (!line.empty()) return line;
  }
  return {};
}

struct Collection {
  std::string_view letters;
  std::string_view source;
};

// Source: NIST, "Data - English Documents"; LDC, "English Gigaword".
constexpr Collection kCollections[] = {
    {"AFP_ENG", "Agence France-Presse"},
    {"AP", "Associated Press"},
    {"APW", "Associated Press"},
    {"APW_ENG", "Associated Press"},
    {"FR", "Federal Register"},
    {"FT", "Financial Times"},
    {"LA", "Los Angeles Times"},
    {"NYT", "New York Times"},
    {"NYT_ENG", "New York Times"},
    {"SJMN", "San Jose Mercury News"},
    {"WSJ", "Wall Street Journal"},
    {"XIE", "Xinhua"},
    {"XIN_ENG", "Xinhua"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_at(std::string_view digits, std::size_t begin, std::size_t size) {
  int value = 0;
  const char* from = digits.data() + begin;
  std::from_chars(from, from + size, value);
  return value;
}

std::optional<Date> existing(int year, int month, int day) {
  const Date date{year, month, day};
  if (year == 0 || month == 0 || day == 0 || !is_valid(date)) return std::nullopt;
  return date;
}

int full_year(int year) { return year + (year < 70 ? 2000 : 1900); }

// "880212" or "19880212".
std::optional<Date> day_of_digits(std::string_view digits) {
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  if (digits.size() == 8) {
    return existing(number_at(digits, 0, 4), number_at(digits, 4, 2),
                    number_at(digits, 6, 2));
  }
  if (digits.size() != 6) return std::nullopt;
  const int a = number_at(digits, 0, 2);
  const int b = number_at(digits, 2, 2);
  const int c = number_at(digits, 4, 2);
  // The Los Angeles Times alone has the month first; its years are no days.
  if (const auto year_first = existing(full_year(a), b, c)) return year_first;
  return existing(full_year(c), a, b);
}

// A DOCNO as "AP", "880212", "-0001".
struct DocumentNumber {
  explicit DocumentNumber(std::string_view docno) {
    const auto first = std::find_if(docno.begin(), docno.end(), is_digit);
    const auto last = std::find_if_not(first, docno.end(), is_digit);
    letters = {docno.begin(), first};
    digits = {first, last};
    rest = {last, docno.end()};
    if (letters.ends_with('_')) letters.remove_suffix(1);
  }

  std::optional<Date> day() const {
    if (letters.empty() || !(rest.starts_with('-') || rest.starts_with('.'))) {
      return std::nullopt;
    }
    return day_of_digits(digits);
  }

  std::string_view source() const {
    for (const Collection& known : kCollections) {
      if (known.letters == letters) return known.source;
    }
    return {};
  }

  std::string_view letters{};
  std::string_view digits{};
  std::string_view rest{};
};

void read_published(std::string_view record, const DocumentNumber& number,
                    Article& article, TrecOutcome& outcome) {
  const std::string written = line_of(record, {"DATE_TIME", "DATE1", "DATE"});
  auto date = read_record_date(written);
  if (!date && written.size() == 6) date = day_of_digits(written);
  if (!date) date = number.day();
  if (date) {
    article.published = *date;
  } else if (!written.empty()) {
    outcome.not_read.push_back("the DATE is none that is understood: " +
                               in_quotes(written));
  }
}

// Without what the Financial Times puts before it: "FT  14 MAY 91 / ".
std::string read_title(std::string_view record) {
  const std::string title = line_of(record, {"HEADLINE", "HEAD", "HL", "TITLE", "TI"});
  const std::size_t slash = title.find(" / ");
  return title.starts_with("FT ") && slash < 16 ? title.substr(slash + 3) : title;
}

std::string read_body(std::string_view record) {
  std::string body;
  std::string_view rest = record;
  while (const auto text = find_element(rest, "TEXT")) {  // Some have several.
    body.append(plain_text(text->inside)).append("\n\n");
    rest.remove_prefix(text->end);
  }
  body = tidy_lines(body);
  const std::string dateline = line_of(record, {"DATELINE"});
  if (dateline.empty() || body.starts_with(dateline)) return body;
  return body.empty() ? dateline : dateline + " - " + body;
}

}  // namespace

TrecOutcome read_trec_record(std::string record, Article& article) {
  TrecOutcome outcome;
  make_utf8(record);
  article = {};
  article.id = line_of(record, {"DOCNO", "DOCID"});
  if (article.id.empty()) {
    article.id = collapse_spaces(plain_text(sgml::attribute(record, "id")));
  }
  const DocumentNumber number(article.id);
  article.source = number.source();
  if (article.source.empty()) article.source = line_of(record, {"SOURCE", "SO"});
  article.title = read_title(record);
  article.authors = split_byline(line_of(record, {"BYLINE", "AUTHOR"}));
  article.body = read_body(record);
  read_published(record, number, article, outcome);
  if (article.title.empty() && article.body.empty()) {
    outcome.rejected = "has neither a headline nor a text";
  }
  return outcome;
}

}  // namespace dateline::readers
