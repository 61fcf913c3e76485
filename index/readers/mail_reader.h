// Articles from messages: a mailbox of them, or one a file.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"
#include "index/readers/whole_file_reader.h"

namespace dateline::readers {

/// One article a message of an mbox: each begins with a line "From sender date" behind
/// a blank line, and "From " that begins a line of its text is quoted with ">".
/// Source: RFC 4155 and the "mboxrd" convention.
class MboxReader final : public RecordReader {
 public:
  /// `source` must outlive this.
  MboxReader(TextSource& source, std::size_t max_record_bytes, RejectSink reject);
  bool next(Article& article) override;

 private:
  bool take_message(std::string& message);
  bool fill();
  void drop(std::size_t bytes);
  void report(std::string reason, bool kept);

  TextSource& source_;
  std::size_t max_record_bytes_;
  RejectSink reject_;
  std::string buffer_;  // Read and not yet used, from begin_ on.
  std::size_t begin_ = 0;
  std::size_t line_ = 1;         // Of buffer_[begin_].
  std::size_t record_ = 0;       // Of the last message, and
  std::size_t record_line_ = 0;  // where that began.
};

/// The whole file is one message.
class MailReader final : public WholeFileReader {
 public:
  /// `id` is given to an article whose message has none. `source` must outlive this.
  using WholeFileReader::WholeFileReader;

 private:
  std::string read(std::string bytes, Article& article) override;
};

/// Whether `line` begins a message of an mbox: "From ann@harbour.example Thu Mar  2
/// 10:00:00 2023".
bool is_from_line(std::string_view line);

}  // namespace dateline::readers
