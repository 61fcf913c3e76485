// libFuzzer target: reads any bytes as a table, with the delimiter that its first line
// tells.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_table_reader
//   build/fuzz/tests/fuzz_table_reader -max_total_time=600 corpus/ tests/data/records/

#include <cstddef>
#include <cstdint>
#include <memory>

#include "index/readers/csv_reader.h"
#include "tests/fuzz_readers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace readers = dateline::readers;
  using dateline::testing::kFuzzedRecordBytes;
  static const readers::FieldNames names;
  const auto reject = [](const dateline::RejectedRecord& rejected) {
    dateline::testing::require_clean(rejected);
  };
  dateline::testing::fuzz_reader(
      data, size, [&](readers::TextSource& text, readers::ExpansionLimit& limit) {
        (void)limit;
        const auto layout = readers::find_csv_layout(text.peek(), names);
        return std::make_unique<readers::CsvReader>(
            text, layout.value_or(readers::CsvLayout{}), kFuzzedRecordBytes, names,
            reject);
      });
  return 0;
}
