#include "index/schema.h"

#include <dateline/period.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "index/byte_codec.h"
#include "index/text/analyzer.h"

namespace dateline::schema {
namespace {

std::string prefixed(std::string_view prefix, std::string_view text) {
  std::string term;
  term.reserve(prefix.size() + text.size());
  term.append(prefix).append(text);
  return capped(std::move(term));
}

constexpr std::string_view kIdPrefix = "Q";

std::string_view name_prefix(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "XPER:";
    case NameKind::kOrg:
      return "XORG:";
    case NameKind::kPlace:
      return "XLOC:";
    case NameKind::kThing:
      break;
  }
  return "XTHG:";
}

std::string_view value_prefix(Field field) {
  switch (field) {
    case Field::kSource:
      return "XSRC:";
    case Field::kAuthor:
      return "A";
    case Field::kTopic:
      return "K";
    case Field::kLanguage:
      return "L";
    case Field::kSite:
      return "J";
    case Field::kUrl:
      return "U";
    default:
      return "Q";
  }
}

// Appends `number`, not negative, with zeros before it up to `digits`.
void append_digits(std::string& out, int number, std::size_t digits) {
  const std::string text = std::to_string(number);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out.append(text);
}

// The prefixes of a day, a month and a year, with the date's digits behind.
std::string date_term(Date date, const char* day, const char* month, const char* year) {
  const DatePrecision precise = precision(date);
  std::string term(precise == DatePrecision::kDay     ? day
                   : precise == DatePrecision::kMonth ? month
                                                      : year);
  append_digits(term, date.year, 4);
  if (precise < DatePrecision::kMonth) return term;
  append_digits(term, date.month, 2);
  if (precise == DatePrecision::kDay) append_digits(term, date.day, 2);
  return term;
}

std::uint64_t id_of_folded(NameKind kind, std::string_view folded) {
  std::string key(to_string(kind));
  key.append(1, ':').append(folded);
  return XXH3_64bits(key.data(), key.size());
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string hex(std::uint64_t value) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(value));
  return digits;
}

// A date in three bytes that sort as dates do: years to 9999 need 22 bits.
constexpr std::size_t kDateBytes = 3;

std::uint32_t date_key(Date date) {
  return static_cast<std::uint32_t>((date.year * 13 + date.month) * 32 + date.day);
}

Date date_of_key(std::uint32_t key) {
  const auto months = static_cast<int>(key / 32);
  return {months / 13, months % 13, static_cast<int>(key % 32)};
}

void append_key(std::string& packed, std::uint32_t key) {
  packed.push_back(static_cast<char>(key >> 16));
  packed.push_back(static_cast<char>(key >> 8));
  packed.push_back(static_cast<char>(key));
}

// The next key of `packed`, of which it is taken off.
std::uint32_t take_key(std::string_view& packed) {
  std::uint32_t key = 0;
  for (const char c : packed.substr(0, kDateBytes)) {
    key = key << 8 | static_cast<unsigned char>(c);
  }
  packed.remove_prefix(kDateBytes);
  return key;
}

// Set in a key that is the first day of a period, whose last day follows.
constexpr std::uint32_t kPeriodBit = 1U << 23;

constexpr std::string_view kPeriodPrefix = "XMP:";
constexpr std::size_t kDayDigits = 8;  // 20230302

void append_day(std::string& out, Date day) {
  append_digits(out, day.year, 4);
  append_digits(out, day.month, 2);
  append_digits(out, day.day, 2);
}

// What append_day() wrote, or Date{}.
Date read_day(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  const Date day{number / 10000, number / 100 % 100, number % 100};
  return day.day != 0 && is_valid(day) ? day : Date{};
}

}  // namespace

std::string word_term(std::string_view word) { return capped(std::string(word)); }
std::string stem_term(std::string_view stem) { return prefixed("Z", stem); }
std::string title_word_term(std::string_view word) { return prefixed("S", word); }
std::string title_stem_term(std::string_view stem) { return prefixed("ZS", stem); }
std::string capitals_term(std::string_view text) { return prefixed("XC:", text); }

// No word begins with a capital letter.
bool has_positions(std::string_view term) {
  const char first = term.empty() ? 'A' : term.front();
  if (first < 'A' || first > 'Z') return true;
  return first == 'S' || term.starts_with("XC:");
}

std::string id_term(std::string_view id) { return prefixed(kIdPrefix, id); }

std::optional<std::string_view> id_of_term(std::string_view term) {
  // A term that was cut at a character's border is a few bytes shorter than can be.
  if (term.size() + 4 > kMaxTermBytes || term.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  return term.substr(kIdPrefix.size());
}

std::string value_term(Field field, std::string_view value) {
  const bool as_written = field == Field::kId || field == Field::kUrl;
  return as_written ? prefixed(value_prefix(field), value)
                    : prefixed(value_prefix(field), text::fold(value));
}

std::string site_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  if (slashes > 0 && url[slashes - 1] != ':') return {};
  std::string_view host = url.substr(slashes + 2);
  host = host.substr(0, host.find_first_of("/?#\\"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  const std::size_t after_ipv6 = host.starts_with('[') ? host.find(']') : 0;
  if (after_ipv6 == std::string_view::npos) return {};
  host = host.substr(0, host.find(':', after_ipv6));
  while (host.ends_with('.')) host.remove_suffix(1);

  std::string site(host);
  std::transform(site.begin(), site.end(), site.begin(), ascii_lower);
  if (site.starts_with("www.") && site.size() > 4) site.erase(0, 4);
  return site;
}

std::string name_term(NameKind kind, std::string_view text) {
  return prefixed(name_prefix(kind), text::fold(text));
}

std::string demonym_term(std::string_view country) {
  return prefixed("XDEM:", text::fold(country));
}

std::string line_term(std::uint64_t key) {
  char term[24];
  std::snprintf(term, sizeof term, "XLN:%016llx", static_cast<unsigned long long>(key));
  return term;
}

std::uint64_t name_id(NameKind kind, std::string_view text) {
  return id_of_folded(kind, text::fold(text));
}

NameKey name_key(NameKind kind, std::string_view text) {
  const std::string folded = text::fold(text);
  return {prefixed(name_prefix(kind), folded), id_of_folded(kind, folded)};
}

std::string published_term(Date date) { return date_term(date, "D", "M", "Y"); }

std::string mentioned_term(Date date) {
  return date_term(date, "XMD:", "XMM:", "XMY:");
}

std::vector<std::string> mentioned_terms(const DateRange& period) {
  std::vector<std::string> terms;
  const Date holding = holding_date(period);
  for (const Date date : with_coarser(holding)) terms.push_back(mentioned_term(date));
  const bool is_date = holding && days_of(holding) == period;
  if (!is_date) terms.push_back(mentioned_period_term(period));
  return terms;
}

std::string mentioned_period_term(const DateRange& period) {
  std::string term(kPeriodPrefix);
  append_day(term, period.first);
  term.push_back('-');
  append_day(term, period.last);
  return term;
}

std::optional<DateRange> period_of_term(std::string_view term) {
  constexpr std::size_t kSize = 2 * kDayDigits + 1;
  if (!term.starts_with(kPeriodPrefix)) return std::nullopt;
  term.remove_prefix(kPeriodPrefix.size());
  if (term.size() != kSize || term[kDayDigits] != '-') return std::nullopt;
  const DateRange period{read_day(term.substr(0, kDayDigits)),
                         read_day(term.substr(kDayDigits + 1))};
  if (!period.first || !period.last || period.last < period.first) return std::nullopt;
  return period;
}

std::vector<Date> with_coarser(Date date) {
  std::vector<Date> dates;
  if (date.day != 0) dates.push_back(date);
  if (date.month != 0) dates.push_back({date.year, date.month});
  if (date.year != 0) dates.push_back({date.year});
  return dates;
}

std::string pack_name_ids(std::span<const std::uint64_t> ids) {
  std::string packed;
  packed.reserve(ids.size() * 8);
  for (const std::uint64_t id : ids) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      packed.push_back(static_cast<char>(id >> shift));
    }
  }
  return packed;
}

std::optional<std::vector<std::uint64_t>> unpack_name_ids(std::string_view packed) {
  if (packed.size() % 8 != 0) return std::nullopt;
  std::vector<std::uint64_t> ids(packed.size() / 8);
  for (std::size_t i = 0; i < packed.size(); ++i) {
    ids[i / 8] |= std::uint64_t{static_cast<unsigned char>(packed[i])} << (i % 8 * 8);
  }
  return ids;
}

std::string pack_dates(std::span<const Date> dates) {
  std::string packed;
  packed.reserve(dates.size() * kDateBytes);
  for (const Date date : dates) append_key(packed, date_key(date));
  return packed;
}

std::optional<std::vector<Date>> unpack_dates(std::string_view packed) {
  if (packed.size() % kDateBytes != 0) return std::nullopt;
  std::vector<Date> dates;
  dates.reserve(packed.size() / kDateBytes);
  while (!packed.empty()) {
    const Date date = date_of_key(take_key(packed));
    if (!date || !is_valid(date)) return std::nullopt;
    dates.push_back(date);
  }
  return dates;
}

std::string pack_periods(std::span<const DateRange> periods) {
  std::string packed;
  packed.reserve(periods.size() * kDateBytes);
  for (const DateRange& period : periods) {
    const Date holding = holding_date(period);
    if (holding && days_of(holding) == period) {
      append_key(packed, date_key(holding));
    } else {
      append_key(packed, date_key(period.first) | kPeriodBit);
      append_key(packed, date_key(period.last));
    }
  }
  return packed;
}

std::optional<std::vector<DateRange>> unpack_periods(std::string_view packed) {
  if (packed.size() % kDateBytes != 0) return std::nullopt;
  std::vector<DateRange> periods;
  periods.reserve(packed.size() / kDateBytes);
  while (!packed.empty()) {
    const std::uint32_t key = take_key(packed);
    const Date first = date_of_key(key & ~kPeriodBit);
    if (!first || !is_valid(first)) return std::nullopt;
    if ((key & kPeriodBit) == 0) {
      periods.push_back(days_of(first));
      continue;
    }
    if (packed.empty()) return std::nullopt;
    const Date last = date_of_key(take_key(packed));
    if (last.day == 0 || first.day == 0 || !is_valid(last) || last < first) {
      return std::nullopt;
    }
    periods.push_back({first, last});
  }
  return periods;
}

std::string pack_strings(std::span<const std::string> strings) {
  std::string packed;
  for (const std::string& text : strings) append_string(packed, text);
  return packed;
}

std::optional<std::vector<std::string>> unpack_strings(std::string_view packed) {
  std::vector<std::string> strings;
  ByteReader reader(packed);
  while (!reader.at_end()) strings.emplace_back(reader.string());
  if (!reader.good()) return std::nullopt;
  return strings;
}

std::string capped(std::string term) {
  const auto nuls = [](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  };
  if (term.size() <= kMaxTermBytes && term.size() + nuls(term) <= kMaxTermBytes) {
    return term;
  }
  constexpr std::size_t kHashBytes = 16;
  std::size_t cut = 0;
  for (std::size_t cost = 0; cut < term.size(); ++cut) {
    cost += term[cut] == '\0' ? 2 : 1;
    if (cost > kMaxTermBytes - kHashBytes) break;
  }
  // Back to a border, but over no more than the bytes of one character.
  for (std::size_t back = 0; back < 3 && cut > 0; ++back) {
    if ((static_cast<unsigned char>(term[cut]) & 0xC0) != 0x80) break;
    --cut;
  }
  const std::string hash = hex(XXH3_64bits(term.data() + cut, term.size() - cut));
  term.resize(cut);
  return term + hash;
}

}  // namespace dateline::schema
