// libFuzzer target: reads any bytes as a chunk of positions, and as its key; what is
// read is written again and must be the same.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_position_chunk
//   build/fuzz/tests/fuzz_position_chunk -max_total_time=600

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/positions/position_chunk.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;
using namespace dateline::positions;

void check_chunk(std::string_view bytes, std::uint32_t last) {
  PositionChunk chunk(bytes, last);
  std::uint32_t before = 0;
  while (chunk.next()) {
    require(chunk.document() > before && chunk.document() <= last);
    before = chunk.document();
    const auto positions = chunk.positions();
    require(!positions.empty() && chunk.block().several == (positions.size() > 1));
    for (std::size_t i = 1; i < positions.size(); ++i) {
      require(positions[i - 1] < positions[i]);
    }
    std::string again;
    append_block(again, positions);
    require(again.size() <= chunk.block().bytes.size());
  }
  if (chunk.good()) require(before == last);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = dateline::testing::as_text(data, size);
  if (const auto key = parse_key(bytes))
    require(chunk_key(key->term, key->last) == bytes);
  const std::uint32_t last = size == 0 ? 1 : 1 + data[size - 1];
  check_chunk(bytes, last);
  check_chunk(bytes, 0xFFFFFFFF);
  return 0;
}
