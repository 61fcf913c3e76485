#include "index/segment_merge.h"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string_view>

#include "index/database.h"
#include "index/durable_files.h"
#include "index/glass/metadata_writer.h"
#include "index/positions/position_file.h"
#include "index/segment_sinks.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

// A database takes about six file descriptors, a process commonly has 1,024.
constexpr std::size_t kMostInputs = 64;

void remove_all(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) std::filesystem::remove_all(folder);
}

void compact(const std::vector<std::string>& inputs, const std::string& output) {
  Xapian::Database all;
  for (const std::string& input : inputs) all.add_database(open_segment(input));
  all.compact(output, Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
}

// One segment of several, with their positions.
void merge_segments(const std::vector<std::string>& segments,
                    const std::string& output) {
  compact(segments, output);
  positions::PositionFileWriter file(output);
  positions::merge_positions(segments, file.chunker());
  file.finish();
}

// A database without documents, for Xapian to merge with those that have them.
void write_positions(const std::vector<std::string>& segments,
                     const std::string& output, SegmentFormatter formatter) {
  const auto key = [](std::string_view term, Xapian::docid last) {
    return positions::chunk_key(term, last);
  };
  if (formatter == SegmentFormatter::kBulk && bulk_is_proven()) {
    std::filesystem::create_directories(output);
    glass::MetadataWriter writer(output);
    positions::PositionChunker chunker(
        [&](std::string_view term, Xapian::docid last, std::string_view chunk) {
          writer.add(key(term, last), chunk);
        });
    positions::merge_positions(segments, chunker);
    return writer.finish();
  }
  Xapian::WritableDatabase database = create_segment(output);
  positions::PositionChunker chunker(
      [&](std::string_view term, Xapian::docid last, std::string_view chunk) {
        database.set_metadata(key(term, last), std::string(chunk));
      });
  positions::merge_positions(segments, chunker);
  database.commit();
  database.close();
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
    merge_segments(group, merged.back());
    remove_all(group);
  }
  return merged;
}

}  // namespace

std::vector<std::string> merge_down(std::vector<std::string> segments,
                                    const std::string& scratch) {
  with_xapian(scratch, [&] {
    for (std::size_t round = 1; segments.size() >= kMostInputs; ++round) {
      segments = merge_neighbours(segments, scratch, round);
    }
  });
  return segments;
}

void merge_databases(const std::string& base, const std::vector<std::string>& segments,
                     const std::string& output, const std::string& scratch,
                     SegmentFormatter formatter) {
  with_xapian(output, [&] {
    std::vector<std::string> inputs = segments;
    if (!base.empty()) inputs.insert(inputs.begin(), base);
    const std::string positions = scratch + "/positions";
    write_positions(segments, positions, formatter);
    inputs.push_back(positions);
    compact(inputs, output);
    if (parent_folder(base) != scratch && !base.empty()) inputs.erase(inputs.begin());
    remove_all(inputs);
  });
}

}  // namespace dateline
