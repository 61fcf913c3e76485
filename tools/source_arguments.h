// Options that tell where articles are read from, and how.

#pragma once

#include <dateline/article_reader.h>

#include <string>
#include <vector>

#include "arguments.h"

namespace dateline::cli {

inline constexpr Option kMapOption{
    "map", "FIELD=NAME,...",
    "What records call a field, in JSON, tables and headers of texts: "
    "title=headline,date=pub_date"};

/// What kMapOption says, as often as it was given. Throws UsageError.
std::vector<FieldMapping> field_mappings(const Arguments& arguments);

/// Throws Error kNotFound for a path at which nothing is; "-" is always there.
void require_readable(const std::vector<std::string>& paths);

}  // namespace dateline::cli
