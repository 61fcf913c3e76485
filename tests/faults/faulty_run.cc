#include "tests/faults/faulty_run.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "tests/testing.h"

namespace dateline::testing {
namespace {

constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;

// A sanitizer wants to be loaded first, but only so that it sees all allocations.
void allow_preloading() {
  for (const char* name : {"ASAN_OPTIONS", "TSAN_OPTIONS"}) {
    const char* given = std::getenv(name);
    const std::string before = given == nullptr ? "" : std::string(given) + ":";
    setenv(name, (before + "verify_asan_link_order=0:detect_leaks=0").c_str(), 1);
  }
}

void set_fault(const Fault& fault, const RunPlaces& places) {
  allow_preloading();
  setenv("LD_PRELOAD", iofault_path().c_str(), 1);
  setenv("IOFAULT_ROOT", places.root.c_str(), 1);
  setenv("IOFAULT_OUT", fault_report(places).c_str(), 1);
  setenv("IOFAULT_MODE", fault.mode.c_str(), 1);
  setenv("IOFAULT_AT", std::to_string(fault.at).c_str(), 1);
  setenv("IOFAULT_TIMES", std::to_string(fault.times).c_str(), 1);
  setenv("IOFAULT_ERRNO", std::to_string(fault.error).c_str(), 1);
  if (!fault.kinds.empty()) setenv("IOFAULT_KINDS", fault.kinds.c_str(), 1);
  if (fault.plain) setenv("IOFAULT_PLAIN", "1", 1);
  if (fault.linkless) setenv("IOFAULT_LINKLESS", "1", 1);
}

// What the program writes. Emptied before it starts: killed at once, it would leave
// what the last one acknowledged.
struct Outputs {
  explicit Outputs(const RunPlaces& places)
      : out(open((places.scratch + "/out").c_str(), kWrite, 0600)),
        err(open((places.scratch + "/err").c_str(), kWrite, 0600)) {}
  ~Outputs() {
    close(out);
    close(err);
  }
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;

  const int out;
  const int err;
};

[[noreturn]] void execute(const std::vector<std::string>& command,
                          const std::optional<Fault>& fault, const RunPlaces& places,
                          const Outputs& outputs) {
  if (dup2(outputs.out, STDOUT_FILENO) < 0) _exit(127);
  if (dup2(outputs.err, STDERR_FILENO) < 0) _exit(127);
  if (fault) set_fault(*fault, places);
  std::vector<char*> arguments;
  for (const std::string& word : command)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

// Waits for the end of `child`; kills it at the limit.
void wait_or_kill(pid_t child, std::chrono::microseconds limit) {
  const auto handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  if (handle < 0) throw std::runtime_error("pidfd_open failed");
  pollfd ended{.fd = handle, .events = POLLIN, .revents = 0};
  const auto seconds = std::chrono::floor<std::chrono::seconds>(limit);
  const timespec pause{.tv_sec = seconds.count(),
                       .tv_nsec = std::chrono::nanoseconds(limit - seconds).count()};
  if (ppoll(&ended, 1, &pause, nullptr) == 0) kill(child, SIGKILL);
  close(handle);
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::string iofault_path() { return DATELINE_IOFAULT; }

std::string fault_report(const RunPlaces& places) { return places.scratch + "/report"; }

FaultyOutcome run_with_fault(const std::vector<std::string>& command,
                             const std::optional<Fault>& fault, const RunPlaces& places,
                             std::chrono::microseconds limit) {
  std::filesystem::remove(fault_report(places));
  const Outputs outputs(places);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) execute(command, fault, places, outputs);
  wait_or_kill(child, limit);
  int status = 0;
  if (waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
  FaultyOutcome outcome;
  if (WIFEXITED(status)) outcome.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.out = read_file(places.scratch + "/out");
  outcome.err = read_file(places.scratch + "/err");
  if (fault && fault->mode != "log") {
    outcome.hit = first_line(read_file(fault_report(places)));
  }
  return outcome;
}

}  // namespace dateline::testing
