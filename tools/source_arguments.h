// Options that tell where articles are read from, and how.

#pragma once

#include <dateline/article_reader.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"

namespace dateline::cli {

inline constexpr Option kMapOption{
    "map", "FIELD=NAME,...",
    "What records call a field, in JSON, tables and headers of texts: "
    "title=headline,date=pub_date"};

/// More than any machine has.
inline constexpr std::size_t kMostMemory = std::size_t{1} << 50;

inline constexpr Option kRecordSizeOption{
    "record-size", "SIZE",
    "The largest record, or file of plain text, that is read, as 1M; no more than 64M, "
    "the largest article (16M)"};

/// An option that is a size, as 64M or 2G: bytes from `least` to `most`, which are
/// whole MiB; nullopt where it was not given. Throws UsageError.
std::optional<std::size_t> size_argument(const Arguments& arguments,
                                         std::string_view name, std::size_t least,
                                         std::size_t most);

/// What kRecordSizeOption says. Throws UsageError.
std::size_t record_bytes(const Arguments& arguments);

/// What kMapOption says, as often as it was given. Throws UsageError.
std::vector<FieldMapping> field_mappings(const Arguments& arguments);

/// Throws Error kNotFound for a path at which nothing is; "-" is always there.
void require_readable(const std::vector<std::string>& paths);

}  // namespace dateline::cli
