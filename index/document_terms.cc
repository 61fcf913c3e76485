#include "index/document_terms.h"

#include <algorithm>

#include "index/document_builder.h"

namespace dateline {

DocumentTerms::DocumentTerms(const Xapian::Document& document,
                             const AnnotatedArticle& article,
                             const std::string& language) {
  try {
    const auto end = document.termlist_end();
    for (auto term = document.termlist_begin(); term != end; ++term) {
      terms_.emplace_back(*term, term.get_wdf());
    }
    return;
  } catch (const Xapian::FeatureUnavailableError&) {
    // There are no lists.
  }
  DocumentBuilder builder(language);
  for (const glass::Posting& posting : builder.build(article).postings) {
    terms_.emplace_back(posting.term, posting.wdf);
  }
}

void DocumentTerms::for_each(
    std::string_view prefix,
    const std::function<void(const std::string&, Xapian::termcount)>& visit) const {
  auto at = std::ranges::lower_bound(terms_, prefix, {}, [](const auto& term) {
    return std::string_view(term.first);
  });
  for (; at != terms_.end() && at->first.starts_with(prefix); ++at) {
    visit(at->first, at->second);
  }
}

}  // namespace dateline
