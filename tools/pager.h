// A pager such as less, between us and the terminal.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::cli {

/// The pager that the user wants, as a line for the shell: $DATELINE_PAGER, else
/// $PAGER, else `less -FRX` where there is one. nullopt for none: where that is empty
/// or `cat`, or the terminal is a dumb one.
std::optional<std::string> pager_command();

/// A running pager. Not for several threads.
class Pager {
 public:
  /// Starts `command` by the shell, with LESS=FRX where LESS is not set, so that less
  /// shows colours and ends by itself where all fits on the screen. While it runs
  /// Ctrl-C is the pager's alone.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  /// False where it could not be started.
  bool is_running() const { return child_ > 0; }

  /// Where it reads.
  int descriptor() const { return descriptor_; }

  /// Lets it read to the end and waits until it is gone. False where the shell found
  /// no such command, so that nothing was shown.
  bool finish();

 private:
  int child_ = -1;
  int descriptor_ = -1;
};

}  // namespace dateline::cli
