// Collects what could not be understood.

#pragma once

#include <dateline/query.h>

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::query {

class QueryProblems {
 public:
  /// Notes one problem with bytes [offset, offset + length) of the text.
  void report(std::size_t offset, std::size_t length, std::string message) {
    problems_.push_back({offset, length, std::move(message)});
  }

  bool empty() const { return problems_.empty(); }

  /// The problems by offset; of very many the first, and how many more there are.
  std::vector<QueryProblem> take() &&;

 private:
  std::vector<QueryProblem> problems_;
};

}  // namespace dateline::query
