// The editors' codes of Reuters-21578 as names.

#pragma once

#include <string>
#include <string_view>

namespace dateline::readers {

/// "howard-baker" -> "Howard Baker", "de-la-madrid" -> "de la Madrid",
/// "lee-teng-hui" -> "Lee Teng-hui".
std::string reuters_person(std::string_view code);

/// "usa" -> "United States", "west-germany" -> "West Germany".
std::string reuters_place(std::string_view code);

/// "opec" -> "OPEC", "worldbank" -> "World Bank".
std::string reuters_org(std::string_view code);

/// "nyse" -> "NYSE".
std::string reuters_exchange(std::string_view code);

}  // namespace dateline::readers
