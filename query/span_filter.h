// The articles in which a SpanQuery has spans, in the fastest way that is exact.

#pragma once

#include <xapian.h>

#include "query/span_query.h"
#include "query/span_source.h"

namespace dateline {

/// To be used as a filter: what weight it has is not said. Windows of single words are
/// Xapian's own OP_NEAR and OP_PHRASE where these are exact; all else is a
/// span_source() with `limit`. Belongs to one thread as every Xapian::Query does.
Xapian::Query span_filter(SpanQuery query, const SpanCondition& condition,
                          const RunLimit& limit = {});

}  // namespace dateline
