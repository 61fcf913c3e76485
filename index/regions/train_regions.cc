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
#include <array>
#include <cmath>
#include <cstdio>
#include <deque>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/gold_article.h"
#include "index/regions/blocks.h"
#include "index/regions/characters.h"
#include "index/regions/line_features.h"
#include "index/regions/line_rules.h"
#include "index/regions/lines.h"
#include "index/regions/page_furniture.h"
#include "index/regions/region_model.h"

namespace dateline::regions {
namespace {

constexpr int kEpochs = 5;
constexpr int kFurnishedPages = 1;  // Made of an article.
constexpr int kScale = 16;          // From weights while training to those written.
constexpr std::int16_t kRuledOut = -3000;  // A bonus below: a rule is sure.
constexpr std::int16_t kMargin = 60;  // By which the right regions are to win, a line.

struct Example {
  std::string file;
  corpus::GoldArticle article;
  std::vector<Block> blocks;
  std::vector<FeatureList> features;
  std::vector<WeightRow> bonus;
  std::vector<Region> truth;
  std::uint32_t hash = 0;

  void look() {
    const std::vector<Line> lines = look_at_lines(article.title, blocks);
    features = line_features(lines);
    bonus = rule_bonus(lines);
  }
};

std::uint32_t fnv1a(const std::string& text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// The gold region of the line in which a block begins.
Region truth_of(const corpus::GoldArticle& article, const Block& block) {
  const auto at = static_cast<std::size_t>(block.text.data() - article.body.data());
  for (const corpus::GoldLine& line : article.lines) {
    if (line.span.in_title || at < line.span.begin || at > line.span.end) continue;
    return static_cast<Region>(line.region);
  }
  return Region::kBody;
}

Example make_example(const std::filesystem::path& path) {
  std::vector<corpus::GoldProblem> problems;
  Example example;
  example.file = path.filename().string();
  example.hash = fnv1a(example.file);
  example.article = corpus::read_gold_article(path, problems);
  return example;
}

std::vector<Example> read_examples(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<Example> examples;
  for (const auto& path : paths) examples.push_back(make_example(path));
  // Now that they stay where they are: blocks are views.
  for (Example& example : examples) {
    example.blocks = cut_blocks(example.article.body);
    example.look();
    for (const Block& block : example.blocks)
      example.truth.push_back(truth_of(example.article, block));
  }
  return examples;
}

// The same article on a page that parts its lines the other way: by blank lines, or not
// at all.
Example with_blanks(const Example& example, bool blanks) {
  Example page = example;
  for (Block& block : page.blocks) block.blank_before = block.blank_after = blanks;
  page.look();
  return page;
}

// The same article with a stop behind each subhead of a few words, as some programs
// that take text from pages write them. `pool` keeps these.
Example with_stopped_subheads(const Example& example, std::deque<std::string>& pool) {
  constexpr unsigned kMostWords = 4;
  Example page = example;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    std::string_view& text = page.blocks[i].text;
    const bool open = is_letter(text.back());
    if (page.truth[i] != Region::kSubhead || !open) continue;
    if (shape_of(text).words > kMostWords) continue;
    text = pool.emplace_back(std::string(text) + ".");
  }
  page.look();
  return page;
}

using Furniture = std::vector<const FurnitureGroup*>;

// The same article on a page of a site.
Example with_furniture(const Example& example, const Furniture& furniture,
                       PageRandom& random) {
  std::vector<MarkedBlock> marked;
  for (std::size_t i = 0; i < example.blocks.size(); ++i)
    marked.push_back({example.blocks[i], example.truth[i]});
  Example page = example;
  page.blocks.clear();
  page.truth.clear();
  for (const MarkedBlock& block : furnish(marked, furniture, random)) {
    page.blocks.push_back(block.block);
    page.truth.push_back(block.region);
  }
  return with_blanks(page, random.below(2) == 0);
}

std::vector<Example> all_pages(const std::vector<const Example*>& examples,
                               const Furniture& furniture,
                               std::deque<std::string>& pool) {
  std::vector<Example> pages;
  PageRandom random(7);
  for (const Example* example : examples) {
    pages.push_back(*example);
    for (const bool blanks : {false, true})
      pages.push_back(with_blanks(*example, blanks));
    pages.push_back(with_stopped_subheads(*example, pool));
    for (int i = 0; i < kFurnishedPages; ++i)
      pages.push_back(with_furniture(*example, furniture, random));
  }
  return pages;
}

class Perceptron {
 public:
  Perceptron() {
    now_.features.resize(feature_count());
    now_.follow = {};
    feature_sums_.resize(feature_count());
  }

  RegionModel train(const std::vector<const Example*>& examples,
                    const Furniture& furniture) {
    std::deque<std::string> pool;
    const std::vector<Example> pages = all_pages(examples, furniture, pool);
    std::vector<const Example*> order;
    for (const Example& page : pages) order.push_back(&page);
    std::uint32_t random = 1;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        random = random * 1664525U + 1013904223U;
        std::swap(order[i - 1], order[(random >> 8) % i]);
      }
      for (const Example* example : order) learn(*example);
    }
    return averaged();
  }

 private:
  void learn(const Example& example) {
    ++step_;
    std::vector<WeightRow> margin = example.bonus;
    for (std::size_t i = 0; i < margin.size(); ++i) {
      for (std::int16_t& score : margin[i])
        score = static_cast<std::int16_t>(score / kScale + kMargin);
      margin[i][choice_of(example.truth[i])] -= kMargin;
    }
    const auto found = decode(now_, example.features, margin);
    if (found == example.truth) return;
    for (std::size_t i = 0; i < found.size(); ++i) {
      // Weights are not to learn against a rule.
      const bool ruled_out = example.bonus[i][choice_of(example.truth[i])] < kRuledOut;
      if (found[i] != example.truth[i] && !ruled_out) {
        for (const std::uint16_t feature : example.features[i]) {
          change(now_.features[feature], feature_sums_[feature], example.truth[i], 1);
          change(now_.features[feature], feature_sums_[feature], found[i], -1);
        }
      }
      change_follow(i == 0 ? Region::kTitle : example.truth[i - 1], i == 0,
                    example.truth[i], 1);
      change_follow(i == 0 ? Region::kTitle : found[i - 1], i == 0, found[i], -1);
    }
  }

  void change_follow(Region before, bool first, Region region, std::int32_t by) {
    const std::size_t row = first ? kChoices : choice_of(before);
    change(now_.follow[row], follow_sums_[row], region, by);
  }

  using Sums = std::array<std::int64_t, kChoices>;

  void change(WeightRow& now, Sums& sum, Region region, std::int32_t by) const {
    now[choice_of(region)] = static_cast<std::int16_t>(now[choice_of(region)] + by);
    sum[choice_of(region)] += std::int64_t{by} * step_;
  }

  void average(WeightRow& row, const Sums& sum) const {
    for (std::size_t r = 0; r < row.size(); ++r) {
      const double mean = row[r] - static_cast<double>(sum[r]) / step_;
      row[r] = static_cast<std::int16_t>(std::lround(mean * kScale));
    }
  }

  RegionModel averaged() {
    RegionModel model = now_;
    for (std::size_t i = 0; i < model.features.size(); ++i)
      average(model.features[i], feature_sums_[i]);
    for (std::size_t i = 0; i < model.follow.size(); ++i)
      average(model.follow[i], follow_sums_[i]);
    return model;
  }

  RegionModel now_;
  std::vector<Sums> feature_sums_;  // Of changes, each times the step it came with.
  std::array<Sums, kChoices + 1> follow_sums_{};
  std::int32_t step_ = 0;
};

struct Scores {
  std::array<std::array<int, kRegions>, kRegions> confusion{};  // [truth][found]
  int furniture_left = 0;
  int documents = 0;

  void add(const Example& example, const std::vector<Region>& found, bool print) {
    ++documents;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto truth = static_cast<std::size_t>(example.truth[i]);
      ++confusion[truth][static_cast<std::size_t>(found[i])];
      if (!print || found[i] == example.truth[i]) continue;
      std::printf(
          "%s\t%s > %s\t%.120s\n", example.file.c_str(),
          std::string(corpus::kGoldRegions[truth]).c_str(),
          std::string(corpus::kGoldRegions[static_cast<std::size_t>(found[i])]).c_str(),
          std::string(example.blocks[i].text).c_str());
    }
  }

  static bool is_kept(std::size_t region) {
    return region <= static_cast<std::size_t>(Region::kCaption);
  }

  void print() const {
    int right = 0;
    int all = 0;
    int kept_both = 0, kept_truth = 0, kept_found = 0, left = 0;
    for (std::size_t t = 1; t < kRegions; ++t) {
      for (std::size_t f = 1; f < kRegions; ++f) {
        const int n = confusion[t][f];
        all += n;
        right += t == f ? n : 0;
        kept_truth += is_kept(t) ? n : 0;
        kept_found += is_kept(f) ? n : 0;
        kept_both += is_kept(t) && is_kept(f) ? n : 0;
        left += !is_kept(t) && is_kept(f) ? n : 0;
      }
    }
    std::printf(
        "lines %d, right %.2f %%; kept F1 %.2f; dropped F1 %.2f; left in a "
        "document %.3f\n",
        all, 100.0 * right / all, 200.0 * kept_both / (kept_truth + kept_found),
        200.0 * (all - kept_truth - kept_found + kept_both) /
            (2 * all - kept_truth - kept_found),
        1.0 * left / documents);
    for (std::size_t t = 1; t < kRegions; ++t) {
      int truth = 0, found = 0;
      std::string row;
      for (std::size_t f = 1; f < kRegions; ++f) {
        truth += confusion[t][f];
        found += confusion[f][t];
        char cell[16];
        std::snprintf(cell, sizeof cell, "%6d", confusion[t][f]);
        row += cell;
      }
      std::printf("%-10s P %5.1f R %5.1f F1 %5.1f %s\n",
                  std::string(corpus::kGoldRegions[t]).c_str(),
                  100.0 * confusion[t][t] / std::max(found, 1),
                  100.0 * confusion[t][t] / std::max(truth, 1),
                  200.0 * confusion[t][t] / std::max(truth + found, 1), row.c_str());
    }
  }
};

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
  Scores scores;
  Scores blank_scores;
  Scores furnished_scores;
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> train;
    for (const Example& example : examples)
      if (example.hash % folds != fold) train.push_back(&example);
    const RegionModel model =
        Perceptron().train(train, furniture_of(groups, folds, fold, true));
    const Furniture unseen = furniture_of(groups, folds, fold, false);
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
  print_model(Perceptron().train(all, furniture_of(groups, 1, 1, true)));
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
