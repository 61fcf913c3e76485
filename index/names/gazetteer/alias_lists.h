// Entities that go by several names which share no words, or too few to tell.
//
// The lists of tables.h are what the tagger knows in a text; these serve only to bring
// names together that it found, so that they may grow without slowing or swaying it.

#pragma once

#include <dateline/name.h>

#include <string_view>

namespace dateline::names {

/// One entity a line, its names parted by tabs, the preferred one first; "#" begins a
/// comment line. An entity of one name is there to be told from others. Safe to share
/// between threads.
std::string_view alias_list(NameKind kind);

}  // namespace dateline::names
