// Facets as people read them: a bar for each value.

#pragma once

#include <dateline/results.h>

#include <string>
#include <vector>

#include "terminal.h"

namespace dateline::cli {

/// Those that have values, an empty line before each. Long gaps between dates are one
/// line.
std::string facets_text(const std::vector<Facet>& facets, const Terminal& terminal);

}  // namespace dateline::cli
