// What every format has in common: records come out one at a time.

#pragma once

#include <dateline/article_reader.h>

#include <cstddef>
#include <functional>
#include <string>

namespace dateline::readers {

/// Takes what a reader could not read; the caller fills in the file's name.
using RejectSink = std::function<void(RejectedRecord)>;

/// Reads the articles of one file.
class RecordReader {
 public:
  RecordReader() = default;
  virtual ~RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// Reads the next article over `article`; false at the end of the file. A bad record
  /// is given to the sink and stepped over; Error is thrown when the file itself
  /// cannot be read on.
  virtual bool next(Article& article) = 0;
};

/// Why a record over the limit is rejected: "is larger than the 16 MiB a record may
/// have".
std::string too_long_reason(std::size_t max_record_bytes);

}  // namespace dateline::readers
