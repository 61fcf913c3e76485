#include "index/readers/plain_text_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "index/readers/encoding.h"
#include "index/readers/headline.h"
#include "index/readers/text_record.h"

namespace dateline::readers {
namespace {

struct HeaderLine {
  std::string_view key;
  std::string_view value;
};

// A line `Key: value` whose key is a field of one line; else nullopt.
std::optional<HeaderLine> parse_header_line(std::string_view line,
                                            const FieldNames& names) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return std::nullopt;
  const HeaderLine header{trim(line.substr(0, colon)), trim(line.substr(colon + 1))};
  const auto name = names.find(header.key);
  if (!name || name->field == Field::kBody || name->field >= Field::kNames) {
    return std::nullopt;
  }
  return header;
}

// Text before and after the title, as one.
std::string without(std::string_view text, std::string_view title) {
  if (title.empty()) return std::string(trim(text));
  const auto begin = static_cast<std::size_t>(title.data() - text.data());
  const std::string_view before = trim(text.substr(0, begin));
  const std::string_view after = trim(text.substr(begin + title.size()));
  std::string body(before);
  if (!before.empty() && !after.empty()) body += "\n\n";
  return body.append(after);
}

}  // namespace

PlainTextReader::PlainTextReader(TextSource& source, std::string id,
                                 std::size_t max_record_bytes, const FieldNames& names,
                                 RejectSink reject)
    : WholeFileReader(source, std::move(id), max_record_bytes, std::move(reject)),
      names_(names) {}

std::string PlainTextReader::read(std::string text, Article& article) {
  clean_text(text);
  article = {};
  const std::string_view rest = read_header(text, article);
  std::string_view headline;
  if (article.title.empty()) headline = find_headline(rest);
  if (article.title.empty()) article.title = collapse_spaces(headline);
  article.body = without(rest, headline);
  if (article.id.empty()) article.id = file_id();
  return no_text_reason(article);
}

// Reads the fields at the top; gives the text behind them, all of it if there are none.
std::string_view PlainTextReader::read_header(std::string_view text, Article& article) {
  std::vector<HeaderLine> lines;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) break;
    const auto header = parse_header_line(line, names_);
    if (!header) return text;
    lines.push_back(*header);
  }
  TextRecord record(names_);
  for (const auto& [key, value] : lines) record.add(key, value);
  std::vector<std::string> not_read;
  record.fill(article, not_read);
  report(std::move(not_read));
  return rest;
}

}  // namespace dateline::readers
