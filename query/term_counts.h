// How many documents have a term, asked of one state of an index once for each.

#pragma once

#include <xapian.h>

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace dateline {

/// Safe to use from any number of threads, each with a database object of its own of
/// that state. Looking into the index takes some microseconds for each term, which is
/// most of what a short query takes.
class TermCounts {
 public:
  /// The documents of `database` that have `term`; 0 where none has.
  Xapian::doccount documents(const Xapian::Database& database, const std::string& term);

 private:
  std::mutex mutex_;  // Guards all below.
  std::unordered_map<std::string, Xapian::doccount> counts_;
  std::size_t bytes_ = 0;
};

}  // namespace dateline
