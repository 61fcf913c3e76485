// What the fuzzers of the readers share: bytes in, and what every article promises.

#pragma once

#include <dateline/error.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/readers/byte_stream.h"
#include "index/readers/expansion_limit.h"
#include "index/readers/record_fields.h"
#include "index/readers/record_reader.h"
#include "index/readers/text_source.h"
#include "tests/fuzzing.h"

namespace dateline::testing {

inline constexpr std::size_t kFuzzedRecordBytes = std::size_t{1} << 14;
inline constexpr std::uint64_t kFuzzedFreeBytes = std::uint64_t{1} << 20;

/// Bytes in memory, in blocks of a size.
class MemoryBytes final : public readers::ByteStream {
 public:
  MemoryBytes(std::string_view bytes, std::size_t block)
      : rest_(bytes), block_(block) {}

  std::string_view read() override {
    const std::string_view block = rest_.substr(0, block_);
    rest_.remove_prefix(block.size());
    return block;
  }

 private:
  std::string_view rest_;
  std::size_t block_;
};

inline void require_clean(const RejectedRecord& rejected) {
  require(!rejected.reason.empty());
  require(rejected.reason.find('\n') == std::string::npos);
}

/// Reads all that a reader gives; `make` makes it from the text, `size` bytes of which
/// the last tells the size of the blocks.
template <typename Make>
void fuzz_reader(const std::uint8_t* data, std::size_t size, const Make& make) {
  if (size == 0) return;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size - 1);
  MemoryBytes stream(bytes, std::size_t{1} + data[size - 1] * std::size_t{37});
  readers::TextSource text(stream);
  readers::ExpansionLimit limit(kFuzzedFreeBytes);
  limit.add_packed(bytes.size());
  std::size_t articles = 0;
  try {
    const auto reader = make(text, limit);
    Article article;
    while (reader && reader->next(article)) {
      ++articles;
      require_clean(article.id);
      require_clean(article.title);
      require_clean(article.body);
      require_clean(article.source);
      require_clean(article.url);
      require_clean(article.language);
      for (const auto& author : article.authors) require_clean(author);
      for (const auto& topic : article.topics) require_clean(topic);
      require(is_valid(article.published.date));
      require(is_valid(article.published.not_after));
    }
  } catch (const Error&) {
    // A stream that cannot be read on.
  }
  require(articles <= size + kFuzzedFreeBytes);
}

}  // namespace dateline::testing
