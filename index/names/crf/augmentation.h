// More to learn from the same texts: as they would be written elsewhere, or of others.

#pragma once

#include <dateline/name_model.h>

#include <span>
#include <vector>

namespace dateline::names::crf {

/// The text as wires and headlines write it: ASCII letters in capitals.
LabelledText in_capitals(LabelledText text);

/// The text with other given names: those that places have too, such as "Jordan" and
/// "Paris", which few texts have. Only persons of two words or more are renamed.
LabelledText with_place_names(const LabelledText& text);

/// `texts`, and behind them some of them changed as above.
std::vector<LabelledText> augmented(std::span<const LabelledText> texts);

}  // namespace dateline::names::crf
