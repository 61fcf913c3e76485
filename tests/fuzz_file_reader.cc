// libFuzzer target: reads any bytes as a file of whatever format they are, archives and
// collections too.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_file_reader
//   build/fuzz/tests/fuzz_file_reader -max_total_time=600 corpus/ tests/data/records/

#include <cstddef>
#include <cstdint>
#include <memory>

#include "index/readers/record_readers.h"
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
        return readers::make_record_reader(text,
                                           {.path = "file",
                                            .id = "file",
                                            .max_record_bytes = kFuzzedRecordBytes,
                                            .names = names,
                                            .reject = reject,
                                            .limit = limit});
      });
  return 0;
}
