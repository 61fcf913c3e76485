// The gold articles as pages to train the weights of the regions on, and to score them
// with.

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "corpus/gold_article.h"
#include "index/regions/blocks.h"
#include "index/regions/line_features.h"
#include "index/regions/page_furniture.h"
#include "index/regions/region_model.h"

namespace dateline::regions {

/// An article with the region of each block. Copies view the same text.
struct Example {
  std::string file;
  corpus::GoldArticle article;
  std::vector<Block> blocks;
  std::vector<FeatureList> features;
  std::vector<WeightRow> bonus;
  std::vector<Region> truth;
  std::uint32_t hash = 0;  ///< FNV-1a of the file's name.

  /// Finds features and bonus of the blocks.
  void look();
};

/// The articles in a folder, by name. Their texts live as long as the result and are
/// viewed by it: it is moved, not copied.
std::vector<Example> read_examples(const char* folder);

/// The same article on a page that parts its lines the other way: by blank lines, or
/// not at all.
Example with_blanks(const Example& example, bool blanks);

using Furniture = std::vector<const FurnitureGroup*>;

/// The same article on a page of a site. Views `furniture`.
Example with_furniture(const Example& example, const Furniture& furniture,
                       PageRandom& random);

/// All pages to train on. `pool` keeps the texts of lines that were changed.
std::vector<Example> all_pages(const std::vector<const Example*>& examples,
                               const Furniture& furniture,
                               std::deque<std::string>& pool);

}  // namespace dateline::regions
