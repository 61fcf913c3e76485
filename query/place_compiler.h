// The nodes of a query that stand at places in a text, for one state of an index: as
// spans, and as the Xapian query that ranks them.

#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/name_resolver.h"
#include "query/query_compiler.h"
#include "query/query_node.h"
#include "query/snapshot.h"
#include "query/span_query.h"
#include "query/word_expansion.h"
#include "query/word_units.h"

namespace dateline {

/// What became of a node that is_place().
struct Place {
  SpanQuery spans;
  Xapian::Query ranking;  ///< Matches wherever `spans` do, and gives the weight.
  std::string reading;
  bool by_position = false;  ///< `ranking` matches more: spans are to be looked for.
  bool is_atom = true;       ///< The reading needs no brackets.
  std::vector<std::string>
      terms{};  ///< `ranking` as these, which count as one; or none.
};

/// Reads places. Words dropped and bounds are noted in the CompiledQuery, and so are
/// the words that patterns stand for.
class PlaceCompiler {
 public:
  /// All must live as long as this. `reader` is set up before the first call.
  /// `expansions`: words that one pattern stands for at most.
  PlaceCompiler(Snapshot& snapshot, WordReader& reader, std::size_t expansions,
                CompiledQuery& result)
      : snapshot_(snapshot),
        reader_(reader),
        expansions_(expansions),
        result_(result) {}

  /// The place at `node`, in titles only with `in_title`; nullopt, with a note, when it
  /// holds no word.
  std::optional<Place> read(const QueryNode& node, bool in_title);

  /// The spans of one unit.
  SpanQuery spans_of(const WordUnit& unit);

 private:
  std::optional<Place> unit(const QueryNode& node);
  std::optional<Place> window(const QueryNode& node);
  std::optional<Place> pattern(const QueryNode& node);
  std::optional<Place> fuzzy(const QueryNode& node);
  std::optional<Place> any_of(const QueryNode& node);
  Place name(const QueryNode& node);
  SpanQuery spellings_of(const ResolvedNames::Entity& entity);
  std::optional<Place> near(const QueryNode& node);
  Place expanded(const QueryNode& node, std::string shown, WordExpansion words);
  Place unmeasured(const QueryNode& node, const WordUnit& unit);
  std::vector<Place> operands(const QueryNode& node);
  SpanQuery loose_words(const QueryWord& word);

  Snapshot& snapshot_;
  WordReader& reader_;
  std::size_t expansions_;
  CompiledQuery& result_;
  bool in_title_ = false;
};

}  // namespace dateline
