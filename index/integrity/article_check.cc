#include "index/integrity/article_check.h"

#include <xxhash.h>

#include <algorithm>
#include <span>

#include "index/copy_linking.h"
#include "index/index_metadata.h"
#include "index/integrity/findings.h"
#include "index/schema.h"
#include "index/stored_article.h"

namespace dateline::integrity {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

bool has_positions(const Xapian::TermIterator& term,
                   std::span<const std::uint32_t> expected) {
  auto position = term.positionlist_begin();
  const auto end = term.positionlist_end();
  for (const std::uint32_t one : expected) {
    if (position == end || *position != one) return false;
    ++position;
  }
  return position == end;
}

bool is_slot_of_text(std::uint32_t slot) { return slot != schema::slot::kOwnBounds; }

// The first slot that is not as expected.
std::string check_values(const BuiltDocument& expected,
                         const Xapian::Document& document) {
  auto value = document.values_begin();
  const auto end = document.values_end();
  const auto skip = [&] {
    while (value != end && !is_slot_of_text(value.get_valueno())) ++value;
  };
  skip();
  for (const glass::Value& one : expected.values) {
    if (value == end || value.get_valueno() != one.slot || *value != one.bytes) {
      return "Its slot " + std::to_string(one.slot) +
             " does not hold what its text says.";
    }
    ++value;
    skip();
  }
  if (value == end) return "";
  return "Its slot " + std::to_string(value.get_valueno()) + " should be empty.";
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

void PostingSum::add(std::string_view term, Xapian::docid docid,
                     Xapian::termcount wdf) {
  const std::uint64_t seed = std::uint64_t{docid} << 32 | wdf;
  sum_ += XXH3_64bits_withSeed(term.data(), term.size(), seed);
  ++count_;
}

ArticleCheck::ArticleCheck(const Xapian::Database& database)
    : database_(database),
      dictionaries_(database),
      builder_(metadata_language(database)),
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
  return ArticleFault{readable_id(document),
                      "The bytes of the stored article have changed.", kTextMeaning};
}

std::optional<ArticleFault> ArticleCheck::check(const Xapian::Document& document,
                                                const AnnotatedArticle& annotated) {
  const std::string& id = annotated.article.id;
  if (std::string fault = check_id(id, document); !fault.empty()) {
    return ArticleFault{id, std::move(fault), kTextMeaning};
  }
  add_postings(document);
  std::string fault = check_length(document.get_docid());
  if (fault.empty() && derives_) {
    const BuiltDocument expected = builder_.build(annotated);
    if (is_earlier(expected, document)) {
      ++earlier_;
    } else {
      fault = check_terms(expected, document);
      if (fault.empty()) fault = check_values(expected, document);
    }
  }
  if (fault.empty()) return std::nullopt;
  return ArticleFault{id, std::move(fault), kSearchMeaning};
}

std::string ArticleCheck::check_id(const std::string& id,
                                   const Xapian::Document& document) const {
  const std::string term = schema::id_term(id);
  const std::string stored = id_term_of(document);
  if (stored != term) {
    return "Its text stands under another id, " + quoted(stored.substr(0, 100)) + ".";
  }
  std::size_t found = 0;
  bool is_found = false;
  const auto end = database_.postlist_end(term);
  for (auto one = database_.postlist_begin(term); one != end; ++one) {
    ++found;
    is_found = is_found || *one == document.get_docid();
  }
  if (!is_found) return "It is not found by its id.";
  if (found == 1 || !schema::id_of_term(term)) return "";
  return "Its id is that of " + std::to_string(found) + " articles.";
}

std::string ArticleCheck::check_terms(const BuiltDocument& expected,
                                      const Xapian::Document& document) const {
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  for (const glass::Posting& one : expected.postings) {
    if (term == end || *term > one.term) {
      return "It lacks the term " + quoted(one.term) + " of its text.";
    }
    if (*term < one.term) break;
    if (term.get_wdf() != one.wdf || !has_positions(term, one.positions)) {
      return "The places of " + quoted(one.term) + " are not those in its text.";
    }
    ++term;
  }
  if (term == end) return "";
  return "It has the term " + quoted(*term) + ", which its text does not give.";
}

void ArticleCheck::add_postings(const Xapian::Document& document) {
  length_ = 0;
  const auto end = document.termlist_end();
  for (auto term = document.termlist_begin(); term != end; ++term) {
    postings_.add(*term, document.get_docid(), term.get_wdf());
    length_ += term.get_wdf();
  }
}

std::string ArticleCheck::check_length(Xapian::docid docid) const {
  if (database_.get_doclength(docid) == length_) return "";
  return "Its length is not the sum of its words.";
}

}  // namespace dateline::integrity
