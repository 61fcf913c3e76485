// What the tables in an index's metadata have in common: a version before their bytes,
// and a checksum behind them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

struct TableFormat {
  char version;
  std::string_view name;    ///< "entities", for "The table of entities …".
  std::string_view remedy;  ///< "index something": how it is computed anew.
};

/// The bytes of a table, whose first is its version, with their XXH3-64, lowest byte
/// first, behind them.
std::string seal_table(std::string bytes);

/// What seal_table() was given, without the version. Throws Error kCorrupt where the
/// bytes are others, kNewerSchema where they are of a version that is not known.
std::string_view unseal_table(std::string_view sealed, const TableFormat& format);

/// Throws Error kCorrupt: the table of that format is damaged.
[[noreturn]] void throw_damaged_table(const TableFormat& format);

/// How many bytes at the front of two texts are the same: tables in the order of bytes
/// leave them out.
std::size_t shared_prefix(std::string_view a, std::string_view b);

}  // namespace dateline
