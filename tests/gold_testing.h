// Annotated articles as text, and what is wrong with them.

#pragma once

#include <string>
#include <vector>

#include "corpus/gold_article.h"
#include "corpus/gold_checks.h"

namespace dateline::testing {

using corpus::GoldArticle;
using corpus::GoldProblem;

inline const std::string kHeader =
    "source: Harbour Courier\n"
    "published: 2023-03-02\n"
    "author: Ingrid Solheim, Tom Reyes\n"
    "topic: diplomacy\n"
    "manner: paper\n";
inline const std::string kEntities =
    "entities:\n"
    "  blinken = person: Antony Blinken\n"
    "  russia = place: Russia\n";
inline const std::string kText =
    "text:\n"
    "title| [Blinken|blinken] meets [Russian|~russia] minister\n"
    "body| [Antony Blinken|blinken] spoke on {Thursday|2023-03-02}.\n";

inline GoldArticle parse(const std::string& text, std::vector<GoldProblem>& problems) {
  return corpus::parse_gold_article(text, "x.txt", problems);
}

/// "LINE: SENTENCE", or "" if all is well, or all of them if there are several.
inline std::string told(const std::vector<GoldProblem>& problems) {
  std::string all;
  for (const auto& problem : problems) {
    if (!all.empty()) all += '\n';
    all += std::to_string(problem.line) + (problem.note ? ": note: " : ": ") +
           problem.sentence;
  }
  return all;
}

inline std::string problems_in(const std::string& text) {
  std::vector<GoldProblem> problems;
  const GoldArticle article = parse(text, problems);
  if (problems.empty()) corpus::check_gold_article(article, problems);
  return told(problems);
}

}  // namespace dateline::testing
