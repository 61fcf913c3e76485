// libFuzzer target: reads any bytes as a file that names the indexes which make one.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_shard_file
//   build/fuzz/tests/fuzz_shard_file -max_total_time=600 corpus/
//   tests/data/fuzz/shard_file/

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "query/shard_file.h"
#include "tests/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::testing::require;
  const std::string_view text = dateline::testing::as_text(data, size);
  try {
    const auto shards = dateline::parse_shard_file(text, "/news/all");
    require(!shards.empty() && shards.size() <= 100);
    require(std::set<std::string>(shards.begin(), shards.end()).size() ==
            shards.size());
    for (const std::string& shard : shards) {
      require(shard.starts_with('/'));
      require(shard.find('\0') == std::string::npos);
      require(shard.find('\n') == std::string::npos);
    }
  } catch (const dateline::Error& error) {
    require(error.code() == dateline::ErrorCode::kNotAnIndex ||
            error.code() == dateline::ErrorCode::kInvalidArgument);
    require(std::string_view(error.what()).find("/news/all") != std::string_view::npos);
  }
  return 0;
}
