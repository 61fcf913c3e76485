#include "query/query_problems.h"

#include <algorithm>
#include <utility>

#include "query/query_limits.h"

namespace dateline::query {

std::vector<QueryProblem> QueryProblems::take() && {
  std::stable_sort(
      problems_.begin(), problems_.end(),
      [](const QueryProblem& a, const QueryProblem& b) { return a.offset < b.offset; });
  if (problems_.size() > kMaxProblems) {
    const std::size_t more = problems_.size() - (kMaxProblems - 1);
    problems_.resize(kMaxProblems);
    problems_.back().message =
        "From here on, " + std::to_string(more) + " more problems are not listed.";
  }
  return std::move(problems_);
}

}  // namespace dateline::query
