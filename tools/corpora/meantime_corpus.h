// The English part of NewsReader MEANTIME: Wikinews articles, as XML of the CAT tool.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// Reads the .xml files below `folder`, or one file.
///
/// Minard et al., "MEANTIME, the NewsReader Multilingual Event and Time Corpus" (LREC
/// 2016), marked the headline and the first four sentences of an article; the others
/// are left out here. It marks whole noun phrases, pronouns and descriptions too: a
/// name is a phrase called one (NAM, PRE.NAM), cut to its capitalised part. Products
/// and stock indices are things. Demonyms, which it has only in part, are added.
/// Throws Error: kNotFound, kIo, kInvalidArgument.
std::vector<LabelledArticle> read_meantime_corpus(const std::filesystem::path& folder);

}  // namespace dateline::corpora
