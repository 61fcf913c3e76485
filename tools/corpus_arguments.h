// The options that name labelled corpora: one a row of corpora::kCorpusFormats.

#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "arguments.h"
#include "tools/corpora/corpus_formats.h"

namespace dateline::cli {

/// --gold DIR, --conll FILE and so on; each may be given several times.
inline constexpr auto kCorpusOptions = [] {
  std::array<Option, corpora::kCorpusFormats.size()> options{};
  std::ranges::transform(corpora::kCorpusFormats, options.begin(),
                         [](const corpora::CorpusFormat& format) {
                           return Option{format.name, format.path, format.help};
                         });
  return options;
}();

/// A corpus that was named, and its articles.
struct NamedCorpus {
  std::string option;  ///< "--conll eng.testa", as typed.
  std::vector<corpora::LabelledArticle> articles;
};

/// The corpora that kCorpusOptions name, in the order of the table. Throws Error where
/// one cannot be read.
std::vector<NamedCorpus> read_corpora(const Arguments& arguments);

}  // namespace dateline::cli
