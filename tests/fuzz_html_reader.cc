// libFuzzer target: reads any bytes as a page and checks what every article promises.
//
//   cmake -B build/fuzz -D CMAKE_CXX_COMPILER=clang++ -D DATELINE_FUZZERS=ON
//   cmake --build build/fuzz --target fuzz_html_reader
//   build/fuzz/tests/fuzz_html_reader -max_total_time=600 corpus/ tests/data/html/

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "index/readers/html_article.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void require_clean(const std::string& text) {
  require(simdjson::validate_utf8(text.data(), text.size()));
  require(text.find('\0') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  dateline::Article article;
  const auto outcome = dateline::readers::read_html_article(
      bytes, {.url = "https://news.example/a", .charset = {}}, article);
  require_clean(article.title);
  require_clean(article.body);
  require_clean(article.source);
  require_clean(article.url);
  for (const auto& author : article.authors) require_clean(author);
  for (const auto& topic : article.topics) require_clean(topic);
  require(is_valid(article.published.date));
  require(outcome.rejected.has_value() == article.body.empty());
  // Text without markup has nothing to be left out but furniture.
  require(dateline::readers::html_to_text(article.body).size() <=
          article.body.size() * 2);
  return 0;
}
