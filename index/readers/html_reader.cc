#include "index/readers/html_reader.h"

#include <utility>

#include "index/readers/html_article.h"

namespace dateline::readers {

std::string HtmlReader::read(std::string bytes, Article& article) {
  HtmlOutcome outcome = read_html_article(std::move(bytes), {}, article);
  if (outcome.rejected) return std::move(*outcome.rejected);
  report(std::move(outcome.not_read));
  if (article.url.empty()) article.id = file_id();
  return {};
}

}  // namespace dateline::readers
