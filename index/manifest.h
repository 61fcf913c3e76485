// What every block of an index should be, kept in a file beside its tables, so that a
// changed byte can be told from a right one.
//
// publish() seals an index: the manifest then holds a hash of each block of each file.
// A writer that changes tables in place leaves a mark first and brings the manifest up
// to date after its commit. Glass never writes over a block that the last revision
// needs, and each block says in which revision it was written: blocks of an older
// revision keep the hash they had, so that damage never becomes part of the manifest.
// After a crash between the two the mark is still there, and the blocks of revisions
// that the manifest does not know are all that it does not cover.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Bytes that one hash covers: a block of a glass table, of which the first four bytes
/// are its revision.
inline constexpr std::size_t kManifestBlock = 8192;

inline constexpr std::string_view kManifestFile = "dateline.manifest";

/// There while a writer changes the tables, and after it died.
inline constexpr std::string_view kWritingMark = "dateline.writing";

struct Manifest {
  struct File {
    std::string name;
    std::uint64_t bytes = 0;
    std::vector<std::uint64_t> blocks{};  ///< XXH3 of each, in order.

    friend bool operator==(const File&, const File&) = default;
  };

  std::uint32_t revision = 0;  ///< Of the database.
  std::vector<File> files{};   ///< By name.

  /// A compact, versioned form with a checksum, of eight bytes a block, and back.
  /// decode() throws Error kCorrupt for what encode() did not write.
  std::string encode() const;
  static Manifest decode(std::string_view bytes);

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// The files of an index that a manifest covers, by name: its tables and their root.
std::vector<std::string> manifest_files(const std::string& path);

/// Calls `visit(number, block)` with each block of the file, from 0; the last may be
/// short. Throws std::system_error.
void for_each_block(const std::string& file,
                    const std::function<void(std::size_t, std::string_view)>& visit);

/// The hash of a block, and the revision that it says it was written in.
std::uint64_t block_hash(std::string_view block);
std::uint32_t block_revision(std::string_view block);

/// The bytes of the manifest of an index; nullopt where it has none. Throws
/// std::system_error.
std::optional<std::string> read_manifest_bytes(const std::string& path);

/// Writes the manifest of the index at `path`, whose database nobody writes, at its
/// `revision`. Not synced. Throws std::system_error.
void seal(const std::string& path, std::uint32_t revision);

/// To be called before and after a change in place; the caller syncs the folder after
/// each. The first says whether it has made the mark, and throws std::system_error. The
/// second takes the change for made: what fails in it leaves the old manifest, and the
/// mark. Where there is no manifest, both do nothing.
bool begin_change(const std::string& path);
void finish_change(const std::string& path, std::uint32_t revision) noexcept;

/// Whether a change in place has begun and not finished.
bool is_being_changed(const std::string& path);

}  // namespace dateline
