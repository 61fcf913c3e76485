// Why the model takes a span for a name, in words.

#pragma once

#include "index/names/crf/context.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/model.h"

#include <cstddef>
#include <span>
#include <string>

namespace dateline::names::crf {

/// The features that spoke loudest for the labels of sites [first, last), a name:
/// "'said' after it; the rest of the text". To be shown, not to be parsed.
std::string explain(const Context& context, const Model& model,
                    std::span<const Label> labels, std::size_t first, std::size_t last);

}  // namespace dateline::names::crf
