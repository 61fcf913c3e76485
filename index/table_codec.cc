#include "index/table_codec.h"

#include <dateline/error.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dateline {
namespace {

constexpr std::size_t kChecksumBytes = 8;

// Lowest byte first.
std::string checksum_bytes(std::string_view bytes) {
  const std::uint64_t sum = XXH3_64bits(bytes.data(), bytes.size());
  std::string out;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out.push_back(static_cast<char>(sum >> shift));
  }
  return out;
}

}  // namespace

std::string seal_table(std::string bytes) {
  const std::string checksum = checksum_bytes(bytes);
  return std::move(bytes.append(checksum));
}

std::string_view unseal_table(std::string_view sealed, const TableFormat& format) {
  if (sealed.size() < 1 + kChecksumBytes) throw_damaged_table(format);
  const std::string_view bytes = sealed.substr(0, sealed.size() - kChecksumBytes);
  if (checksum_bytes(bytes) != sealed.substr(bytes.size())) throw_damaged_table(format);
  if (bytes.front() != format.version) {
    throw Error(ErrorCode::kNewerSchema,
                "The table of " + std::string(format.name) +
                    " was made by a newer Dateline; upgrade to read it.");
  }
  return bytes.substr(1);
}

void throw_damaged_table(const TableFormat& format) {
  throw Error(ErrorCode::kCorrupt, "The table of " + std::string(format.name) +
                                       " is damaged: " + std::string(format.remedy) +
                                       " to have it computed anew.");
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace dateline
