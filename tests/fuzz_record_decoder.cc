// libFuzzer target: decodes any bytes as the record of an article, with a checksum
// that is right, and as a compressed one; compresses them; and takes them for a
// dictionary.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_record_decoder
//   build/fuzz/tests/fuzz_record_decoder -max_total_time=600

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_record.h"
#include "index/document_record_format.h"
#include "index/record_compression.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;

template <typename Mention>
void check_mentions(const std::vector<Mention>& mentions, std::string_view text) {
  for (const Mention& mention : mentions) {
    dateline::testing::require_within(text, mention.begin, mention.end);
  }
}

void check(const dateline::AnnotatedArticle& read) {
  for (const auto& region : read.regions) {
    dateline::testing::require_within(read.article.body, region.begin, region.end);
  }
  check_mentions(read.title.names, read.article.title);
  check_mentions(read.title.dates, read.article.title);
  check_mentions(read.body.names, read.article.body);
  check_mentions(read.body.dates, read.article.body);
  require(is_valid(read.article.published.date));
  dateline::facet_names(read);
  dateline::facet_dates(read);
}

std::string with_checksum(std::string_view bytes) {
  std::string record(bytes);
  const std::uint32_t sum = dateline::record::checksum(bytes);
  for (unsigned shift = 0; shift < 32; shift += 8) {
    record.push_back(static_cast<char>(sum >> shift));
  }
  return record;
}

template <class Action>
void tolerate_damage(Action&& action) {
  try {
    action();
  } catch (const dateline::Error& error) {
    require(error.code() == dateline::ErrorCode::kCorrupt ||
            error.code() == dateline::ErrorCode::kNewerSchema);
  }
}

const dateline::RecordDictionaryPtr& dictionary() {
  static const auto made = std::make_shared<const dateline::RecordDictionary>(
      "The ministers met on Thursday, a spokesman told reporters. Shares fell.");
  return made;
}

void check_compressed(std::string_view bytes) {
  dateline::RecordCompressor compressor(dictionary());
  const std::string data(compressor.compress(bytes));
  if (data != bytes) {
    require(dateline::is_compressed(data));
    require(dateline::decompress_record(data, *dictionary()) == bytes);
  }
  const std::string frame = dateline::kCompressedRecord + std::string(bytes);
  tolerate_damage([&] {
    check(dateline::decode_record(dateline::decompress_record(frame, *dictionary())));
  });
  tolerate_damage([&] {
    const dateline::RecordDictionary any{std::string(bytes)};
    dateline::decompress_record(data.empty() ? frame : data, any);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = dateline::testing::as_text(data, size);
  for (const std::string& record : {std::string(bytes), with_checksum(bytes)}) {
    tolerate_damage([&] { check(dateline::decode_record(record)); });
    tolerate_damage([&] { dateline::decode_heading(record); });
  }
  check_compressed(bytes);
  return 0;
}
