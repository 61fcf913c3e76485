#include "index/publication/header_day.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "index/publication/words.h"
#include "index/publication/written_day.h"

namespace dateline::publication {
namespace {

constexpr double kPublished = 0.90;
constexpr double kUpdated = 0.85;  // It may have appeared earlier.
constexpr std::size_t kTopLines = 6;
constexpr std::size_t kEndLines = 3;
constexpr std::size_t kLongestLine = 200;

struct Line {
  std::string_view text;
  Region region = Region::kBody;
  bool continued = false;  // From a line before it that a page has cut.
};

Region region_at(std::span<const RegionSpan> regions, std::size_t at) {
  const auto behind = std::ranges::upper_bound(
      regions, at, {}, [](const RegionSpan& span) { return span.end; });
  return behind == regions.end() ? Region::kBody : behind->region;
}

// "> Date: 20 Apr 1993", "On 2 May 1993, Damon wrote:": of the mail that is answered,
// which is older.
bool is_of_other_mail(std::string_view line) {
  if (line.starts_with('>') || line.starts_with("|>")) return true;
  return line.ends_with("wrote:") || line.ends_with("writes:");
}

// The first lines, to the end of the first that is prose.
std::vector<Line> top_lines(std::string_view body,
                            std::span<const RegionSpan> regions) {
  std::vector<Line> lines;
  bool continued = false;
  for (std::size_t at = 0; at < body.size() && lines.size() < kTopLines;) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view text = trimmed(body.substr(at, end - at));
    const bool other = is_of_other_mail(text);  // It counts, but tells no day.
    if (!text.empty())
      lines.push_back(
          {other ? std::string_view{} : text, region_at(regions, at), continued});
    if (text.size() > kLongestLine) break;
    constexpr std::size_t kFullLine = 30;
    continued = text.size() >= kFullLine && !text.ends_with('.');
    at = end + 1;
  }
  return lines;
}

std::vector<Line> end_lines(std::string_view body,
                            std::span<const RegionSpan> regions) {
  std::vector<Line> lines;
  while (!body.empty() && lines.size() < kEndLines) {
    const std::size_t newline = body.rfind('\n');
    const std::size_t begin = newline == body.npos ? 0 : newline + 1;
    const std::string_view text = trimmed(body.substr(begin));
    if (!text.empty() && !is_of_other_mail(text))
      lines.push_back({text, region_at(regions, begin), false});
    body = body.substr(0, newline == body.npos ? 0 : newline);
  }
  return lines;
}

constexpr auto kPublishedWords = std::to_array<std::string_view>(
    {"published", "posted", "first published", "publication date", "date:", "issued",
     "ver\u00F6ffentlicht", "publi\u00E9", "publicado", "created", "filed"});
constexpr auto kUpdatedWords = std::to_array<std::string_view>(
    {"updated", "last updated", "modified", "aktualisiert", "stand", "mis \u00E0 jour",
     "actualizado"});

// How many words of a line are neither of a date nor of a clock.
std::size_t other_words(std::string_view text) {
  constexpr auto kClock = std::to_array<std::string_view>(
      {"am",     "pm",        "gmt",     "utc", "est", "edt", "et",   "cet",   "bst",
       "pst",    "pdt",       "ist",     "on",  "at",  "the", "last", "first", "date",
       "posted", "published", "updated", "by",  "a",   "p",   "m",    "h",     "uhr"});
  std::size_t others = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string word = lowered(text.substr(at, end - at));
    const bool known =
        std::ranges::find(kClock, word) != kClock.end() || weekday_of(word) != 0;
    // Signs beyond ASCII are no words.
    const bool sign = word.size() <= 3 && static_cast<signed char>(word[0]) < 0;
    if (!known && !sign) ++others;
    at = end;
  }
  return others;
}

// Where one of `words` begins a line or a part of it; npos: nowhere.
std::size_t find_label(std::string_view lower,
                       std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    for (std::size_t at = lower.find(word); at != lower.npos;
         at = lower.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if (end < lower.size() && is_letter(lower[end])) continue;
      const std::string_view before = trimmed(lower.substr(0, at));
      const bool begins = before.empty() || before.ends_with('|') ||
                          before.ends_with('/') || before.ends_with('(') ||
                          before.ends_with(',') || before.ends_with('-') ||
                          before.ends_with("\u00B7") || before.ends_with("\u2022") ||
                          before.ends_with("\u2014") || before.ends_with("first");
      if (begins) return at;
    }
  }
  return std::string_view::npos;
}

// "Published March 2, 2023", "Updated 10:45 AM EST, Thu March 2, 2023".
HeaderDay labelled_day(const Line& line) {
  constexpr std::size_t kMostOthers = 8;
  if (line.text.size() > kLongestLine || line.continued) return {};
  if (std::ranges::none_of(line.text, is_digit)) return {};
  const std::string lower = lowered(line.text);
  std::size_t label = find_label(lower, kPublishedWords);
  const bool updated = label == lower.npos;
  if (updated) label = find_label(lower, kUpdatedWords);
  if (label == lower.npos) return {};
  const auto day = find_written_day(line.text, label);
  if (!day || other_words(line.text) > kMostOthers) return {};
  // Between the word and its day there is only a weekday or a clock.
  if (other_words(line.text.substr(label, day->begin - label)) > 2) return {};
  HeaderDay found;
  found.date = day->date;
  found.confidence = updated ? kUpdated : kPublished;
  found.reason = "A line beside the text has the day: " + quoted(line.text) + ".";
  return found;
}

// "Friday, January 4, 2019"; "By Ann Lee, 2 April 2016"; a line of a day and a little
// more that is none of a list or of a picture.
HeaderDay lone_day(const Line& line, std::size_t place) {
  constexpr std::size_t kMostBytes = 100;
  const bool possible =
      !line.continued && !line.text.ends_with('.') && line.text.size() <= kMostBytes &&
      line.region != Region::kCaption && line.region != Region::kReference &&
      line.region != Region::kRelated;
  if (!possible) return {};
  const std::string lower = lowered(line.text);
  for (const std::string_view word : {"photo", "picture", "photograph", "image"}) {
    if (has_word(lower, word)) return {};
  }
  const auto day = find_written_day(line.text);
  if (!day || day->date.year == 0) return {};
  const std::string rest = std::string(line.text.substr(0, day->begin)) + " " +
                           std::string(line.text.substr(day->end));
  const std::size_t others = other_words(rest);
  const bool byline = line.region == Region::kCredit || line.text.starts_with("By ");
  const bool alone = others == 0 && place < 3 && line.region != Region::kList;
  const bool in_header = others <= 3 && line.region == Region::kFurniture;
  if (!alone && !in_header && !(byline && others <= 8)) return {};
  if (find_written_day(line.text, day->end)) return {};  // From … to …
  HeaderDay found;
  found.date = day->date;
  found.confidence = kPublished;
  found.reason = "A line above the text has the day: " + quoted(line.text) + ".";
  return found;
}

// Whether `place` is what stands before the day of a dateline: "GENEVA, ", "KABUL,
// Afghanistan, ", "ST. LOUIS — ".
bool is_place(std::string_view place) {
  std::size_t capitals = 0;
  std::size_t words = 0;
  bool first = true;
  bool shouted = false;
  for (std::size_t at = 0; at < place.size();) {
    if (!is_letter(place[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < place.size() && is_letter(place[end])) ++end;
    const std::string_view word = place.substr(at, end - at);
    ++words;
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    const bool beyond = static_cast<signed char>(word[0]) < 0;
    capitals += capital || beyond ? 1 : 0;
    if (first && word.size() > 1) {
      shouted = std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    }
    first = false;
    at = end;
  }
  return words > 0 && words <= 7 && shouted && capitals + 1 >= words &&
         (place.ends_with(',') || place.ends_with(", "));
}

// "GENEVA, March 2 (Reuters) - ", "KABUL, Afghanistan, March 2, 2023 (AP) — ".
HeaderDay dateline_day(const Line& line) {
  constexpr std::size_t kWithin = 90;
  const std::string_view start = line.text.substr(0, kWithin);
  const auto day = find_written_day(start);
  if (!day || !is_place(start.substr(0, day->begin))) return {};
  std::string_view behind = trimmed(start.substr(day->end));
  if (behind.starts_with(',') || behind.starts_with('.'))
    behind = trimmed(behind.substr(1));
  if (behind.starts_with('(')) {
    const std::size_t close = behind.find(')');
    if (close == behind.npos) return {};
    behind = trimmed(behind.substr(close + 1));
  } else if (behind.starts_with("/")) {
    const std::size_t close = behind.find('/', 1);  // "/PRNewswire/"
    if (close == behind.npos) return {};
    behind = trimmed(behind.substr(close + 1));
  }
  const bool dashed = behind.starts_with('-') || behind.starts_with("\u2013") ||
                      behind.starts_with("\u2014") || behind.starts_with(':');
  if (!dashed) return {};
  HeaderDay found;
  found.date = day->date;
  found.confidence = kPublished;
  found.reason =
      "Its dateline has the day: " + quoted(start.substr(0, day->end), kWithin) + ".";
  found.of_dateline = true;
  return found;
}

}  // namespace

HeaderDay day_in_header(std::string_view body, std::span<const RegionSpan> regions) {
  HeaderDay without_year;
  const std::vector<Line> top = top_lines(body, regions);
  for (std::size_t i = 0; i < top.size(); ++i) {
    for (const HeaderDay& found :
         {labelled_day(top[i]), dateline_day(top[i]), lone_day(top[i], i)}) {
      if (found.date.year != 0) return found;
      if (found.date.day != 0 && without_year.date.day == 0) without_year = found;
    }
  }
  for (const Line& line : end_lines(body, regions)) {
    const HeaderDay found = labelled_day(line);
    if (found.date.year != 0) return found;
  }
  return without_year;
}

}  // namespace dateline::publication
