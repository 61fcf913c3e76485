#include "index/xapian_guard.h"

#include <unistd.h>
#include <xapian.h>

#include <new>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace dateline {
namespace {

std::string quoted(const std::string& path) { return "'" + path + "'"; }

// Xapian's text, with the system's reason where there is one.
std::string details(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (const char* reason = error.get_error_string()) {
    text += text.empty() ? "" : ": ";
    text += reason;
  }
  return text.empty() ? std::string(error.get_type()) : text;
}

Error damaged(const std::string& path, const std::string& why) {
  return {ErrorCode::kCorrupt,
          "The index at " + quoted(path) + " is damaged: " + why + ". Rebuild it."};
}

// Reasons that lie outside of the index, with what the person can do.
struct Remedy {
  std::errc reason;
  std::string_view advice;
};
constexpr Remedy kRemedies[] = {
    {std::errc::no_space_on_device, "free some room and run again"},
    {std::errc::file_too_large, "free some room and run again"},
    {std::errc::permission_denied, "check the permissions"},
    {std::errc::read_only_file_system, "check the permissions"},
    {std::errc::too_many_files_open, "raise the limit of open files"},
    {std::errc::io_error, "check the disk"},
};

// The row of the reason that `why` tells of; Xapian may wrap one in a text of its own.
const Remedy* find_remedy(const std::string& why) {
  for (const Remedy& remedy : kRemedies) {
    // Without the first letter, which Xapian may write otherwise.
    const auto reason = std::make_error_code(remedy.reason).message().substr(1);
    if (why.find(reason) != std::string::npos) return &remedy;
  }
  return nullptr;
}

Error failed(const std::string& path, const std::string& why) {
  return {ErrorCode::kIo, "Cannot use the index at " + quoted(path) + ": " + why +
                              ": " + advice_for(why) + "; the index is as it was."};
}

// Of an error about Xapian's lock: that somebody has it, or that it cannot be had.
Error busy_or_failed(const std::string& path, const Xapian::Error& error) {
  const bool is_locked = error.get_msg().find("already locked") != std::string::npos;
  if (!is_locked || access(path.c_str(), W_OK) != 0) {
    return failed(path, details(error));
  }
  return {ErrorCode::kBusy, "The index at " + quoted(path) +
                                " is being written by another process; try again when "
                                "it has finished."};
}

// A DatabaseError without a system's reason is one that the files' content caused.
Error database_error(const std::string& path, const Xapian::Error& error) {
  const std::string why = details(error);
  return error.get_error_string() || find_remedy(why) ? failed(path, why)
                                                      : damaged(path, why);
}

}  // namespace

std::string advice_for(const std::string& reason) {
  const Remedy* remedy = find_remedy(reason);
  return std::string(remedy ? remedy->advice : "run again");
}

Error translate_current_exception(const std::string& path) {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const Xapian::DatabaseLockError& error) {
    return busy_or_failed(path, error);
  } catch (const Xapian::DatabaseNotFoundError&) {
    return {ErrorCode::kNotFound, "There is no index at " + quoted(path) + "."};
  } catch (const Xapian::DatabaseVersionError& error) {
    return {ErrorCode::kNewerSchema, "The index at " + quoted(path) +
                                         " was written by another version of Xapian (" +
                                         details(error) + "); upgrade, or rebuild it."};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {ErrorCode::kBusy, "The index at " + quoted(path) +
                                  " changed while it was being read; try again."};
  } catch (const Xapian::DatabaseCorruptError& error) {
    return damaged(path, details(error));
  } catch (const Xapian::DatabaseOpeningError& error) {
    return failed(path, details(error));
  } catch (const Xapian::DatabaseError& error) {
    return database_error(path, error);
  } catch (const Xapian::NetworkError& error) {
    return failed(path, details(error));
  } catch (const Xapian::DocNotFoundError& error) {
    return damaged(path, details(error));
  } catch (const Xapian::RangeError& error) {
    return damaged(path, details(error));
  } catch (const Xapian::FeatureUnavailableError& error) {
    return damaged(path, details(error));
  } catch (const Xapian::Error& error) {
    return {ErrorCode::kInternal, "Xapian refused a request about the index at " +
                                      quoted(path) + ": " + error.get_type() + ", " +
                                      details(error) + "."};
  } catch (const std::bad_alloc&) {
    return {ErrorCode::kInternal,
            "Out of memory while using the index at " + quoted(path) + "."};
  } catch (const std::system_error& error) {
    return failed(path, error.code().message());
  } catch (const std::length_error& error) {  // Lengths read from damaged blocks.
    return damaged(path, error.what());
  } catch (const std::out_of_range& error) {
    return damaged(path, error.what());
  } catch (const std::exception& error) {
    return {ErrorCode::kInternal, "Unexpected fault in the index at " + quoted(path) +
                                      ": " + error.what() + "."};
  } catch (...) {
    return {ErrorCode::kInternal,
            "Unexpected fault in the index at " + quoted(path) + "."};
  }
}

}  // namespace dateline
