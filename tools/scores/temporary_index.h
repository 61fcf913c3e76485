// An index of nothing but names, made to see which of them the library links.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline::scores {

/// A folder in the system's place for temporary files, gone with the object. Throws
/// Error kIo where none can be made.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A name as the index compares it: without case and accents.
std::string fold_name(const std::string& text);

/// Which names are one entity.
class EntityMap {
 public:
  /// Indexes articles with the names they were given, in a folder of its own, and
  /// reads the entities back. Throws Error.
  explicit EntityMap(const std::vector<Article>& articles);

  /// A key of the name's entity, without regard to case and accents; its own for a name
  /// that the index does not have.
  std::string entity_of(const Name& name) const;

 private:
  std::map<Name, std::size_t> entities_{};  // By folded name.
};

}  // namespace dateline::scores
