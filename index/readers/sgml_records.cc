#include "index/readers/sgml_records.h"

#include <algorithm>
#include <utility>

namespace dateline::readers {

SgmlRecords::SgmlRecords(TextSource& source, std::string_view name,
                         std::size_t max_record_bytes, RejectSink reject)
    : source_(source),
      open_("<" + std::string(name)),
      close_("</" + std::string(name) + ">"),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)) {}

bool SgmlRecords::next(std::string& record) {
  while (skip_to_record()) {
    ++record_;
    record_line_ = line_;
    if (take_record(record)) return true;
  }
  return false;
}

// Drops what stands before the next "<DOC"; false when there is none.
bool SgmlRecords::skip_to_record() {
  for (;;) {
    const std::size_t found = find_open();
    if (found != std::string::npos) {
      drop(found - begin_);
      return true;
    }
    const std::size_t left = buffer_.size() - begin_;
    drop(left - std::min(left, open_.size()));
    if (!fill()) return false;
  }
}

// The next opening tag whose name is whole: "<DOC" is not "<DOCNO".
std::size_t SgmlRecords::find_open() const {
  std::size_t found = buffer_.find(open_, begin_);
  while (found != std::string::npos) {
    const std::size_t after = found + open_.size();
    if (after >= buffer_.size()) return std::string::npos;
    if (buffer_[after] == '>' || buffer_[after] == ' ') return found;
    found = buffer_.find(open_, after);
  }
  return found;
}

// Moves the element at the start of the buffer out of it. One that is too long or has
// no end is reported and passed over; then false.
bool SgmlRecords::take_record(std::string& record) {
  std::size_t searched = 0;  // Bytes of the element that the end is not in.
  bool too_long = false;
  for (;;) {
    const std::size_t found = buffer_.find(close_, begin_ + searched);
    const bool whole = found != std::string::npos;
    const std::size_t size = (whole ? found + close_.size() : buffer_.size()) - begin_;
    if (size > max_record_bytes_ && !too_long) {
      too_long = true;
      report(too_long_reason(max_record_bytes_), false);
    }
    if (whole) {
      if (!too_long) record.assign(buffer_, begin_, size);
      drop(size);
      return !too_long;
    }
    searched = size - std::min(size, close_.size() - 1);
    if (too_long) {
      drop(searched);
      searched = 0;
    }
    if (!fill()) {
      if (!too_long) report("has no closing " + close_, false);
      drop(buffer_.size() - begin_);
      return false;
    }
  }
}

bool SgmlRecords::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::string_view block = source_.read();
  buffer_.append(block);
  return !block.empty();
}

void SgmlRecords::drop(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  line_ += static_cast<std::size_t>(
      std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  begin_ += bytes;
}

void SgmlRecords::report(std::string reason, bool kept) {
  reject_({.record = record_,
           .line = record_line_,
           .reason = std::move(reason),
           .kept = kept});
}

}  // namespace dateline::readers
