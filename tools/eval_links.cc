#include "eval_links.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "command.h"
#include "eval_reports.h"
#include "score_output.h"
#include "text_layout.h"

namespace dateline::cli {
namespace {

using scores::ClusterScore;
using scores::LinkScores;
using scores::NamePair;
using scores::Tally;
using Json = nlohmann::ordered_json;

ScoreRows<ClusterScore> inside_rows(const LinksReport& report,
                                    ClusterScore LinkScores::*score) {
  ScoreRows<ClusterScore> rows;
  for (const NameKind kind : kNameKinds) {
    rows.emplace_back(to_string(kind),
                      report.inside.by_kind[static_cast<std::size_t>(kind)].*score);
  }
  rows.emplace_back("all", report.inside.all.*score);
  return rows;
}

ScoreRows<ClusterScore> across_rows(const LinksReport& report) {
  ScoreRows<ClusterScore> rows;
  for (const NameKind kind : kNameKinds) {
    rows.emplace_back(to_string(kind),
                      report.across.by_kind[static_cast<std::size_t>(kind)]);
  }
  rows.emplace_back("all", report.across.all);
  return rows;
}

Json rows_json(const ScoreRows<ClusterScore>& rows) {
  Json json = Json::object();
  for (const auto& [label, score] : rows) json[label] = cluster_score_json(score);
  return json;
}

std::string list_of(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::string pair_line(const NamePair& pair, bool linked) {
  return printable(std::string(linked ? "linked  " : "apart   ") +
                   std::string(to_string(pair.kind)) + " '" + pair.a + "', '" + pair.b +
                   "' (" + list_of(pair.context_a) + " / " + list_of(pair.context_b) +
                   ")") +
         "\n";
}

}  // namespace

LinksReport evaluate_links(const NamedCorpus& corpus) {
  LinksReport report{.corpus = corpus.option, .articles = corpus.articles.size()};
  for (const auto& article : corpus.articles) report.inside.add(article);
  report.across = scores::score_entity_links(corpus.articles);
  return report;
}

PairsReport evaluate_pairs(const std::string& file) {
  PairsReport report{.file = file};
  std::map<std::string, Tally> by_part;
  std::map<NameKind, Tally> by_kind;
  Tally spelt_differently;
  const auto pairs = scores::read_name_pairs(file);
  const std::vector<bool> all_linked = scores::linked_pairs(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const NamePair& pair = pairs[i];
    const bool linked = all_linked[i];
    const Tally tally{std::size_t{linked && pair.same}, std::size_t{linked},
                      std::size_t{pair.same}};
    by_part[pair.part] += tally;
    by_kind[pair.kind] += tally;
    report.all += tally;
    if (!is_homonym(pair)) spelt_differently += tally;
    if (linked != pair.same) report.disagreements += pair_line(pair, linked);
  }
  for (const auto& [part, tally] : by_part) report.rows.emplace_back(part, tally);
  for (const auto& [kind, tally] : by_kind) {
    report.rows.emplace_back(to_string(kind), tally);
  }
  report.rows.emplace_back("all", report.all);
  report.rows.emplace_back("all but homonyms", spelt_differently);
  return report;
}

std::string links_report_text(const LinksReport& report, bool with_disagreements,
                              const Terminal& terminal) {
  std::string text;
  if (with_disagreements) {
    for (const std::string& wrong : report.across.wrong)
      text += printable(wrong) + "\n";
    if (!text.empty()) text += "\n";
  }
  text += on_one_line({{report.corpus, Style::kBold},
                       {": " + counted(report.articles, "article")}},
                      terminal) +
          "\n\n";
  const auto table = [&](const std::string& heading, ClusterScore LinkScores::*score) {
    return cluster_scores_text(heading, inside_rows(report, score), terminal) + "\n";
  };
  text += table("Inside articles, B-cubed", &LinkScores::b_cubed);
  text += table("Inside articles, MUC", &LinkScores::muc);
  text += table("Inside articles, CEAF-e", &LinkScores::ceaf_e);
  text += table("With names found, B-cubed", &LinkScores::found_b_cubed);
  return text +
         cluster_scores_text("Across articles, B-cubed", across_rows(report), terminal);
}

std::string pairs_report_text(const PairsReport& report, bool with_disagreements,
                              const Terminal& terminal) {
  std::string text = with_disagreements ? report.disagreements : "";
  if (!text.empty()) text += "\n";
  text += on_one_line({{"--pairs " + report.file, Style::kBold}}, terminal) + "\n\n";
  return text + tallies_text("Pairs linked", report.rows, terminal);
}

Json links_report_json(const LinksReport& report) {
  return {{"corpus", report.corpus},
          {"articles", report.articles},
          {"b_cubed", rows_json(inside_rows(report, &LinkScores::b_cubed))},
          {"muc", rows_json(inside_rows(report, &LinkScores::muc))},
          {"ceaf_e", rows_json(inside_rows(report, &LinkScores::ceaf_e))},
          {"found_b_cubed", rows_json(inside_rows(report, &LinkScores::found_b_cubed))},
          {"across_b_cubed", rows_json(across_rows(report))}};
}

Json pairs_report_json(const PairsReport& report) {
  Json json = {{"file", report.file}, {"pairs", Json::object()}};
  for (const auto& [label, tally] : report.rows) {
    json["pairs"][label] = tally_json(tally);
  }
  return json;
}

int eval_links(const Arguments& arguments, Output& out) {
  const bool errors = arguments.has("errors");
  ReportWriter writer(arguments, out);
  for (const NamedCorpus& corpus : read_corpora(arguments)) {
    const LinksReport report = evaluate_links(corpus);
    if (writer.as_text()) {
      writer.write_text(links_report_text(report, errors, writer.terminal()));
    } else {
      writer.add_json("corpora", links_report_json(report));
    }
  }
  for (const std::string& file : arguments.values("pairs")) {
    const PairsReport report = evaluate_pairs(file);
    if (writer.as_text()) {
      writer.write_text(pairs_report_text(report, errors, writer.terminal()));
    } else {
      writer.add_json("pairs", pairs_report_json(report));
    }
  }
  writer.finish("Name what is linked: --gold DIR, --gum DIR or --pairs FILE.");
  return kFound;
}

}  // namespace dateline::cli
