// Tells sentences from the furniture of a page.

#pragma once

#include <string_view>

namespace dateline::readers::html {

/// Ends as a sentence does, closing quotes and brackets behind it allowed.
bool ends_sentence(std::string_view text);

/// A paragraph of sentences by its length, its end and its share of stop words, those
/// of English, German, French, Spanish, Italian, Portuguese and Dutch; other scripts
/// are judged by length and end alone. The share is jusText's measure (J. Pomikalek,
/// "Removing Boilerplate and Duplicate Content from Web Corpora", 2011).
bool is_prose(std::string_view text);

/// A line that pages put into their articles: "Advertisement", "Share this article",
/// "Read more: …", "Sign up for our newsletter", "© 2023".
bool is_furniture(std::string_view text);

/// A heading above what is no longer the article: "Comments", "Related articles".
bool ends_article(std::string_view heading);

}  // namespace dateline::readers::html
