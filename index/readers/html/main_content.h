// Finds the article in a page.

#pragma once

#include <string>
#include <string_view>

#include "index/readers/html/page.h"

namespace dateline::readers::html {

/// The text of the article: paragraphs parted by a blank line, list items, table rows
/// (cells parted by tabs) and captions on lines of their own, subheads kept. The line
/// that repeats `title` is left out.
///
/// Boxes that are navigation, comments, teasers or advertisements by their tag or class
/// are set aside, unless most of the page's prose is in them. Of the boxes left the
/// innermost one is taken that holds nearly all the prose, or that says it is the
/// article's and holds a good part of it. Within it, blocks are judged by link density,
/// phrases and neighbours, as boilerpipe does (C. Kohlschuetter, P. Fankhauser, W.
/// Nejdl, "Boilerplate Detection using Shallow Text Features", WSDM 2010).
std::string find_main_content(const Page& page, std::string_view title);

/// The text of a piece that is all article, without lines that are links or furniture.
std::string whole_content(const Page& page);

}  // namespace dateline::readers::html
