// What many tests need: a fresh folder, files in it, and where the real data lies.

#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline::testing {

/// A new folder that is gone with the object.
class TempDir {
 public:
  TempDir() {
    std::string name =
        (std::filesystem::temp_directory_path() / "dateline-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// The path of `name` in the folder.
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  /// Writes a file, and the folders above it; gives its path.
  std::string write(std::string_view name, std::string_view content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

/// All bytes of a file.
inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The project's root.
inline std::filesystem::path source_dir() { return DATELINE_SOURCE_DIR; }

/// A path in the shared research data (see CONTRIBUTING.md), or nullopt where that is
/// absent; a test then says that it skips, and returns.
inline std::optional<std::filesystem::path> shared_data(std::string_view name) {
  const char* given = std::getenv("DATELINE_SHARED_DATA");
  const auto root =
      given ? std::filesystem::path(given) : source_dir() / "../shared/data";
  const auto path = (root / name).lexically_normal();
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

}  // namespace dateline::testing
