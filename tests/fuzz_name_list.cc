// libFuzzer target: parses any bytes as a user's list of names.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_name_list
//   build/fuzz/tests/fuzz_name_list -max_total_time=600 corpus/
//   tests/data/fuzz/name_list/

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>

#include "index/names/gazetteer/name_lists.h"
#include "tests/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::testing::require;
  const auto text = dateline::testing::as_text(data, size);
  try {
    for (const auto& listed : dateline::names::parse_name_list(text, "a list")) {
      require(!listed.name.empty());
    }
  } catch (const dateline::Error& error) {
    require(error.code() == dateline::ErrorCode::kInvalidArgument);
    dateline::testing::require_clean(error.what());
  }
  return 0;
}
