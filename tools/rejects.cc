#include "rejects.h"

#include <dateline/error.h>

#include <cerrno>
#include <exception>
#include <utility>

#include "environment.h"
#include "json_output.h"
#include "output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostTold = 20;

}  // namespace

Rejects::Rejects(std::optional<std::string> file, Progress& progress)
    : path_(std::move(file)), progress_(progress) {
  if (!path_) return;
  errno = 0;
  file_.open(*path_, std::ios::binary | std::ios::trunc);
  if (!file_) {
    throw Error(ErrorCode::kIo,
                "'" + *path_ + "' cannot be written: " + system_reason(errno) + ".");
  }
}

void Rejects::add(const RejectedRecord& rejected) noexcept {
  ++count_;
  try {
    if (path_) file_ << reject_json(rejected);
    if (count_ > kMostTold) return;
    progress_.clear();
    write_to_stderr(printable(rejected.to_string()) + "\n");
  } catch (const std::exception&) {
    file_.setstate(std::ios::badbit);  // finish() tells.
  }
}

void Rejects::finish() {
  if (count_ > kMostTold) {
    const std::string where = path_ ? "" : "; --rejects FILE writes them all to a file";
    write_to_stderr("... and " + counted(count_ - kMostTold, "more rejected record") +
                    where + "\n");
  }
  if (!path_) return;
  file_.close();
  if (!file_) {
    throw Error(ErrorCode::kIo, "'" + *path_ + "' could not be written completely.");
  }
}

}  // namespace dateline::cli
