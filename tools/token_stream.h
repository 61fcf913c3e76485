// Text that is already cut into tokens, as annotated corpora are: one token a line, an
// empty line after a sentence, a line -DOCSTART- before an article.

#pragma once

#include <dateline/annotate.h>

#include <string>
#include <string_view>

namespace dateline::cli {

/// Each line of `input` again, with a tab and the token's IOB2 tag: PER, ORG, LOC, or
/// MISC for things and for demonyms. Only the first column of the input is read. Names
/// are looked for in the text that the tokens of one article make together, a sentence
/// a line.
std::string tag_tokens(std::string_view input, AnnotateOptions options);

}  // namespace dateline::cli
