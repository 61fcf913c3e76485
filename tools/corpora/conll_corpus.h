// Corpora of one token a line: the token in the first column, its tag in the last.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// Reads CoNLL-2003, WikiGold, WNUT-17, BTC and what is like them: columns parted by
/// tabs or blanks, tags of any scheme that TagReader knows, an empty line after a
/// sentence, -DOCSTART- before an article. In a file without -DOCSTART- every sentence
/// is an article, as in collections of posts.
///
/// Demonyms are what the corpus makes of them: things, where it has MISC. Throws Error:
/// kNotFound, kIo, and kInvalidArgument for a line that has no tag.
std::vector<LabelledArticle> read_conll_corpus(const std::filesystem::path& file);

}  // namespace dateline::corpora
