#include "index/publication/publication.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "index/publication/anniversaries.h"
#include "index/publication/body_bounds.h"
#include "index/publication/citation_day.h"
#include "index/publication/header_day.h"
#include "index/publication/url_day.h"

namespace dateline::publication {
namespace {

constexpr double kAgreed = 0.97;    // Two sources, one day.
constexpr double kDisputed = 0.80;  // They differ; the first one is taken.
constexpr double kCopied = 0.85;

void add_reason(Publication& found, const std::string& reason) {
  if (!found.reason.empty()) found.reason += ' ';
  found.reason += reason;
}

bool has_day(const Evidence& evidence) {
  return precision(evidence.date) == DatePrecision::kDay;
}

// What cannot be: it was published before its file was written.
bool is_possible(Date date, const Publication& known) {
  return !known.not_after || first_day(date) <= known.not_after;
}

// Takes evidence as the date, unless it cannot be.
bool take(Publication& found, const Evidence& evidence, DateOrigin origin) {
  if (!evidence || !is_possible(evidence.date, found)) return false;
  found.date = evidence.date;
  found.origin = origin;
  found.confidence = evidence.confidence;
  found.reason = evidence.reason;
  found.not_before = {};
  found.not_after = {};
  return true;
}

bool take_url_or_header(Publication& found, const Evidence& url,
                        const HeaderDay& header) {
  const bool dated = header.date.year != 0;
  if (has_day(url) && dated && is_possible(url.date, found)) {
    take(found, url, DateOrigin::kUrl);
    const bool agreed = url.date == header.date;
    // A page that was changed later, or at the other end of the world.
    const bool near = std::abs(to_days(url.date) - to_days(header.date)) <= 1;
    if (agreed) found.confidence = kAgreed;
    if (!agreed && !near) found.confidence = kDisputed;
    return true;
  }
  if (has_day(url) && take(found, url, DateOrigin::kUrl)) return true;
  if (dated && take(found, header, DateOrigin::kHeader)) return true;
  return false;
}

// "GENEVA, March 2 -" in a year that is not written: not before March 1 of the year
// that the text speaks of (the agency may sit a day behind). That is earlier where the
// text speaks of later days of that year; then it may not be past, and the bound holds
// all the same.
void narrow_by_dateline(Bound& not_before, const HeaderDay& header) {
  if (header.date.day == 0 || header.date.year != 0 || !not_before) return;
  const Date day{not_before.day.year, header.date.month, header.date.day};
  if (!is_valid(day)) return;
  not_before = {from_days(to_days(day) - 1),
                not_before.reason + " " + header.reason + " Its year is not told."};
}

void set_bounds(Publication& found, const Article& article,
                std::span<const DateMention> dates, const CitedDays& cited,
                const HeaderDay& header) {
  const BodyBounds body = bounds_of_dates(article.body, dates);
  Bound not_before = body.not_before;
  for (const Bound& other :
       {reached_anniversary(article.body, dates), cited.not_before}) {
    if (other && other.day > not_before.day) not_before = other;
  }
  narrow_by_dateline(not_before, header);
  if (not_before && is_possible(not_before.day, found)) {
    found.not_before = not_before.day;
    add_reason(found, not_before.reason);
  }
  const bool sooner = body.not_after &&
                      (!found.not_after || body.not_after.day < found.not_after) &&
                      (!found.not_before || body.not_after.day >= found.not_before);
  if (sooner) {
    found.not_after = body.not_after.day;
    found.reason.clear();
    if (found.not_before) add_reason(found, not_before.reason);
    add_reason(found, body.not_after.reason);
  }
}

}  // namespace

Publication infer(const Article& article, std::span<const RegionSpan> regions,
                  std::span<const DateMention> dates) {
  Publication found = article.published;
  if (found.date) return found;
  const Evidence url = day_in_url(article.url);
  const HeaderDay header = day_in_header(article.body, regions);
  if (take_url_or_header(found, url, header)) return found;
  const CitedDays cited = cited_days(article.body, regions);
  if (cited.day && take(found, cited.day, DateOrigin::kCitations)) {
    found.not_before = cited.not_before.day;
    return found;
  }
  if (url && take(found, url, DateOrigin::kUrl)) return found;
  set_bounds(found, article, dates, cited, header);
  return found;
}

Publication with_copy(const Publication& known, const Publication& copy) {
  const Date day_of_copy = copy.date;
  if (known.date || precision(day_of_copy) != DatePrecision::kDay) return known;
  const Date earliest = from_days(to_days(day_of_copy) - kCopyDays);
  const Date latest = from_days(to_days(day_of_copy) + kCopyDays);
  const bool possible = (!known.not_before || latest >= known.not_before) &&
                        (!known.not_after || earliest <= known.not_after);
  if (!possible) return known;
  Publication found = known;
  found.date = day_of_copy;
  found.origin = DateOrigin::kCopy;
  found.confidence = std::min(kCopied, copy.confidence);
  found.not_before = std::max(known.not_before, earliest);
  found.not_after = known.not_after ? std::min(known.not_after, latest) : latest;
  found.reason = "A copy of the text is of " + to_string(day_of_copy) + ".";
  return found;
}

}  // namespace dateline::publication
