// What libiofault.so was told to do; iofault.cc says by which variables.

#pragma once

#include <cstddef>
#include <mutex>
#include <string>

#include "tests/faults/iofault.h"

namespace dateline::testing::iofault {

struct Plan {
  Plan();

  bool logs() const { return mode == "log"; }

  std::string root;
  std::string mode;
  std::string kinds;
  long at = 0;
  long times = 1;
  int error = 0;
  bool plain = false;
  bool linkless = false;
  int out = -1;
  long points = 0;
  bool told = false;
  std::recursive_mutex mutex;  // Also around a logged call, so that the order is true.
};

/// That of this process, made by the first who asks.
Plan& plan();

/// What the plan has for a call.
enum class Fate { kDone, kFails, kTorn };

/// Counts the call, and tells of it where it is the first that is hit; kFails sets
/// errno. A call that is to be killed does not return.
Fate fate_of(Kind kind, const std::string& path);

/// Appends to the file that the plan names.
void put(const void* bytes, std::size_t size);

[[noreturn]] void die();

}  // namespace dateline::testing::iofault
