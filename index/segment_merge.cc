#include "index/segment_merge.h"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>

#include "index/database.h"
#include "index/durable_files.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// A database takes about six file descriptors, a process commonly has 1,024.
constexpr std::size_t kMostInputs = 64;

void remove_merged(const std::vector<std::string>& inputs, const std::string& scratch) {
  for (const std::string& input : inputs) {
    if (parent_folder(input) == scratch) std::filesystem::remove_all(input);
  }
}

// Neighbours go together, so that the order stays.
std::vector<std::string> merge_neighbours(const std::vector<std::string>& inputs,
                                          const std::string& scratch,
                                          std::size_t round) {
  std::vector<std::string> merged;
  for (std::size_t begin = 0; begin < inputs.size(); begin += kMostInputs) {
    const std::size_t end = std::min(begin + kMostInputs, inputs.size());
    const std::vector<std::string> group(
        inputs.begin() + static_cast<std::ptrdiff_t>(begin),
        inputs.begin() + static_cast<std::ptrdiff_t>(end));
    merged.push_back(scratch + "/round-" + std::to_string(round) + "-" +
                     std::to_string(merged.size()));
    merge_databases(group, merged.back(), scratch);
  }
  return merged;
}

}  // namespace

std::vector<std::string> merge_down(std::vector<std::string> segments,
                                    const std::string& scratch) {
  for (std::size_t round = 1; segments.size() >= kMostInputs; ++round) {
    segments = merge_neighbours(segments, scratch, round);
  }
  return segments;
}

void merge_databases(const std::vector<std::string>& inputs, const std::string& output,
                     const std::string& scratch) {
  with_xapian(output, [&] {
    {
      Xapian::Database all;
      for (const std::string& input : inputs) all.add_database(open_segment(input));
      all.compact(output, Xapian::Compactor::FULL);
    }
    remove_merged(inputs, scratch);
  });
}

}  // namespace dateline
