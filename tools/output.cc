#include "output.h"

#include <dateline/error.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "text_layout.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void Output::write(std::string_view text) {
  kept_.append(text);
  if (kept_.size() >= kBuffer) flush();
}

void Output::flush() {
  const int failure = write_all(descriptor_, kept_);
  kept_.clear();
  if (failure == 0) return;
  if (failure == EPIPE) throw ClosedPipe{};
  throw Error(ErrorCode::kIo, std::string("The output cannot be written: ") +
                                  std::strerror(failure) + ".");
}

void complain(std::string_view sentence) {
  write_to_stderr("dateline: " + printable(sentence) + "\n");
}

void write_to_stderr(std::string_view text) { write_all(STDERR_FILENO, text); }

}  // namespace dateline::cli
