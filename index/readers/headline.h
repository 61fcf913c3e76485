// Finds the title of a plain text.

#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::readers {

/// The line of `text` that is its title, as a view into it; empty when there is none.
///
/// It is the first line, or one soon after it, that is short (at most 200 bytes) and no
/// sentence of a paragraph. A first line that ends with the second is a trail of links
/// with the title behind it: the second is the title. A first line whose words the
/// text does not use (the slogan of the site) gives way to a line whose words it does.
/// `text` is clean UTF-8.
std::string_view find_headline(std::string_view text);

}  // namespace dateline::readers
