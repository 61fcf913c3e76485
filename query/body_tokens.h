// The words of a body as the index reads them.

#pragma once

#include <string_view>
#include <vector>

#include "index/text/analyzer.h"

namespace dateline {

/// The part of a body that is read to show something of it: some hundred KiB from its
/// start, to a character border.
std::string_view readable_part(std::string_view body);

/// The words of `body`, those in lines of capitals without theirs, which mean nothing
/// there; with `capitals` false none has any, which takes half of the time. They live
/// until the analyzer is used again.
std::vector<text::Token> body_tokens(std::string_view body, text::Analyzer& analyzer,
                                     bool capitals);

}  // namespace dateline
