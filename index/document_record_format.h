// What the writer and the reader of document records must agree on. How they are
// compressed, which their first byte tells, is in record_compression.h.
//
// Version 2: the version byte; the article's texts and publication; the regions of the
// body; the mentions in the body, then in the title; four bytes of checksum over all
// that is before them. Places are distances from the end of the mention before.
//
//   publication   origin << 1 | whether confidence and reason follow, which a given
//                 day lacks; day; bounds; if so, confidence in steps, and reason
//   name mention  place; row of the name << 2 | whether it is a demonym << 1 | whether
//                 region and reason differ from the mention before; a new row: its
//                 name; if they differ: region, reason; score
//   name          kind << 1 | whether it is spelled out, else it is what the mention's
//                 text says
//   date mention  place; ((region * 4 + precision) * 4 + type) * 2 + whether value and
//                 range are those of one Date; if so the distance of its number from
//                 the one before, first from that of the publication; else value and
//                 range; score; reason; if that says so, modifier, as a reason, and the
//                 distance of the anchor's number from that of the publication
//   reason        its row << 2 | whether more follows << 1 | whether the day of
//                 publication ends it; a new row: its text. The first rows are
//                 kCommonReasons.
//
// Version 1 has a table of names and one of reasons before the mentions of title and
// body, spells out every name and reason in them, and every value and range of a date,
// and has neither modifiers and anchors nor confidence and reason of a publication.

#pragma once

#include <dateline/annotate.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::record {

inline constexpr char kVersion = 2;
inline constexpr char kVersionWithTables = 1;
inline constexpr std::size_t kChecksumBytes = 4;

inline constexpr std::uint64_t kRegions =
    static_cast<std::uint64_t>(Region::kFurniture) + 1;
inline constexpr std::uint64_t kTypes = static_cast<std::uint64_t>(DateType::kSet) + 1;
inline constexpr std::uint64_t kPrecisions =
    static_cast<std::uint64_t>(DatePrecision::kDay) + 1;
inline constexpr std::uint64_t kOrigins =
    static_cast<std::uint64_t>(DateOrigin::kCopy) + 1;

/// Steps of a confidence, which hold that of every rank of evidence exactly.
inline constexpr std::uint64_t kConfidenceSteps = 200;

/// Reasons that most records have, by row. A part of the format: others are spelled
/// out, and none of these moves.
inline constexpr std::array<std::string_view, 12> kCommonReasons = {
    "",
    "day and month, from ",
    "year",
    "month, from ",
    "year, from ",
    "day, from ",
    "weekday, from ",
    "month and year",
    "week, from ",
    "day, month and year",
    "range of days",
    "season, from "};

/// Dates as numbers: below kDateNumbers, and in the order of dates.
inline constexpr std::int64_t kDateNumbers = std::int64_t{10000} * 13 * 32;

inline std::int64_t number_of(Date date) {
  return (std::int64_t{date.year} * 13 + date.month) * 32 + date.day;
}

/// `date` without what is finer than `precision`.
inline Date cut_to(Date date, DatePrecision precision) {
  if (precision < DatePrecision::kDay) date.day = 0;
  if (precision < DatePrecision::kMonth) date.month = 0;
  return date;
}

/// What region, precision and type of a date mention make together.
inline std::uint64_t shape_of(const DateMention& mention) {
  return (static_cast<std::uint64_t>(mention.region) * kPrecisions +
          static_cast<std::uint64_t>(mention.precision)) *
             kTypes +
         static_cast<std::uint64_t>(mention.type);
}

/// The checksum at the end of a record of `bytes`.
std::uint32_t checksum(std::string_view bytes);

}  // namespace dateline::record
