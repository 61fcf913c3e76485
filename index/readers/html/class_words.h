// What the class and the id of an element say about its content.

#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::readers::html {

/// Bits of Element::marks.
enum Mark : std::uint16_t {
  kArticleBody = 1,  ///< The text of an article: "entry-content", "articleBody".
  kLead = 2,         ///< A standfirst: "dek", "standfirst".
  kFurniture = 4,    ///< No part of an article: "share-bar", "newsletter".
  kComments = 8,     ///< Written by readers.
  kTeasers = 16,     ///< Ways to other articles: "related", "most-read".
  kByline = 32,      ///< Who wrote it.
  kDateLine = 64,    ///< When it appeared.
  kCaption = 128,    ///< Of a picture.
  kUpdated = 256,    ///< When it was changed.
};

/// The marks of a class or id, a list of words in any style ("c-article__body",
/// "mostRead", "related_links").
std::uint16_t marks_of(std::string_view names);

}  // namespace dateline::readers::html
