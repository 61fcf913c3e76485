#include "index/source_lines.h"

#include <utility>

#include "index/schema.h"

namespace dateline {

SourceLines::SourceLines(std::optional<Xapian::Database> index)
    : index_(std::move(index)) {}

std::vector<regions::RepeatableLine> SourceLines::furniture(
    const Article& article) const {
  if (!index_) return {};
  auto lines = regions::repeatable_lines(article.source, article.body);
  std::erase_if(lines, [this](const regions::RepeatableLine& line) {
    return index_->get_termfreq(schema::line_term(line.key)) < regions::kManyArticles;
  });
  return lines;
}

}  // namespace dateline
