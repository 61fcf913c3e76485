// A page as a list of blocks of text in a tree of boxes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/readers/html/class_words.h"
#include "index/readers/html/page_fields.h"
#include "index/readers/html/tags.h"

namespace dateline::readers::html {

/// A block-level element. Element 0 is the page.
struct Element {
  std::uint32_t parent = 0;  ///< Always before the element itself.
  std::uint32_t end_block = 0;
  std::uint32_t first_block = 0;  ///< Its blocks: [first_block, end_block).
  std::uint16_t marks = 0;        ///< Bits of Mark.
  Tag tag = Tag::kBlock;
};

/// A run of text without a block-level element in it. "\n" in it is a <br> or a line of
/// a <pre>; else its spaces are single.
struct Block {
  std::uint32_t begin = 0;  ///< In Page::text.
  std::uint32_t end = 0;
  std::uint32_t link_bytes = 0;  ///< Of its text, in links.
  std::uint32_t time_bytes = 0;  ///< Of its text, in <time>.
  std::uint32_t element = 0;     ///< The innermost element that it stands in.
};

struct Page {
  std::string text{};
  std::vector<Element> elements{};
  std::vector<Block> blocks{};
  PageFields fields{};
  std::string page_title{};  ///< Of <title>.

  std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

/// Reads a page, or a piece of one. `html` is UTF-8 without control characters, less
/// than 2 GiB.
Page scan_page(std::string_view html);

}  // namespace dateline::readers::html
