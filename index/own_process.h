// Objects that must not be used on both sides of a fork().

#pragma once

#include <sys/types.h>
#include <string_view>

namespace dateline {

/// Knows the process that made it. A child that this one forks has a copy, which knows
/// that it is none of the child's.
class OwnProcess {
 public:
  OwnProcess();

  /// False in a forked child.
  bool is_current() const;

  /// Throws Error kInvalidArgument in a forked child; `what` names the object.
  void require(std::string_view what) const;

 private:
  pid_t id_;
};

}  // namespace dateline
