// The canonical form of queries.

#include <dateline/query.h>

#include <algorithm>
#include <string>

#include "query/query_node.h"
#include "query/query_text.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

// Whether a word or phrase, printed as it is, could be taken for something else.
bool needs_quotes(std::string_view text, bool spaces_allowed) {
  if (text.empty() || text.front() == '=') return true;
  for (std::size_t at = 0; at < text.size();) {
    const query::Character c = query::character_at(text, at);
    if (c.kind == query::Character::Kind::kSpace && !spaces_allowed) return true;
    if (c.kind == query::Character::Kind::kQuote ||
        c.kind == query::Character::Kind::kOpen ||
        c.kind == query::Character::Kind::kClose || text[at] == '\\') {
      return true;
    }
    at += c.length;
  }
  return false;
}

std::string printed_text(std::string_view text, bool spaces_allowed = false) {
  if (!needs_quotes(text, spaces_allowed)) return std::string(text);
  std::string printed = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') printed += '\\';
    printed += c;
  }
  return printed + '"';
}

std::string printed_children(const std::string& name, const QueryNode& node) {
  std::string printed = "(" + name;
  for (const QueryNode& child : node.children) printed += ' ' + to_string(child);
  return printed + ')';
}

std::string numbered(const char* name, const QueryNode& node) {
  return std::string(name) + '/' + std::to_string(node.number);
}

std::string printed_field(const QueryNode& node) {
  const std::string name(field_info(node.field).name);
  return '(' + name + ' ' +
         (node.children.empty() ? printed_text(node.text)
                                : to_string(node.children.front())) +
         ')';
}

std::string printed_dates(const QueryNode& node) {
  return '(' + std::string(field_info(node.field).name) + ' ' +
         to_string(node.range.first) + ".." + to_string(node.range.last) + ')';
}

}  // namespace

std::string to_string(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return (node.exact ? "=" : "") + printed_text(node.text);
    case Kind::kPhrase:
      return '(' + (node.number > 0 ? numbered("within", node) : "phrase") + ' ' +
             printed_text(node.text, true) + ')';
    case Kind::kPattern:
      return "(like " + printed_text(node.text) + ')';
    case Kind::kFuzzy:
      return '(' + numbered("fuzzy", node) + ' ' + printed_text(node.text) + ')';
    case Kind::kNear:
      return printed_children(numbered("near", node), node);
    case Kind::kAdj:
      return printed_children(numbered("adj", node), node);
    case Kind::kAtLeast:
      return printed_children(numbered("atleast", node), node);
    case Kind::kRun:
      return printed_children("run", node);
    case Kind::kAnd:
      return printed_children("and", node);
    case Kind::kOr:
      return printed_children("or", node);
    case Kind::kNot:
      return printed_children("not", node);
    case Kind::kField:
      return printed_field(node);
    case Kind::kDates:
      return printed_dates(node);
  }
  return {};
}

std::string Query::to_string() const {
  return root_ ? dateline::to_string(*root_) : "(all)";
}

}  // namespace dateline
