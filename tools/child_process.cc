#include "child_process.h"

#include <dateline/error.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>
#include <system_error>

namespace dateline::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

[[noreturn]] void throw_errno(const char* what) {
  throw Error(ErrorCode::kIo,
              std::string(what) + ": " + std::generic_category().message(errno) + ".");
}

// Memory of both processes. It outlives a crash of the child.
class SharedPlace {
 public:
  SharedPlace()
      : memory_(::mmap(nullptr, sizeof(Content), PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw_errno("There is no memory to share");
    content_ = new (memory_) Content;
  }
  ~SharedPlace() { ::munmap(memory_, sizeof(Content)); }
  SharedPlace(const SharedPlace&) = delete;
  SharedPlace& operator=(const SharedPlace&) = delete;

  void tell(std::string_view place) {
    const std::size_t size = std::min(place.size(), sizeof content_->text);
    std::memcpy(content_->text, place.data(), size);
    content_->size = static_cast<std::uint32_t>(size);
    ++content_->told;
  }

  /// How often it was told.
  std::uint64_t told() const { return content_->told; }

  /// To be asked when the child has ended.
  std::string text() const {
    return {content_->text,
            std::min<std::size_t>(content_->size, sizeof content_->text)};
  }

 private:
  struct Content {
    std::atomic<std::uint64_t> told{0};
    std::uint32_t size = 0;
    char text[200] = {};
  };

  void* memory_;
  Content* content_;
};

// Results longer than a pipe holds are read while they are written.
void write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) ::_exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void lead_nowhere(int descriptor) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, descriptor);
}

[[noreturn]] void be_child(const std::function<std::string(const TellPlace&)>& work,
                           SharedPlace& place, int pipe, bool quiet) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  lead_nowhere(STDOUT_FILENO);
  if (quiet) lead_nowhere(STDERR_FILENO);
  try {
    write_all(pipe, work([&](std::string_view text) { place.tell(text); }));
  } catch (...) {
    std::signal(SIGABRT, SIG_DFL);
    std::abort();
  }
  ::_exit(0);  // Nothing of the parent's is flushed or destroyed here.
}

// Reads until the child closes the pipe; false when it did not go on for too long.
bool read_result(int pipe, const SharedPlace& place, milliseconds patience,
                 std::string& result) {
  constexpr milliseconds kLook{100};
  std::uint64_t told = 0;
  Clock::time_point since = Clock::now();
  for (;;) {
    pollfd ready{pipe, POLLIN, 0};
    const int count = ::poll(&ready, 1, static_cast<int>(kLook.count()));
    if (count > 0) {
      char buffer[1 << 16];
      const ssize_t bytes = ::read(pipe, buffer, sizeof buffer);
      if (bytes == 0) return true;
      if (bytes > 0) result.append(buffer, static_cast<std::size_t>(bytes));
      since = Clock::now();
    } else if (place.told() != told) {
      told = place.told();
      since = Clock::now();
    }
    const bool counts = patience.count() > 0 && told > 0;
    if (counts && Clock::now() - since > patience) return false;
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

ChildOutcome run_in_child(const std::function<std::string(const TellPlace&)>& work,
                          milliseconds patience, bool quiet) {
  SharedPlace place;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw_errno("There can be no pipe");
  const pid_t child = ::fork();
  if (child < 0) {
    const int reason = errno;
    ::close(ends[0]);
    ::close(ends[1]);
    errno = reason;
    throw_errno("There can be no other process");
  }
  if (child == 0) {
    ::close(ends[0]);
    be_child(work, place, ends[1], quiet);
  }
  ::close(ends[1]);
  ChildOutcome outcome;
  outcome.timed_out = !read_result(ends[0], place, patience, outcome.result);
  ::close(ends[0]);
  if (outcome.timed_out) ::kill(child, SIGKILL);
  const int status = wait_for(child);
  outcome.finished =
      !outcome.timed_out && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  outcome.place = place.text();
  return outcome;
}

}  // namespace dateline::cli
