// The dictionary of an index: text that many of its articles share, which their records
// name instead of having it again (index/record_compression.h).
//
// An index has one for good, in its metadata: it is trained on the first articles that
// are enough for it, and all that are stored afterwards are stored by it.

#pragma once

#include <dateline/error.h>
#include <xapian.h>

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace dateline {

/// Immutable: safe to use from any number of threads.
class RecordDictionary {
 public:
  /// `bytes`: what zstd takes for a dictionary; Error kCorrupt is thrown for others.
  explicit RecordDictionary(std::string bytes);
  ~RecordDictionary();

  const std::string& bytes() const { return bytes_; }

  /// What zstd makes of it to decompress, and to compress, which is worked out when it
  /// is first asked for.
  const ZSTD_DDict_s* for_reading() const { return for_reading_; }
  const ZSTD_CDict_s* for_writing() const;

 private:
  const std::string bytes_;
  ZSTD_DDict_s* const for_reading_;
  mutable std::once_flag once_;
  mutable ZSTD_CDict_s* for_writing_ = nullptr;
};

using RecordDictionaryPtr = std::shared_ptr<const RecordDictionary>;

/// A dictionary for records like these, none of them compressed; null where they are
/// too few or too short for one to pay. Depends on nothing else. Takes about 10 ms.
RecordDictionaryPtr train_dictionary(std::span<const std::string> records);

/// That of `database`, a single one; null where it has none. Throws Error kCorrupt, and
/// Xapian's exceptions.
RecordDictionaryPtr read_dictionary(const Xapian::Database& database);

/// One for `database`, which has none, trained on records from all over it; null where
/// these are not enough. Lets Xapian's exceptions through.
RecordDictionaryPtr train_dictionary(const Xapian::Database& database);

/// Makes `dictionary` that of `database`, unless it has one.
void add_dictionary(Xapian::WritableDatabase& database,
                    const RecordDictionary& dictionary);

/// A record cannot be read because the dictionary of its index is damaged or missing:
/// kCorrupt.
class DictionaryError : public Error {
 public:
  using Error::Error;
};

/// Throws DictionaryError.
[[noreturn]] void throw_missing_dictionary();

/// Those of databases that are read as one. Immutable: safe to use from any number of
/// threads.
class RecordDictionaries {
 public:
  /// `shards`: what Xapian::Database::add_database() was given, in order. One that is
  /// damaged is told when it is needed. Lets Xapian's exceptions through.
  explicit RecordDictionaries(std::span<const Xapian::Database> shards);

  /// Of a database alone.
  explicit RecordDictionaries(const Xapian::Database& database)
      : RecordDictionaries(std::span(&database, 1)) {}

  /// That of a document. Throws DictionaryError where it is damaged or missing.
  const RecordDictionary& of(Xapian::docid docid) const;

  /// The same; null where it is damaged or missing.
  const RecordDictionaryPtr& find(Xapian::docid docid) const {
    return dictionaries_[(docid - 1) % dictionaries_.size()];
  }

 private:
  std::vector<RecordDictionaryPtr> dictionaries_;
};

}  // namespace dateline
