// Queries in the query language: what parse_query() reads as the same tree.

#include <dateline/query.h>

#include <array>
#include <string>
#include <string_view>

#include "query/query_node.h"
#include "query/query_text.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

// How tightly a node holds together when it is written, loosest first.
enum class Level { kOr, kAnd, kRun, kNot, kNear, kUnit };

Level level_of(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kOr:
      return Level::kOr;
    case Kind::kAnd:
      return Level::kAnd;
    case Kind::kRun:
      return Level::kRun;
    case Kind::kNot:
      return Level::kNot;
    case Kind::kNear:
    case Kind::kAdj:
      return Level::kNear;
    default:
      return Level::kUnit;
  }
}

bool is_operator(std::string_view word) {
  constexpr std::array<std::string_view, 5> kOperators = {"AND", "OR", "NOT", "NEAR",
                                                          "ADJ"};
  const std::string_view name = word.substr(0, word.find('/'));
  for (const std::string_view op : kOperators) {
    if (name == op) return true;
  }
  return false;
}

// Whether a word would be read as a field and a word.
bool has_field(std::string_view word) {
  const std::size_t colon = word.find(':');
  return colon != std::string_view::npos &&
         (word.starts_with("atleast/") || query::is_ascii_word(word.substr(0, colon)));
}

// A comma, which is left out when it is read, keeps a word from being more than a word.
std::string written_word(const QueryNode& node) {
  if (node.exact) return '=' + node.text;
  if (has_field(node.text)) return ',' + node.text;
  const bool reads_as_operator = node.kind == Kind::kWord && is_operator(node.text);
  return reads_as_operator ? node.text + ',' : node.text;
}

std::string in_quotes(const std::string& text) { return '"' + text + '"'; }

std::string written(const QueryNode& node, Level at_least) {
  const std::string text = to_text(node);
  return level_of(node) < at_least ? '(' + text + ')' : text;
}

std::string joined(const QueryNode& node, std::string_view by, Level at_least) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += by;
    text += written(child, at_least);
  }
  return text;
}

std::string near_operator(const QueryNode& node) {
  return (node.kind == Kind::kNear ? " NEAR/" : " ADJ/") + std::to_string(node.number) +
         ' ';
}

std::string written_field(const QueryNode& node) {
  const std::string prefix = std::string(field_info(node.field).name) + ':';
  if (node.children.empty()) return prefix + in_quotes(node.text);
  return prefix + written(node.children.front(), Level::kUnit);
}

std::string written_dates(const QueryNode& node) {
  const auto day = [](Date date) { return date ? to_string(date) : std::string(); };
  return std::string(field_info(node.field).name) + ':' + day(node.range.first) + ".." +
         day(node.range.last);
}

}  // namespace

std::string to_text(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return written_word(node);
    case Kind::kPhrase:
      return in_quotes(node.text) +
             (node.number > 0 ? '~' + std::to_string(node.number) : "");
    case Kind::kPattern:
      return node.text;
    case Kind::kFuzzy:
      return written_word(node) + '~' + std::to_string(node.number);
    case Kind::kRun:
      return joined(node, " ", Level::kNear);
    case Kind::kAnd:
      return joined(node, " AND ", Level::kRun);
    case Kind::kOr:
      return joined(node, " OR ", Level::kAnd);
    case Kind::kNot:
      return "NOT " + written(node.children.front(), Level::kNear);
    case Kind::kNear:
    case Kind::kAdj:
      return joined(node, near_operator(node), Level::kUnit);
    case Kind::kAtLeast:
      return "atleast/" + std::to_string(node.number) + ':' +
             written(node.children.front(), Level::kUnit);
    case Kind::kField:
      return written_field(node);
    case Kind::kDates:
      return written_dates(node);
  }
  return {};
}

std::string Query::to_text() const { return root_ ? dateline::to_text(*root_) : "*"; }

}  // namespace dateline
