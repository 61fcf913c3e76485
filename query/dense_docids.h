// Whether what is kept by the numbers of documents may be a flat array.

#pragma once

#include <xapian.h>

#include <cstdint>

namespace dateline {

/// Where most numbers are unused (after very many replacements), an array indexed by
/// them would be mostly empty.
inline bool has_dense_docids(const Xapian::Database& database) {
  constexpr std::uint64_t kAlwaysFine = 1'000'000;
  constexpr std::uint64_t kRowsPerDocument = 8;
  return database.get_lastdocid() <=
         kAlwaysFine + kRowsPerDocument * database.get_doccount();
}

}  // namespace dateline
