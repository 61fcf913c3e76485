#include "tests/faults/io_log.h"

#include <cstring>
#include <stdexcept>
#include <string_view>

#include "tests/testing.h"

namespace dateline::testing {
namespace {

std::string_view take(std::string_view& rest, std::uint64_t size) {
  if (size > rest.size()) throw std::runtime_error("the log of I/O is cut off");
  const std::string_view taken = rest.substr(0, size);
  rest.remove_prefix(size);
  return taken;
}

}  // namespace

std::vector<IoRecord> read_io_log(const std::string& path) {
  const std::string all = read_file(path);
  std::string_view rest = all;
  std::vector<IoRecord> records;
  while (!rest.empty()) {
    iofault::RecordHeader header;
    std::memcpy(&header, take(rest, sizeof header).data(), sizeof header);
    IoRecord record{
        .change = header.change, .inode = header.inode, .offset = header.offset};
    record.path = take(rest, header.path_size);
    record.other = take(rest, header.other_size);
    record.bytes = take(rest, header.bytes_size);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace dateline::testing
