#include "tools/scores/date_scores.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace dateline::scores {
namespace {

using corpora::LabelledDate;

std::tuple<bool, std::size_t> place_of(const LabelledDate& date) {
  return {!date.in_title, date.begin};
}

bool overlap(const LabelledDate& a, const LabelledDate& b) {
  return a.in_title == b.in_title && a.begin < b.end && b.begin < a.end;
}

std::size_t index_of(DateType type) { return static_cast<std::size_t>(type); }

using Values = std::set<std::string, std::less<>>;

// "1949-XX" says no more than "1949".
std::string_view without_open_end(std::string_view value) {
  constexpr std::string_view kOpen = "-XX";
  while (value.ends_with(kOpen)) value.remove_suffix(kOpen.size());
  return value;
}

Values resolved_values(std::span<const LabelledDate> dates) {
  Values values;
  for (const LabelledDate& date : dates) {
    if (is_resolved(date)) values.emplace(without_open_end(date.value));
  }
  return values;
}

// Week "2000-W8" as "2000-W08", decade "196X" as "196", a time as its day.
std::string as_period(std::string value) {
  constexpr std::size_t kDay = 10;  // Of "2000-01-07TEV".
  if (value.size() > kDay && value[kDay] == 'T') value.resize(kDay);
  constexpr std::size_t kWeek = 5;  // Of "2000-W8".
  if (value.size() == kWeek + 2 && value[kWeek] == 'W') value.insert(kWeek + 1, "0");
  if (value.size() == 4 && value[2] != 'X' && value[3] == 'X') value.pop_back();
  return value;
}

Values resolved_periods(std::span<const LabelledDate> dates) {
  Values periods;
  for (LabelledDate date : dates) {
    date.value = as_period(std::string(without_open_end(date.value)));
    if (date.type == DateType::kTime && parse_date(date.value)) {
      date.type = DateType::kDate;
    }
    if (is_resolved(date)) periods.insert(std::move(date.value));
  }
  return periods;
}

Values days_of(const Values& values) {
  Values days;
  for (const std::string& value : values) {
    const auto date = parse_date(value);
    if (date && precision(*date) == DatePrecision::kDay) days.insert(value);
  }
  return days;
}

Tally tally_of(const Values& gold, const Values& found) {
  Values both;
  std::ranges::set_intersection(gold, found, std::inserter(both, both.end()));
  return {.right = both.size(), .found = found.size(), .gold = gold.size()};
}

}  // namespace

std::vector<DatePair> paired_dates(std::span<const LabelledDate> gold,
                                   std::span<const LabelledDate> found) {
  std::vector<DatePair> pairs;
  std::size_t next = 0;
  for (const LabelledDate& label : gold) {
    while (next < found.size() && place_of(found[next]) < place_of(label) &&
           !overlap(found[next], label)) {
      pairs.emplace_back(nullptr, &found[next++]);
    }
    const bool match = next < found.size() && overlap(found[next], label);
    pairs.emplace_back(&label, match ? &found[next++] : nullptr);
  }
  while (next < found.size()) pairs.emplace_back(nullptr, &found[next++]);
  return pairs;
}

bool is_resolved(const LabelledDate& date) {
  const std::string_view known = without_open_end(date.value);
  return date.type == DateType::kDate && !known.empty() && !known.ends_with("_REF") &&
         known.find('X') == std::string_view::npos;
}

void DateScores::add(std::span<const LabelledDate> gold,
                     std::span<const LabelledDate> found) {
  for (const DatePair& pair : paired_dates(gold, found)) add(pair.first, pair.second);
  const Values gold_values = resolved_values(gold);
  const Values found_values = resolved_values(found);
  distinct_values += tally_of(gold_values, found_values);
  distinct_days += tally_of(days_of(gold_values), days_of(found_values));
  distinct_periods += tally_of(resolved_periods(gold), resolved_periods(found));
}

void DateScores::add(const LabelledDate* gold, const LabelledDate* found) {
  const bool both = gold != nullptr && found != nullptr;
  const bool same_extent =
      both && gold->begin == found->begin && gold->end == found->end;
  const bool same_type = both && gold->type == found->type;
  const bool same_value = both && gold->value == found->value;
  const bool same_modifier = both && gold->modifier == found->modifier;
  const auto count_if = [&](Tally& tally, bool right, const auto& counts) {
    tally += {.right = right,
              .found = found != nullptr && counts(*found),
              .gold = gold != nullptr && counts(*gold)};
  };
  const auto any = [](const LabelledDate&) { return true; };
  count_if(relaxed, both, any);
  count_if(strict, same_extent, any);
  count_if(type, same_type, any);
  count_if(value, same_value, any);
  count_if(modifier, same_modifier && !gold->modifier.empty(),
           [](const LabelledDate& date) { return !date.modifier.empty(); });
  for (const DateType of : kDateTypes) {
    const auto is_of = [of](const LabelledDate& date) { return date.type == of; };
    const bool right = same_type && gold->type == of;
    count_if(extents_by_type[index_of(of)], right, is_of);
    count_if(values_by_type[index_of(of)], right && same_value, is_of);
  }
}

}  // namespace dateline::scores
