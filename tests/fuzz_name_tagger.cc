// libFuzzer target: takes any bytes as running text and finds the names, with why;
// then links its mentions anew.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_name_tagger
//   build/fuzz/tests/fuzz_name_tagger -max_total_time=600

#include <dateline/annotate.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::testing::require;
  if (size == 0) return 0;
  const std::string_view text = dateline::testing::as_text(data + 1, size - 1);
  const auto found = dateline::annotate(
      text, {.language = "en", .lines_are_sentences = (data[0] & 1) != 0});
  std::size_t last_end = 0;
  for (const auto& mention : found.names) {
    dateline::testing::require_within(text, mention.begin, mention.end);
    require(mention.begin < mention.end && mention.begin >= last_end);
    require(!mention.name.text.empty());
    last_end = mention.end;
  }
  const auto linked = dateline::link_mentions(text, found.names);
  require(linked.size() == found.names.size());
  for (std::size_t i = 0; i < linked.size(); ++i) {
    require(linked[i].begin == found.names[i].begin);
    require(!linked[i].name.text.empty());
  }
  return 0;
}
