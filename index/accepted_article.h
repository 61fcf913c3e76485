// Which articles an index takes, and under which id.

#pragma once

#include <dateline/article.h>

#include <cstddef>
#include <string>

namespace dateline {

/// Bytes of all texts of an article.
std::size_t article_bytes(const Article& article);

/// Throws Error kInvalidArgument for an article without a text, and for one that is
/// larger than an index takes, or than `most_bytes`, which IndexWriterOptions::memory
/// allows.
void require_acceptable(const Article& article,
                        std::size_t most_bytes = ~std::size_t{0});

/// The id of an article that has none, of texts that are UTF-8: the same for the same
/// article, whenever and wherever it is added.
std::string derived_id(const Article& article);

}  // namespace dateline
