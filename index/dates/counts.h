// Numbers of units: "two and a half years".

#pragma once

#include "index/dates/reading.h"

#include <string>

namespace dateline::dates {

/// A number as texts write it.
struct Count {
  const Token* end = nullptr;  ///< Null: there is none.
  int whole = 0;
  int hundredths = 0;
  bool unknown = false;  ///< "several"
  bool approximate = false;
};

/// Reads "5", "two", "a", "half a", "several", "a couple of", "two or three".
Count read_count(const Context& context, const Token* at);

/// A number and its unit, and the smaller ones behind: "two hours and 15 minutes".
struct Amount {
  const Token* end = nullptr;  ///< Null: there is none.
  Count count;
  Unit unit = kDayUnit;
  std::string value;  ///< "PT2H15M"
  bool compound = false;
};

Amount read_amount(const Context& context, const Token* at);

/// "P3D", "PT1H30M", "PXY".
std::string duration_value(const Count& count, Unit unit);

/// The grain that a unit of the calendar names; kDay for what is shorter.
Grain grain_of(Unit unit);

}  // namespace dateline::dates
