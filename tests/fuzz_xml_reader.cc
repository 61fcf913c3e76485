// libFuzzer target: reads any bytes as feeds and wires, cut into pieces of any size.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_xml_reader
//   build/fuzz/tests/fuzz_xml_reader -max_total_time=600 corpus/ tests/data/xml/

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "index/readers/encoding.h"
#include "index/readers/xml/item_parser.h"
#include "index/readers/xml/xml_records.h"

namespace {

using dateline::readers::xml::ItemParser;

void require(bool condition) {
  if (!condition) std::abort();
}

void require_clean(const std::string& text) {
  require(simdjson::validate_utf8(text.data(), text.size()));
}

void read_items(ItemParser& parser) {
  auto& items = parser.items();
  for (; !items.empty(); items.pop_front()) {
    dateline::Article article;
    const auto outcome = read_item(items.front().node, parser.envelope(), article);
    require_clean(article.title);
    require_clean(article.body);
    require_clean(article.source);
    require(is_valid(article.published.date));
    require(outcome.rejected || outcome.ignored || !article.title.empty() ||
            !article.body.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text(reinterpret_cast<const char*>(data), size);
  dateline::readers::make_utf8(text);
  ItemParser parser(std::size_t{1} << 16);
  const std::size_t piece = 1 + data[size - 1];
  for (std::size_t i = 0; i < text.size() && !parser.problem(); i += piece) {
    parser.feed(std::string_view(text).substr(i, piece));
    read_items(parser);
  }
  if (!parser.problem()) parser.finish();
  read_items(parser);
  return 0;
}
