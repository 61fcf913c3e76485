#include "tools/scores/found_names.h"

#include <string>

namespace dateline::scores {
namespace {

using corpora::LabelledArticle;
using corpora::LabelledMention;

void append(const Annotations& found, bool in_title,
            std::vector<LabelledMention>& mentions) {
  for (const NameMention& mention : found.names) {
    mentions.push_back({.begin = mention.begin,
                        .end = mention.end,
                        .kind = mention.name.kind,
                        .is_demonym = mention.is_demonym,
                        .in_title = in_title,
                        .gives_facet = gives_facets(mention.region) && !mention.is_lone,
                        .entity = mention.name.text});
  }
}

}  // namespace

std::vector<LabelledMention> find_names(const LabelledArticle& article,
                                        const NameFinder* finder) {
  std::vector<LabelledMention> mentions;
  if (!article.tokens.empty()) {
    AnnotateOptions options;
    options.published = article.published;
    options.lines_are_sentences = article.lines_are_sentences;
    options.finder = finder;
    append(annotate(article.body, options), false, mentions);
    return mentions;
  }
  const AnnotatedArticle found = annotate(Article{.id = article.id,
                                                  .title = article.title,
                                                  .body = article.body,
                                                  .published = {article.published}},
                                          Reasons::kLeftOut, finder);
  append(found.title, true, mentions);
  append(found.body, false, mentions);
  return mentions;
}

}  // namespace dateline::scores
