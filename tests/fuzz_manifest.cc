// libFuzzer target: decodes any bytes as the manifest of an index, as they are and with
// the beginning and the checksum that a manifest has.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_manifest
//   build/fuzz/tests/fuzz_manifest -max_total_time=600 corpus/
//   tests/data/fuzz/manifest/

#include <dateline/error.h>
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/manifest.h"
#include "tests/fuzzing.h"

namespace {

using dateline::Manifest;
using dateline::testing::require;

// A file of the corpus is what stands between the two.
std::string sealed(std::string_view content) {
  std::string bytes = "dateline manifest";
  bytes.append(content);
  const std::uint64_t sum = XXH3_64bits(bytes.data(), bytes.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    bytes.push_back(static_cast<char>(sum >> shift));
  }
  return bytes;
}

// A number may be written in more bytes than it needs; but what was read is kept.
void check(std::string_view bytes) {
  const Manifest manifest = Manifest::decode(bytes);
  for (const Manifest::File& file : manifest.files) {
    require(file.blocks.size() * dateline::kManifestBlock >= file.bytes);
    require(file.blocks.size() <= bytes.size() / 8);
  }
  const std::string again = manifest.encode();
  require(again.size() <= bytes.size());
  require(Manifest::decode(again) == manifest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = dateline::testing::as_text(data, size);
  for (const std::string& manifest : {std::string(bytes), sealed(bytes)}) {
    try {
      check(manifest);
    } catch (const dateline::Error& error) {
      require(error.code() == dateline::ErrorCode::kCorrupt ||
              error.code() == dateline::ErrorCode::kNewerSchema);
    }
  }
  return 0;
}
