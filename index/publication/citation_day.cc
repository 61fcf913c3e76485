#include "index/publication/citation_day.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "index/publication/url_day.h"
#include "index/publication/words.h"
#include "index/publication/written_day.h"

namespace dateline::publication {
namespace {

constexpr double kConfidence = 0.75;
constexpr int kEnough = 3;
constexpr std::size_t kMostLineBytes = 1000;

// "Debentures due April 1, 2017": no day of a work.
bool is_term(std::string_view before) {
  constexpr std::array<std::string_view, 6> kWords = {"due", "until",    "till",
                                                      "by",  "maturing", "expiring"};
  before = trimmed(before);
  std::size_t begin = before.size();
  while (begin > 0 && is_letter(before[begin - 1])) --begin;
  return std::ranges::find(kWords, before.substr(begin)) != kWords.end();
}

// The latest full day that a line of a reference tells, written or in its address.
Date day_of_reference(std::string_view line) {
  Date latest;
  for (std::size_t from = 0;;) {
    const auto day = find_written_day(line, from);
    if (!day) break;
    if (day->date.year != 0 && !is_term(line.substr(0, day->begin)))
      latest = std::max(latest, day->date);
    from = day->end;
  }
  for (std::size_t at = line.find("http"); at != line.npos;
       at = line.find("http", at + 4)) {
    const std::size_t end = std::min(line.find_first_of(" \t)\"", at), line.size());
    const Date day = day_in_url(line.substr(at, end - at)).date;
    // The day of an address is that of a place on a page, the line's own comes first.
    if (latest.year == 0 && day.day != 0) latest = day;
  }
  return latest;
}

// Whether the text of the article names this day of the week.
bool speaks_of(std::string_view body, std::span<const RegionSpan> regions, int day) {
  for (const RegionSpan& span : regions) {
    if (!gives_facets(span.region)) continue;
    const std::string lower = lowered(body.substr(span.begin, span.end - span.begin));
    for (std::size_t at = lower.find("day"); at != lower.npos;
         at = lower.find("day", at + 3)) {
      std::size_t begin = at;
      while (begin > 0 && is_letter(lower[begin - 1])) --begin;
      if (weekday_of(std::string_view(lower).substr(begin, at + 3 - begin)) == day) {
        return true;
      }
    }
  }
  return false;
}

std::string_view weekday_name(int day) {
  constexpr std::string_view kNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday"};
  return kNames[day - 1];
}

}  // namespace

CitedDays cited_days(std::string_view body, std::span<const RegionSpan> regions) {
  Date latest;
  int works = 0;
  for (const RegionSpan& span : regions) {
    if (span.region != Region::kReference) continue;
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t end = std::min({body.find('\n', at), span.end, body.size()});
      const Date day =
          day_of_reference(body.substr(at, std::min(end - at, kMostLineBytes)));
      if (day && day > latest) {
        latest = day;
        works = 0;
      }
      works += day && day == latest ? 1 : 0;
      at = end + 1;
    }
  }
  CitedDays found;
  if (!latest) return found;
  const std::string day = to_string(latest);
  found.not_before = {latest, "A work that it cites is of " + day + "."};
  const int weekday = dateline::weekday(latest);
  if (works >= kEnough && speaks_of(body, regions, weekday)) {
    found.day = {latest, kConfidence,
                 std::to_string(works) + " works that it cites are of " + day +
                     ", none is later, and it speaks of " +
                     std::string(weekday_name(weekday)) + ", which that was."};
  }
  return found;
}

}  // namespace dateline::publication
