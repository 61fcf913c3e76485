// dateline/error.h - what is thrown when the world is broken.
//
// What a person typed is data and never throws: parse_query() returns its problems,
// ArticleReader reports bad records. Everything else that can fail (a missing index,
// a full disk, a second writer) throws Error, and nothing but Error.
//
//   try {
//     dateline::Searcher searcher("news.db");
//   } catch (const dateline::Error& error) {
//     std::cerr << error.what() << '\n';  // one sentence, with the path and the remedy
//   }

#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

/// Why an Error was thrown. Programs branch on this; people read what().
enum class ErrorCode {
  kNotFound,         ///< No such file, folder or index.
  kNotAnIndex,       ///< The path is there, but no Dateline index.
  kNewerSchema,      ///< The index was made by a newer Dateline; upgrade to read it.
  kCorrupt,          ///< The index is damaged.
  kBusy,             ///< Somebody else is writing the index; try again.
  kIo,               ///< The disk is full, a permission is missing, a sync failed.
  kInvalidArgument,  ///< The caller broke a documented precondition.
  kInterrupted,      ///< The caller asked to stop.
  kInternal,         ///< A defect in Dateline or in a library under it.
};

/// The one exception type of this library. what() is one sentence that names the
/// place and, where there is one, the remedy.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message)
      : std::runtime_error(message), code_(code) {}

  ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace dateline
