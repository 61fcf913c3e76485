// The entries of the termlist table: which terms and which value slots a document has.

#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "index/glass/segment_writer.h"

namespace dateline::glass {

/// Appends the list of a document's terms, which rise; nothing if there are none.
/// `length`: the sum of their wdf.
void append_termlist(std::string& out, std::span<const Posting> postings,
                     std::uint32_t length);

/// Appends the slots of a document's values, which rise.
void append_used_slots(std::string& out, std::span<const Value> values);

}  // namespace dateline::glass
