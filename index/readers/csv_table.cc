#include "index/readers/csv_table.h"

#include <algorithm>

#include "index/readers/encoding.h"

namespace dateline::readers {
namespace {

constexpr std::size_t kMostColumns = 1000;
constexpr std::string_view kDelimiters = ",;\t|";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// A cell from its text: quotes off, doubled ones single.
std::string cell_text(std::string_view raw, bool quotes) {
  const std::string_view text = trim(raw);
  if (!quotes || !text.starts_with('"')) return std::string(text);
  std::string cell;
  cell.reserve(text.size());
  bool inside = true;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!inside || text[i] != '"') {
      cell.push_back(text[i]);
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      cell.push_back('"');
      ++i;
    } else {
      inside = false;
    }
  }
  return cell;
}

// The next row of `text`, which loses it.
std::string_view take_row(std::string_view& text, char delimiter) {
  CsvRowScanner scanner(delimiter, true);
  const std::size_t end = std::min(scanner.scan(text), text.size());
  const std::string_view row = text.substr(0, end);
  text.remove_prefix(end);
  return row;
}

// How many columns of a header are fields; 0 when none of them is a text.
std::size_t known_columns(const CsvCells& header, const FieldNames& names) {
  std::size_t known = 0;
  bool has_text = false;
  for (const std::string& cell : header.cells) {
    const auto name = names.find(cell);
    known += name ? 1 : 0;
    has_text |= name && (name->field == Field::kTitle || name->field == Field::kBody);
  }
  return has_text ? known : 0;
}

// Whether the rows below have as many cells as the header; a row that the beginning
// cuts does not count.
bool rows_agree(std::string_view rows, char delimiter, std::size_t count) {
  std::size_t agreeing = 0;
  for (int i = 0; i < 3 && !rows.empty(); ++i) {
    const std::string_view row = take_row(rows, delimiter);
    if (trim(row).empty()) continue;
    if (rows.empty() && !row.ends_with('\n')) break;
    if (split_csv_row(row, delimiter, true, count).count != count) return false;
    ++agreeing;
  }
  return agreeing > 0;
}

}  // namespace

std::size_t CsvRowScanner::scan(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (state_ == State::kQuoted) {
      i = text.find('"', i);
      if (i == text.npos) return text.npos;
    } else if (text[i] == '\n') {
      return i + 1;
    }
    step(text[i]);
    ++i;
  }
  return text.npos;
}

void CsvRowScanner::step(char c) {
  switch (state_) {
    case State::kCellStart:
      if (c == '"' && quotes_) {
        state_ = State::kQuoted;
      } else if (c != delimiter_ && !is_blank(c)) {
        state_ = State::kPlain;
      }
      return;
    case State::kQuoted:
      state_ = State::kAfterQuote;  // scan() stops at quotes only.
      return;
    case State::kAfterQuote:
    case State::kPlain:
      if (c == delimiter_) {
        state_ = State::kCellStart;
      } else {
        const bool doubled = c == '"' && state_ == State::kAfterQuote;
        state_ = doubled ? State::kQuoted : State::kPlain;
      }
      return;
  }
}

CsvCells split_csv_row(std::string_view row, char delimiter, bool quotes,
                       std::size_t most) {
  if (row.ends_with('\n')) row.remove_suffix(1);
  CsvCells found;
  std::size_t cells = 0;
  std::size_t begin = 0;
  bool quoted = false;
  const auto finish = [&](std::size_t end) {
    const std::string_view raw = row.substr(begin, end - begin);
    ++cells;
    if (cells <= most) {
      found.cells.push_back(cell_text(raw, quotes));
      found.count = cells;
    } else if (!trim(raw).empty()) {
      found.count = cells;
    }
    begin = end + 1;
  };
  bool at_start = true;
  bool was_quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (quoted) {
      if (row[i] != '"') continue;
      if (i + 1 < row.size() && row[i + 1] == '"') {
        ++i;
      } else {
        quoted = false;
        was_quoted = true;
      }
    } else if (row[i] == delimiter) {
      finish(i);
      at_start = true;
      was_quoted = false;
    } else if (was_quoted) {
      found.has_stray_quote |= !is_blank(row[i]);
    } else if (at_start && !is_blank(row[i])) {
      at_start = false;
      quoted = quotes && row[i] == '"';
    }
  }
  finish(row.size());
  return found;
}

std::optional<CsvLayout> find_csv_layout(std::string_view beginning,
                                         const FieldNames& names) {
  CsvLayout best;
  std::size_t most_known = 0;
  if (beginning.starts_with("sep=") && beginning.size() > 5) {
    best.header = std::min(beginning.find('\n'), beginning.size() - 1) + 1;
  }
  const std::string_view text = beginning.substr(best.header);
  for (const char delimiter : kDelimiters) {
    std::string_view rest = text;
    const CsvCells header =
        split_csv_row(take_row(rest, delimiter), delimiter, true, kMostColumns);
    if (header.count < 2 || header.count > kMostColumns) continue;
    const std::size_t known = known_columns(header, names);
    if (known <= most_known) continue;
    if (known < 2 && !rows_agree(rest, delimiter, header.count)) continue;
    most_known = known;
    best.delimiter = delimiter;
  }
  return most_known > 0 ? std::optional(best) : std::nullopt;
}

}  // namespace dateline::readers
