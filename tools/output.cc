#include "output.h"

#include <dateline/error.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

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

Output::Output(int descriptor)
    : descriptor_(descriptor),
      terminal_(Terminal::of(descriptor)),
      may_page_(terminal_.interactive) {}

Output::~Output() = default;

void Output::write(std::string_view text) {
  kept_.append(text);
  if (may_page_ && !pager_) {
    lines_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (lines_ < terminal_.height) return;
    start_pager();
  }
  if (kept_.size() >= kBuffer) flush();
}

void Output::start_pager() {
  may_page_ = false;
  const auto command = pager_command();
  if (!command) return;
  pager_.emplace(*command);
  if (!pager_->is_running()) pager_.reset();
}

void Output::flush() {
  if (pager_) paged_ += kept_;
  const int failure = write_all(pager_ ? pager_->descriptor() : descriptor_, kept_);
  kept_.clear();
  may_page_ = false;
  if (failure == 0) return;
  // A command that is no pager closes the pipe, too.
  if (failure == EPIPE && pager_ && !finish_pager()) return flush();
  if (failure == EPIPE) throw ClosedPipe{};
  throw Error(ErrorCode::kIo, std::string("The output cannot be written: ") +
                                  std::strerror(failure) + ".");
}

void Output::finish() {
  if (!kept_.empty()) flush();
  if (pager_ && !finish_pager()) flush();
}

// False where nothing was shown: all of it is kept again, to be written without.
bool Output::finish_pager() {
  const bool was_shown = pager_->finish();
  pager_.reset();
  if (!was_shown) {
    complain("The pager that $DATELINE_PAGER or $PAGER names cannot be run.");
    kept_ = std::move(paged_);
  }
  paged_.clear();
  return was_shown;
}

void complain(std::string_view sentence) {
  write_to_stderr("dateline: " + printable(sentence) + "\n");
}

void write_to_stderr(std::string_view text) { write_all(STDERR_FILENO, text); }

}  // namespace dateline::cli
