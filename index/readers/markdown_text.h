// Markdown to plain text.

#pragma once

#include <string>
#include <string_view>

namespace dateline::readers {

/// The text of Markdown as a reader sees it: a line a paragraph, heading, list item
/// ("- …", "1. …") or row of a table (tabs between the cells), a blank line between
/// blocks. Of links their text stays, of images, tags, footnote marks and shortcodes
/// nothing. Source: CommonMark 0.30, tables and strikethrough of GitHub's; nesting is
/// not kept. Linear in the text. `markdown` is clean UTF-8.
///
/// Where `title` is empty, the first heading of level 1 becomes it, and is no part of
/// the text.
std::string markdown_to_text(std::string_view markdown, std::string& title);

/// The same of a run of text within a block, whose lines are joined.
std::string markdown_inline(std::string_view markdown);

}  // namespace dateline::readers
