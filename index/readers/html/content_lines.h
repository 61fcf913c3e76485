// Which blocks of a chosen box are the article's, and how they are written.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/html/page.h"

namespace dateline::readers::html {

/// What a block is as a line of text.
enum class LineKind : std::uint8_t {
  kParagraph,
  kHeading,
  kItem,
  kCaption,
  kRow,
  kPre
};

/// What is known of the boxes and blocks of a page before a box is chosen.
struct PageLayout {
  std::vector<LineKind> kinds{};       ///< By element.
  std::vector<std::uint32_t> rows{};   ///< By element: the table row it is in; 0: none.
  std::vector<std::uint16_t> marks{};  ///< By element: small marks of those around too.
  std::vector<bool> is_prose{};        ///< By block.
  std::vector<bool> link_list{};       ///< By element: it is in a list of links.
  std::vector<bool> dropped{};         ///< By element: it is not the article's.
};

/// Everything but `dropped`, which is all false.
PageLayout lay_out(const Page& page);

/// At least 6 of 10 bytes are in links.
bool is_mostly_links(const Block& block);

/// Blocks from `first` to before `end`, and how they are judged.
struct ContentRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t box = 0;   ///< The element chosen.
  std::uint64_t mass = 0;  ///< Bytes of prose in it.
  bool is_whole = false;   ///< All is the article: labels above it too.
};

/// The text of `leads`, then of the range.
std::string write_content(const Page& page, const PageLayout& layout,
                          std::string_view title,
                          const std::vector<std::uint32_t>& leads, ContentRange range);

}  // namespace dateline::readers::html
