#include "tools/corpora/labelled_article.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline::corpora {

std::string_view surface_of(const LabelledArticle& article,
                            const LabelledMention& mention) {
  const std::string_view text = mention.in_title ? article.title : article.body;
  return text.substr(mention.begin, mention.end - mention.begin);
}

void sort_mentions(std::vector<LabelledMention>& mentions) {
  const auto place = [](const LabelledMention& mention) {
    return std::tuple(!mention.in_title, mention.begin);
  };
  std::ranges::stable_sort(mentions, {}, place);
  std::vector<LabelledMention> kept;
  for (LabelledMention& mention : mentions) {
    const bool overlaps = !kept.empty() && kept.back().in_title == mention.in_title &&
                          mention.begin < kept.back().end;
    if (!overlaps) {
      kept.push_back(std::move(mention));
    } else if (mention.end - mention.begin > kept.back().end - kept.back().begin) {
      kept.back() = std::move(mention);
    }
  }
  mentions = std::move(kept);
}

}  // namespace dateline::corpora
