#include "tests/faults/iofault_plan.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "tests/faults/real_calls.h"

namespace dateline::testing::iofault {
namespace {

std::string setting(const char* name, const char* otherwise = "") {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

void tell(Kind kind, const std::string& path) {
  if (plan().told || plan().out < 0) return;
  plan().told = true;
  const std::string line = std::string(1, static_cast<char>(kind)) + " " + path + "\n";
  put(line.data(), line.size());
}

}  // namespace

Plan::Plan()
    : root(setting("IOFAULT_ROOT")),
      mode(setting("IOFAULT_MODE")),
      kinds(setting("IOFAULT_KINDS", kChanges)),
      at(std::stol(setting("IOFAULT_AT", "0"))),
      times(std::stol(setting("IOFAULT_TIMES", "1"))),
      error(std::stoi(setting("IOFAULT_ERRNO", "5"))),
      plain(!setting("IOFAULT_PLAIN").empty()),
      linkless(!setting("IOFAULT_LINKLESS").empty()) {
  const std::string path = setting("IOFAULT_OUT");
  if (path.empty()) return;
  out = NEXT(open)(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

Plan& plan() {
  static Plan* const made = new Plan;  // Never destroyed: others close files at exit.
  return *made;
}

void put(const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = NEXT(write)(plan().out, at, size);
    if (written <= 0) std::abort();  // Half a record of what happened is worth nothing.
    at += written;
    size -= static_cast<std::size_t>(written);
  }
}

Fate fate_of(Kind kind, const std::string& path) {
  Plan& p = plan();
  if (p.kinds.find(static_cast<char>(kind)) == std::string::npos) return Fate::kDone;
  const std::lock_guard lock(p.mutex);
  const long point = p.points++;
  if (p.mode == "fail" && point >= p.at && point - p.at < p.times) {
    tell(kind, path);
    errno = p.error;
    return Fate::kFails;
  }
  if (point != p.at || (p.mode != "kill" && p.mode != "torn")) return Fate::kDone;
  tell(kind, path);
  if (p.mode == "torn" && kind == Kind::kWrite) return Fate::kTorn;
  kill(getpid(), SIGKILL);
  return Fate::kDone;
}

void die() {
  kill(getpid(), SIGKILL);
  std::abort();
}

}  // namespace dateline::testing::iofault
