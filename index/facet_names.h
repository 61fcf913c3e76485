// Which names of an article are its facets: the rule itself, for all who apply it.

#pragma once

#include <dateline/annotate.h>

namespace dateline {

/// Calls use(name, mentions) for every name that is a facet of `article`, as often as
/// it is there: with 0 for one that editors gave, with 1 for a mention.
template <class Use>
void for_each_facet_name(const AnnotatedArticle& article, Use use) {
  for (const Name& name : article.article.names) use(name, 0U);
  for (const auto* part : {&article.title, &article.body}) {
    for (const NameMention& mention : part->names) {
      if (gives_facets(mention.region) && !mention.is_demonym) use(mention.name, 1U);
    }
  }
}

}  // namespace dateline
