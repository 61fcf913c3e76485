// Text -> tokens -> well-formed tokens -> tree. By recursive descent, one function a
// level of precedence, loosest first; only brackets nest, and those are bounded before.

#include <dateline/query.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "query/query_fields.h"
#include "query/query_lexer.h"
#include "query/query_limits.h"
#include "query/query_near.h"
#include "query/query_node.h"
#include "query/query_problems.h"
#include "query/query_repair.h"
#include "query/query_text.h"
#include "query/query_tree.h"
#include "query/query_words.h"

namespace dateline {
namespace query {
namespace {

using Node = std::optional<QueryNode>;
using Nodes = std::vector<QueryNode>;
using Kind = Token::Kind;

class Parser {
 public:
  /// `tokens` as repair() leaves them, of `text`.
  Parser(std::string_view text, std::vector<Token> tokens, Date today,
         QueryProblems& problems)
      : text_(text), tokens_(std::move(tokens)), today_(today), problems_(problems) {}

  Node run() { return tokens_.empty() ? Node() : any_of(); }

 private:
  // The levels of precedence. Each gives nothing when all of it had to be left out.
  Node any_of();                 // a OR b
  Node all_of(bool& has_and);    // a AND b
  Node adjacent(bool& has_and);  // a b
  Node negation();               // NOT a, -a
  Node proximity();              // a NEAR/3 b
  Node unit();                   // a word, a phrase, a group, a field
  Node negated_unit();

  Node group();
  Node field();
  Node at_least();
  Node unknown_field();
  Node word();
  void drop_inner_field(Token& word);
  void report_inner_field(Field field, std::size_t offset, std::size_t length);
  void report_too_many_leaves(std::size_t begin);
  Node phrase();
  Node leaf(QueryNode::Kind kind, const Token& token, std::string text);

  bool at_end() const { return next_ == tokens_.size(); }
  bool at(Kind kind) const { return !at_end() && tokens_[next_].kind == kind; }
  const Token& take() { return tokens_[next_++]; }
  std::size_t here() const { return at_end() ? text_.size() : tokens_[next_].offset; }
  Span since(std::size_t begin) const { return {begin, tokens_[next_ - 1].end()}; }

  // Whether words are values, taken literally, for the field that they stand behind.
  bool in_values() const { return field_ && field_->type != FieldType::kText; }

  std::string_view text_;
  std::vector<Token> tokens_;
  Date today_;
  QueryProblems& problems_;
  std::size_t next_ = 0;
  std::size_t leaves_ = 0;
  const FieldInfo* field_ = nullptr;  ///< Inside whose operand we are, or null.
};

void append(Nodes& nodes, Node node) {
  if (node) nodes.push_back(std::move(*node));
}

bool is_filter(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kDates ||
         (node.kind == QueryNode::Kind::kField && node.children.empty());
}

Node Parser::any_of() {
  const std::size_t begin = here();
  Nodes alternatives;
  bool mixed = false;
  append(alternatives, all_of(mixed));
  while (at(Kind::kOr)) {
    take();
    append(alternatives, all_of(mixed));
  }
  Node node = combine(QueryNode::Kind::kOr, std::move(alternatives), since(begin));
  if (node && node->kind == QueryNode::Kind::kOr) node->mixed = mixed;
  return node;
}

Node Parser::all_of(bool& has_and) {
  const std::size_t begin = here();
  Nodes parts;
  append(parts, adjacent(has_and));
  while (at(Kind::kAnd)) {
    take();
    append(parts, adjacent(has_and));
    has_and = has_and || parts.size() > 1;
  }
  return combine(QueryNode::Kind::kAnd, std::move(parts), since(begin));
}

Node Parser::adjacent(bool& has_and) {
  const std::size_t begin = here();
  Nodes units;
  while (!at_end() && begins_operand(tokens_[next_].kind)) {
    const bool two_words = at(Kind::kUnknownField);
    Node node = negation();
    if (two_words && node && node->kind == QueryNode::Kind::kRun) {
      for (QueryNode& child : node->children) units.push_back(std::move(child));
    } else {
      append(units, std::move(node));
    }
  }
  // A filter narrows what it stands beside, as an AND does, and not a whole OR.
  has_and |= units.size() > 1 && std::any_of(units.begin(), units.end(), is_filter);
  return side_by_side(std::move(units), since(begin));
}

Node Parser::negation() {
  const std::size_t begin = here();
  bool without = false;
  for (; at(Kind::kNot); take()) without = !without;
  Node node = proximity();
  if (!node || !without) return node;
  return negated(std::move(*node), since(begin));
}

Node Parser::proximity() {
  const std::size_t begin = here();
  NearChain chain;
  chain.operands.push_back(unit());
  while (at(Kind::kNear) || at(Kind::kAdj)) {
    chain.operators.push_back(take());
    chain.operands.push_back(negated_unit());
  }
  if (chain.operators.empty()) return std::move(chain.operands.front());
  return near_of(std::move(chain), in_values(), since(begin), problems_);
}

Node Parser::negated_unit() {
  const std::size_t begin = here();
  bool without = false;
  for (; at(Kind::kNot); take()) without = !without;
  Node node = unit();
  if (!node || !without) return node;
  return negated(std::move(*node), since(begin));
}

Node Parser::unit() {
  if (at(Kind::kOpen)) return group();
  if (at(Kind::kField)) return field();
  if (at(Kind::kAtLeast)) return at_least();
  if (at(Kind::kUnknownField)) return unknown_field();
  if (at(Kind::kPhrase)) return phrase();
  return word();
}

Node Parser::group() {
  take();
  Node node = at(Kind::kClose) ? Node() : any_of();
  take();
  return node;
}

Node Parser::field() {
  const Token& token = take();
  const FieldInfo& info = field_info(token.field);
  if (field_ != nullptr) {
    report_inner_field(token.field, token.offset, token.length);
    return negated_unit();
  }
  field_ = &info;
  Node operand = negated_unit();
  field_ = nullptr;
  if (!operand) return operand;
  if (info.type != FieldType::kText) {
    return with_field(info, std::move(*operand), today_, problems_);
  }
  return in_text_field(info.field, std::move(*operand), since(token.offset));
}

Node Parser::at_least() {
  const Token& token = take();
  Node operand = negated_unit();
  if (!operand) return operand;
  return counted(token, std::move(*operand), since(token.offset), problems_);
}

// foo:bar is two words; among values, where a colon is a character as any other, one.
Node Parser::unknown_field() {
  const Token& token = take();
  const bool touches = !at_end() && tokens_[next_].offset == token.end();
  if (in_values() && touches && at(Kind::kWord)) {
    const Token& rest = take();
    Token whole = token;
    whole.length = rest.end() - token.offset;
    whole.text = text_.substr(whole.offset, whole.length);
    return leaf(QueryNode::Kind::kWord, whole, read_value(whole, *field_, problems_));
  }
  report_unknown_field(token, problems_);
  Nodes words;
  append(words, leaf(QueryNode::Kind::kWord, token, std::string(token.text)));
  if (touches && begins_operand(tokens_[next_].kind)) append(words, unit());
  return side_by_side(std::move(words), since(token.offset));
}

Node Parser::word() {
  const Token& token = take();
  if (in_values()) {
    return leaf(QueryNode::Kind::kWord, token, read_value(token, *field_, problems_));
  }
  Token plain = token;
  if (field_ != nullptr) drop_inner_field(plain);
  if (!has_letter(plain.text)) return leaf(QueryNode::Kind::kWord, plain, {});
  WordRead read = read_word(plain, problems_);
  const bool fuzzy = read.kind == WordRead::Kind::kFuzzy;
  const auto kind = fuzzy                                   ? QueryNode::Kind::kFuzzy
                    : read.kind == WordRead::Kind::kPattern ? QueryNode::Kind::kPattern
                                                            : QueryNode::Kind::kWord;
  Node node = leaf(kind, plain, std::move(read.text));
  if (!node) return node;
  node->exact = read.exact;
  if (fuzzy) node->number = read.edits;
  return node;
}

// title:topic:x has one field too many.
void Parser::drop_inner_field(Token& word) {
  const std::size_t colon = word.text.find(':');
  if (colon == std::string_view::npos) return;
  const auto inner = find_field(ascii_lower(word.text.substr(0, colon)));
  if (!inner) return;
  report_inner_field(*inner, word.offset, colon + 1);
  word.text.remove_prefix(colon + 1);
  word.offset += colon + 1;
  word.length -= colon + 1;
}

void Parser::report_inner_field(Field field, std::size_t offset, std::size_t length) {
  problems_.report(offset, length,
                   quoted(std::string(field_info(field).name) + ":") +
                       " is left out, as it stands inside " +
                       quoted(std::string(field_->name) + ":") + ".");
}

Node Parser::phrase() {
  const Token& token = take();
  std::string words = read_phrase(token.text);
  const bool any_text = field_ && field_->type == FieldType::kValue;
  if (!any_text && !has_letter(words)) words.clear();
  if (!in_values()) words = without_stars(token, std::move(words), problems_);
  Node node = leaf(QueryNode::Kind::kPhrase, token, std::move(words));
  if (!node || token.number == 0) return node;
  if (in_values()) {
    problems_.report(token.offset, token.length,
                     "\"~\" is left out; " + quoted(std::string(field_->name) + ":") +
                         " has no words to be near each other.");
  } else {
    node->number = token.number;
  }
  return node;
}

Node Parser::leaf(QueryNode::Kind kind, const Token& token, std::string text) {
  if (text.empty()) {
    problems_.report(token.offset, token.length,
                     kind == QueryNode::Kind::kPhrase
                         ? "There are no words between these quotation marks."
                         : "There is nothing to search for in this.");
    return std::nullopt;
  }
  if (++leaves_ > kMaxLeaves) {
    if (leaves_ == kMaxLeaves + 1) report_too_many_leaves(token.offset);
    return std::nullopt;
  }
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.offset = token.offset;
  node.length = token.length;
  return node;
}

void Parser::report_too_many_leaves(std::size_t begin) {
  problems_.report(begin, text_.size() - begin,
                   "A query has at most " + std::to_string(kMaxLeaves) +
                       " words, phrases and filters; these are left out.");
}

void report_unread(std::string_view text, std::size_t read, QueryProblems& problems) {
  if (read == text.size()) return;
  problems.report(read, text.size() - read,
                  "Only the first " + std::to_string(kMaxBytes) +
                      " bytes of a query are read; the rest is left out.");
}

// Signs alone match all articles, which is hardly what was meant.
void report_nothing_to_search(std::string_view text, QueryProblems& problems) {
  if (!problems.empty() || text == "*") return;
  if (read_phrase(text).empty()) return;
  problems.report(0, text.size(),
                  "There is nothing to search for in this, so all articles match.");
}

}  // namespace
}  // namespace query

ParsedQuery parse_query(std::string_view text, const QueryOptions& options) {
  query::QueryProblems problems;
  const std::string_view read = query::beginning(text, query::kMaxBytes);
  query::report_unread(text, read.size(), problems);
  auto tokens = query::repair(query::tokenize(read, problems), read.size(), problems);
  auto root = query::Parser(read, std::move(tokens), options.today, problems).run();
  if (!root) query::report_nothing_to_search(read, problems);
  auto shared = root ? std::make_shared<const QueryNode>(std::move(*root)) : nullptr;
  return {Query(std::string(read), std::move(shared)), std::move(problems).take()};
}

}  // namespace dateline
