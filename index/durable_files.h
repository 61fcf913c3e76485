// Files and folders that are still there after a power cut: sync, copy, exchange.

#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// Waits until the content of a file, or the entries of a folder, are on disk. Throws
/// std::system_error.
void sync_path(const std::string& path);

/// Syncs the files directly in `folder`, then the folder itself.
void sync_folder(const std::string& folder);

/// Makes the folder `path` and those above it that are missing, and syncs what each was
/// made in. Throws std::system_error.
void create_folders(const std::string& path);

/// Copies the files directly in `from` into the new folder `to`, sharing their blocks
/// where the file system can. Throws std::system_error.
void copy_folder(const std::string& from, const std::string& to);

/// Makes `link` another name of the file `path`. False where the file system has no
/// such links, or the two would be on different ones. Throws std::system_error.
bool link_file(const std::string& path, const std::string& link);

/// Bytes of the files directly in `folder`.
std::uint64_t folder_bytes(const std::string& folder);

/// The folder that holds `path`.
std::string parent_folder(const std::string& path);

/// Swaps two existing paths of one file system at once. False where the file system
/// cannot.
bool exchange_paths(const std::string& a, const std::string& b);

/// The same by renaming `b` to `aside` and then `a` into its place: for an instant
/// there is nothing at `b`, and a process killed then leaves it so. On failure both are
/// as they were.
void exchange_by_renames(const std::string& a, const std::string& b,
                         const std::string& aside);

}  // namespace dateline
