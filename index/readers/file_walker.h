// Finds the files below the paths that a caller named.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/readers/record_reader.h"

namespace dateline::readers {

struct FoundFile {
  std::string path;                      ///< As named, or found; "-": standard input.
  std::optional<std::uint64_t> bytes{};  ///< Unknown for pipes and devices.
};

/// Gives the files in the order of the paths, those of a folder by name (bytes, not
/// locale), each folder where its name falls. In folders, names that begin with a dot
/// and links to folders are passed over; pipes and devices are reported; they are read
/// only when named.
class FileWalker {
 public:
  FileWalker(std::vector<std::string> paths, RejectSink reject);

  /// The next file; nullopt when there is none left.
  std::optional<FoundFile> next();

 private:
  struct Entry {
    std::string path;
    bool named;  // By the caller, not found in a folder.
  };

  std::optional<FoundFile> visit(const Entry& entry);
  void push_folder(const std::string& path);
  void report(const std::string& path, std::string reason);

  RejectSink reject_;
  std::vector<Entry> pending_;  // The next one last.
};

}  // namespace dateline::readers
