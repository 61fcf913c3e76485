// A fresh folder on a file system in memory, where syncs cost nothing.

#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace dateline::testing {

/// Gone with the object. Where there is no /dev/shm, in the folder for temporary files.
class MemoryFolder {
 public:
  MemoryFolder() {
    namespace fs = std::filesystem;
    const fs::path shared = "/dev/shm";
    const fs::path parent =
        fs::is_directory(shared) ? shared : fs::temp_directory_path();
    std::string name = (fs::canonical(parent) / "dateline-faults-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = name;
  }
  ~MemoryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  MemoryFolder(const MemoryFolder&) = delete;
  MemoryFolder& operator=(const MemoryFolder&) = delete;

  /// Absolute and without links.
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace dateline::testing
