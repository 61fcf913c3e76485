// One stored article against what its own text says of it.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "index/document_builder.h"
#include "index/integrity/posting_sums.h"
#include "index/positions/term_positions.h"

namespace dateline::integrity {

/// What is wrong with an article.
struct ArticleFault {
  std::string id;  ///< Empty where it cannot be read.
  std::string what;
  std::string_view meaning;
};

/// The document that the text of an article gives, with its id.
struct ExpectedDocument {
  std::string id;
  BuiltDocument document;
};

/// What is said of an article and a term that do not fit together.
std::string lacks_term(std::string_view term);
std::string has_other_term(std::string_view term);
std::string wrong_places(std::string_view term);

/// Checks the articles of one database, one after another. Belongs to one thread.
class ArticleCheck {
 public:
  explicit ArticleCheck(const Xapian::Database& database);

  /// Checks record, id, terms, positions, slots and length of an article; the first
  /// fault is all that is told. Lets Xapian's exceptions through.
  std::optional<ArticleFault> check(Xapian::docid docid);

  /// What document `docid` should be by its text; lives until the next call of anything
  /// here. nullopt where its text cannot be read.
  std::optional<ExpectedDocument> expected(Xapian::docid docid);

  /// Of the terms of all articles that were checked. In an index of another version
  /// there is nothing to check them by unless it has lists of them, and this is empty.
  const PostingSums& postings() const { return postings_; }

  /// Of the positions of all articles that were checked: for wdf, how many there are.
  const PostingSums& positions() const { return position_sum_; }

  /// Whether terms and slots of this database can be derived anew: those of another
  /// version may rightly be others.
  bool derives() const { return derives_; }

  /// Articles that an earlier version indexed, so that only their record was checked.
  std::uint64_t earlier() const { return earlier_; }

  /// Articles that cannot be read, and were not checked, because the dictionary of the
  /// index is damaged or missing.
  std::uint64_t unreadable() const { return unreadable_; }

 private:
  std::optional<ArticleFault> check(const Xapian::Document& document,
                                    const AnnotatedArticle& annotated);
  std::string check_id(const std::string& id, const Xapian::Document& document) const;
  std::string check_terms(const AnnotatedArticle& annotated,
                          const Xapian::Document& document);
  std::string compare_list(const BuiltDocument& expected,
                           const Xapian::Document& document);
  std::string check_positions(const BuiltDocument& expected, Xapian::docid docid);
  std::string check_postings(const BuiltDocument& expected, Xapian::docid docid) const;
  bool has_positions(const glass::Posting& expected, Xapian::docid docid);
  void add_postings(const Xapian::Document& document);
  void add_postings(const BuiltDocument& built, Xapian::docid docid);
  std::string check_length(Xapian::docid docid) const;

  Xapian::Database database_;
  RecordDictionaries dictionaries_;
  DocumentBuilder builder_;
  bool has_lists_;  // Of terms, by article.
  bool derives_;
  PostingSums postings_;
  PostingSums position_sum_;
  std::unordered_map<std::string, TermPositions> positions_;  // By term, kept.
  std::uint64_t length_ = 0;  // Of the article being checked, by its terms.
  std::uint64_t earlier_ = 0;
  std::uint64_t unreadable_ = 0;
};

}  // namespace dateline::integrity
