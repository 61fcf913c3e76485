#include "tools/corpora/labelled_page.h"

#include <utility>

#include "tools/corpora/gold_files.h"

namespace dateline::corpora {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

LabelledPage page_of(corpus::GoldArticle article) {
  LabelledPage page{.id = std::filesystem::path(article.file).filename().string(),
                    .text = article.title + "\n",
                    .url = std::move(article.url),
                    .source = std::move(article.source),
                    .published = date_of(article.published)};
  const std::size_t body = page.text.size();
  page.text += article.body + "\n";
  for (const corpus::GoldLine& line : article.lines) {
    const std::size_t from = line.span.in_title ? 0 : body;
    const LabelledLine labelled{from + line.span.begin, from + line.span.end,
                                region_of(line.region)};
    if (!is_blank(page.text_of(labelled))) page.lines.push_back(labelled);
  }
  return page;
}

}  // namespace

std::vector<LabelledPage> read_gold_pages(const std::filesystem::path& folder) {
  std::vector<LabelledPage> pages;
  for (corpus::GoldArticle& article : read_gold_files(folder)) {
    pages.push_back(page_of(std::move(article)));
  }
  return pages;
}

}  // namespace dateline::corpora
