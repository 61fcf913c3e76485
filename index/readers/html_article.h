// One HTML page to one article.

#pragma once

#include <dateline/article.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::readers {

/// What is known of a page besides its bytes; empty: nothing.
struct HtmlHints {
  std::string url{};      ///< Where it was found; the page's canonical address wins.
  std::string charset{};  ///< Of the HTTP header: "iso-8859-1".
};

/// What reading a page gave besides the article.
struct HtmlOutcome {
  std::optional<std::string> rejected{};  ///< Why it is no article.
  std::vector<std::string> not_read{};    ///< Fields left out; the article is good.
};

/// Fills `article` from the bytes of a page, in whatever encoding: byte order mark,
/// valid UTF-8, `hints.charset`, the page's own <meta>, else make_utf8().
///
/// Fields are those of schema.org (JSON-LD, microdata), Open Graph, Dublin Core,
/// Parse.ly and Sailthru, then <time> and what the page shows; find_main_content()
/// gives the body. `published` is kGiven; a page that only says when it was modified
/// gives `not_after`. The id stays empty. Linear in the bytes; elements beyond 256
/// levels are taken as if they stood on that level. Safe to call from several threads.
HtmlOutcome read_html_article(std::string bytes, const HtmlHints& hints,
                              Article& article);

/// The text of HTML that is an article's already, as feeds and wires carry it: the
/// furniture that goes with it left out. `html` is UTF-8.
std::string html_to_text(std::string_view html);

/// The text of a title or name that may have markup and entities in it, in one line.
std::string html_to_line(std::string_view html);

}  // namespace dateline::readers
