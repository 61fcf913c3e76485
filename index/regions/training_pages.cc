#include "index/regions/training_pages.h"

#include <algorithm>
#include <filesystem>

#include "index/regions/characters.h"
#include "index/regions/line_rules.h"
#include "index/regions/lines.h"

namespace dateline::regions {
namespace {

constexpr int kFurnishedPages = 2;  // Made of an article.

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

}  // namespace

void Example::look() {
  const std::vector<Line> lines = look_at_lines(article.title, blocks);
  features = line_features(lines);
  bonus = rule_bonus(lines);
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

Example with_blanks(const Example& example, bool blanks) {
  Example page = example;
  for (Block& block : page.blocks) block.blank_before = block.blank_after = blanks;
  page.look();
  return page;
}

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

}  // namespace dateline::regions
