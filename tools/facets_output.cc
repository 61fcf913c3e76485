#include "facets_output.h"

#include <dateline/period.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "names_output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

// Longer gaps are one line.
constexpr std::size_t kShownGap = 3;

constexpr std::size_t kWidestBar = 40;

// "12", or of what is typical "12 of 15".
std::string count_text(const FacetValue& value) {
  std::string text = with_commas(value.count);
  if (value.score > 0) text += " of " + with_commas(value.in_index);
  return text;
}

// What a bar shows: articles, or how typical of them a value is.
std::uint64_t weight(const FacetValue& value) {
  constexpr double kSteps = 16;  // Bars are drawn of whole numbers.
  return value.score > 0 ? static_cast<std::uint64_t>(value.score * kSteps)
                         : value.count;
}

// How the values of one facet are set in columns.
struct Layout {
  std::size_t label = 0;
  std::size_t count = 0;
  std::size_t bar = 0;
  std::uint64_t most = 0;

  Layout(const Facet& facet, const Terminal& terminal) {
    const std::size_t widest = terminal.width * 45 / 100;
    for (const FacetValue& value : facet.values) {
      if (value.gap > kShownGap) continue;
      label = std::max(label, std::min(widest, columns(printable(value.value))));
      count = std::max(count, count_text(value).size());
      most = std::max(most, weight(value));
    }
    bar = bar_width(label + count + 6, kWidestBar, terminal);
  }
};

std::string heading_of(const Facet& facet) {
  const auto is_gap = [](const FacetValue& value) { return value.gap > 0; };
  const std::size_t shown =
      facet.values.size() -
      static_cast<std::size_t>(std::ranges::count_if(facet.values, is_gap));
  if (shown == facet.distinct) return facet.kind;
  return facet.kind + " (" + with_commas(shown) + " of " + with_commas(facet.distinct) +
         ")";
}

std::string spellings_line(const FacetValue& value, std::size_t indent,
                           const Terminal& terminal) {
  if (value.spellings.size() < 2) return "";
  return std::string(indent, ' ') +
         wrap({{spellings_text(value.spellings), Style::kDim}}, terminal,
              {indent, indent});
}

std::string value_text(const FacetValue& value, const Layout& layout,
                       const Terminal& terminal) {
  const std::string label = shortened(printable(value.value), layout.label);
  const std::string count = count_text(value);
  std::string text = "  " + label +
                     std::string(layout.label - columns(label) + 2, ' ') +
                     std::string(layout.count - count.size(), ' ') + count;
  if (value.count > 0) {
    const std::string shown = bar(weight(value), layout.most, layout.bar);
    text += "  " + on_one_line({{shown, Style::kBar}}, terminal);
  }
  return text + "\n" + spellings_line(value, 4, terminal);
}

// Whether dates were left out between two neighbours.
bool is_broken(const FacetValue& before, const FacetValue& after) {
  const auto first = parse_period(before.value);
  const auto second = parse_period(after.value);
  return first && second && to_days(second->first) > to_days(first->last) + 1;
}

// "published:month" counts months.
std::string_view unit_of(std::string_view kind) {
  return kind.substr(kind.find(':') + 1);
}

std::string facet_text(const Facet& facet, const Terminal& terminal) {
  std::string text = heading(heading_of(facet), terminal);
  const Layout layout(facet, terminal);
  const auto& values = facet.values;
  const bool is_dates = facet.kind.find(':') != std::string::npos;
  for (std::size_t i = 0; i < values.size();) {
    std::size_t empty = 0;
    std::size_t end = i;
    for (; end < values.size() && values[end].gap > 0; ++end) empty += values[end].gap;
    if (empty <= kShownGap) {
      text += value_text(values[i], layout, terminal);
      const bool broken = is_dates && i + 1 < values.size() && values[i].gap == 0 &&
                          values[i + 1].gap == 0 && is_broken(values[i], values[i + 1]);
      if (broken) text += on_one_line({{"  …", Style::kDim}}, terminal) + "\n";
      ++i;
      continue;
    }
    const std::string gap = "  … " + counted(empty, unit_of(facet.kind));
    text += on_one_line({{gap, Style::kDim}}, terminal) + "\n";
    i = end;
  }
  return text;
}

}  // namespace

std::string facets_text(const std::vector<Facet>& facets, const Terminal& terminal) {
  std::string text;
  for (const Facet& facet : facets) {
    if (!facet.values.empty()) text += "\n" + facet_text(facet, terminal);
  }
  return text;
}

}  // namespace dateline::cli
