// What people read about a link.

#pragma once

#include <dateline/annotate.h>

#include <string>
#include <string_view>

namespace dateline::names {

/// "surname of Antony Blinken"; `found` where the mention is the name itself.
std::string reason_of(LinkRule rule, std::string_view name, std::string_view found);

}  // namespace dateline::names
