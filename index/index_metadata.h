// What an index says of itself: versions, language, and which analysis made its terms.

#pragma once

#include <xapian.h>

#include <array>
#include <string>
#include <utility>

namespace dateline {

/// The metadata of an index that this library makes, or adds to: keys and values.
/// `language`: of articles that name none.
std::array<std::pair<std::string, std::string>, 6> index_metadata(
    const std::string& language);

/// Writes index_metadata().
void write_metadata(Xapian::WritableDatabase& database, const std::string& language);

/// Whether `database` has exactly what write_metadata() would write.
bool has_metadata(const Xapian::Database& database, const std::string& language);

/// The language that an index was made with.
std::string metadata_language(const Xapian::Database& database);

/// Throws Error kInvalidArgument when the words of `database` were made by another
/// analysis than ours, or their stems by another libstemmer, so that new words would
/// not meet old ones.
void require_same_analysis(const Xapian::Database& database, const std::string& path);

}  // namespace dateline
