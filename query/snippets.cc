#include "query/snippets.h"

#include <algorithm>

#include "query/body_tokens.h"
#include "query/marked_line.h"
#include "query/passage.h"

namespace dateline {
namespace {

// The parts of the body that may be shown.
std::vector<Stretch> showable(std::span<const RegionSpan> regions, std::size_t size) {
  std::vector<Stretch> stretches;
  if (regions.empty()) return {{0, size}};
  for (const RegionSpan& span : regions) {
    if (!gives_facets(span.region) || span.begin >= size) continue;
    const std::size_t end = std::min(span.end, size);
    if (!stretches.empty() && stretches.back().end == span.begin) {
      stretches.back().end = end;
    } else {
      stretches.push_back({span.begin, end});
    }
  }
  return stretches;
}

}  // namespace

std::string SnippetMaker::make(const AnnotatedArticle& article,
                               text::Analyzer& analyzer) const {
  const std::string_view body = readable_part(article.article.body);
  const std::vector<Stretch> stretches = showable(article.regions, body.size());
  std::vector<TextMatch> matches;
  if (!matcher_.empty()) {
    matches = matcher_.find(body_tokens(body, analyzer), article.body);
    std::erase_if(matches,
                  [&](const TextMatch& match) { return match.end > body.size(); });
  }
  const Passage passage = best_passage(body, stretches, matches, options_.length);
  return marked_line(body, passage, matches, options_);
}

}  // namespace dateline
