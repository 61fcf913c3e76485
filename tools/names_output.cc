#include "names_output.h"

#include <algorithm>
#include <utility>

#include "csv_output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

std::string entity_line(const Entity& entity, const Terminal& terminal) {
  StyledText line = {{entity.label, style_of(entity.kind)},
                     {" (" + with_commas(entity.articles) + ")"}};
  if (entity.hidden) line.push_back({", hidden", Style::kDim});
  if (entity.spellings.size() > 1) {
    line.push_back({": "});
    line.push_back({spellings_text(entity.spellings), Style::kDim});
  }
  return "  " + wrap(line, terminal, {2, 6});
}

// A word that a shell takes as one.
std::string shell_word(const std::string& text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

}  // namespace

std::string spellings_text(const std::map<std::string, std::size_t>& spellings) {
  std::vector<std::pair<std::string, std::size_t>> sorted(spellings.begin(),
                                                          spellings.end());
  std::ranges::stable_sort(sorted, std::greater{},
                           &std::pair<std::string, std::size_t>::second);
  std::string text;
  for (const auto& [spelling, count] : sorted) {
    text += (text.empty() ? "" : ", ") + spelling + " " + with_commas(count);
  }
  return text;
}

std::string names_text(const std::vector<KindOfNames>& kinds,
                       const Terminal& terminal) {
  std::string text;
  for (const auto& [kind, list] : kinds) {
    if (list.entities.empty()) continue;
    std::string heading(to_string(kind));
    if (list.entities.size() < list.found) {
      heading += " (" + with_commas(list.entities.size()) + " of " +
                 with_commas(list.found) + ")";
    }
    if (!text.empty()) text += "\n";
    text += on_one_line({{heading, Style::kBold}}, terminal) + "\n";
    for (const Entity& entity : list.entities) text += entity_line(entity, terminal);
  }
  return text;
}

std::string link_text(const LinkExplanation& link, const Terminal& terminal) {
  std::string text = wrap({{link.verdict, Style::kBold}}, terminal, {0, 2});
  for (const LinkEvidence& evidence : link.evidence) {
    std::string points = evidence.points == 0 ? "" : std::to_string(evidence.points);
    if (evidence.points > 0) points.insert(0, 1, '+');
    points.insert(0, 4 - std::min<std::size_t>(4, points.size()), ' ');
    text += points + "  " + wrap({{evidence.what}}, terminal, {6, 6});
  }
  return text;
}

std::string changed_text(std::string_view action, NameKind kind,
                         const std::vector<Entity>& now,
                         const std::vector<std::string>& names,
                         const Terminal& terminal) {
  std::string text = action == "merge"   ? "Made one, by hand:\n"
                     : action == "split" ? "Made to stand alone, by hand:\n"
                                         : "Left to the evidence again:\n";
  for (const Entity& entity : now) text += entity_line(entity, terminal);
  if (action == "forget") return text;
  std::string undo =
      "dateline names --kind " + std::string(to_string(kind)) + " --forget";
  const std::size_t first = action == "merge" ? 1 : 0;
  for (std::size_t i = first; i < names.size(); ++i) undo += " " + shell_word(names[i]);
  return text + wrap({{"Take it back with: " + undo}}, terminal, {0, 2});
}

std::string relinked_text(const IndexInfo& info) {
  return "Linked " + counted(info.names, "name") + ", of " + entities_count(info) +
         ".\n";
}

std::string entities_count(const IndexInfo& info) {
  return with_commas(info.entities) + (info.entities == 1 ? " entity" : " entities");
}

std::string names_csv(const std::vector<KindOfNames>& kinds) {
  std::string text = "kind,value,count,spelling,articles\r\n";
  for (const auto& [kind, list] : kinds) {
    for (const Entity& entity : list.entities) {
      for (const auto& [spelling, articles] : entity.spellings) {
        text.append(to_string(kind)).append(1, ',');
        text += csv_cell(entity.label) + ',' + std::to_string(entity.articles) + ',' +
                csv_cell(spelling) + ',' + std::to_string(articles) + "\r\n";
      }
    }
  }
  return text;
}

}  // namespace dateline::cli
