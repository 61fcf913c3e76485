// A file written from its start to its end, in large writes.

#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Belongs to one thread. Throws std::system_error when a file cannot be
/// written; the caller knows which index that concerns.
class OutputFile {
 public:
  /// Creates the file, or empties the one that is there.
  explicit OutputFile(const std::string& path);
  /// Closes the file; what is still in memory is lost without close().
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);

  /// Writes what is left, not synced. Nothing may be appended afterwards.
  void close();

 private:
  void flush();
  [[noreturn]] void fail(const char* verb) const;

  std::string path_;
  int fd_;
  std::string buffer_;
};

}  // namespace dateline
