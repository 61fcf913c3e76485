// A name, a piece of metadata or a date behind its field.

#pragma once

#include <dateline/date.h>
#include <dateline/fields.h>

#include <optional>

#include "query/query_node.h"
#include "query/query_problems.h"

namespace dateline::query {

/// Gives every word and phrase of `operand` the field, which is not of
/// FieldType::kText: person:(Putin OR "Sergei Lavrov") are two names. Words side by
/// side are one name or value. A date that cannot be read is reported and left out;
/// nothing remains when all are. Dates count from `today`.
std::optional<QueryNode> with_field(const FieldInfo& field, QueryNode operand,
                                    Date today, QueryProblems& problems);

}  // namespace dateline::query
