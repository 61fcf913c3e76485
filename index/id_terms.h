// From the number of a document to its id.

#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "index/record_dictionary.h"

namespace dateline {

/// The term of a document's id, by its list of terms, which its database has.
std::string id_term_of(const Xapian::Document& document);

/// The same by a look at all ids of `database`, whether or not that has lists; empty
/// where no id is that of `docid`.
std::string find_id_term(const Xapian::Database& database, Xapian::docid docid);

/// The same for many documents of a database that an article can be read from. One
/// object belongs to one thread.
class IdTerms {
 public:
  /// `database`, a single one, may change, but not be given other lists of terms.
  explicit IdTerms(const Xapian::Database& database);

  /// By the list of terms, by the stored article or, where that is damaged, by all ids.
  /// Throws DictionaryError. Lets Xapian's exceptions through.
  std::string of(Xapian::docid docid);

 private:
  const Xapian::Database& database_;
  const bool has_lists_;
  std::optional<RecordDictionaries> dictionaries_;  // Once one is needed.
};

}  // namespace dateline
