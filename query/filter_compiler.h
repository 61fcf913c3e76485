// The conditions of a query on names, metadata and dates: they choose articles and
// never rank them.

#pragma once

#include "query/compiled_part.h"
#include "query/name_resolver.h"
#include "query/query_compiler.h"
#include "query/query_node.h"
#include "query/snapshot.h"

namespace dateline {

/// Reads filters, for one state of an index. How names were resolved is noted in the
/// CompiledQuery, and so is what snippets mark of them.
class FilterCompiler {
 public:
  /// Both must live as long as this.
  FilterCompiler(Snapshot& snapshot, CompiledQuery& result)
      : snapshot_(snapshot), result_(result) {}

  /// The articles with any of these names, which a name field was resolved to.
  Part names(const QueryNode& node, const ResolvedNames& resolved);

  /// The condition of a kDates node, or of a kField node of a name or of metadata;
  /// snippets mark what it finds if `marked`.
  Part read(const QueryNode& node, bool marked);

 private:
  Part names(const QueryNode& node, bool marked);
  Part value(const QueryNode& node) const;
  Part dates(const QueryNode& node, bool marked);

  Snapshot& snapshot_;
  CompiledQuery& result_;
};

}  // namespace dateline
