#include "training_texts.h"

#include <algorithm>
#include <utility>

namespace dateline::cli {

LabelledText training_text(corpora::LabelledArticle article) {
  LabelledText text;
  for (const corpora::LabelledMention& mention : article.mentions)
    if (!mention.in_title)
      text.names.push_back(
          {mention.begin, mention.end, mention.kind, mention.is_demonym});
  text.text = std::move(article.body);
  text.lines_are_sentences = article.lines_are_sentences;
  return text;
}

std::vector<LabelledText> training_texts(std::vector<NamedCorpus> corpora) {
  std::vector<LabelledText> texts;
  for (std::size_t i = 0; i < corpora.size(); ++i) {
    const auto same = [&](const NamedCorpus& other) {
      return other.option == corpora[i].option;
    };
    if (std::any_of(corpora.begin(), corpora.begin() + static_cast<std::ptrdiff_t>(i),
                    same))
      continue;
    const auto repeats = std::count_if(corpora.begin(), corpora.end(), same);
    for (corpora::LabelledArticle& article : corpora[i].articles) {
      texts.push_back(training_text(std::move(article)));
      texts.back().repeats = static_cast<int>(repeats);
    }
  }
  return texts;
}

}  // namespace dateline::cli
