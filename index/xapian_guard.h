// The one place where Xapian's exceptions become ours.

#pragma once

#include <dateline/error.h>

#include <exception>
#include <string>

namespace dateline {

/// The exception being handled, as an Error about the index at `path`. Call it inside a
/// catch block only.
Error translate_current_exception(const std::string& path);

/// What can be done about a fault whose text is `reason`.
std::string advice_for(const std::string& reason);

/// Runs `action`; whatever it throws leaves as an Error about the index at `path`.
template <class Action>
auto with_xapian(const std::string& path, Action&& action) {
  try {
    return action();
  } catch (const Error&) {
    throw;
  } catch (...) {
    throw translate_current_exception(path);
  }
}

}  // namespace dateline
