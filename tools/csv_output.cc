#include "csv_output.h"

#include <dateline/period.h>

#include <cstdio>

#include "text_layout.h"

namespace dateline::cli {
namespace {

std::string line(const std::vector<std::string>& cells) {
  std::string result;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) result += ',';
    result += cell;
  }
  return result + "\r\n";
}

}  // namespace

std::string decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", number);
  return text;
}

std::string csv_cell(std::string_view text) {
  std::string cell = printable(text);
  const std::size_t first = cell.find_first_not_of(' ');
  if (first != std::string::npos &&
      std::string_view("=+-@").find(cell[first]) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
  if (cell.find_first_of(",\"") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string hits_csv_header(bool batch, bool folded) {
  return std::string(batch ? "query," : "") +
         "rank,score,id,title,source,published,url,snippet" +
         (folded ? ",copies\r\n" : "\r\n");
}

std::string hits_csv(const Results& results, const std::optional<std::string>& query,
                     bool folded) {
  std::string text;
  for (const Hit& hit : results.hits) {
    std::vector<std::string> cells = {
        std::to_string(hit.rank), decimal(hit.score),   csv_cell(hit.id),
        csv_cell(hit.title),      csv_cell(hit.source), to_string(hit.published.date),
        csv_cell(hit.url),        csv_cell(hit.snippet)};
    if (folded) cells.push_back(std::to_string(hit.copy_count));
    if (query) cells.insert(cells.begin(), csv_cell(*query));
    text += line(cells);
  }
  return text;
}

std::string facets_csv(const std::vector<Facet>& facets, FacetRank rank) {
  std::string text = rank == FacetRank::kTypical
                         ? "facet,value,count,in_index,score\r\n"
                         : "facet,value,count\r\n";
  for (const Facet& facet : facets) {
    for (const FacetValue& value : facet.values) {
      std::vector<std::string> cells = {facet.kind, csv_cell(value.value),
                                        std::to_string(value.count)};
      if (rank == FacetRank::kTypical) {
        const bool is_scored = value.score > 0;  // Dates are not.
        cells.push_back(is_scored ? std::to_string(value.in_index) : "");
        cells.push_back(is_scored ? decimal(value.score) : "");
      }
      text += line(cells);
    }
  }
  return text;
}

std::string timeline_csv(const Timeline& timeline) {
  std::string text =
      "period,first,last,count,mentioned,id,source,published,sentence\r\n";
  for (const TimelinePeriod& period : timeline.periods) {
    const std::vector<std::string> cells = {
        period_name(period.days), to_string(period.days.first),
        to_string(period.days.last), std::to_string(period.count)};
    if (period.sentences.empty()) {
      std::vector<std::string> empty = cells;
      empty.resize(9);
      text += line(empty);
    }
    for (const TimelineSentence& sentence : period.sentences) {
      std::vector<std::string> told = cells;
      told.push_back(sentence.mentioned.first ? period_name(sentence.mentioned) : "");
      told.push_back(csv_cell(sentence.id));
      told.push_back(csv_cell(sentence.source));
      told.push_back(to_string(sentence.published.date));
      told.push_back(csv_cell(sentence.text));
      text += line(told);
    }
  }
  return text;
}

}  // namespace dateline::cli
