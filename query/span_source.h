// The articles in which a SpanQuery has spans, by the positions that the index keeps.

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
/// The time is that of a CheckedSource; within an article that takes long TimeIsUp is
/// thrown when the whole of it is over.
Xapian::Query span_source(SpanQuery query, const SpanCondition& condition,
                          const RunLimit& limit = {});

/// As people read it: ("new" ADJ/1 "start") NEAR/5 (treaty, treaties).
std::string description_of(const SpanQuery& query);

}  // namespace dateline
