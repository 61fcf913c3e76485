// libFuzzer target: loads any bytes as a model of names, with a checksum that is
// right, and looks features up in it.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_name_model
//   build/fuzz/tests/fuzz_name_model -max_total_time=600

#include <dateline/error.h>
#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "index/names/crf/model.h"
#include "tests/fuzzing.h"

namespace {

using dateline::names::crf::Model;
using dateline::testing::require;

constexpr std::size_t kChecksumAt = 8;  // As the header in model.cc has it.
constexpr std::size_t kCheckedFrom = 16;

std::string with_checksum(std::string bytes) {
  if (bytes.size() < kCheckedFrom) return bytes;
  const std::uint64_t sum =
      XXH3_64bits(bytes.data() + kCheckedFrom, bytes.size() - kCheckedFrom);
  std::memcpy(&bytes[kChecksumAt], &sum, sizeof sum);
  return bytes;
}

void look_up(const Model& model) {
  std::array<std::uint32_t, 64> keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    keys[i] = static_cast<std::uint32_t>(i) * 0x9E3779B1u;
  }
  model.fetch(keys);
  Model::Rows rows;
  model.find(keys, rows);
  dateline::names::crf::Emission sums{};
  Model::add(rows, sums);
  for (const std::uint32_t key : keys) model.find(key);
}

void load(const std::string& bytes) {
  try {
    look_up(Model(bytes));
  } catch (const dateline::Error& error) {
    require(error.code() == dateline::ErrorCode::kCorrupt);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(dateline::testing::as_text(data, size));
  load(bytes);
  load(with_checksum(bytes));
  return 0;
}
