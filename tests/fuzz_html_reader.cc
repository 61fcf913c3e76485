// libFuzzer target: reads any bytes as a page and checks what every article promises.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_html_reader
//   build/fuzz/tests/fuzz_html_reader -max_total_time=600 corpus/ tests/data/html/

#include <cstddef>
#include <cstdint>
#include <string>

#include "index/readers/html_article.h"
#include "tests/fuzzing.h"

using dateline::testing::require;
using dateline::testing::require_clean;

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
