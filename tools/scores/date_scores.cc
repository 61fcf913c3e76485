#include "tools/scores/date_scores.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

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
  const auto count = [](Tally& tally, bool is_gold, bool is_found, bool right) {
    tally += {.right = right, .found = is_found, .gold = is_gold};
  };
  for (const auto& [label, hit] : paired_dates(gold, found)) {
    const bool both = label != nullptr && hit != nullptr;
    const bool same_extent =
        both && label->begin == hit->begin && label->end == hit->end;
    const bool same_type = both && label->type == hit->type;
    const bool same_value = both && label->value == hit->value;
    const auto count_all = [&](Tally& tally, bool right) {
      count(tally, label != nullptr, hit != nullptr, right);
    };
    count_all(relaxed, both);
    count_all(strict, same_extent);
    count_all(type, same_type);
    count_all(value, same_value);
    const bool gold_modifier = label != nullptr && !label->modifier.empty();
    const bool found_modifier = hit != nullptr && !hit->modifier.empty();
    count(modifier, gold_modifier, found_modifier,
          gold_modifier && found_modifier && label->modifier == hit->modifier);
    for (const DateType of : kDateTypes) {
      const bool is_gold = label != nullptr && label->type == of;
      const bool is_found = hit != nullptr && hit->type == of;
      const bool right = is_gold && is_found;
      count(extents_by_type[index_of(of)], is_gold, is_found, right);
      count(values_by_type[index_of(of)], is_gold, is_found, right && same_value);
    }
  }
  const Values gold_values = resolved_values(gold);
  const Values found_values = resolved_values(found);
  distinct_values += tally_of(gold_values, found_values);
  distinct_days += tally_of(days_of(gold_values), days_of(found_values));
}

}  // namespace dateline::scores
