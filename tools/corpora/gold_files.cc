#include "tools/corpora/gold_files.h"

#include <array>
#include <utility>

#include "tools/corpora/corpus_file.h"

namespace dateline::corpora {

std::vector<corpus::GoldArticle> read_gold_files(const std::filesystem::path& folder) {
  std::vector<corpus::GoldArticle> articles;
  for (const auto& file : corpus_files(folder, ".txt")) {
    std::vector<corpus::GoldProblem> problems;
    corpus::GoldArticle article = corpus::read_gold_article(file, problems);
    if (!problems.empty()) {
      refuse_file(file, problems.front().line, problems.front().sentence);
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

Date date_of(std::chrono::year_month_day day) {
  if (!day.ok()) return {};
  return {static_cast<int>(day.year()), static_cast<int>(unsigned{day.month()}),
          static_cast<int>(unsigned{day.day()})};
}

Region region_of(corpus::GoldRegion region) {
  static constexpr std::array kRegions = {
      Region::kTitle,     Region::kSubhead, Region::kBody,
      Region::kList,      Region::kCaption, Region::kCredit,
      Region::kReference, Region::kRelated, Region::kFurniture};
  return kRegions[static_cast<std::size_t>(region)];
}

}  // namespace dateline::corpora
