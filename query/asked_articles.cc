#include "query/asked_articles.h"

#include <dateline/error.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "query/count_matches.h"
#include "query/date_query.h"
#include "query/facets.h"
#include "query/near_names.h"
#include "query/published_days.h"
#include "query/query_limits.h"
#include "query/query_text.h"
#include "query/suggestion.h"

namespace dateline {
namespace {

// More conditions than these are not told one by one when nothing is found.
constexpr std::size_t kMaxClauseNotes = 16;

// "1,079 articles"
std::string articles(std::size_t count) {
  return query::with_commas(count) + (count == 1 ? " article" : " articles");
}

const CompileOptions& checked(const CompileOptions& options) {
  if (options.expansions >= 1 && options.expansions <= query::kMostExpansions) {
    return options;
  }
  throw Error(ErrorCode::kInvalidArgument,
              "A pattern may stand for 1 to " + std::to_string(query::kMostExpansions) +
                  " words, not " + std::to_string(options.expansions) + ".");
}

// Operators, as they are often typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOperators = {
    {{"and", "AND"}, {"or", "OR"}, {"not", "NOT"}}};

}  // namespace

AskedArticles::AskedArticles(const Query& query, Snapshot& snapshot,
                             const CompileOptions& options,
                             std::span<const FacetFilter> where)
    : asked_(query),
      snapshot_(snapshot),
      options_(checked(options)),
      where_(where),
      filters_(where, snapshot),
      compiled_(compile_query(query.root(), snapshot, options_)),
      words_(filters_.apply(compiled_.words)) {}

// "coffee, where place=Brazil or Colombia, published:month=1987-03"
std::string AskedArticles::reading() const {
  std::string text = compiled_.reading;
  std::string_view before = ", where ";
  for (const FacetFilters::Group& group : filters_.groups()) {
    for (const FacetFilter& filter : where_) {
      if (!parse_facet_kind(filter.kind).same_field(group.kind)) continue;
      text.append(before);
      if (before != " or ") text.append(filter.kind).append("=");
      text.append(filter.value);
      before = " or ";
    }
    before = ", ";
  }
  return text;
}

QueryProblem AskedArticles::time_note(std::chrono::milliseconds limit, bool saw_all) {
  return {0, 0,
          "The search was ended after " + std::to_string(limit.count()) +
              " milliseconds: " +
              (saw_all ? "not all of what was asked for is told."
                       : "not all articles were looked at.")};
}

std::vector<QueryProblem> AskedArticles::notes(std::size_t found) const {
  std::vector<QueryProblem> notes = compiled_.notes;
  if (!snapshot_.has_our_stems()) {
    notes.push_back({0, 0,
                     "The index was made with another version of libstemmer: some "
                     "words are found only as they are typed; rebuild it."});
  }
  add_emptiness_note(notes);
  add_operator_notes(found, notes);
  if (found > 0) return notes;
  add_clause_notes(notes);
  add_filter_notes(notes);
  if (asked_.root() != nullptr) add_days_note(*asked_.root(), notes);
  return notes;
}

// Where a mistake took everything out of a query, every article matches.
void AskedArticles::add_emptiness_note(std::vector<QueryProblem>& notes) const {
  const std::string& text = asked_.text();
  if (!compiled_.clauses.empty() || query::without_spaces(text).empty()) return;
  const std::string which = where_.empty() ? "" : " with the chosen values";
  notes.push_back(
      {0, text.size(),
       "Nothing is left to search for, so all articles" + which + " match."});
}

// For the first days on which no article appeared, those that there are. Trees are at
// most 50 deep: parse_query() sees to it.
bool AskedArticles::add_days_note(const QueryNode& node,
                                  std::vector<QueryProblem>& notes) const {
  if (node.kind == QueryNode::Kind::kNot) return false;
  for (const QueryNode& child : node.children) {
    if (add_days_note(child, notes)) return true;
  }
  if (node.kind != QueryNode::Kind::kDates || node.field != Field::kPublished) {
    return false;
  }
  const Xapian::Query then = date_query(node.field, node.range, snapshot_);
  if (count_matches(snapshot_, then) > 0) return false;
  const auto days = published_days(snapshot_);
  notes.push_back(
      {node.offset, node.length,
       days ? "No article appeared then; those of this index appeared from " +
                  to_string(days->first) + " to " + to_string(days->second) + "."
            : "Of no article in this index is it known when it appeared."});
  return true;
}

// An "and" that is a word finds what the operator does, or little less: it is told of
// only where nothing was found. An "or" and a "not" may always mislead.
void AskedArticles::add_operator_notes(std::size_t found,
                                       std::vector<QueryProblem>& notes) const {
  if (compiled_.clauses.size() < 2) return;
  const std::string_view text = asked_.text();
  for (const QueryClause& clause : compiled_.clauses) {
    const std::string_view typed =
        text.substr(std::min(clause.offset, text.size()), clause.length);
    for (const auto& [word, name] : kOperators) {
      if (typed != word || (found > 0 && name == "AND")) continue;
      notes.push_back({clause.offset, clause.length,
                       "'" + std::string(word) +
                           "' is searched for as a word; the operator is " +
                           std::string(name) + ", in capitals."});
    }
  }
}

void AskedArticles::add_clause_notes(std::vector<QueryProblem>& notes) const {
  const auto& groups = filters_.groups();
  if (compiled_.clauses.size() + groups.size() < 2) return;
  std::size_t told = 0;
  for (const QueryClause& clause : compiled_.clauses) {
    if (++told > kMaxClauseNotes) return;
    notes.push_back({clause.offset, clause.length,
                     clause.reading + " alone is in " +
                         articles(count_matches(snapshot_, clause.query)) + "."});
  }
  for (const FacetFilters::Group& group : groups) {
    notes.push_back({0, 0,
                     "The chosen values of " + group.kind.to_string() +
                         " alone are in " +
                         articles(count_matches(snapshot_, group.any())) + "."});
  }
}

// A name that was chosen by hand may be mistyped, too.
void AskedArticles::add_filter_notes(std::vector<QueryProblem>& notes) const {
  for (const auto& [kind_name, value] : where_) {
    const FacetKind kind = parse_facet_kind(kind_name);
    if (kind.column != ColumnKind::kNames) continue;
    if (count_matches(snapshot_, facet_query(kind, value, snapshot_)) > 0) continue;
    notes.push_back({0, 0,
                     "No article has " + kind_name + "=" + value +
                         did_you_mean(snapshot_, {&kind.name, 1}, value)});
  }
}

std::optional<Suggestion> AskedArticles::suggestion() const {
  return suggest_query(asked_, snapshot_, [this](const QueryNode& tree) {
    const CompiledQuery compiled = compile_query(&tree, snapshot_, options_);
    return count_matches(snapshot_, filters_.apply(compiled.query));
  });
}

}  // namespace dateline
