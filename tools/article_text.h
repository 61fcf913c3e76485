// One text for people, its names and dates marked where they stand.

#pragma once

#include <dateline/annotate.h>

#include <string>
#include <string_view>

#include "terminal.h"

namespace dateline::cli {

/// An article: title, where and when, the body in paragraphs with its names and dates
/// marked, and lists of both.
std::string article_text(const AnnotatedArticle& found, const Terminal& terminal);

/// A text and its annotations in the same way.
std::string annotated_text(std::string_view text, const Annotations& found,
                           const Terminal& terminal);

}  // namespace dateline::cli
