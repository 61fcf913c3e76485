#include "score_output.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "text_layout.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kNumberWidth = 9;
constexpr std::size_t kLabelWidth = 27;  // So that most tables stand in line.

std::string right_aligned(std::string text, std::size_t width) {
  text.insert(0, width - std::min(width, columns(text)), ' ');
  return text;
}

// Rows of a label and numbers, under a line that names the numbers.
class Table {
 public:
  Table(const std::string& heading, std::vector<std::string> names)
      : heading_(heading), names_(std::move(names)) {}

  void add(const std::string& label, std::vector<std::string> numbers) {
    label_width_ = std::max(label_width_, columns(label));
    rows_.emplace_back(label, std::move(numbers));
  }

  std::string text(const Terminal& terminal) const {
    if (rows_.empty()) return "";
    const std::size_t width =
        std::max({kLabelWidth, label_width_ + 2, columns(heading_)});
    std::string text = on_one_line({{heading_, Style::kBold}}, terminal);
    text += on_one_line({{line("", names_, width - columns(heading_)), Style::kDim}},
                        terminal) +
            "\n";
    for (const auto& [label, numbers] : rows_) {
      text += line("  " + label, numbers, width) + "\n";
    }
    return text;
  }

 private:
  static std::string line(std::string label, const std::vector<std::string>& numbers,
                          std::size_t width) {
    label.append(width - std::min(width, columns(label)), ' ');
    for (const std::string& number : numbers) {
      label += right_aligned(number, kNumberWidth);
    }
    return label;
  }

  std::string heading_;
  std::vector<std::string> names_;
  std::size_t label_width_ = 0;
  std::vector<std::pair<std::string, std::vector<std::string>>> rows_;
};

}  // namespace

std::string fixed(double number, int decimals) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return text.data();
}

std::string per_cent(double share, int decimals) {
  return fixed(100 * share, decimals);
}

double rounded(double share) {
  constexpr double kParts = 10'000;
  return static_cast<double>(static_cast<long>(share * kParts + 0.5)) / kParts;
}

std::string tallies_text(const std::string& heading,
                         const ScoreRows<scores::Tally>& rows,
                         const Terminal& terminal) {
  Table table(heading, {"right", "found", "gold", "P", "R", "F1"});
  for (const auto& [label, tally] : rows) {
    if (tally == scores::Tally{}) continue;
    table.add(label, {with_commas(tally.right), with_commas(tally.found),
                      with_commas(tally.gold), per_cent(tally.precision(), 1),
                      per_cent(tally.recall(), 1), per_cent(tally.f1(), 1)});
  }
  return table.text(terminal);
}

std::string two_sided_text(const std::string& heading,
                           const ScoreRows<scores::TwoSidedTally>& rows,
                           const Terminal& terminal) {
  Table table(heading, {"right", "found", "met", "gold", "P", "R", "F1"});
  for (const auto& [label, tally] : rows) {
    if (tally == scores::TwoSidedTally{}) continue;
    table.add(label, {with_commas(tally.right), with_commas(tally.found),
                      with_commas(tally.met), with_commas(tally.gold),
                      per_cent(tally.precision(), 1), per_cent(tally.recall(), 1),
                      per_cent(tally.f1(), 1)});
  }
  return table.text(terminal);
}

std::string cluster_scores_text(const std::string& heading,
                                const ScoreRows<scores::ClusterScore>& rows,
                                const Terminal& terminal) {
  Table table(heading, {"P", "R", "F1"});
  for (const auto& [label, score] : rows) {
    if (score.found == 0 && score.gold == 0) continue;
    table.add(label, {per_cent(score.precision(), 2), per_cent(score.recall(), 2),
                      per_cent(score.f1(), 2)});
  }
  return table.text(terminal);
}

std::string scores_json(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json tally_json(const scores::Tally& tally) {
  return {{"right", tally.right},
          {"found", tally.found},
          {"gold", tally.gold},
          {"precision", rounded(tally.precision())},
          {"recall", rounded(tally.recall())},
          {"f1", rounded(tally.f1())}};
}

Json two_sided_json(const scores::TwoSidedTally& tally) {
  return {{"right", tally.right},
          {"found", tally.found},
          {"met", tally.met},
          {"gold", tally.gold},
          {"precision", rounded(tally.precision())},
          {"recall", rounded(tally.recall())},
          {"f1", rounded(tally.f1())}};
}

Json cluster_score_json(const scores::ClusterScore& score) {
  return {{"precision", rounded(score.precision())},
          {"recall", rounded(score.recall())},
          {"f1", rounded(score.f1())}};
}

}  // namespace dateline::cli
