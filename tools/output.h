// Where a command writes: a file descriptor, buffered, that can be closed by its
// reader.

#pragma once

#include <string>
#include <string_view>

#include "terminal.h"

namespace dateline::cli {

/// The reader of our output has gone, as in `dateline search flood | head -1`. Not a
/// failure: main() ends with success.
struct ClosedPipe {};

/// Standard output. Throws ClosedPipe, or Error kIo (a full disk).
class Output {
 public:
  explicit Output(int descriptor)
      : descriptor_(descriptor), terminal_(Terminal::of(descriptor)) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// May keep text back until flush() or the next call.
  void write(std::string_view text);

  /// Hands everything to the system. main() calls it after a command that succeeded.
  void flush();

  const Terminal& terminal() const { return terminal_; }

 private:
  int descriptor_;
  Terminal terminal_;
  std::string kept_;
};

/// One line on standard error: "dateline: sentence". Control characters are left out.
void complain(std::string_view sentence);

/// As it is, on standard error; a standard error that is closed is nobody's loss.
void write_to_stderr(std::string_view text);

}  // namespace dateline::cli
