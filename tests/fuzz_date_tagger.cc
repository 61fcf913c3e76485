// libFuzzer target: finds the dates in any bytes, by a day and a language that the
// first two choose.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_date_tagger
//   build/fuzz/tests/fuzz_date_tagger -max_total_time=600

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/dates/date_tagger.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;

constexpr std::array<std::string_view, 6> kLanguages = {"",   "en", "de",
                                                        "fr", "es", "ru"};

// None, or one of the days of a leap year's end and beginning and of the first and last
// years that there are.
constexpr std::array<dateline::Date, 6> kReferences = {
    {{}, {2024, 2, 29}, {2023, 12, 31}, {2023, 1, 1}, {1, 1, 1}, {9999, 12, 31}}};

void check(const std::vector<dateline::DateMention>& dates, std::string_view text) {
  std::size_t last_end = 0;
  for (const auto& date : dates) {
    dateline::testing::require_within(text, date.begin, date.end);
    require(date.begin < date.end && date.begin >= last_end);
    require(is_valid(date.range.first) && is_valid(date.range.last));
    require(!date.range.first || !date.range.last ||
            date.range.first <= date.range.last);
    require(date.score >= 0.0 && date.score <= 1.0 && !date.reason.empty());
    last_end = date.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text = dateline::testing::as_text(data + 2, size - 2);
  const auto language = kLanguages[data[0] % kLanguages.size()];
  const auto reference = kReferences[data[1] % kReferences.size()];
  check(dateline::dates::tag_dates(text, reference, language), text);
  return 0;
}
