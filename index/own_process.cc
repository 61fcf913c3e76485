#include "index/own_process.h"

#include <dateline/error.h>
#include <unistd.h>

#include <string>

namespace dateline {

OwnProcess::OwnProcess() : id_(getpid()) {}

bool OwnProcess::is_current() const { return getpid() == id_; }

void OwnProcess::require(std::string_view what) const {
  if (is_current()) return;
  const std::string name(what);
  throw Error(ErrorCode::kInvalidArgument,
              "This " + name +
                  " was made before fork() and belongs to the parent process; make "
                  "another one in the child.");
}

}  // namespace dateline
