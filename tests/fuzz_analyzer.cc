// libFuzzer target: cuts any bytes into words of the language that the first byte
// chooses.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_analyzer
//   build/fuzz/tests/fuzz_analyzer -max_total_time=600

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/text/analyzer.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;
using dateline::testing::require_clean;

constexpr std::array<std::string_view, 8> kLanguages = {"en", "de", "fr", "es",
                                                        "ru", "tr", "it", "xx"};

void check_token(const dateline::text::Token& token, std::string_view text) {
  dateline::testing::require_within(text, token.begin, token.end);
  require(token.begin < token.end);
  require(!token.word.empty());
  require_clean(token.word);
  require_clean(token.stem);
  require_clean(token.capitals);
  require(token.joined ? token.parts >= 1 && token.parts <= 8 : token.parts == 1);
}

// How often a text is folded makes no difference.
void check_fold(std::string_view text) {
  const std::string once = dateline::text::fold(text);
  require_clean(once);
  require(dateline::text::fold(once) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = dateline::testing::as_text(data + 1, size - 1);
  dateline::text::Analyzer analyzer(kLanguages[data[0] % kLanguages.size()]);
  std::uint32_t words = 0;
  std::size_t last_begin = 0;
  for (const auto& token :
       analyzer.analyze(text, {.capitals = dateline::text::is_mixed_case(text)})) {
    check_token(token, text);
    require(token.begin >= last_begin || token.joined);
    last_begin = token.begin;
    if (token.joined) {
      require(token.position < words);
    } else {
      require(token.position == words++);
    }
  }
  require(words <= size);
  check_fold(text);
  return 0;
}
