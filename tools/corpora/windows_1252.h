// Windows-1252, in which some corpora are written.

#pragma once

#include <string>
#include <string_view>

namespace dateline::corpora {

/// `text` as UTF-8. The five bytes that mean nothing become U+FFFD.
std::string windows_1252_to_utf8(std::string_view text);

}  // namespace dateline::corpora
