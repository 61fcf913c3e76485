// Every byte against the manifest. Reads files only, never by Xapian.

#include <dateline/error.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "index/database.h"
#include "index/integrity/findings.h"
#include "index/integrity/used_blocks.h"
#include "index/manifest.h"

namespace dateline::integrity {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRanges = 5;

// What has to stay the same while files are compared with the manifest.
struct State {
  std::uint64_t directory = 0;
  bool is_being_changed = false;
  std::optional<std::string> manifest{};

  friend bool operator==(const State&, const State&) = default;
};

State state_of(const std::string& path) {
  State state{.directory = identity(path), .is_being_changed = is_being_changed(path)};
  try {
    state.manifest = read_manifest_bytes(path);
  } catch (const std::system_error&) {
    state.manifest = "";  // Which is no manifest.
  }
  return state;
}

// The bytes of changed blocks, neighbours as one: "8,192 to 16,384".
class ChangedRanges {
 public:
  void add(std::size_t block) {
    ++count_;
    if (!ranges_.empty() && ranges_.back().second == block) {
      ranges_.back().second = block + 1;
    } else {
      ranges_.emplace_back(block, block + 1);
    }
  }

  bool empty() const { return ranges_.empty(); }

  /// Leaves out what does not satisfy `keep(block)`; how many blocks.
  template <class Keep>
  std::size_t keep_if(Keep keep) {
    ChangedRanges kept;
    for (const auto& [begin, end] : ranges_) {
      for (std::size_t block = begin; block < end; ++block) {
        if (keep(block)) kept.add(block);
      }
    }
    const std::size_t left_out = count_ - kept.count_;
    *this = std::move(kept);
    return left_out;
  }

  std::string text() const {
    std::string text = count_ == 1 ? "Bytes have changed in one block of 8 KiB: "
                                   : "Bytes have changed in " + std::to_string(count_) +
                                         " blocks of 8 KiB: ";
    for (std::size_t i = 0; i < std::min(ranges_.size(), kMostRanges); ++i) {
      text += (i == 0 ? "from byte " : ", ") +
              std::to_string(ranges_[i].first * kManifestBlock) + " to " +
              std::to_string(ranges_[i].second * kManifestBlock - 1);
    }
    return text + (ranges_.size() > kMostRanges ? ", and more." : ".");
  }

 private:
  std::size_t count_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

class FileCheck {
 public:
  FileCheck(const std::string& path, const State& state, const CheckProgress& progress)
      : path_(path), is_being_changed_(state.is_being_changed), progress_(progress) {}

  CheckReport run(const Manifest& manifest) {
    revision_ = manifest.revision;
    for (const Manifest::File& file : manifest.files) check(file);
    for (const std::string& name : manifest_files(path_)) {
      const auto is_it = [&](const Manifest::File& file) { return file.name == name; };
      if (std::ranges::none_of(manifest.files, is_it)) check_unknown(name);
    }
    if (is_being_changed_) note_change();
    return std::move(report_);
  }

 private:
  void add(const std::string& name, std::string what) {
    findings_.add(name, std::move(what), meaning_of_file(name));
  }

  void check(const Manifest::File& expected) {
    if (progress_) progress_(expected.name);
    const std::string file = (fs::path(path_) / expected.name).string();
    if (!fs::is_regular_file(file)) return add(expected.name, "The file is missing.");
    try {
      compare(file, expected);
    } catch (const std::system_error& error) {
      add(expected.name, "The file cannot be read: " + error.code().message() + ".");
    }
  }

  // Whether a block may differ from the manifest, since it was written after that.
  bool is_newer(const std::string& name, std::string_view block) const {
    if (!is_being_changed_) return false;
    return !name.ends_with(".glass") || block_revision(block) > revision_;
  }

  // What one pass over a file found.
  struct Pass {
    std::uint64_t bytes = 0;
    std::uint64_t uncovered_bytes = 0;
    ChangedRanges changed{};
  };

  Pass read(const std::string& file, const Manifest::File& expected) const {
    Pass pass;
    for_each_block(file, [&](std::size_t number, std::string_view block) {
      pass.bytes += block.size();
      const bool is_right = number < expected.blocks.size() &&
                            block_hash(block) == expected.blocks[number];
      if (is_right) return;
      if (is_newer(expected.name, block)) {
        pass.uncovered_bytes += block.size();
      } else if (number < expected.blocks.size()) {
        pass.changed.add(number);
      }
    });
    return pass;
  }

  // A power cut may leave half of a block of the change that did not finish, below the
  // revision of what was there before: the last commit does not need it.
  void leave_out_unused(const Manifest::File& expected, Pass& pass) const {
    if (!expected.name.ends_with(".glass")) return;
    const std::vector<bool> used = used_blocks(path_, expected.name);
    const std::size_t unused = pass.changed.keep_if(
        [&](std::size_t block) { return block >= used.size() || used[block]; });
    pass.uncovered_bytes += unused * kManifestBlock;
  }

  void compare(const std::string& file, const Manifest::File& expected) {
    Pass pass = read(file, expected);
    // A block may have been written while it was read: half of it old, half new.
    if (is_being_changed_ && !pass.changed.empty()) pass = read(file, expected);
    if (is_being_changed_ && !pass.changed.empty()) leave_out_unused(expected, pass);
    ++report_.files;
    report_.bytes += pass.bytes;
    report_.uncovered_bytes += pass.uncovered_bytes;
    check_size(expected, pass.bytes);
    if (!pass.changed.empty()) add(expected.name, pass.changed.text());
  }

  void check_size(const Manifest::File& expected, std::uint64_t bytes) {
    const bool may_grow = is_being_changed_ && bytes > expected.bytes;
    const bool is_root = is_being_changed_ && !expected.name.ends_with(".glass");
    if (bytes == expected.bytes || may_grow || is_root) return;
    add(expected.name, "The file has " + std::to_string(bytes) +
                           " bytes, and should have " + std::to_string(expected.bytes) +
                           ".");
  }

  void check_unknown(const std::string& name) {
    const auto bytes = fs::file_size(fs::path(path_) / name);
    ++report_.files;
    report_.bytes += bytes;
    if (is_being_changed_) {
      report_.uncovered_bytes += bytes;
    } else {
      add(name, "The file does not belong to the index.");
    }
  }

  void note_change() {
    report_.notes.push_back(
        "The index is being written, or a writer ended before it had finished: what "
        "was written after revision " +
        std::to_string(revision_) + " (" + std::to_string(report_.uncovered_bytes) +
        " of " + std::to_string(report_.bytes) +
        " bytes) is not covered by the manifest. The next `dateline index` that adds "
        "articles mends that.");
  }

  const std::string& path_;
  const bool is_being_changed_;
  const CheckProgress& progress_;
  std::uint32_t revision_ = 0;
  CheckReport report_;
  Findings findings_{report_};
};

CheckReport without_manifest() {
  CheckReport report;
  report.notes.push_back(
      "The index has no manifest: an earlier version of Dateline published it, or "
      "somebody removed the file. Not every changed byte can be found; `dateline index "
      "--rebuild` gives it one.");
  return report;
}

CheckReport check_once(const std::string& path, const State& state,
                       const CheckProgress& progress) {
  if (!state.manifest) return without_manifest();
  try {
    const Manifest manifest = Manifest::decode(*state.manifest);
    return FileCheck(path, state, progress).run(manifest);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    CheckReport report;
    Findings(report).add(std::string(kManifestFile), "Bytes of the file have changed.",
                         meaning_of_file(kManifestFile));
    return report;
  }
}

}  // namespace

CheckReport check_files(const std::string& path, const CheckProgress& progress) {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    const State before = state_of(path);
    CheckReport report = check_once(path, before, progress);
    // A commit in between explains whatever does not fit.
    if (report.problems.empty() || state_of(path) == before) return report;
    if (attempt < kAttempts) continue;
    report.problems.clear();
    report.problem_count = 0;
    report.was_busy = true;
    return report;
  }
}

}  // namespace dateline::integrity
