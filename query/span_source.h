// The articles in which a SpanQuery has spans, by the positions that the index keeps.
//
// Xapian's own OP_NEAR and OP_PHRASE take terms only; this takes phrases, alternatives
// and windows as operands, and counts.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "query/deadline.h"
#include "query/span_query.h"

namespace dateline {

/// Where and how often.
struct SpanCondition {
  bool in_title = false;  ///< Spans of the title only.
  std::size_t times = 1;  ///< Spans that an article has at least.
};

/// The articles with spans of `query`. They have no weight: to be used as a filter. A
/// database is read while it runs; belongs to one thread as every Xapian::Query does.
///
/// The clock of `limit` is read for each article, and within one that takes long. When
/// three quarters of the time are over, RunLimit::cut is set, of which the run has to
/// ask before it takes another article: of the one that was asked for the answer is
/// right, all behind it seem to have none. Within an article TimeIsUp is thrown when
/// the whole time is over.
Xapian::Query span_source(SpanQuery query, const SpanCondition& condition,
                          const RunLimit& limit = {});

/// As people read it: ("new" ADJ/1 "start") NEAR/5 (treaty, treaties).
std::string description_of(const SpanQuery& query);

}  // namespace dateline
