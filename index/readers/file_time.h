// What the time of a file, or of its fetching, tells of the articles in it: they are no
// younger.

#pragma once

#include <dateline/date.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::readers {

/// The day on which the file was last written, in whatever zone that was; Date{} for
/// what is no file ("-", pipes), and for times that archives write for none.
Date day_written(const std::string& path);

/// The same of a file's time, in seconds since 1970 UTC.
Date day_of_file_time(std::int64_t seconds);

/// Bounds a day of publication that is not known by the time at which a page was
/// fetched, RFC 3339 in UTC.
void bound_by_fetch(Publication& published, std::string_view time);

/// Bounds a day of publication that is not known by that day.
void bound_by_file(Publication& published, Date written);

}  // namespace dateline::readers
