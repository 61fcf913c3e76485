// libFuzzer target: takes any bytes as an article in a language that the first byte
// chooses, a line for the title; finds regions, names and dates, and stores and reads
// them.
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_annotate
//   build/fuzz/tests/fuzz_annotate -max_total_time=600

#include <dateline/annotate.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_record.h"
#include "index/text/folding.h"
#include "tests/fuzzing.h"

namespace {

using dateline::testing::require;
using dateline::testing::require_within;

constexpr std::array<std::string_view, 4> kLanguages = {"en", "", "de", "ru"};

// By their begin, none over another.
template <typename Mention>
void check_mentions(const std::vector<Mention>& mentions, std::string_view text) {
  std::size_t last_end = 0;
  for (const Mention& mention : mentions) {
    require_within(text, mention.begin, mention.end);
    require(mention.begin < mention.end && mention.begin >= last_end);
    require(mention.score >= 0.0 && mention.score <= 1.0);
    last_end = mention.end;
  }
}

void check_annotations(const dateline::Annotations& found, std::string_view text) {
  check_mentions(found.names, text);
  check_mentions(found.dates, text);
  for (const auto& mention : found.names) require(!mention.name.text.empty());
  for (const auto& mention : found.dates) {
    require(is_valid(mention.range.first) && is_valid(mention.range.last));
  }
}

void check_regions(const std::vector<dateline::RegionSpan>& regions,
                   std::string_view body) {
  std::size_t covered = 0;
  for (const auto& region : regions) {
    require(region.begin == covered && region.end > region.begin);
    covered = region.end;
  }
  require(covered == body.size());
}

// What is stored is what was found; reasons and scores in steps.
void check_record(const dateline::AnnotatedArticle& article) {
  const auto read = dateline::decode_record(dateline::encode_record(article));
  require(read.article.title == article.article.title);
  require(read.article.body == article.article.body);
  require(read.regions == article.regions);
  require(read.body.names.size() == article.body.names.size());
  require(read.body.dates.size() == article.body.dates.size());
  require(dateline::facet_names(read) == dateline::facet_names(article));
  require(dateline::facet_dates(read) == dateline::facet_dates(article));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text(dateline::testing::as_text(data + 1, size - 1));
  const std::size_t title_end = std::min(text.find('\n'), text.size());
  dateline::Article article;
  article.title = text.substr(0, title_end);
  article.body = text.substr(std::min(title_end + 1, text.size()));
  article.language = kLanguages[data[0] % kLanguages.size()];
  if (data[0] & 0x80) article.published.date = {2023, 3, 2};
  const auto annotated = dateline::annotate(std::move(article));
  check_regions(annotated.regions, annotated.article.body);
  check_annotations(annotated.title, annotated.article.title);
  check_annotations(annotated.body, annotated.article.body);
  check_record(annotated);
  return 0;
}
