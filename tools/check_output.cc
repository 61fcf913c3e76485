#include "check_output.h"

#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <utility>

#include "json_parts.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

// Of each kind of problem and difference people see so many.
constexpr std::size_t kMostShown = 10;

constexpr std::array kDifferences = {
    SourceDifference::Kind::kMissing, SourceDifference::Kind::kExtra,
    SourceDifference::Kind::kChanged, SourceDifference::Kind::kDamaged};

Json problem_object(const CheckProblem& problem) {
  return {{"place", problem.place},
          {"what", problem.what},
          {"meaning", problem.meaning},
          {"advice", problem.advice}};
}

Json report_object(const CheckReport& report) {
  Json problems = Json::array();
  for (const CheckProblem& problem : report.problems) {
    problems.push_back(problem_object(problem));
  }
  return {{"busy", report.was_busy},
          {"files", report.files},
          {"bytes", report.bytes},
          {"uncovered_bytes", report.uncovered_bytes},
          {"articles", report.articles},
          {"terms", report.terms},
          {"problem_count", report.problem_count},
          {"problems", std::move(problems)},
          {"notes", report.notes}};
}

Json comparison_object(const SourceComparison& comparison) {
  Json json = {{"in_index", comparison.in_index},
               {"in_sources", comparison.in_sources},
               {"same", comparison.same}};
  for (const SourceDifference::Kind kind : kDifferences) {
    json[std::string(to_string(kind))] =
        std::ranges::count(comparison.differences, kind, &SourceDifference::kind);
  }
  Json& differences = json["differences"] = Json::array();
  for (const SourceDifference& one : comparison.differences) {
    differences.push_back(
        {{"kind", to_string(one.kind)}, {"id", one.id}, {"title", one.title}});
  }
  return json;
}

std::string dumped_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsed(const std::string& text) {
  Json json = Json::parse(text);
  if (!json.contains("failure")) return json;
  throw Error(static_cast<ErrorCode>(json["failure"].get<int>()),
              json["message"].get<std::string>());
}

SourceDifference::Kind kind_of(const std::string& name) {
  const auto* found =
      std::ranges::find(kDifferences, name, [](auto kind) { return to_string(kind); });
  return found == kDifferences.end() ? SourceDifference::Kind::kDamaged : *found;
}

std::string line(std::string_view text, const Terminal& terminal, std::size_t indent,
                 Style style = Style::kPlain) {
  return std::string(indent, ' ') +
         wrap({{std::string(text), style}}, terminal, {indent, indent + 2});
}

// Problems with one meaning stand together, and it once.
std::string problems_text(const CheckReport& report, const Terminal& terminal) {
  std::vector<std::string> meanings;
  for (const CheckProblem& problem : report.problems) {
    if (std::ranges::find(meanings, problem.meaning) == meanings.end()) {
      meanings.push_back(problem.meaning);
    }
  }
  std::string text;
  for (const std::string& meaning : meanings) {
    std::size_t shown = 0;
    std::size_t all = 0;
    for (const CheckProblem& problem : report.problems) {
      if (problem.meaning != meaning || ++all > kMostShown) continue;
      ++shown;
      text += line(problem.place + ": " + problem.what, terminal, 0, Style::kWarning);
    }
    if (all > shown) {
      text += "  ... and " + counted(all - shown, "more") +
              " of this kind; --format "
              "json tells them\n";
    }
    text += line(meaning, terminal, 2);
  }
  return text + line(report.problems.front().advice, terminal, 0, Style::kBold);
}

std::string looked_at(const CheckReport& report) {
  std::string text;
  if (report.files > 0) text += counted(report.files, "file");
  if (report.bytes > 0) text += " of " + byte_size(report.bytes);
  if (report.articles > 0) {
    text += (text.empty() ? "" : ", ") + counted(report.articles, "article");
  }
  if (report.terms > 0) {
    text += (text.empty() ? "" : ", ") + counted(report.terms, "term");
  }
  return text.empty() ? "nothing" : text;
}

std::string_view heading_of(SourceDifference::Kind kind) {
  switch (kind) {
    case SourceDifference::Kind::kMissing:
      return "In the sources, not in the index";
    case SourceDifference::Kind::kExtra:
      return "In the index, not in the sources";
    case SourceDifference::Kind::kChanged:
      return "With another text in the index than in the sources";
    case SourceDifference::Kind::kDamaged:
      break;
  }
  return "Damaged in the index";
}

std::string sources_text(const SourceComparison& sources, const Terminal& terminal) {
  std::string text = "Of " + counted(sources.in_sources, "article") +
                     " in the sources and " + with_commas(sources.in_index) +
                     " in the index, " + with_commas(sources.same) + " are the same.\n";
  for (const SourceDifference::Kind kind : kDifferences) {
    const auto all = static_cast<std::size_t>(
        std::ranges::count(sources.differences, kind, &SourceDifference::kind));
    if (all == 0) continue;
    text += std::string(heading_of(kind)) + ": " + with_commas(all) + "\n";
    std::size_t shown = 0;
    for (const SourceDifference& one : sources.differences) {
      if (one.kind != kind || ++shown > kMostShown) continue;
      text += line(one.title.empty() ? one.id : one.id + ": " + one.title, terminal, 2);
    }
    if (all > kMostShown) {
      text += "  ... and " + with_commas(all - kMostShown) +
              " more; --format json tells them\n";
    }
  }
  return text;
}

}  // namespace

std::string packed(const CheckReport& report) {
  return dumped_line(report_object(report));
}

std::string packed(const SourceComparison& comparison) {
  return dumped_line(comparison_object(comparison));
}

std::string packed_failure(int code, const std::string& message) {
  return dumped_line({{"failure", code}, {"message", message}});
}

CheckReport unpacked_report(const std::string& text) {
  const Json json = parsed(text);
  CheckReport report;
  report.was_busy = json.at("busy").get<bool>();
  report.files = json.at("files").get<std::uint64_t>();
  report.bytes = json.at("bytes").get<std::uint64_t>();
  report.uncovered_bytes = json.at("uncovered_bytes").get<std::uint64_t>();
  report.articles = json.at("articles").get<std::uint64_t>();
  report.terms = json.at("terms").get<std::uint64_t>();
  report.problem_count = json.at("problem_count").get<std::uint64_t>();
  report.notes = json.at("notes").get<std::vector<std::string>>();
  for (const Json& one : json.at("problems")) {
    report.problems.push_back(
        {one.at("place"), one.at("what"), one.at("meaning"), one.at("advice")});
  }
  return report;
}

SourceComparison unpacked_comparison(const std::string& text) {
  const Json json = parsed(text);
  SourceComparison comparison;
  comparison.in_index = json.at("in_index").get<std::uint64_t>();
  comparison.in_sources = json.at("in_sources").get<std::uint64_t>();
  comparison.same = json.at("same").get<std::uint64_t>();
  for (const Json& one : json.at("differences")) {
    comparison.differences.push_back(
        {kind_of(one.at("kind")), one.at("id"), one.at("title")});
  }
  return comparison;
}

std::string check_text(const CheckResult& result, const Terminal& terminal) {
  const CheckReport& report = result.report;
  std::string text;
  if (result.has_damage()) text += problems_text(report, terminal);
  for (const std::string& note : report.notes) text += line(note, terminal, 0);
  if (report.was_busy) {
    text += line(
        "The index was being written all the while: not all of it could be "
        "judged. Run the check again when the writer has finished.",
        terminal, 0);
  }
  text += "Checked " + looked_at(report) + ": ";
  text += result.has_damage() ? counted(report.problem_count, "problem") + ".\n"
                              : std::string(report.was_busy ? "nothing wrong so far.\n"
                                                            : "no damage.\n");
  if (result.sources) text += sources_text(*result.sources, terminal);
  return text;
}

std::string check_json(const CheckResult& result) {
  Json json = document();
  json["index"] = result.path;
  json["damaged"] = result.has_damage();
  Json& steps = json["steps"] = Json::array();
  for (const CheckStep step : result.steps) steps.push_back(to_string(step));
  json.update(report_object(result.report));
  json["sources"] = result.sources ? comparison_object(*result.sources) : Json(nullptr);
  return dumped(json, true);
}

}  // namespace dateline::cli
