#include "index/publication/url_day.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "index/publication/words.h"

namespace dateline::publication {
namespace {

constexpr double kFolderDay = 0.93;
constexpr double kNameDay = 0.85;
constexpr double kMonth = 0.85;
constexpr int kFirstYear = 1990;  // Nothing had an address before.
constexpr int kLastYear = 2100;

bool is_year(int year) { return year >= kFirstYear && year <= kLastYear; }

std::optional<Date> valid_day(int year, int month, int day) {
  const Date date{year, month, day};
  if (!is_year(year) || month == 0 || day == 0 || !is_valid(date)) return std::nullopt;
  return date;
}

bool all_digits(std::string_view text) {
  return !text.empty() && digits_at(text, 0, text.size()) == text.size();
}

// "3", "03", "mar" or "march".
int month_of(std::string_view part) {
  if (all_digits(part)) return part.size() <= 2 ? number_of(part) : 0;
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = lowered(part);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

// What is behind the host; of a copy in an archive, behind the host that was copied.
std::string_view path_of(std::string_view url) {
  const std::size_t copied = url.rfind("http", url.npos);
  if (copied != url.npos && copied > 0 && url.find("://", copied) != url.npos &&
      url[copied - 1] == '/') {
    url.remove_prefix(copied);
  }
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  const std::size_t slash = url.find('/');
  return slash == url.npos ? std::string_view() : url.substr(slash);
}

std::vector<std::string_view> parts_of(std::string_view path) {
  constexpr std::size_t kMost = 64;
  std::vector<std::string_view> parts;
  while (!path.empty() && parts.size() < kMost) {
    const std::size_t slash = std::min(path.find('/', 1), path.size());
    parts.push_back(path.substr(1, slash - 1));
    path.remove_prefix(slash);
  }
  return parts;
}

// "02" of "/2023/03/02", also "02" of "/2023/03/02-name".
int day_number(std::string_view part) {
  const std::size_t digits = digits_at(part, 0, 3);
  if (digits == 0 || digits > 2) return 0;
  const bool alone = part.size() == digits || part[digits] == '-' ||
                     part[digits] == '.' || part[digits] == '_' || part[digits] == '?';
  return alone ? number_of(part.substr(0, digits)) : 0;
}

// The day whose year, month and day are folders.
std::optional<Date> folder_day(const std::vector<std::string_view>& parts,
                               std::size_t i) {
  const auto part = [&](std::size_t k) {
    return i + k < parts.size() ? parts[i + k] : std::string_view();
  };
  if (!all_digits(part(0))) return std::nullopt;
  if (part(0).size() == 4) {
    const int year = number_of(part(0));
    const std::string_view next = part(1);
    if (next.size() == 4 && all_digits(next)) {
      return valid_day(year, number_of(next.substr(0, 2)), number_of(next.substr(2)));
    }
    return valid_day(year, month_of(next), day_number(part(2)));
  }
  if (part(0).size() == 6) {
    return valid_day(number_of(part(0).substr(0, 4)), number_of(part(0).substr(4)),
                     day_number(part(1)));
  }
  return std::nullopt;
}

// 20230302 or 2023-03-02 at `at`, with no digit beside it; how many bytes.
std::optional<Date> day_at(std::string_view text, std::size_t at, std::size_t& length) {
  const std::size_t digits = digits_at(text, at, 9);
  if (digits == 8) {
    length = 8;
    return valid_day(number_of(text.substr(at, 4)), number_of(text.substr(at + 4, 2)),
                     number_of(text.substr(at + 6, 2)));
  }
  if (digits != 4 || at + 10 > text.size()) return std::nullopt;
  const char mark = text[at + 4];
  const bool shaped = (mark == '-' || mark == '_' || mark == '.') &&
                      text[at + 7] == mark && digits_at(text, at + 5, 3) == 2 &&
                      digits_at(text, at + 8, 3) == 2;
  if (!shaped) return std::nullopt;
  length = 10;
  return valid_day(number_of(text.substr(at, 4)), number_of(text.substr(at + 5, 2)),
                   number_of(text.substr(at + 8, 2)));
}

// A day inside of the name of a folder or file.
Evidence day_in_name(std::string_view path) {
  bool in_word = false;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool word = is_digit(path[at]) || is_letter(path[at]);
    std::size_t length = 0;
    if (word && !in_word) {
      if (const auto day = day_at(path, at, length)) {
        const bool alone = path[at - 1] == '/' &&
                           (at + length == path.size() || path[at + length] == '/');
        return {
            *day, alone ? kFolderDay : kNameDay,
            "Its address has the day: " + std::string(path.substr(at, length)) + "."};
      }
    }
    in_word = word;
  }
  return {};
}

}  // namespace

Evidence day_in_url(std::string_view url) {
  constexpr std::size_t kLongest = 2048;
  const std::string_view path = path_of(url.substr(0, kLongest));
  const std::vector<std::string_view> parts = parts_of(path);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const auto day = folder_day(parts, i)) {
      return {*day, kFolderDay,
              "Its address has the day: /" + std::string(parts[i]) + "/" +
                  std::string(parts[i + 1].substr(0, 12)) + "/."};
    }
  }
  const Evidence named = day_in_name(path);
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    if (parts[i].size() != 4 || !all_digits(parts[i])) continue;
    const Date month{number_of(parts[i]), month_of(parts[i + 1]), 0};
    if (month.month == 0 || !is_year(month.year) || !is_valid(month)) continue;
    const bool agrees =
        named && named.date.year == month.year && named.date.month == month.month;
    if (agrees) return named;
    return {month, kMonth,
            "Its address has the month: /" + std::string(parts[i]) + "/" +
                std::string(parts[i + 1]) + "/."};
  }
  return named;
}

}  // namespace dateline::publication
