#include "interrupt.h"

#include <csignal>
#include <initializer_list>

namespace dateline::cli {
namespace {

volatile std::sig_atomic_t caught = 0;

// Resets all three, so that Ctrl-C after a hang-up also counts as the second.
void remember(int signal) {
  caught = signal;
  for (const int other : {SIGINT, SIGTERM, SIGHUP}) std::signal(other, SIG_DFL);
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = remember;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // A shell starts background jobs, and nohup its command, with signals ignored.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) {
      continue;
    }
    sigaction(signal, &action, nullptr);
  }
}

int interrupt_signal() { return caught; }

}  // namespace dateline::cli
