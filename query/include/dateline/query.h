// dateline/query.h - what the user typed, understood.
//
// A query is parsed once; it can then be printed, kept, and run many times:
//
//   const auto [query, problems] = dateline::parse_query("flood -insurance");
//   for (const auto& problem : problems) std::cerr << problem.message << '\n';
//   const auto results = searcher.search(query);
//
// README.md describes the language itself, under "Asking questions".

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

struct ParsedQuery;
struct QueryNode;

/// What parsing depends on besides the text.
struct QueryOptions {
  /// The day that `today`, `last-week` or `30d` count from. Date{}: such words are
  /// reported as problems. The library reads no clock.
  Date today{};
};

/// A parsed query. An immutable value: cheap to copy, and safe to share between
/// threads. A default-constructed Query matches every article.
class Query {
 public:
  Query() = default;

  /// The query in its canonical form: `flood -insurance` gives
  /// `(and flood (not insurance))`. Logs, tests and `dateline explain` all show
  /// this form; it is meant to be read and compared, never parsed.
  std::string to_string() const;

  /// The text it was parsed from, as far as it was read.
  const std::string& text() const { return text_; }

  /// The library's own view of the query; null when it matches every article.
  /// Lives as long as any copy of this Query.
  const QueryNode* root() const { return root_.get(); }

 private:
  friend ParsedQuery parse_query(std::string_view text, const QueryOptions& options);
  Query(std::string text, std::shared_ptr<const QueryNode> root)
      : text_(std::move(text)), root_(std::move(root)) {}

  std::string text_;
  std::shared_ptr<const QueryNode> root_;
};

/// One thing in the text that could not be understood as it was written.
struct QueryProblem {
  std::size_t offset = 0;  ///< Bytes [offset, offset + length) of the text.
  std::size_t length = 0;
  std::string message;  ///< One sentence, for the person who typed it.

  friend bool operator==(const QueryProblem&, const QueryProblem&) = default;
};

/// What parse_query() made of a text.
struct ParsedQuery {
  Query query;                         ///< Always usable.
  std::vector<QueryProblem> problems;  ///< By offset. Empty: all was understood.
};

/// Parses `text`, UTF-8 as a person types it.
///
/// Bad input is not an error here: a search box has to answer. What can be
/// understood becomes the query, the rest is left out of it and reported in
/// `problems`. Takes time linear in the text; reads at most 4 KiB of it, nests at most
/// 50 deep and keeps at most 200 leaves: what is beyond is reported and left out.
ParsedQuery parse_query(std::string_view text, const QueryOptions& options = {});

}  // namespace dateline
