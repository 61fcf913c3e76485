// dateline/query.h - what the user typed, understood.
//
// A query is parsed once; it can then be printed, kept, and run many times:
//
//   const auto [query, problems] = dateline::parse_query("flood -insurance");
//   for (const auto& problem : problems) std::cerr << problem.message << '\n';
//   const auto results = searcher.search(query);
//
// THE LANGUAGE, tightest operators first. Operators are words in capitals.
//
//   treaty            an article with a word of the same stem: treaties. A word that is
//                     all capitals means that word in capitals (START), unless the
//                     whole query is in capitals.
//   =treaty           this word as it is written; case and accents never count
//   "arms control"    these words as they are written, side by side, in this order
//   "arms control"~5  these words as they are written, near each other; see below
//   sanction*  wom?n  a word: * stands for any letters, also none, ? for exactly one.
//                     * may stand anywhere in the word; ? at its end is punctuation
//   lavrof~  lavrof~2 a word 1 or 2 letters off: inserted, deleted, changed, or swapped
//                     with its neighbour (the distance of Damerau and Levenshtein)
//   title:x           x, a word, phrase or (group), in the title
//   person:x org:x place:x thing:x name:x    a name, under every spelling linked to it
//   source:x author:x topic:x lang:x id:x site:x url:x      metadata, as a whole
//   published:d about:d   when it appeared, what dates it mentions, d being 2023,
//                     2023-03, 2023-03-02, 2023-02..2023-04, ..2022, 2024.., today,
//                     yesterday, last-week, last-month, 30d, "2 March 2023",
//                     "March 2023"
//   atleast/3:x       x, a word, phrase, name or (group), three times or more
//   x NEAR/5 y        within 5 words of each other; NEAR alone is NEAR/10
//   x ADJ/5 y         the same, in this order; ADJ alone is ADJ/10
//   NOT x, -x         articles without x; a query of only NOT is all the others
//   x y               both, the better the nearer; a run of words that is a name in the
//                     index is that name, as a phrase
//   x AND y           both
//   x OR y            either
//   (x)               a group
//
// PLACES. Words have positions, counted in the title and on in the body, behind a gap
// of 1000; a form that is several words (G-20) stands at the first of them. A
// *span* is a range of positions:
//
//   a word, =word, pattern or inexact word   the position of each occurrence
//   "a b c"             the positions of a, b and c where they stand one after another
//   person:x org:x …    in an article that has the name: where it is written in any of
//                       its spellings, of people also by the last word of one where
//                       that stands in no longer one
//   x OR y              the spans of x and those of y
//   x NEAR/n y NEAR/n z …    choose a span of each operand, no two of which share a
//                       position. Their window reaches from the first position to the
//                       last. It counts when at most n - 1 of its positions are in none
//                       of the chosen spans: two words are at most n positions apart.
//                       The spans are the windows that hold no other one that counts.
//   ADJ/n               the same, each operand behind the one before it
//   "a b c"~n           a NEAR/n b NEAR/n c, each word as it is written
//
// NEAR matches an article where it has a span. Its operands are words, phrases,
// patterns, inexact words, names, NEARs and ADJs, and ORs of such, up to 8. Operators
// of the same kind and number in a row are one; others are read from left to right: a
// NEAR/5 b ADJ/2 c is (a NEAR/5 b) ADJ/2 c. Within a NEAR, ADJ or atleast, a word has
// the positions of every word of the index with its stem. title:a NEAR/5 title:b is
// title:(a NEAR/5 b); other operands (a date, metadata, a NOT) cannot be measured, and
// the operator is left out and reported.
//
// COUNTS. atleast/n:x matches an article where x has n spans, or more. Of AND, of words
// side by side and of an OR with an AND within it, each part is counted by itself.
//
// EXPANSION. A pattern or inexact word stands for the words of the index that fit, in
// titles with title:; beyond 1000 of them for those in most articles, the first by
// their letters among equals, which is noted.

#pragma once

#include <dateline/date.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

class Query;
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

  /// The query in the query language, which parse_query() reads as the same tree
  /// without problems: `flood -insurance` gives `flood AND NOT insurance`. Days that
  /// were counted from today are dates. "*" when it matches every article. It has
  /// brackets where the query typed had none: one that nearly reaches the bounds of
  /// parse_query() may be written as one beyond them.
  std::string to_text() const;

  /// The tree as one line of JSON, for programs. One key names the kind of each node:
  ///
  ///   {"word": "treaty"}  {"word": "treaty", "exact": true}
  ///   {"phrase": "arms control"}  {"phrase": "arms control", "within": 5}
  ///   {"like": "sanction*"}  {"fuzzy": "lavrof", "edits": 1}
  ///   {"and": [a, b, …]}  {"or": [a, b, …]}  {"not": a}
  ///   {"run": [a, b, …]}: side by side
  ///   {"near": [a, b, …], "within": 5}  {"adj": [a, b, …], "within": 5}
  ///   {"atleast": a, "times": 3}
  ///   {"title": a}
  ///   {"person": "Sergei Lavrov"}, and so every other name and metadata field
  ///   {"published": {"from": "2023-02-01", "to": "2023-04-30"}}  {"about": …}; either
  ///   end may be missing
  ///   {"everything": true}
  std::string to_json() const;

  /// The query of such a text. What to_json() gives comes back as the same tree; groups
  /// within groups of the same kind are joined as they are when they are typed. "exact"
  /// may be missing; so may "edits" (1) and the "within" of near and adj (10).
  ///
  /// Throws Error kInvalidArgument, which names the place ("/and/1/word"), for what is
  /// no JSON or no query, and for what the language cannot say: a word that is none, a
  /// NEAR of dates, more than parse_query() reads.
  static Query from_json(std::string_view json);

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
/// `problems`. Takes time linear in the text; reads at most 16 KiB of it, nests at most
/// 50 deep and keeps at most 500 leaves: what is beyond is reported and left out.
ParsedQuery parse_query(std::string_view text, const QueryOptions& options = {});

}  // namespace dateline
