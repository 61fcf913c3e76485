// libFuzzer target: loads any bytes as a compiled gazetteer and looks keys up in it.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_gazetteer
//   build/fuzz/tests/fuzz_gazetteer -max_total_time=600 corpus/
//   tests/data/fuzz/gazetteer/

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>

#include "index/names/gazetteer/gazetteer_table.h"
#include "tests/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const dateline::names::GazetteerTable table(dateline::testing::as_text(data, size),
                                                "a list", false);
    for (std::uint64_t i = 0; i < 64; ++i) {
      const std::uint64_t key = i * 0x9E3779B97F4A7C15u;
      table.fetch(key);
      table.find(key);
    }
  } catch (const dateline::Error& error) {
    dateline::testing::require(error.code() == dateline::ErrorCode::kCorrupt);
  }
  return 0;
}
