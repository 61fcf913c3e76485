// What libiofault.so and the programs that read its records agree on; see iofault.cc.

#pragma once

#include <cstdint>

namespace dateline::testing::iofault {

/// What a call does.
enum class Kind : char {
  kOpen = 'o',  ///< To write, or making the file.
  kWrite = 'w',
  kSync = 's',
  kRename = 'r',
  kRemove = 'u',
  kMakeFolder = 'm',
  kTruncate = 't',
  kLink = 'l',  ///< Another name.
  kCopy = 'c',  ///< From file to file, or sharing blocks.
  kClose = 'x',
  kOpenToRead = 'n',
  kRead = 'i',
};

inline constexpr char kChanges[] = "owsrumtlcx";

/// A change in the log. Files and folders go by inode, since they change their names.
enum class Change : std::uint64_t {
  kCreate = 1,
  kMakeFolder,  ///< The first is the root.
  kWrite,
  kTruncate,  ///< To `offset` bytes.
  kSync,      ///< A file's content or a folder's entries.
  kRename,
  kExchange,
  kLink,  ///< `other` is another name of a file.
  kRemove,
  kAcknowledge,  ///< A write to standard output.
};

/// Stands before path, other path and bytes in the log.
struct RecordHeader {
  Change change{};
  std::uint64_t inode = 0;
  std::uint64_t offset = 0;
  std::uint64_t path_size = 0;
  std::uint64_t other_size = 0;
  std::uint64_t bytes_size = 0;
};

}  // namespace dateline::testing::iofault
