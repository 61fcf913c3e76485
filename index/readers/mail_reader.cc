#include "index/readers/mail_reader.h"

#include <algorithm>
#include <utility>

#include "index/readers/mail_message.h"

namespace dateline::readers {
namespace {

constexpr std::string_view kFrom = "From ";
constexpr std::size_t kLongestFromLine = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the ">" off lines that begin with ">From ", ">>From ".
void unquote_from(std::string& message) {
  std::size_t at = 0;
  while ((at = message.find("\n>", at)) != std::string::npos) {
    const std::size_t quoted = message.find_first_not_of('>', at + 1);
    if (quoted != std::string::npos && message.compare(quoted, 5, kFrom) == 0) {
      message.erase(at + 1, 1);
    }
    ++at;
  }
}

// The end of the message that begins `text`: where the next "From " line begins, behind
// a blank line. npos: not in `text`.
std::size_t find_next_message(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("\nFrom ", from); at != text.npos;
       at = text.find("\nFrom ", at + 1)) {
    const bool after_blank =
        at > 0 && (text[at - 1] == '\n' ||
                   (text[at - 1] == '\r' && at > 1 && text[at - 2] == '\n'));
    const std::string_view line = text.substr(at + 1, kLongestFromLine);
    if (after_blank && is_from_line(line.substr(0, line.find('\n')))) return at + 1;
  }
  return text.npos;
}

}  // namespace

bool is_from_line(std::string_view line) {
  if (!line.starts_with(kFrom)) return false;
  for (std::size_t at = line.find(':'); at != line.npos; at = line.find(':', at + 1)) {
    if (at > 0 && at + 1 < line.size() && is_digit(line[at - 1]) &&
        is_digit(line[at + 1])) {
      return true;
    }
  }
  return false;
}

MboxReader::MboxReader(TextSource& source, std::size_t max_record_bytes,
                       RejectSink reject)
    : source_(source),
      max_record_bytes_(max_record_bytes),
      reject_(std::move(reject)) {}

bool MboxReader::next(Article& article) {
  for (;;) {
    if (begin_ == buffer_.size() && !fill()) return false;
    ++record_;
    record_line_ = line_;
    std::string message;
    if (!take_message(message)) continue;
    unquote_from(message);
    MailOutcome outcome = read_mail_message(message, article);
    if (!outcome.rejected.empty()) {
      report(std::move(outcome.rejected), false);
      continue;
    }
    for (std::string& reason : outcome.not_read) report(std::move(reason), true);
    return true;
  }
}

// Moves the message at the start of the buffer out of it, without its "From " line. One
// that is too long is reported and passed over; then false.
bool MboxReader::take_message(std::string& message) {
  std::size_t searched = 0;  // Bytes that the next message does not begin in.
  bool too_long = false;
  for (;;) {
    const std::string_view text = std::string_view(buffer_).substr(begin_);
    const std::size_t next = find_next_message(text, searched);
    const bool whole = next != text.npos;
    const std::size_t size = whole ? next : text.size();
    if (size > max_record_bytes_ && !too_long) {
      too_long = true;
      report(too_long_reason(max_record_bytes_), false);
    }
    const std::size_t kept = std::min(size, kLongestFromLine + 3);
    searched = size - kept;
    if (too_long && !whole) {
      drop(searched);
      searched = 0;
    }
    if (!whole && fill()) continue;
    if (!too_long) {
      const std::size_t header = std::min(buffer_.find('\n', begin_), begin_ + size);
      message = buffer_.substr(header, begin_ + size - header);
      message.erase(0, 1);
    }
    drop(whole ? size : buffer_.size() - begin_);
    return !too_long;
  }
}

bool MboxReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::string_view block = source_.read();
  buffer_.append(block);
  return !block.empty();
}

void MboxReader::drop(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  line_ += static_cast<std::size_t>(
      std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  begin_ += bytes;
}

void MboxReader::report(std::string reason, bool kept) {
  reject_({.record = record_,
           .line = record_line_,
           .reason = std::move(reason),
           .kept = kept});
}

std::string MailReader::read(std::string bytes, Article& article) {
  MailOutcome outcome = read_mail_message(bytes, article);
  if (!outcome.rejected.empty()) return std::move(outcome.rejected);
  report(std::move(outcome.not_read));
  if (article.id.empty()) article.id = file_id();
  return {};
}

}  // namespace dateline::readers
