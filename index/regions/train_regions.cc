// Trains the weights of the regions on the articles in corpus/gold/train.
//
//   train_regions FOLDER FURNITURE    write region_weights.inc to standard output
//   train_regions --folds N FOLDER FURNITURE    train on N-1 parts of N, score on the
//                                     other; print the scores
//   train_regions --errors N FOLDER FURNITURE   the same, and print every wrong line
//
// FURNITURE is page_furniture.txt. The part of a file is told by the FNV-1a hash of its
// name, that of a group of furniture by its number.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "index/regions/line_scores.h"
#include "index/regions/region_trainer.h"
#include "index/regions/training_pages.h"

namespace dateline::regions {
namespace {

// The groups that are part `fold` of `folds`, or all others.
Furniture furniture_of(const std::vector<FurnitureGroup>& groups, std::uint32_t folds,
                       std::uint32_t fold, bool others) {
  Furniture furniture;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if ((i % folds == fold) != others) furniture.push_back(&groups[i]);
  return furniture;
}

void cross_validate(const std::vector<Example>& examples,
                    const std::vector<FurnitureGroup>& groups, std::uint32_t folds,
                    bool print) {
  LineScores scores;
  LineScores blank_scores;
  LineScores furnished_scores;
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> train;
    for (const Example& example : examples)
      if (example.hash % folds != fold) train.push_back(&example);
    const RegionModel model =
        train_regions(train, furniture_of(groups, folds, fold, true));
    Furniture unseen = furniture_of(groups, folds, fold, false);
    std::erase_if(unseen,
                  [](const FurnitureGroup* group) { return !group->is_of_site(); });
    PageRandom random(fold);
    for (const Example& example : examples)
      if (example.hash % folds == fold) {
        scores.add(example, decode(model, example.features, example.bonus), print);
        const Example page = with_blanks(example, true);
        blank_scores.add(page, decode(model, page.features, page.bonus), false);
        const Example furnished = with_furniture(example, unseen, random);
        furnished_scores.add(furnished,
                             decode(model, furnished.features, furnished.bonus), print);
      }
  }
  scores.print();
  std::puts("the same with blank lines between all lines:");
  blank_scores.print();
  std::puts("the same on pages with furniture not trained on:");
  furnished_scores.print();
}

void print_row(int feature, const WeightRow& row, const std::string& comment) {
  if (std::ranges::all_of(row, [](std::int16_t weight) { return weight == 0; })) return;
  std::printf("{%d, {", feature);
  for (std::size_t i = 0; i < row.size(); ++i)
    std::printf(i == 0 ? "%d" : ", %d", row[i]);
  std::printf("}},  // %s\n", comment.c_str());
}

void print_model(const RegionModel& model) {
  std::puts(
      "// Weights of the regions of lines, made by train_regions from "
      "corpus/gold/train.");
  int feature = 0;
  for (const FeatureGroup& group : feature_groups()) {
    for (std::size_t value = 0; value < group.values; ++value, ++feature) {
      print_row(feature, model.features[static_cast<std::size_t>(feature)],
                std::string(group.name) + " " + std::to_string(value));
    }
  }
  for (std::size_t i = 0; i <= kChoices; ++i) {
    print_row(
        -1 - static_cast<int>(i), model.follow[i],
        i == kChoices ? "first" : "after " + std::string(corpus::kGoldRegions[i + 1]));
  }
}

int run(int argc, char** argv) {
  const std::string option = argc == 5 ? argv[1] : "";
  if (argc != 3 && option != "--folds" && option != "--errors") {
    std::fputs("usage: train_regions [--folds N | --errors N] FOLDER FURNITURE\n",
               stderr);
    return 2;
  }
  const std::vector<Example> examples = read_examples(argv[argc - 2]);
  const std::vector<FurnitureGroup> groups = read_page_furniture(argv[argc - 1]);
  if (argc == 5) {
    const auto folds = static_cast<std::uint32_t>(std::max(2, std::atoi(argv[2])));
    cross_validate(examples, groups, folds, option == "--errors");
    return 0;
  }
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  print_model(train_regions(all, furniture_of(groups, 1, 1, true)));
  return 0;
}

}  // namespace
}  // namespace dateline::regions

int main(int argc, char** argv) {
  try {
    return dateline::regions::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_regions: %s\n", error.what());
    return 2;
  }
}
