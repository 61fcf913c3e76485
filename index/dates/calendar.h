// Reckoning with months, weeks and seasons.

#pragma once

#include <dateline/date.h>

#include <string>

namespace dateline::dates {

/// The day of that month and number that an article of `reference` means when it names
/// no year: the last one, unless that is more than 270 days ago. `ahead`: the text
/// calls it one to come, so the next, unless the last is less than 31 days ago.
Date nearest_day(int month, int day, bool ahead, Date reference);

/// Likewise for a month; one to come is this month or a later one.
Date nearest_month(int month, bool ahead, Date reference);

/// "last March", "this March", "next March": `direction` -1, 0, 1. A month that ended
/// less than 90 days ago is not yet called the last one.
Date pointed_month(int month, int direction, Date reference);

/// The month `months` after that of `day`.
Date month_from(Date day, int months);

/// The year in which "last summer" was; seasons 0 to 3 from spring.
int season_year(int season, int direction, Date reference);

/// The ISO week of a day: "2023-W08", and its days.
std::string week_value(Date day);
DateRange week_range(Date day);

}  // namespace dateline::dates
