// Cuts a text into the blocks whose regions are found: its lines, or the paragraphs of
// a text that was wrapped to a page.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::regions {

/// Bytes of a text that have one region. It ends behind a newline or with the text.
struct Block {
  std::string_view text;  ///< Without blanks around it; never empty.
  std::size_t end = 0;    ///< Behind its last line and the blank lines after it.
  bool blank_before = false;
  bool blank_after = false;
  bool indented = false;  ///< Begins with blanks.
};

/// The blocks of `body`, in order; none where there are only blanks. Linear time.
std::vector<Block> cut_blocks(std::string_view body);

}  // namespace dateline::regions
