#include "timeline_output.h"

#include <dateline/period.h>

#include <algorithm>

#include "json_parts.h"
#include "text_layout.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

// Longer gaps are one line.
constexpr std::size_t kShownGap = 3;

constexpr std::size_t kWidestBar = 40;

// How a timeline is set in columns.
struct Layout {
  std::size_t label = 0;
  std::size_t count = 0;
  std::size_t bar = 0;
  std::size_t most = 0;

  Layout(const Timeline& timeline, const Terminal& terminal) {
    for (const TimelinePeriod& period : timeline.periods) {
      if (period.count == 0) continue;
      label = std::max(label, period_name(period.days).size());
      count = std::max(count, with_commas(period.count).size());
      most = std::max(most, period.count);
    }
    bar = bar_width(indent() + count + 2, kWidestBar, terminal);
  }

  std::size_t indent() const { return label + 4; }
};

std::string summary(const Timeline& timeline, bool published,
                    const Terminal& terminal) {
  const std::string text =
      summary_text(match_count(timeline.matches), timeline.reading, terminal);
  if (timeline.dated == 0) {
    return text + (published ? "No day of publication is known.\n"
                             : "No date is mentioned.\n");
  }
  const std::string what =
      published ? " of known publication, by " : " that mention dates, by ";
  return text +
         on_one_line({{counted(timeline.dated, "article") + what +
                           std::string(to_string(timeline.unit)),
                       Style::kDim}},
                     terminal) +
         "\n\n";
}

std::string row(const TimelinePeriod& period, const Layout& layout,
                const Terminal& terminal) {
  const std::string label = period_name(period.days);
  const std::string count = with_commas(period.count);
  const Style style = period.sentences.empty() ? Style::kPlain : Style::kBold;
  std::string text =
      "  " + on_one_line({{label, style}}, terminal) +
      std::string(layout.indent() - 2 - label.size() + layout.count - count.size(),
                  ' ') +
      count;
  if (period.count > 0) {
    text +=
        "  " + on_one_line({{bar(period.count, layout.most, layout.bar), Style::kBar}},
                           terminal);
  }
  return text + "\n";
}

// Where a sentence stands: "Reuters, 2023-03-02, wire-17".
std::string place_of(const TimelineSentence& sentence) {
  std::string place = sentence.source;
  for (const std::string& part : {publication_text(sentence.published), sentence.id}) {
    place += (place.empty() ? "" : ", ") + part;
  }
  return place;
}

std::string sentences_text(const TimelinePeriod& period, const Layout& layout,
                           const Terminal& terminal) {
  std::string text;
  const std::size_t indent = layout.indent();
  for (const TimelineSentence& sentence : period.sentences) {
    StyledText line = snippet_spans(sentence.text);
    line.push_back({" (" + place_of(sentence) + ")", Style::kDim});
    text += std::string(indent, ' ') + wrap(line, terminal, {indent, indent});
  }
  return text;
}

std::string gap_text(std::size_t units, CalendarUnit unit, const Layout& layout,
                     const Terminal& terminal) {
  const std::string text = "… " + counted(units, to_string(unit));
  return std::string(layout.indent(), ' ') +
         on_one_line({{text, Style::kDim}}, terminal) + "\n";
}

std::string coarser_text(const Timeline& timeline, const Terminal& terminal) {
  if (timeline.coarser.empty()) return "";
  std::string list;
  for (const TimelinePeriod& period : timeline.coarser) {
    list += (list.empty() ? "" : ", ") + period_name(period.days) + " (" +
            with_commas(period.count) + ")";
  }
  const std::string label =
      timeline.periods.empty()
          ? ""
          : "In no one " + std::string(to_string(timeline.unit)) + ": ";
  return (timeline.periods.empty() ? "" : "\n") +
         wrap({{label, Style::kDim}, {list}}, terminal, {0, 2});
}

Json days_object(const DateRange& days) {
  return {{"period", period_name(days)},
          {"first", date_or_null(days.first)},
          {"last", date_or_null(days.last)}};
}

Json sentence_object(const TimelineSentence& sentence) {
  Json json = {{"text", sentence.text}, {"mentioned", nullptr}};
  if (sentence.mentioned.first) json["mentioned"] = period_name(sentence.mentioned);
  json["id"] = sentence.id;
  json["title"] = sentence.title;
  json["source"] = sentence.source;
  add_publication(json, sentence.published);
  return json;
}

Json periods_array(const std::vector<TimelinePeriod>& periods, bool with_sentences) {
  Json result = Json::array();
  for (const TimelinePeriod& period : periods) {
    Json& json = result.emplace_back(days_object(period.days));
    json["count"] = period.count;
    if (!with_sentences) continue;
    Json& sentences = json["sentences"] = Json::array();
    for (const TimelineSentence& sentence : period.sentences) {
      sentences.push_back(sentence_object(sentence));
    }
  }
  return result;
}

}  // namespace

std::string timeline_text(const Timeline& timeline, bool published,
                          const Terminal& terminal) {
  std::string text = summary(timeline, published, terminal);
  const Layout layout(timeline, terminal);
  const auto& periods = timeline.periods;
  for (std::size_t i = 0; i < periods.size();) {
    std::size_t end = i;
    std::size_t empty = 0;
    for (; end < periods.size() && periods[end].count == 0; ++end) {
      empty += periods[end].units;
    }
    if (empty > kShownGap) {
      text += gap_text(empty, timeline.unit, layout, terminal);
      i = end;
      continue;
    }
    text += row(periods[i], layout, terminal);
    text += sentences_text(periods[i], layout, terminal);
    ++i;
  }
  return text + coarser_text(timeline, terminal);
}

std::string timeline_json(const Timeline& timeline, const ParsedQuery& parsed,
                          bool published) {
  Json json = document();
  json["query"] = query_json(parsed, timeline);
  json["matches"] = matches_json(timeline.matches);
  if (timeline.timed_out) json["timed_out"] = true;
  json["of"] = published ? "published" : "mentioned";
  json["dated"] = timeline.dated;
  json["unit"] = to_string(timeline.unit);
  json["periods"] = periods_array(timeline.periods, true);
  json["coarser"] = periods_array(timeline.coarser, false);
  return dumped(json, true);
}

}  // namespace dateline::cli
