// GUM, the Georgetown University Multilayer corpus: mentions as WebAnno TSV, parts of
// speech as XML.

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// Reads GUM's folder, which holds tsv/ and xml/: of the documents called
/// GUM_GENRE_NAME those of the genres whose text is free to use: news, interview, bio,
/// voyage, academic and court.
///
/// Zeldes, "The GUM Corpus" (Language Resources and Evaluation 51, 2017). It marks all
/// noun phrases, nested: a name is one that, without articles and titles, is all proper
/// nouns and words that join them. Of names within names the longest stays. Events,
/// named objects and works are things. An entity is a chain of coreference, a link the
/// title of a Wikipedia page; chains with one page are one. Demonyms, which it does not
/// mark, are added. Throws Error: kNotFound, kIo, kInvalidArgument.
std::vector<LabelledArticle> read_gum_corpus(const std::filesystem::path& folder);

}  // namespace dateline::corpora
