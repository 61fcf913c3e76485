// Articles from tables: CSV and TSV with a header.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/csv_table.h"
#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// One article a row; the columns are named by the first one. Cells are quoted as RFC
/// 4180 says, whatever the delimiter; a quote that is never closed, or only by one that
/// opens another cell, is taken as it is written when that gives a row its number of
/// cells.
class CsvReader final : public RecordReader {
 public:
  /// `source` and `names` must outlive this.
  CsvReader(TextSource& source, CsvLayout layout, std::size_t max_record_bytes,
            const FieldNames& names, RejectSink reject);
  bool next(Article& article) override;

 private:
  // Where a row ends in the buffer, and why it could not be read, if so.
  struct Row {
    std::size_t bytes = 0;
    bool open_quote = false;
    bool too_long = false;
  };

  void read_header();
  Row find_row();
  void skip_rest_of_line();
  std::optional<CsvCells> take_cells(const Row& row);
  std::optional<CsvCells> take_first_line(std::size_t searched);
  bool read_record(const CsvCells& row, Article& article);
  bool fill();
  void drop(std::size_t bytes);
  std::string count_reason(std::size_t count) const;
  void report(std::string reason, bool kept);

  TextSource& source_;
  CsvLayout layout_;
  std::size_t max_record_bytes_;
  const FieldNames& names_;
  RejectSink reject_;
  std::vector<std::string> columns_;
  bool header_read_ = false;
  bool quotes_ = true;
  std::size_t rescan_budget_;  // Bytes that may be looked at again.
  std::string buffer_;         // Read and not yet used, from begin_ on.
  std::size_t begin_ = 0;
  std::size_t line_ = 1;         // Of buffer_[begin_].
  std::size_t record_ = 0;       // Of the last row but the header, and
  std::size_t record_line_ = 0;  // where that began.
};

}  // namespace dateline::readers
