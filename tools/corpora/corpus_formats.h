// The corpora that can be read, as one table: commands make their options of it.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::corpora {

/// One row of the table.
struct CorpusFormat {
  std::string_view name;  ///< "conll"
  std::string_view path;  ///< "FILE" or "DIR".
  std::string_view help;  ///< What is read; a sentence without its full stop.
  std::vector<LabelledArticle> (*read)(const std::filesystem::path& path);
};

/// All of them. Each reader throws Error.
std::span<const CorpusFormat> corpus_formats();

/// The one called `name`, or null.
const CorpusFormat* find_corpus_format(std::string_view name);

}  // namespace dateline::corpora
