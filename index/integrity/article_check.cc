#include "index/integrity/article_check.h"

#include <algorithm>
#include <set>
#include <span>

#include "index/id_terms.h"
#include "index/index_metadata.h"
#include "index/integrity/findings.h"
#include "index/schema.h"
#include "index/stored_article.h"
#include "index/termlists.h"

namespace dateline::integrity {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

// Terms whose positions are kept, some kilobytes each: those that come in one article
// after another.
constexpr std::size_t kMostKeptTerms = 20'000;

bool is_slot_of_text(std::uint32_t slot) { return slot != schema::slot::kOwnBounds; }

// The slots of a document. Without lists of terms there are none of them either.
std::set<Xapian::valueno> slots_of(const Xapian::Document& document, bool has_lists) {
  std::set<Xapian::valueno> slots;
  if (!has_lists) {
    for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
      if (!document.get_value(slot).empty()) slots.insert(slot);
    }
    return slots;
  }
  const auto end = document.values_end();
  for (auto value = document.values_begin(); value != end; ++value) {
    slots.insert(value.get_valueno());
  }
  return slots;
}

// The first slot that is not as expected.
std::string check_values(const BuiltDocument& expected,
                         const Xapian::Document& document, bool has_lists) {
  std::set<Xapian::valueno> slots = slots_of(document, has_lists);
  for (const glass::Value& one : expected.values) {
    if (slots.erase(one.slot) == 0 || document.get_value(one.slot) != one.bytes) {
      return "Its slot " + std::to_string(one.slot) +
             " does not hold what its text says.";
    }
  }
  std::erase_if(slots, [](Xapian::valueno slot) { return !is_slot_of_text(slot); });
  if (slots.empty()) return "";
  return "Its slot " + std::to_string(*slots.begin()) + " should be empty.";
}

bool has_value(const BuiltDocument& built, std::uint32_t slot) {
  return std::ranges::any_of(
      built.values, [&](const glass::Value& value) { return value.slot == slot; });
}

// Indexed before there were fingerprints, and terms of some dates.
bool is_earlier(const BuiltDocument& built, const Xapian::Document& document) {
  return has_value(built, schema::slot::kFingerprint) &&
         document.get_value(schema::slot::kFingerprint).empty();
}

}  // namespace

std::string lacks_term(std::string_view term) {
  return "It lacks the term " + quoted(term) + " of its text.";
}

std::string has_other_term(std::string_view term) {
  return "It has the term " + quoted(term) + ", which its text does not give.";
}

std::string wrong_places(std::string_view term) {
  return "The places of " + quoted(term) + " are not those in its text.";
}

ArticleCheck::ArticleCheck(const Xapian::Database& database)
    : database_(database),
      dictionaries_(database),
      builder_(metadata_language(database)),
      has_lists_(has_termlists(database)),
      derives_(has_metadata(database, metadata_language(database))) {}

std::optional<ArticleFault> ArticleCheck::check(Xapian::docid docid) {
  const Xapian::Document document = database_.get_document(docid);
  try {
    if (const auto annotated = whole_record(document, dictionaries_, docid)) {
      return check(document, *annotated);
    }
  } catch (const DictionaryError&) {
    ++unreadable_;
    return std::nullopt;
  }
  return ArticleFault{readable_id(database_, docid),
                      "The bytes of the stored article have changed.", kTextMeaning};
}

std::optional<ExpectedDocument> ArticleCheck::expected(Xapian::docid docid) {
  try {
    const auto annotated =
        whole_record(database_.get_document(docid), dictionaries_, docid);
    if (annotated) {
      return ExpectedDocument{annotated->article.id, builder_.build(*annotated)};
    }
  } catch (const DictionaryError&) {
    // Which is told elsewhere.
  }
  return std::nullopt;
}

std::optional<ArticleFault> ArticleCheck::check(const Xapian::Document& document,
                                                const AnnotatedArticle& annotated) {
  const std::string& id = annotated.article.id;
  if (std::string fault = check_id(id, document); !fault.empty()) {
    return ArticleFault{id, std::move(fault), kTextMeaning};
  }
  std::string fault = check_terms(annotated, document);
  if (fault.empty()) return std::nullopt;
  return ArticleFault{id, std::move(fault), kSearchMeaning};
}

std::string ArticleCheck::check_id(const std::string& id,
                                   const Xapian::Document& document) const {
  const std::string term = schema::id_term(id);
  std::size_t found = 0;
  bool is_found = false;
  const auto end = database_.postlist_end(term);
  for (auto one = database_.postlist_begin(term); one != end; ++one) {
    ++found;
    is_found = is_found || *one == document.get_docid();
  }
  const std::string stored = has_lists_ ? id_term_of(document)
                             : is_found ? term
                                        : find_id_term(database_, document.get_docid());
  if (!stored.empty() && stored != term) {
    return "Its text stands under another id, " + quoted(stored.substr(0, 100)) + ".";
  }
  if (!is_found) return "It is not found by its id.";
  if (found == 1 || !schema::id_of_term(term)) return "";
  return "Its id is that of " + std::to_string(found) + " articles.";
}

std::string ArticleCheck::check_terms(const AnnotatedArticle& annotated,
                                      const Xapian::Document& document) {
  if (has_lists_) add_postings(document);
  if (!derives_) return has_lists_ ? check_length(document.get_docid()) : "";
  const BuiltDocument expected = builder_.build(annotated);
  if (!has_lists_) add_postings(expected, document.get_docid());
  if (std::string fault = check_length(document.get_docid()); !fault.empty()) {
    // A term says more.
    const std::string term = check_postings(expected, document.get_docid());
    return term.empty() ? fault : term;
  }
  if (is_earlier(expected, document)) {
    ++earlier_;
    return "";
  }
  std::string fault = has_lists_ ? compare_list(expected, document)
                                 : check_positions(expected, document.get_docid());
  return fault.empty() ? check_values(expected, document, has_lists_) : fault;
}

std::string ArticleCheck::compare_list(const BuiltDocument& expected,
                                       const Xapian::Document& document) {
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  for (const glass::Posting& one : expected.postings) {
    if (term == end || *term > one.term) {
      return lacks_term(one.term);
    }
    if (*term < one.term) break;
    if (term.get_wdf() != one.wdf || !has_positions(one, document.get_docid())) {
      return wrong_places(one.term);
    }
    ++term;
  }
  if (term == end) return "";
  return has_other_term(*term);
}

// Whether articles have the terms is told by adding up postings.
std::string ArticleCheck::check_positions(const BuiltDocument& expected,
                                          Xapian::docid docid) {
  for (const glass::Posting& one : expected.postings) {
    if (!has_positions(one, docid)) return wrong_places(one.term);
  }
  return "";
}

std::string ArticleCheck::check_postings(const BuiltDocument& expected,
                                         Xapian::docid docid) const {
  for (const glass::Posting& one : expected.postings) {
    const std::string term(one.term);
    auto posting = database_.postlist_begin(term);
    posting.skip_to(docid);
    if (posting == database_.postlist_end(term) || *posting != docid) {
      return lacks_term(term);
    }
    if (posting.get_wdf() != one.wdf) return wrong_places(term);
  }
  return "";
}

bool ArticleCheck::has_positions(const glass::Posting& expected, Xapian::docid docid) {
  if (!schema::has_positions(expected.term)) return expected.positions.empty();
  const std::string term(expected.term);
  auto kept = positions_.find(term);
  if (kept == positions_.end()) {
    if (positions_.size() >= kMostKeptTerms) positions_.clear();
    kept = positions_.emplace(term, TermPositions(database_, term)).first;
  }
  const auto found = kept->second.in(docid);
  position_sum_.add(term, docid, static_cast<Xapian::termcount>(found.size()));
  return std::ranges::equal(found, expected.positions);
}

void ArticleCheck::add_postings(const Xapian::Document& document) {
  length_ = 0;
  const auto end = document.termlist_end();
  for (auto term = document.termlist_begin(); term != end; ++term) {
    postings_.add(*term, document.get_docid(), term.get_wdf());
    length_ += term.get_wdf();
  }
}

void ArticleCheck::add_postings(const BuiltDocument& built, Xapian::docid docid) {
  length_ = 0;
  for (const glass::Posting& posting : built.postings) {
    postings_.add(posting.term, docid, posting.wdf);
    length_ += posting.wdf;
  }
}

std::string ArticleCheck::check_length(Xapian::docid docid) const {
  if (database_.get_doclength(docid) == length_) return "";
  return "Its length is not the sum of its words.";
}

}  // namespace dateline::integrity
