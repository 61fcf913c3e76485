#include "tools/scores/found_dates.h"

#include <dateline/annotate.h>

#include <string_view>
#include <utility>

namespace dateline::scores {
namespace {

using corpora::DatedArticle;
using corpora::LabelledDate;
using corpora::overlaps_any;

// A day, month, year or the like; not "now", and no time without a day.
bool is_calendar(const DateMention& mention) {
  if (mention.type != DateType::kDate && mention.type != DateType::kTime) return false;
  return !mention.value.empty() && !mention.value.ends_with("_REF") &&
         !mention.value.starts_with('T');
}

bool is_judged(const DatedArticle& article, const DateMention& mention, bool in_title) {
  if (article.only_calendar && !is_calendar(mention)) return false;
  return in_title || !overlaps_any(article.unjudged, mention.begin, mention.end);
}

void append(const DatedArticle& article, bool in_title,
            std::vector<LabelledDate>& found) {
  AnnotateOptions options;
  options.published = article.published;
  options.lines_are_sentences = article.lines_are_sentences;
  options.with_names = false;
  const std::string_view text = in_title ? article.title : article.body;
  for (DateMention& mention : annotate(text, options).dates) {
    if (!is_judged(article, mention, in_title)) continue;
    const bool gives_facet =
        in_title || !overlaps_any(article.facetless, mention.begin, mention.end);
    found.push_back({.begin = mention.begin,
                     .end = mention.end,
                     .type = mention.type,
                     .value = std::move(mention.value),
                     .modifier = std::move(mention.modifier),
                     .in_title = in_title,
                     .gives_facet = gives_facet,
                     .rule = std::move(mention.reason)});
  }
}

}  // namespace

std::vector<LabelledDate> find_dates(const DatedArticle& article) {
  std::vector<LabelledDate> found;
  append(article, true, found);
  append(article, false, found);
  return found;
}

}  // namespace dateline::scores
