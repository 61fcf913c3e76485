#include "query/snippets.h"

#include <algorithm>

#include "query/body_tokens.h"
#include "query/marked_line.h"
#include "query/passage.h"

namespace dateline {
namespace {

// The parts of the body that are the article's own, or those that are not: citations
// and furniture.
std::vector<Stretch> parts(std::span<const RegionSpan> regions, bool own,
                           std::size_t size) {
  std::vector<Stretch> stretches;
  for (const RegionSpan& span : regions) {
    if (gives_facets(span.region) != own || span.begin >= size) continue;
    const std::size_t end = std::min(span.end, size);
    if (own && !stretches.empty() && stretches.back().end == span.begin) {
      stretches.back().end = end;
    } else {
      stretches.push_back({span.begin, end});
    }
  }
  return stretches;
}

bool lies_in(const TextMatch& match, std::span<const Stretch> stretches) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
    return stretch.begin <= match.begin && match.end <= stretch.end;
  });
}

// Citations and furniture are shown where the article answers there alone.
std::vector<Stretch> showable(std::span<const RegionSpan> regions,
                              std::span<const TextMatch> matches, std::size_t size) {
  std::vector<Stretch> own = parts(regions, true, size);
  const auto answer_in = [&](std::span<const Stretch> stretches) {
    return std::any_of(matches.begin(), matches.end(), [&](const TextMatch& match) {
      return lies_in(match, stretches);
    });
  };
  if (!own.empty() && (matches.empty() || answer_in(own))) return own;
  std::vector<Stretch> others = parts(regions, false, size);
  if (answer_in(others)) return others;
  return {{0, size}};
}

}  // namespace

std::string SnippetMaker::make(const AnnotatedArticle& article,
                               text::Analyzer& analyzer) const {
  const std::string_view body = readable_part(article.article.body);
  std::vector<TextMatch> matches;
  if (!matcher_.empty()) {
    matches = matcher_.find(body_tokens(body, analyzer, matcher_.reads_capitals()),
                            article.body);
    std::erase_if(matches,
                  [&](const TextMatch& match) { return match.end > body.size(); });
  }
  const auto stretches = showable(article.regions, matches, body.size());
  std::erase_if(matches,
                [&](const TextMatch& match) { return !lies_in(match, stretches); });
  const Passage passage = best_passage(body, stretches, matches, options_.length);
  return marked_line(body, passage, matches, options_);
}

}  // namespace dateline
