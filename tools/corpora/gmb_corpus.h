// Names of the Groningen Meaning Bank, as the table of one token a row that is passed
// round as "entity-annotated-corpus".

#pragma once

#include "tools/corpora/labelled_article.h"

#include <filesystem>
#include <vector>

namespace dateline::corpora {

/// Reads the table: "Sentence #,Word,POS,Tag" with commas, in Windows-1252.
///
/// Bos et al., "The Groningen Meaning Bank" (Handbook of Linguistic Annotation, 2017);
/// the tags are a machine's, corrected in part. Persons lose their titles; a gpe is a
/// demonym where its part of speech is no proper noun. The table has no borders of
/// articles, but its sentences stand in the order of the text: an article here is a
/// run of sentences that share rare words. Throws Error: kNotFound, kIo,
/// kInvalidArgument.
std::vector<LabelledArticle> read_gmb_corpus(const std::filesystem::path& file);

}  // namespace dateline::corpora
