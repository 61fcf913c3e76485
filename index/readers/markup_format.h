// Tells HTML and the vocabularies of XML by their first element.

#pragma once

#include <optional>
#include <string_view>

#include "index/readers/format.h"

namespace dateline::readers {

/// kHtml or kXml; nullopt when `text`, the beginning of a file without spaces before
/// it, is neither. XML of a kind that is not read is kXml too when it is declared as
/// XML.
std::optional<Format> detect_markup(std::string_view text);

}  // namespace dateline::readers
