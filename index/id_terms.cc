#include "index/id_terms.h"

#include "index/schema.h"
#include "index/stored_article.h"
#include "index/termlists.h"

namespace dateline {

std::string id_term_of(const Xapian::Document& document) {
  const std::string prefix = schema::id_term("");
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(prefix);
  return *term;
}

std::string find_id_term(const Xapian::Database& database, Xapian::docid docid) {
  const std::string prefix = schema::id_term("");
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    auto posting = database.postlist_begin(*term);
    posting.skip_to(docid);
    if (posting != database.postlist_end(*term) && *posting == docid) return *term;
  }
  return "";
}

IdTerms::IdTerms(const Xapian::Database& database)
    : database_(database), has_lists_(has_termlists(database)) {}

std::string IdTerms::of(Xapian::docid docid) {
  const Xapian::Document document = database_.get_document(docid);
  if (has_lists_) return id_term_of(document);
  if (!dictionaries_) dictionaries_.emplace(database_);
  const auto article = whole_record(document, *dictionaries_, docid);
  if (article && belongs_to(article->article, database_, docid)) {
    return schema::id_term(article->article.id);
  }
  return find_id_term(database_, docid);
}

}  // namespace dateline
