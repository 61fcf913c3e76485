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
bool belongs_to(const AnnotatedArticle& article, const Xapian::Database& database,
                Xapian::docid docid) {
  const std::string term = schema::id_term(article.article.id);
  auto posting = database.postlist_begin(term);
  posting.skip_to(docid);
  return posting != database.postlist_end(term) && *posting == docid;
}

AnnotatedArticle decode_data(std::string_view data,
                             const RecordDictionaries& dictionaries,
                             Xapian::docid docid) {
  if (!is_compressed(data)) return decode_record(data);
  return decode_record(decompress_record(data, dictionaries.of(docid)));
}

std::optional<AnnotatedArticle> whole_record(const Xapian::Document& document,
                                             const RecordDictionaries& dictionaries,
                                             Xapian::docid docid) {
  try {
    return decode_data(document.get_data(), dictionaries, docid);
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

AnnotatedArticle stored_article(const Xapian::Database& database,
                                const RecordDictionaries& dictionaries,
                                Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid);
  auto article = whole_record(document, dictionaries, docid);
  if (article && belongs_to(*article, database, docid)) return *std::move(article);
  throw Error(ErrorCode::kCorrupt, damaged_article(readable_id(database, docid)));
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
