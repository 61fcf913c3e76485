#include "index/readers/reuters_reader.h"

#include <algorithm>
#include <utility>

namespace dateline::readers {
namespace {

constexpr std::string_view kOpen = "<REUTERS";
constexpr std::string_view kClose = "</REUTERS>";

}  // namespace

ReutersReader::ReutersReader(TextSource& source, std::size_t max_record_bytes,
                             RejectSink reject)
    : source_(source),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)) {}

bool ReutersReader::next(Article& article) {
  std::string record;
  if (!next_record(record)) return false;
  const auto bad_date = read_reuters_record(std::move(record), article);
  if (bad_date) {
    report("the DATE is none that is understood: \"" + *bad_date + "\"", true);
  }
  return true;
}

// Gives the next element that is whole and within the limit.
bool ReutersReader::next_record(std::string& record) {
  while (skip_to_record()) {
    ++record_;
    record_line_ = line_;
    if (take_record(record)) return true;
  }
  return false;
}

// Drops what stands before the next "<REUTERS"; false when there is none.
bool ReutersReader::skip_to_record() {
  for (;;) {
    const std::size_t found = buffer_.find(kOpen, begin_);
    if (found != std::string::npos) {
      drop(found - begin_);
      return true;
    }
    const std::size_t left = buffer_.size() - begin_;
    drop(left - std::min(left, kOpen.size() - 1));
    if (!fill()) return false;
  }
}

// Moves the element at the start of the buffer out of it. One that is too long or has
// no end is reported and passed over; then false.
bool ReutersReader::take_record(std::string& record) {
  std::size_t searched = 0;  // Bytes of the element that the end is not in.
  bool too_long = false;
  for (;;) {
    const std::size_t found = buffer_.find(kClose, begin_ + searched);
    const bool whole = found != std::string::npos;
    const std::size_t size = (whole ? found + kClose.size() : buffer_.size()) - begin_;
    if (size > max_record_bytes_ && !too_long) {
      too_long = true;
      report(too_long_reason(max_record_bytes_), false);
    }
    if (whole) {
      if (!too_long) record.assign(buffer_, begin_, size);
      drop(size);
      return !too_long;
    }
    searched = size - std::min(size, kClose.size() - 1);
    if (too_long) {
      drop(searched);
      searched = 0;
    }
    if (!fill()) {
      if (!too_long) report("has no closing </REUTERS>", false);
      drop(buffer_.size() - begin_);
      return false;
    }
  }
}

bool ReutersReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::string_view block = source_.read();
  buffer_.append(block);
  return !block.empty();
}

void ReutersReader::drop(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  line_ += static_cast<std::size_t>(
      std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  begin_ += bytes;
}

void ReutersReader::report(std::string reason, bool kept) {
  reject_({.record = record_,
           .line = record_line_,
           .reason = std::move(reason),
           .kept = kept});
}

}  // namespace dateline::readers
