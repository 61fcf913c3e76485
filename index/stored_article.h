// An article as an index stores it, checked before anybody sees it.

#pragma once

#include <dateline/annotate.h>
#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "index/record_dictionary.h"

namespace dateline {

/// Reads the record of document `docid` of `database`, of which `dictionaries` are.
/// Throws Error kCorrupt, naming the article, when a byte of the record has changed, or
/// when it is the record of another article: no text is ever given that was not indexed
/// under this id; DictionaryError. Lets Xapian's exceptions about what a writer does
/// meanwhile through.
AnnotatedArticle stored_article(const Xapian::Database& database,
                                const RecordDictionaries& dictionaries,
                                Xapian::docid docid);

/// Of that article what decode_heading() reads, under the same promise: the whole
/// record is unpacked, and its checksum and whose it is are looked at; only what is not
/// given back is not decoded. So of damage but this is not told: a record that was
/// written wrong, with a right checksum, in such a part.
Article stored_heading(const Xapian::Database& database,
                       const RecordDictionaries& dictionaries, Xapian::docid docid);

/// The record of `document`, which is document `docid` of what `dictionaries` are of,
/// be it of this article or another; nullopt where a byte of it has changed. Throws
/// DictionaryError.
std::optional<AnnotatedArticle> whole_record(const Xapian::Document& document,
                                             const RecordDictionaries& dictionaries,
                                             Xapian::docid docid);

/// The record in `data` of a document, compressed by `dictionaries` or not. Throws as
/// decode_record() does, and DictionaryError.
AnnotatedArticle decode_data(std::string_view data,
                             const RecordDictionaries& dictionaries,
                             Xapian::docid docid);

/// Whether document `docid` of `database` is found by the id of `article`.
bool belongs_to(const Article& article, const Xapian::Database& database,
                Xapian::docid docid);

/// The id of a document by the terms of `database`; empty where it cannot be read, or
/// not whole. Takes a look at all ids.
std::string readable_id(const Xapian::Database& database, Xapian::docid docid);

/// "The stored article 'a1' is damaged: ...", by its id, which may be longer than is
/// good for a sentence or, empty, unknown.
std::string damaged_article(const std::string& id);

}  // namespace dateline
