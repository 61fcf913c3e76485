// Cuts a stream into the elements of one name that follow each other in it.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"

namespace dateline::readers {

/// Gives the text of each <NAME …> … </NAME>, one at a time; what stands between them
/// is passed over. One that is too long or has no end is reported.
class SgmlRecords {
 public:
  /// `source` must outlive this.
  SgmlRecords(TextSource& source, std::string_view name, std::size_t max_record_bytes,
              RejectSink reject);

  /// The next element that is whole and within the limit; false when there is none.
  bool next(std::string& record);

  /// Reports the element given last.
  void report(std::string reason, bool kept);

 private:
  bool skip_to_record();
  std::size_t find_open() const;
  bool take_record(std::string& record);
  bool fill();
  void drop(std::size_t bytes);

  TextSource& source_;
  std::string open_;   // "<DOC"
  std::string close_;  // "</DOC>"
  std::size_t max_record_bytes_;
  RejectSink reject_;
  std::string buffer_;  // Read and not yet used, from begin_ on.
  std::size_t begin_ = 0;
  std::size_t line_ = 1;         // Of buffer_[begin_].
  std::size_t record_ = 0;       // Of the last element, and
  std::size_t record_line_ = 0;  // where that began.
};

}  // namespace dateline::readers
