#include "tools/scores/page_article.h"

#include <dateline/article_reader.h>
#include <dateline/error.h>

#include <fstream>
#include <utility>

namespace dateline::scores {

Article PageReader::read(const std::string& text) const {
  const std::string path = (folder_.path() / "page.txt").string();
  std::ofstream out(path, std::ios::binary);
  if (!(out << text) || !out.flush()) {
    throw Error(ErrorCode::kIo, "'" + path + "' cannot be written.");
  }
  ArticleReader reader({path});
  Article article;
  Article other;
  if (!reader.next(article) || reader.next(other)) {
    throw Error(ErrorCode::kInvalidArgument, "A page was not read as one article.");
  }
  article.id.clear();
  article.published = {};
  return article;
}

}  // namespace dateline::scores
