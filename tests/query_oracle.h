// Dateline and the oracle (search_oracle.h) asked the same question over the same
// random articles.

#pragma once

#include <dateline/searcher.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/random_articles.h"
#include "tests/random_questions.h"
#include "tests/search_oracle.h"
#include "tests/testing.h"

namespace dateline::oracle {

/// A question and the filters beside it.
struct Request {
  Question question;
  std::vector<FacetFilter> filters{};
  SortOrder sort = SortOrder::kRelevance;
  std::size_t page = 10;  ///< Hits, where they are asked for page by page.
  bool any = false;       ///< As SearchOptions::any.
  std::optional<Recency> recency{};
};

Request random_request(const Vocabulary& vocabulary, std::mt19937& random);

/// The query and the filters, as one line.
std::string to_string(const Request& request);

class QueryOracle {
 public:
  /// An index of `articles`, and the oracle's own reading of them. Where the texts
  /// speak of days (Vocabulary::date_phrases), names and dates are looked for in them,
  /// and the oracle reads what the index says was found.
  QueryOracle(Vocabulary vocabulary, const std::vector<Article>& articles);

  /// With the names that it knows.
  const Vocabulary& vocabulary() const { return vocabulary_; }

  /// How the two differ in matches, counts, facets, order and snippets; empty where
  /// they agree.
  std::string disagreement(const Request& request) const;

  /// Makes a request that the two disagree about as small as it can be while they do.
  Request smallest(Request request) const;

  /// The share of the articles that the question finds, by the oracle.
  double share(const Request& request) const;

 private:
  std::string matches_differ(const Request& request, const Results& results) const;
  std::string facets_differ(const Request& request, const Results& results) const;
  std::string snippets_differ(const Request& request, const Results& results) const;
  SearchOptions options(const Request& request) const;
  bool is_analysed() const { return !vocabulary_.date_phrases.empty(); }
  void read_documents(const std::vector<Article>& articles);

  std::string count_differs(const Query& query, SearchOptions options,
                            const Results& whole) const;
  std::string order_differs(const Request& request, const Results& results) const;

  /// How `page`, which begins behind `first` matches, differs from that part of
  /// `whole`.
  static std::string page_differs(const Results& page, const Results& whole,
                                  std::size_t first);

  /// The articles that match, but for filters of the kind `except`.
  std::vector<const Document*> matching(const Request& request,
                                        const std::string& except = {}) const;
  bool passes(const Document& document, const Request& request,
              const std::string& except) const;

  Vocabulary vocabulary_;
  testing::TempDir folder_;
  std::vector<Document> documents_;
  std::map<std::string, const Document*> by_id_;
  std::unique_ptr<Searcher> searcher_;
};

}  // namespace dateline::oracle
