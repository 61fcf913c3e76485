// What the time of a file tells of the articles in it: they are no younger.

#pragma once

#include <dateline/date.h>

#include <string>

namespace dateline::readers {

/// The day on which the file was last written, in whatever zone that was; Date{} for
/// what is no file ("-", pipes), and for times that archives write for none.
Date day_written(const std::string& path);

/// Bounds a day of publication that is not known by that day.
void bound_by_file(Publication& published, Date written);

}  // namespace dateline::readers
