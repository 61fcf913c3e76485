#include "tools/corpora/meantime_dates.h"

#include <string>
#include <utility>

#include "tools/corpora/cat_document.h"
#include "tools/corpora/corpus_file.h"

namespace dateline::corpora {
namespace {

DatedArticle dated(const std::filesystem::path& file, const CatDocument& document) {
  DatedArticle article{.id = file.filename().string(),
                       .body = document.text.text(),
                       .published = document.published,
                       .lines_are_sentences = true};
  for (const CatTime& time : document.times) {
    const auto range = document.range_of(time.tokens);
    if (!range) continue;
    const TokenSpan span{document.text.tokens()[range->first].begin,
                         document.text.tokens()[range->last].end};
    if (time.is_creation_time) {
      article.unjudged.push_back(span);
      continue;
    }
    const auto type = date_type(time.type);
    if (!type) refuse_file(file, 0, "'" + time.type + "' is no type of TIMEX3.");
    article.dates.push_back({.begin = span.begin,
                             .end = span.end,
                             .type = *type,
                             .value = time.value,
                             .modifier = time.modifier});
  }
  sort_dates(article.dates);
  return article;
}

}  // namespace

std::vector<DatedArticle> read_meantime_dates(const std::filesystem::path& folder) {
  std::vector<DatedArticle> articles;
  for (const auto& file : corpus_files(folder, ".xml")) {
    articles.push_back(dated(file, read_cat_document(file)));
  }
  return articles;
}

}  // namespace dateline::corpora
