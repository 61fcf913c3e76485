#include "query/query_repair.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/query_limits.h"
#include "query/query_text.h"

namespace dateline::query {
namespace {

using Kind = Token::Kind;
using Tokens = std::vector<Token>;

bool is_binary(Kind kind) {
  return kind == Kind::kAnd || kind == Kind::kOr || kind == Kind::kNear ||
         kind == Kind::kAdj;
}

bool ends_operand(Kind kind) {
  return kind == Kind::kWord || kind == Kind::kPhrase || kind == Kind::kClose;
}

bool is_prefix(Kind kind) { return kind == Kind::kField || kind == Kind::kAtLeast; }

void report_no_value(const Token& prefix, QueryProblems& problems) {
  std::string name(prefix.text);
  std::string_view example = "atleast/3:Minsk";
  if (prefix.kind == Kind::kField) {
    name = std::string(field_info(prefix.field).name) + ":";
    example = field_info(prefix.field).example;
  }
  problems.report(prefix.offset, prefix.length,
                  "Nothing follows " + quoted(name) +
                      " directly, so it is left out; write it without a space, as in " +
                      std::string(example) + ".");
}

// A field is followed at once by its value, title:-x having a minus between. From the
// end, so that in `title:atleast/3: x` both go.
Tokens without_empty_prefixes(const Tokens& tokens, QueryProblems& problems) {
  Tokens kept;
  kept.reserve(tokens.size());
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (is_prefix(token->kind)) {
      const bool has_value = !kept.empty() && kept.back().offset == token->end() &&
                             begins_operand(kept.back().kind);
      if (!has_value) {
        report_no_value(*token, problems);
        continue;
      }
    }
    kept.push_back(*token);
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

// Pairs brackets. Reports once for a row of brackets of the same fault.
class BracketRepair {
 public:
  explicit BracketRepair(QueryProblems& problems) : problems_(problems) {}

  Tokens run(const Tokens& tokens, std::size_t text_length) &&;

 private:
  void open(const Token& token);
  void close(const Token& token);
  void drop_group();
  void drop_prefixes();
  void report_empty(const Token& close);
  void report_stray();
  void report_too_deep(std::size_t end);
  void close_all(std::size_t text_length);

  QueryProblems& problems_;
  Tokens kept_;
  std::vector<std::size_t> open_;   ///< Where in kept_ the open groups begin.
  std::size_t too_deep_ = 0;        ///< Brackets open beyond kMaxDepth.
  std::size_t too_deep_begin_ = 0;  ///< Offset of the first of them.
  bool too_deep_reported_ = false;
  std::size_t dropped_end_ = 0;  ///< Where the last group that was left out ends.
  Token stray_;                  ///< A row of brackets that close nothing, or length 0.
};

Tokens BracketRepair::run(const Tokens& tokens, std::size_t text_length) && {
  for (const Token& token : tokens) {
    if (token.kind != Kind::kClose) report_stray();
    if (token.kind == Kind::kOpen) {
      open(token);
    } else if (token.kind == Kind::kClose) {
      close(token);
    } else if (too_deep_ == 0) {
      kept_.push_back(token);
    }
  }
  report_stray();
  close_all(text_length);
  return std::move(kept_);
}

void BracketRepair::open(const Token& token) {
  if (open_.size() == kMaxDepth) {
    if (too_deep_++ == 0) {
      too_deep_begin_ = token.offset;
      drop_prefixes();
    }
    return;
  }
  open_.push_back(kept_.size());
  kept_.push_back(token);
}

void BracketRepair::close(const Token& token) {
  if (too_deep_ > 0) {
    if (--too_deep_ == 0) report_too_deep(token.end());
  } else if (open_.empty()) {
    if (stray_.length == 0) stray_ = token;
    stray_.length = token.end() - stray_.offset;
  } else if (open_.back() + 1 == kept_.size()) {
    report_empty(token);
    drop_group();
  } else {
    open_.pop_back();
    kept_.push_back(token);
  }
}

void BracketRepair::drop_group() {
  kept_.resize(open_.back());
  open_.pop_back();
  drop_prefixes();
}

// Takes back what would have applied to the group that follows.
void BracketRepair::drop_prefixes() {
  while (!kept_.empty() &&
         (is_prefix(kept_.back().kind) || kept_.back().kind == Kind::kNot)) {
    kept_.pop_back();
  }
}

// A group whose whole content was left out before has been reported with it.
void BracketRepair::report_empty(const Token& close) {
  const std::size_t begin = kept_.back().offset;
  if (dropped_end_ <= begin) {
    problems_.report(begin, close.end() - begin,
                     "There is nothing to search for between these brackets.");
  }
  dropped_end_ = close.end();
}

void BracketRepair::report_stray() {
  if (stray_.length == 0) return;
  problems_.report(stray_.offset, stray_.length,
                   "No bracket was opened that this could close; it is left out.");
  stray_.length = 0;
}

void BracketRepair::report_too_deep(std::size_t end) {
  dropped_end_ = end;
  if (too_deep_reported_) return;
  too_deep_reported_ = true;
  problems_.report(too_deep_begin_, end - too_deep_begin_,
                   "Brackets may nest " + std::to_string(kMaxDepth) +
                       " deep; what nests deeper is left out.");
}

void BracketRepair::close_all(std::size_t text_length) {
  if (too_deep_ > 0) report_too_deep(text_length);
  if (open_.empty()) return;
  const std::size_t more = open_.size() - 1;
  problems_.report(kept_[open_.front()].offset, 1,
                   more == 0 ? std::string("This bracket is never closed; it is read as"
                                           " closed at the end.")
                             : "This bracket and " + std::to_string(more) +
                                   " more are never closed; they are read as closed at"
                                   " the end.");
  while (!open_.empty()) {
    if (open_.back() + 1 == kept_.size()) {
      drop_group();
    } else {
      open_.pop_back();
      kept_.push_back({Kind::kClose, ")", text_length, 0});
    }
  }
}

void report_operator(const Token& token, const char* where, QueryProblems& problems) {
  problems.report(token.offset, token.length,
                  "There is nothing to search for " + std::string(where) + " this " +
                      std::string(token.text) + ", so it is left out.");
}

// From the end, so that in `a OR AND b` the OR goes and in `a NOT` the NOT.
Tokens without_operators_before_nothing(const Tokens& tokens, QueryProblems& problems) {
  Tokens kept;
  kept.reserve(tokens.size());
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (is_binary(token->kind) || token->kind == Kind::kNot) {
      if (kept.empty() || !begins_operand(kept.back().kind)) {
        report_operator(*token, "after", problems);
        continue;
      }
    }
    kept.push_back(*token);
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

Tokens without_operators_after_nothing(const Tokens& tokens, QueryProblems& problems) {
  Tokens kept;
  kept.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (is_binary(token.kind) && (kept.empty() || !ends_operand(kept.back().kind))) {
      report_operator(token, "before", problems);
      continue;
    }
    kept.push_back(token);
  }
  return kept;
}

}  // namespace

bool begins_operand(Kind kind) { return kind != Kind::kClose && !is_binary(kind); }

Tokens repair(Tokens tokens, std::size_t text_length, QueryProblems& problems) {
  tokens = without_empty_prefixes(tokens, problems);
  tokens = BracketRepair(problems).run(tokens, text_length);
  tokens = without_operators_before_nothing(tokens, problems);
  return without_operators_after_nothing(tokens, problems);
}

}  // namespace dateline::query
