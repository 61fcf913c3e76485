// Reads the date of a record as software writes it.

#pragma once

#include <dateline/date.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::readers {

/// The date at the start of `text`, whatever time and zone follow it: the day is the
/// one written, in the record's own zone. Understood are
///
///   2023-03-02T10:00:00+05:30   2023-03   2023   20230302   2023/03/02
///   Thu, 02 Mar 2023 10:00:00 GMT   2-MAR-1987 09:15   2 March 2023
///   March 2, 2023   Thu Mar  2 10:00:00 2023   March 2023
///   25/12/2023 and 12/25/2023 (not 03/02/2023: nobody can tell)
///   1677715200 (as read_epoch())
///
/// nullopt for everything else, and for days that do not exist. At most the first 100
/// bytes are looked at.
std::optional<Date> read_record_date(std::string_view text);

/// The day in UTC of a count from 1970 in seconds, milli-, micro- or nanoseconds, told
/// apart by their size. A year (1500 to 2100) or a day as 20230302 is read as that.
std::optional<Date> read_epoch(std::int64_t count);

}  // namespace dateline::readers
