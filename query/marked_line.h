// A passage as one line, with what matched marked in it.

#pragma once

#include <dateline/searcher.h>

#include <span>
#include <string>
#include <string_view>

#include "query/passage.h"
#include "query/text_matches.h"

namespace dateline {

/// The bytes of `passage` in `text` on one line: runs of blanks and control characters
/// are one space, `…` stands where its stretch goes on, and the `matches` that lie in
/// it, ordered, are marked, overlapping ones as one. Marks and escapes as `options`
/// say.
std::string marked_line(std::string_view text, const Passage& passage,
                        std::span<const TextMatch> matches,
                        const SnippetOptions& options);

}  // namespace dateline
