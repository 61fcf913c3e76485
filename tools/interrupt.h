// Ctrl-C: the first asks to stop, the second stops.

#pragma once

namespace dateline::cli {

/// From now on the first SIGINT, SIGTERM or SIGHUP only sets a flag; the second ends
/// the process at once, as if nobody had ever caught it.
void catch_interrupts();

/// The signal that has asked to stop, or 0.
int interrupt_signal();

}  // namespace dateline::cli
