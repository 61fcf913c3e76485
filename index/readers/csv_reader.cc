#include "index/readers/csv_reader.h"

#include <algorithm>
#include <utility>

#include "index/readers/encoding.h"
#include "index/readers/text_record.h"

namespace dateline::readers {

CsvReader::CsvReader(TextSource& source, CsvLayout layout, std::size_t max_record_bytes,
                     const FieldNames& names, RejectSink reject)
    : source_(source),
      layout_(layout),
      max_record_bytes_(max_record_bytes),
      names_(names),
      reject_(std::move(reject)),
      rescan_budget_(4 * max_record_bytes) {}

bool CsvReader::next(Article& article) {
  if (!std::exchange(header_read_, true)) read_header();
  for (;;) {
    const Row row = find_row();
    if (row.bytes == 0) return false;
    const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
    const bool blank =
        std::all_of(begin, begin + static_cast<std::ptrdiff_t>(row.bytes),
                    [](char c) { return c == ' ' || c == '\r' || c == '\n'; });
    if (blank && !row.too_long) {
      drop(row.bytes);
      continue;
    }
    ++record_;
    record_line_ = line_;
    const auto cells = take_cells(row);
    if (cells && read_record(*cells, article)) return true;
  }
}

void CsvReader::read_header() {
  while (buffer_.size() < layout_.header && fill()) {
  }
  drop(std::min(layout_.header, buffer_.size()));
  const Row row = find_row();
  std::string text(buffer_, begin_, row.bytes);
  drop(row.bytes);
  clean_text(text);
  columns_ = split_csv_row(text, layout_.delimiter, true, text.size() + 1).cells;
  while (!columns_.empty() && columns_.back().empty()) columns_.pop_back();
}

// The row at the start of the buffer; 0 bytes at the end of the file.
CsvReader::Row CsvReader::find_row() {
  CsvRowScanner scanner(layout_.delimiter, quotes_);
  std::size_t scanned = 0;
  for (;;) {
    const std::string_view text = std::string_view(buffer_).substr(begin_ + scanned);
    const std::size_t end = scanner.scan(text);
    const std::size_t bytes = scanned + (end == text.npos ? text.size() : end);
    if (bytes > max_record_bytes_) return {bytes, scanner.in_quotes(), true};
    if (end != text.npos) return {bytes, false, false};
    scanned = bytes;
    if (!fill()) return {bytes, scanner.in_quotes(), false};
  }
}

// Takes a row out of the buffer. One that is wrong for a stray quote gives its first
// line; one that is wrong otherwise is reported.
std::optional<CsvCells> CsvReader::take_cells(const Row& row) {
  if (row.open_quote) return take_first_line(row.bytes);
  if (row.too_long) {
    report(too_long_reason(max_record_bytes_), false);
    drop(row.bytes);
    if (buffer_[begin_ - 1] != '\n') skip_rest_of_line();
    return std::nullopt;
  }
  const std::string_view text = std::string_view(buffer_).substr(begin_, row.bytes);
  CsvCells cells = split_csv_row(text, layout_.delimiter, quotes_, columns_.size());
  const bool has_lines = text.find('\n') < text.size() - 1;
  if (cells.count == columns_.size() && !(has_lines && cells.has_stray_quote)) {
    drop(row.bytes);
    return cells;
  }
  if (has_lines) return take_first_line(row.bytes);
  drop(row.bytes);
  report(count_reason(cells.count), false);
  return std::nullopt;
}

// The first line alone, its quotes taken as they are. `searched` bytes will be looked
// at again; once that has happened too often no quote means anything more.
std::optional<CsvCells> CsvReader::take_first_line(std::size_t searched) {
  if (searched > rescan_budget_) quotes_ = false;
  rescan_budget_ -= std::min(searched, rescan_budget_);
  std::size_t end = buffer_.find('\n', begin_);
  end = end == std::string::npos ? buffer_.size() : end + 1;
  const std::string_view text = std::string_view(buffer_).substr(begin_, end - begin_);
  CsvCells cells = split_csv_row(text, layout_.delimiter, false, columns_.size());
  drop(end - begin_);
  if (cells.count == columns_.size()) return cells;
  report(count_reason(cells.count) + ", or a quote is not closed", false);
  return std::nullopt;
}

void CsvReader::skip_rest_of_line() {
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    if (end != std::string::npos) return drop(end + 1 - begin_);
    drop(buffer_.size() - begin_);
    if (!fill()) return;
  }
}

bool CsvReader::read_record(const CsvCells& row, Article& article) {
  TextRecord record(names_);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string value = row.cells[i];
    clean_text(value);
    record.add(columns_[i], value);
  }
  article = {};
  std::vector<std::string> not_read;
  record.fill(article, not_read);
  if (article.title.empty() && article.body.empty()) {
    report("has neither a title nor a body", false);
    return false;
  }
  for (std::string& reason : not_read) report(std::move(reason), true);
  return true;
}

std::string CsvReader::count_reason(std::size_t count) const {
  const std::string shown = layout_.delimiter == '\t'
                                ? "a tab"
                                : "'" + std::string(1, layout_.delimiter) + "'";
  return "has " + std::to_string(count) + (count == 1 ? " cell" : " cells") +
         " where the header has " + std::to_string(columns_.size()) +
         ": put cells with " + shown + " or a line end in them in quotes";
}

bool CsvReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::string_view block = source_.read();
  buffer_.append(block);
  return !block.empty();
}

void CsvReader::drop(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  line_ += static_cast<std::size_t>(
      std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  begin_ += bytes;
}

void CsvReader::report(std::string reason, bool kept) {
  reject_({.record = record_,
           .line = record_line_,
           .reason = std::move(reason),
           .kept = kept});
}

}  // namespace dateline::readers
