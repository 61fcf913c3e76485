// Timelines as people and programs read them.

#pragma once

#include <dateline/results.h>

#include <string>

#include "terminal.h"

namespace dateline::cli {

/// A bar for each period, and under those told of their sentences, in order of time.
/// `published`: of the days on which articles appeared.
std::string timeline_text(const Timeline& timeline, bool published,
                          const Terminal& terminal);

/// The whole timeline as one document.
std::string timeline_json(const Timeline& timeline, const ParsedQuery& parsed,
                          bool published);

}  // namespace dateline::cli
