#include "pairs_output.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "csv_output.h"
#include "json_parts.h"
#include "text_layout.h"
#include "text_output.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kWidestBar = 24;

// How pairs are set in columns.
struct Layout {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t count = 0;
  std::size_t bar = 0;
  double most = 0;

  Layout(const NamePairs& pairs, FacetRank rank, const Terminal& terminal) {
    const std::size_t widest = terminal.width * 3 / 10;
    const auto width = [&](std::size_t name) {
      return std::min(widest, columns(printable(pairs.names[name].label)));
    };
    for (const NamePair& pair : pairs.pairs) {
      first = std::max(first, width(pair.first));
      second = std::max(second, width(pair.second));
      count = std::max(count, with_commas(pair.articles).size());
      most = std::max(most, weight(pair, rank));
    }
    bar = bar_width(first + second + count + 8, kWidestBar, terminal);
  }

  // What bars show.
  static double weight(const NamePair& pair, FacetRank rank) {
    return rank == FacetRank::kTypical ? pair.likelihood
                                       : static_cast<double>(pair.articles);
  }
};

std::string summary(const NamePairs& pairs, const Terminal& terminal) {
  std::string text = summary_text(match_count(pairs.matches), pairs.reading, terminal);
  std::string found = counted(pairs.found, "pair");
  if (pairs.pairs.size() < pairs.found) {
    found = with_commas(pairs.pairs.size()) + " of " + found;
  }
  return text + on_one_line({{found, Style::kDim}}, terminal) + "\n";
}

std::string cell(const PairedName& name, std::size_t width, const Terminal& terminal) {
  const std::string label = shortened(printable(name.label), width);
  return on_one_line({{label, style_of(name.kind)}}, terminal) +
         std::string(width - columns(label), ' ');
}

// A bar is drawn in whole numbers.
std::uint64_t bar_units(double weight) {
  return static_cast<std::uint64_t>(weight * 64);
}

// As XML: markup escaped, and what XML may not have left out.
std::string xml_text(std::string_view text) {
  std::string result;
  const std::string safe = printable(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const std::string_view rest = std::string_view(safe).substr(i);
    if (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF")) {
      i += 2;
      continue;
    }
    switch (safe[i]) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += safe[i];
    }
  }
  return result;
}

constexpr std::string_view kGraphHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="count" for="node" attr.name="count" attr.type="long"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="likelihood" for="edge" attr.name="likelihood" attr.type="double"/>
  <key id="dice" for="edge" attr.name="dice" attr.type="double"/>
  <graph id="names" edgedefault="undirected">
)";

std::string data(std::string_view key, const std::string& value) {
  return "<data key=\"" + std::string(key) + "\">" + value + "</data>";
}

}  // namespace

std::string pairs_text(const NamePairs& pairs, FacetRank rank,
                       const Terminal& terminal) {
  std::string text = summary(pairs, terminal);
  if (pairs.pairs.empty()) return text;
  text += "\n";
  const Layout layout(pairs, rank, terminal);
  for (const NamePair& pair : pairs.pairs) {
    const std::string count = with_commas(pair.articles);
    const std::string shown =
        bar(bar_units(Layout::weight(pair, rank)), bar_units(layout.most), layout.bar);
    text += "  " + cell(pairs.names[pair.first], layout.first, terminal) + "  " +
            cell(pairs.names[pair.second], layout.second, terminal) + "  " +
            std::string(layout.count - count.size(), ' ') + count + "  " +
            on_one_line({{shown, Style::kBar}}, terminal) + "\n";
  }
  return text;
}

std::string pairs_csv(const NamePairs& pairs) {
  std::string text =
      "first_kind,first,first_count,second_kind,second,second_count,count,likelihood,"
      "dice\r\n";
  for (const NamePair& pair : pairs.pairs) {
    for (const std::size_t name : {pair.first, pair.second}) {
      const PairedName& one = pairs.names[name];
      text += std::string(dateline::to_string(one.kind)) + "," + csv_cell(one.label) +
              "," + std::to_string(one.articles) + ",";
    }
    text += std::to_string(pair.articles) + "," + decimal(pair.likelihood) + "," +
            decimal(pair.dice) + "\r\n";
  }
  return text;
}

std::string pairs_json(const NamePairs& pairs, const ParsedQuery& parsed) {
  Json json = document();
  json["query"] = query_json(parsed, pairs);
  json["matches"] = matches_json(pairs.matches);
  if (pairs.timed_out) json["timed_out"] = true;
  json["found"] = pairs.found;
  Json& list = json["pairs"] = Json::array();
  for (const NamePair& pair : pairs.pairs) {
    Json names = Json::array();
    for (const std::size_t name : {pair.first, pair.second}) {
      const PairedName& one = pairs.names[name];
      names.push_back({{"kind", dateline::to_string(one.kind)},
                       {"value", one.label},
                       {"count", one.articles}});
    }
    list.push_back({{"names", std::move(names)},
                    {"count", pair.articles},
                    {"likelihood", pair.likelihood},
                    {"dice", pair.dice}});
  }
  return dumped(json, true);
}

std::string pairs_graphml(const NamePairs& pairs) {
  std::string text(kGraphHead);
  for (std::size_t i = 0; i < pairs.names.size(); ++i) {
    const PairedName& name = pairs.names[i];
    text += "    <node id=\"n" + std::to_string(i) + "\">" +
            data("label", xml_text(name.label)) +
            data("kind", std::string(dateline::to_string(name.kind))) +
            data("count", std::to_string(name.articles)) + "</node>\n";
  }
  for (std::size_t i = 0; i < pairs.pairs.size(); ++i) {
    const NamePair& pair = pairs.pairs[i];
    text += "    <edge id=\"e" + std::to_string(i) + "\" source=\"n" +
            std::to_string(pair.first) + "\" target=\"n" + std::to_string(pair.second) +
            "\">" + data("weight", std::to_string(pair.articles)) +
            data("likelihood", decimal(pair.likelihood)) +
            data("dice", decimal(pair.dice)) + "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

}  // namespace dateline::cli
