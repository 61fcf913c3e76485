#include "index/stored_article.h"

#include <dateline/error.h>

#include <optional>
#include <utility>

#include "index/document_record.h"
#include "index/id_terms.h"
#include "index/record_compression.h"
#include "index/schema.h"

namespace dateline {

// Blocks point at each other: a changed pointer leads to the whole record of another
// article, whose checksum is right.
bool belongs_to(const Article& article, const Xapian::Database& database,
                Xapian::docid docid) {
  const std::string term = schema::id_term(article.id);
  auto posting = database.postlist_begin(term);
  posting.skip_to(docid);
  return posting != database.postlist_end(term) && *posting == docid;
}

namespace {

// What `decode` reads in `data`, unpacked.
template <class Decode>
auto decoded(std::string_view data, const RecordDictionaries& dictionaries,
             Xapian::docid docid, const Decode& decode) {
  if (!is_compressed(data)) return decode(data);
  return decode(decompress_record(data, dictionaries.of(docid)));
}

// What `decode` reads in the record of `document`; nullopt where that is damaged.
template <class Decode>
auto read_record(const Xapian::Document& document,
                 const RecordDictionaries& dictionaries, Xapian::docid docid,
                 const Decode& decode)
    -> std::optional<decltype(decode(std::string_view()))> {
  try {
    return decoded(document.get_data(), dictionaries, docid, decode);
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::DatabaseError& error) {
    if (error.get_error_string() != nullptr) throw;  // Of the system, not of the bytes.
  } catch (const DictionaryError&) {
    throw;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
  }
  return std::nullopt;
}

const Article& article_of(const AnnotatedArticle& read) { return read.article; }
const Article& article_of(const Article& read) { return read; }

// What `decode` reads in the record of document `docid`, which is that of its article.
template <class Decode>
auto read_stored(const Xapian::Database& database,
                 const RecordDictionaries& dictionaries, Xapian::docid docid,
                 const Decode& decode) {
  // Not looked up in the list of documents first: one that is not there has no record.
  const auto document = database.get_document(docid, Xapian::DOC_ASSUME_VALID);
  auto read = read_record(document, dictionaries, docid, decode);
  if (read && belongs_to(article_of(*read), database, docid)) return *std::move(read);
  throw Error(ErrorCode::kCorrupt, damaged_article(readable_id(database, docid)));
}

}  // namespace

AnnotatedArticle decode_data(std::string_view data,
                             const RecordDictionaries& dictionaries,
                             Xapian::docid docid) {
  return decoded(data, dictionaries, docid, decode_record);
}

std::optional<AnnotatedArticle> whole_record(const Xapian::Document& document,
                                             const RecordDictionaries& dictionaries,
                                             Xapian::docid docid) {
  return read_record(document, dictionaries, docid, decode_record);
}

AnnotatedArticle stored_article(const Xapian::Database& database,
                                const RecordDictionaries& dictionaries,
                                Xapian::docid docid) {
  return read_stored(database, dictionaries, docid, decode_record);
}

Article stored_heading(const Xapian::Database& database,
                       const RecordDictionaries& dictionaries, Xapian::docid docid) {
  return read_stored(database, dictionaries, docid, decode_heading);
}

std::string readable_id(const Xapian::Database& database, Xapian::docid docid) {
  try {
    const std::string term = find_id_term(database, docid);
    return std::string(schema::id_of_term(term).value_or(""));
  } catch (const Xapian::Error&) {
    return "";
  }
}

std::string damaged_article(const std::string& id) {
  const std::string which =
      id.empty() ? "A stored article" : "The stored article '" + id + "'";
  return which +
         " is damaged: index it again, or rebuild the index; `dateline check` "
         "tells what else is.";
}

}  // namespace dateline
