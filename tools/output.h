// Where a command writes: a file descriptor, buffered, that can be closed by its
// reader, or a pager.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pager.h"
#include "terminal.h"

namespace dateline::cli {

/// The reader of our output has gone, as in `dateline search flood | head -1`, or a
/// pager was left. Not a failure: main() ends with success.
struct ClosedPipe {};

/// Standard output. Throws ClosedPipe, or Error kIo (a full disk).
class Output {
 public:
  explicit Output(int descriptor);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Writes straight to the terminal, however long the text is.
  void use_no_pager() { may_page_ = false; }

  /// May keep text back until flush() or the next call. On a terminal, what is longer
  /// than its screen goes through the user's pager.
  void write(std::string_view text);

  /// Hands everything to the system. What is written from then on is not paged, unless
  /// the pager runs already.
  void flush();

  /// Hands everything over and waits for the pager. main() calls it after a command
  /// that succeeded.
  void finish();

  const Terminal& terminal() const { return terminal_; }

 private:
  void start_pager();
  bool finish_pager();

  int descriptor_;
  Terminal terminal_;
  bool may_page_;
  std::size_t lines_ = 0;  // In kept_.
  std::string kept_;
  std::string paged_;  // What a pager was given, should it turn out to be none.
  std::optional<Pager> pager_;
};

/// One line on standard error: "dateline: sentence". Control characters are left out.
void complain(std::string_view sentence);

/// As it is, on standard error; a standard error that is closed is nobody's loss.
void write_to_stderr(std::string_view text);

}  // namespace dateline::cli
