#include "tools/corpora/gold_dates.h"

#include <utility>

#include "corpus/timex.h"
#include "tools/corpora/gold_files.h"

namespace dateline::corpora {
namespace {

DateType type_of(corpus::TimexType type) {
  switch (type) {
    case corpus::TimexType::date:
      return DateType::kDate;
    case corpus::TimexType::time:
      return DateType::kTime;
    case corpus::TimexType::duration:
      return DateType::kDuration;
    case corpus::TimexType::set:
      break;
  }
  return DateType::kSet;
}

DatedArticle dated(corpus::GoldArticle article) {
  DatedArticle result{.id = std::filesystem::path(article.file).filename().string(),
                      .published = date_of(article.published)};
  for (const corpus::GoldLine& line : article.lines) {
    if (line.span.in_title || gives_facets(region_of(line.region))) continue;
    result.facetless.push_back({line.span.begin, line.span.end});
  }
  for (const corpus::GoldDate& date : article.dates) {
    const auto& [in_title, begin, end] = date.span;
    result.dates.push_back(
        {.begin = begin,
         .end = end,
         .type = type_of(date.timex.type),
         .value = date.timex.value,
         .modifier = date.timex.modifier,
         .in_title = in_title,
         .gives_facet = in_title || !overlaps_any(result.facetless, begin, end)});
  }
  sort_dates(result.dates);
  result.title = std::move(article.title);
  result.body = std::move(article.body);
  return result;
}

}  // namespace

std::vector<DatedArticle> read_gold_dates(const std::filesystem::path& folder) {
  std::vector<DatedArticle> articles;
  for (corpus::GoldArticle& article : read_gold_files(folder)) {
    articles.push_back(dated(std::move(article)));
  }
  return articles;
}

}  // namespace dateline::corpora
