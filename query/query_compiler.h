// From the syntax tree to what Xapian runs, for one state of an index.

#pragma once

#include <dateline/query.h>
#include <dateline/results.h>
#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/query_limits.h"
#include "query/query_node.h"
#include "query/ranking.h"
#include "query/snapshot.h"
#include "query/wanted.h"
#include "query/word_tree.h"

namespace dateline {

/// One of the conditions that a query puts on every article.
struct QueryClause {
  std::string reading;
  Xapian::Query query;
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the query text.
  std::size_t length = 0;
};

/// A query made ready for one state of an index.
struct CompiledQuery {
  Xapian::Query query;               ///< What matches, and how it is ranked.
  std::string reading;               ///< What was understood.
  std::vector<QueryProblem> notes;   ///< Names resolved, words dropped.
  std::vector<Wanted> wanted;        ///< What snippets mark, each once.
  std::vector<QueryClause> clauses;  ///< All must hold; one for a lone OR.
  std::vector<ExpandedTerm> expansions;
  std::optional<WordQuery> words;  ///< The same as `query`, where words alone say it.

  /// Adds what snippets mark, unless it is known.
  void want(Wanted one);

  /// Adds a note on the text of a node.
  void note(const QueryNode& node, std::string message);
};

/// How a query is compiled.
struct CompileOptions {
  /// Of words and phrases side by side any will do, and names are read word by word; as
  /// SearchOptions::any.
  bool any = false;
  std::size_t expansions = query::kMaxExpansions;  ///< As SearchOptions::expansions.
  RankingParameters ranking{};
};

/// Compiles the tree at `root`; null matches every article. The Xapian query is flat
/// where it can be: what only ranks is gathered by OP_AND_MAYBE at its top, so that
/// it never changes what matches.
CompiledQuery compile_query(const QueryNode* root, Snapshot& snapshot,
                            const CompileOptions& options = {});

}  // namespace dateline
