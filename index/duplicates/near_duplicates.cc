#include <dateline/duplicates.h>

#include <map>
#include <string>

#include "index/duplicates/copy_pairs.h"
#include "index/regions/regions.h"
#include "index/text/analyzer.h"

namespace dateline {
namespace {

text::Analyzer& analyzer_for(const std::string& language,
                             std::map<std::string, text::Analyzer>& analyzers) {
  constexpr std::size_t kMostAnalyzers = 64;  // Articles may name any language.
  if (analyzers.size() >= kMostAnalyzers && !analyzers.contains(language)) {
    analyzers.clear();
  }
  return analyzers.try_emplace(language, language.empty() ? "en" : language)
      .first->second;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> near_duplicates(
    std::span<const Article> articles) {
  std::map<std::string, text::Analyzer> analyzers;
  duplicates::Fingerprinter fingerprinter;
  std::vector<duplicates::Fingerprint> fingerprints;
  fingerprints.reserve(articles.size());
  for (const Article& article : articles) {
    const auto regions = regions::find_regions(article.title, article.body);
    text::Analyzer& analyzer = analyzer_for(article.language, analyzers);
    const auto tokens = analyzer.analyze(article.body, {.capitals = false});
    fingerprints.push_back(fingerprinter.take(article.title, tokens, regions));
  }
  return duplicates::copy_pairs(fingerprints);
}

}  // namespace dateline
