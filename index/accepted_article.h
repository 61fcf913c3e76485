// Which articles an index takes, and under which id.

#pragma once

#include <dateline/article.h>

#include <string>

namespace dateline {

/// Throws Error kInvalidArgument for an article without a text, and for one that is
/// larger than an index takes.
void require_acceptable(const Article& article);

/// The id of an article that has none, of texts that are UTF-8: the same for the same
/// article, whenever and wherever it is added.
std::string derived_id(const Article& article);

}  // namespace dateline
