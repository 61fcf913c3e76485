#include "query/shard_file.h"

#include <dateline/error.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr std::size_t kMostShards = 100;  // Each keeps some files open.

// The line's text, without what surrounds it.
std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = line.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kSpace) + 1 - begin);
}

class Parser {
 public:
  explicit Parser(const std::string& path) : path_(path) {}

  std::vector<std::string> parse(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      add(trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (shards_.empty()) throw_no_shard_file("it names no index");
    return std::move(shards_);
  }

 private:
  void add(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t space = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view backend = line.substr(0, space);
    const std::string_view place = trimmed(line.substr(space));
    if (backend == "remote") throw_remote(place);
    if (backend != "glass" || place.empty() ||
        place.find('\0') != std::string_view::npos) {
      throw_no_shard_file("its line " + std::to_string(line_) +
                          " is not of the form `glass PATH`");
    }
    add_shard(resolved(place));
  }

  void add_shard(std::string shard) {
    if (std::find(shards_.begin(), shards_.end(), shard) != shards_.end()) {
      throw_refused("names '" + shard + "' for the second time");
    }
    if (shards_.size() == kMostShards) {
      throw_refused("is one index too many; " + std::to_string(kMostShards) +
                    " can be searched as one");
    }
    shards_.push_back(std::move(shard));
  }

  std::string resolved(std::string_view place) const {
    return (fs::path(path_).parent_path() / place).lexically_normal().string();
  }

  // Xapian would run what stands behind `remote :`.
  [[noreturn]] void throw_remote(std::string_view place) const {
    if (place.starts_with(':')) throw_refused("would run a program, which is refused");
    throw_refused(
        "names an index on another machine, which cannot be searched: phrases, NEAR "
        "and facets read it directly; copy it, or run dateline there");
  }

  [[noreturn]] void throw_refused(const std::string& what) const {
    throw Error(ErrorCode::kInvalidArgument, "Line " + std::to_string(line_) +
                                                 " of the shard file '" + path_ + "' " +
                                                 what + ".");
  }

  [[noreturn]] void throw_no_shard_file(const std::string& why) const {
    throw Error(ErrorCode::kNotAnIndex,
                "'" + path_ + "' is neither an index nor a shard file: " + why + ".");
  }

  const std::string& path_;
  std::size_t line_ = 0;
  std::vector<std::string> shards_;
};

std::string read_small_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(kMostBytes + 1, '\0');
  if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || (!in && !in.eof())) {
    throw Error(ErrorCode::kIo, "Cannot read '" + path + "': " +
                                    std::generic_category().message(errno) + ".");
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() <= kMostBytes) return text;
  throw Error(ErrorCode::kNotAnIndex, "'" + path +
                                          "' is neither an index nor a shard file: it "
                                          "is larger than 64 KiB.");
}

}  // namespace

std::vector<std::string> expand_shard_files(const std::vector<std::string>& paths) {
  std::vector<std::string> expanded;
  for (const std::string& path : paths) {
    std::error_code ignored;  // Opening tells why a path cannot be looked at.
    if (!fs::is_regular_file(path, ignored)) {
      expanded.push_back(path);
      continue;
    }
    for (std::string& shard : parse_shard_file(read_small_file(path), path)) {
      expanded.push_back(std::move(shard));
    }
  }
  return expanded;
}

std::vector<std::string> parse_shard_file(std::string_view text,
                                          const std::string& path) {
  return Parser(path).parse(text);
}

}  // namespace dateline
