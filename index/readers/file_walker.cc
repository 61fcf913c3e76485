#include "index/readers/file_walker.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dateline::readers {
namespace {

namespace fs = std::filesystem;

std::string cannot_read(const std::error_code& error) {
  return "cannot be read: " + error.message();
}

}  // namespace

FileWalker::FileWalker(std::vector<std::string> paths, RejectSink reject)
    : reject_(std::move(reject)) {
  std::reverse(paths.begin(), paths.end());
  for (std::string& path : paths) pending_.push_back({std::move(path), true});
}

std::optional<FoundFile> FileWalker::next() {
  while (!pending_.empty()) {
    const Entry entry = std::move(pending_.back());
    pending_.pop_back();
    if (auto found = visit(entry)) return found;
  }
  return std::nullopt;
}

std::optional<FoundFile> FileWalker::visit(const Entry& entry) {
  if (entry.named && entry.path == "-") return FoundFile{entry.path};
  std::error_code error;
  const fs::path path(entry.path);
  const bool is_link = fs::symlink_status(path, error).type() == fs::file_type::symlink;
  const fs::file_status status = fs::status(path, error);
  switch (status.type()) {
    case fs::file_type::regular: {
      const std::uintmax_t bytes = fs::file_size(path, error);
      return FoundFile{entry.path, error ? 0 : std::uint64_t{bytes}};
    }
    case fs::file_type::directory:
      if (entry.named || !is_link) push_folder(entry.path);
      return std::nullopt;
    case fs::file_type::not_found:
      report(entry.path, is_link ? "is a link to nothing" : "no such file or folder");
      return std::nullopt;
    case fs::file_type::none:
      report(entry.path, cannot_read(error));
      return std::nullopt;
    default:
      if (entry.named) return FoundFile{entry.path};
      report(entry.path, "is no file: pipes and devices in folders are not read");
      return std::nullopt;
  }
}

void FileWalker::push_folder(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(path, error);
  while (!error && entry != fs::directory_iterator()) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
    entry.increment(error);
  }
  if (error) report(path, cannot_read(error));
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) {
    pending_.push_back({(fs::path(path) / name).string(), false});
  }
}

void FileWalker::report(const std::string& path, std::string reason) {
  if (reject_) reject_({.file = path, .reason = std::move(reason)});
}

}  // namespace dateline::readers
