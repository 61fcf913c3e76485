// Tables as text: comma-separated values and what goes by that name.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/record_fields.h"

namespace dateline::readers {

/// Finds where a row ends, its bytes coming in pieces. A line end within quotes does
/// not end it.
class CsvRowScanner {
 public:
  CsvRowScanner(char delimiter, bool quotes) : delimiter_(delimiter), quotes_(quotes) {}

  /// The position behind the row's "\n" in `text`, npos if that is not in it. `text`
  /// goes on where the last one ended.
  std::size_t scan(std::string_view text);

  bool in_quotes() const { return state_ == State::kQuoted; }

 private:
  enum class State { kCellStart, kPlain, kQuoted, kAfterQuote };

  void step(char c);

  char delimiter_;
  bool quotes_;
  State state_ = State::kCellStart;
};

/// The cells of one row, quotes and the spaces around them taken off; a cell beyond
/// `most` is counted, not kept.
struct CsvCells {
  std::vector<std::string> cells{};
  std::size_t count = 0;         ///< Without empty ones beyond `most`.
  bool has_stray_quote = false;  ///< One that closes a cell, and more text behind it.
};
CsvCells split_csv_row(std::string_view row, char delimiter, bool quotes,
                       std::size_t most);

/// How a table is written.
struct CsvLayout {
  char delimiter = ',';
  std::size_t header = 0;  ///< Where its header begins: behind Excel's "sep=;" line.
};

/// The layout of a table whose first line names columns that are fields of articles,
/// a title or body among them; nullopt for what is none. The delimiter is the one of
/// `,` `;` tab `|` that gives most of them. A header with one known name must have rows
/// of as many cells below it.
std::optional<CsvLayout> find_csv_layout(std::string_view beginning,
                                         const FieldNames& names);

}  // namespace dateline::readers
