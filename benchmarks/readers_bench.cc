// How fast pages and feeds become articles.
//
//   readers_bench [--benchmark_…]
//
// Read are the pages and feeds of tests/data/, again and again: real ones have more
// scripts and styles for each byte of text, which cost less.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "index/readers/html/page.h"
#include "index/readers/html_article.h"
#include "index/readers/xml/item_parser.h"
#include "index/readers/xml/xml_records.h"

namespace {

using dateline::Article;
using dateline::readers::read_html_article;
using dateline::readers::xml::ItemParser;

struct Files {
  std::vector<std::string> texts;
  std::int64_t bytes = 0;
};

Files read_files(const char* folder, const char* extension) {
  Files files;
  const auto path = std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/data" / folder;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path().extension() != extension) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.texts.emplace_back(std::istreambuf_iterator<char>(file),
                             std::istreambuf_iterator<char>());
    files.bytes += static_cast<std::int64_t>(files.texts.back().size());
  }
  return files;
}

void bm_html_article(benchmark::State& state) {
  const Files files = read_files("html", ".html");
  Article article;
  for (auto _ : state) {
    for (const std::string& page : files.texts) {
      benchmark::DoNotOptimize(read_html_article(page, {}, article));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * files.bytes);
}
BENCHMARK(bm_html_article);

void bm_html_blocks(benchmark::State& state) {
  const Files files = read_files("html", ".html");
  for (auto _ : state) {
    for (const std::string& page : files.texts) {
      benchmark::DoNotOptimize(dateline::readers::html::scan_page(page));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * files.bytes);
}
BENCHMARK(bm_html_blocks);

// One feed of many items.
void bm_rss(benchmark::State& state) {
  std::string feed = "<rss version=\"2.0\"><channel><title>Wire</title>";
  for (int i = 0; i < 2000; ++i) {
    feed +=
        "<item><title>Ferry sails again</title><link>https://a.example/" +
        std::to_string(i) +
        "</link><pubDate>Thu, 18 Feb 2021 07:45:12 "
        "+0000</pubDate><description>&lt;p&gt;"
        "The ferry to Skarholm sailed again on Thursday morning, nine days after the "
        "storm tore the ramp from the quay and left 340 people without a "
        "link.&lt;/p&gt;"
        "&lt;p&gt;Engineers worked through two nights to fit a ramp, which can carry "
        "cars of up to 3.5 tonnes until a new one "
        "arrives.&lt;/p&gt;</description></item>";
  }
  feed += "</channel></rss>";
  Article article;
  for (auto _ : state) {
    ItemParser parser(std::size_t{1} << 20);
    parser.feed(feed);
    parser.finish();
    for (const auto& item : parser.items()) {
      benchmark::DoNotOptimize(read_item(item.node, parser.envelope(), article));
    }
  }
  const auto bytes = static_cast<std::int64_t>(feed.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}
BENCHMARK(bm_rss);

}  // namespace

BENCHMARK_MAIN();
