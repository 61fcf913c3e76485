// dateline/results.h - what a search gives back: plain values, copied out of the index.

#pragma once

#include <dateline/annotate.h>
#include <dateline/fields.h>
#include <dateline/period.h>
#include <dateline/query.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// An article of the same text as a hit, or nearly.
struct Copy {
  std::string id;
  std::string source;
  Date published;  ///< Date{}: not known.

  friend bool operator==(const Copy&, const Copy&) = default;
};

/// One article found.
struct Hit {
  std::size_t rank = 0;  ///< 1 is the first of all matches.
  double score = 0;      ///< BM25; larger is better. Comparable within one result only.
  std::string id;
  std::string title;
  std::string source;
  std::string url;
  Publication published;
  std::string snippet;  ///< The passage that answers, marked as SearchOptions::snippet
                        ///< says; the start of the article when only filters matched.
  std::vector<NameCount> names;  ///< The article's names, as facet_names() gives them,
                                 ///< but each entity once, by the label that facets
                                 ///< have for it, and without those that are no facet.
  std::vector<DateRange>
      mentioned;               ///< Dates in its text, as facet_dates() gives them.
  std::size_t copy_count = 0;  ///< With SearchOptions::fold: other articles found
                               ///< that are copies of this one.
  std::vector<Copy> copies{};  ///< The earliest of them, then by id.
};

/// One value of a facet.
struct FacetValue {
  std::string value;      ///< "Sergey Lavrov", "Reuters", "2023-03": as the first
                          ///< article of the index that has it writes it. A name stands
                          ///< for all spellings of one entity.
  std::size_t count = 0;  ///< Matching articles that have it, in any spelling, each
                          ///< counted once.
  std::map<std::string, std::size_t>
      spellings{};           ///< Names only: matching articles by spelling.
  std::size_t in_index = 0;  ///< With FacetRank::kTypical: how many of the whole index
                             ///< have it, counted as `count` is,
  double score = 0;          ///< and how typical it is of the articles found.
  std::size_t gap = 0;  ///< Dates only: the empty periods that this value stands for,
                        ///< where `count` is 0; more than 1 where rows would be very
                        ///< many.

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// The values of one kind over all matching articles.
struct Facet {
  std::string kind;                ///< As resolved: "person", "published:month".
  std::vector<FacetValue> values;  ///< Names and metadata by falling count, then by
                                   ///< value without regard to case; dates by time,
                                   ///< the empty periods between two among them.
  std::size_t distinct = 0;  ///< Values that articles have; `values` may hold fewer.
};

/// A name of NamePairs, under all spellings that are linked to it.
struct PairedName {
  NameKind kind = NameKind::kPerson;
  std::string label;         ///< As facets call it.
  std::size_t articles = 0;  ///< Matching articles that have it.
};

/// Two names, and the articles that have both.
struct NamePair {
  std::size_t first = 0;   ///< Places in NamePairs::names: the one of more articles
  std::size_t second = 0;  ///< comes first.
  std::size_t articles = 0;
  double likelihood =
      0;            ///< Of the two having to do with each other, against chance:
                    ///< Dunning's log-likelihood ratio over the matching articles.
  double dice = 0;  ///< Twice the articles that have both by the sum of those of each:
                    ///< 1 for names that are never apart.
};

/// How many articles matched.
struct MatchCount {
  std::size_t count = 0;
  bool exact = true;  ///< False: at least `count`.

  /// The articles found without copies of others that were found, too, where this was
  /// asked for: by folding, or by counting stories. Exact where `count` is.
  std::optional<std::size_t> stories{};
};

/// The query that was perhaps meant.
struct Suggestion {
  std::string query;      ///< As it would be typed.
  std::size_t count = 0;  ///< Articles that match it, within the same filters; not 0.

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// What a search found.
struct Results {
  std::string reading;              ///< The query as understood, names resolved.
  std::vector<QueryProblem> notes;  ///< What was resolved, dropped or bounded.
  MatchCount matches;
  std::vector<Hit> hits;
  bool folded = false;        ///< Whether a hit stands for its copies, too.
  std::vector<Facet> facets;  ///< As SearchOptions::facets asked, in that order.

  /// Whether the time limit has ended the search. Where `matches` are not exact then,
  /// hits and facets are of the articles looked at until then; where they are, hits may
  /// be missing at the end. Each facet is complete over the articles found, or missing.
  bool timed_out = false;

  /// Where words or names of the query are in no article, or in hardly one and another
  /// spelling in very many: the whole query as it was perhaps meant.
  std::optional<Suggestion> suggestion;
};

/// Who is named with whom, as Searcher::pairs() found.
struct NamePairs {
  std::string reading;              ///< The query as understood, names resolved.
  std::vector<QueryProblem> notes;  ///< What was resolved, dropped or bounded.
  MatchCount matches;

  /// Whether the time limit has ended it: then pairs are counted over the articles that
  /// were found until then, or missing.
  bool timed_out = false;
  std::vector<PairedName> names;         ///< Those of the pairs, most articles first.
  std::vector<NamePair> pairs;           ///< As PairOptions asked, the best first.
  std::size_t found = 0;                 ///< Pairs there are; `pairs` may hold fewer.
  std::optional<Suggestion> suggestion;  ///< As Results::suggestion.
};

/// An article as Searcher::export_articles() hands it out.
struct ExportedArticle {
  AnnotatedArticle found;
  std::vector<NameCount> names;      ///< As Hit::names.
  std::vector<DateRange> mentioned;  ///< As Hit::mentioned.
};

/// What was exported.
struct ExportSummary {
  std::string reading;                   ///< The query as understood, names resolved.
  std::vector<QueryProblem> notes;       ///< What was resolved, dropped or bounded.
  MatchCount matches;                    ///< The articles that were handed out.
  std::optional<Suggestion> suggestion;  ///< As Results::suggestion.
};

/// An article like another one, and what both have.
struct SimilarArticle {
  Hit hit;                    ///< Its score is its likeness, 0 to 1. The snippet marks
                              ///< words that the two share.
  std::vector<Name> names{};  ///< Entities that both name, as the other one does.
  std::vector<Date> days{};   ///< Days that both tell of.
};

/// What Searcher::similar() found.
struct SimilarArticles {
  std::vector<SimilarArticle> articles;
  std::vector<std::string> words;  ///< The stems looked for, the rarest first.
};

/// A sentence of an article that tells of a period.
struct TimelineSentence {
  std::string text;     ///< One line; the words that name the period are marked as
                        ///< TimelineOptions::snippet says.
  DateRange mentioned;  ///< What they name: a day of the month that is told of. Of a
                        ///< timeline of publication: open.
  std::string id;       ///< The article.
  std::string title;
  std::string source;
  Publication published;
};

/// A day, week, month, ... and the articles that speak of it.
struct TimelinePeriod {
  DateRange days;
  std::size_t count = 0;  ///< Articles; 0 in a gap.
  std::size_t units = 1;  ///< Of Timeline::unit; more than 1 only in a long gap.
  std::vector<TimelineSentence> sentences{};  ///< The best first; of an article one,
                                              ///< and of those nearly the same one.
};

/// What Searcher::timeline() found.
struct Timeline {
  std::string reading;              ///< The query as understood, names resolved.
  std::vector<QueryProblem> notes;  ///< What was resolved, dropped or bounded.
  MatchCount matches;

  /// Whether the time limit has ended it: then periods are counted over the articles
  /// that were found until then, or missing, and so are sentences.
  bool timed_out = false;
  std::size_t dated = 0;  ///< Articles among them that speak of a date within
                          ///< TimelineOptions::days, however exact.
  CalendarUnit unit = CalendarUnit::kMonth;

  /// From the first to the last that an article speaks of, in order, those that none
  /// does among them; where these would be very many, each run of them is one period.
  std::vector<TimelinePeriod> periods;

  /// What was told less exactly than by `unit`, or lies in no one of them, most
  /// articles first: in a timeline of days a month, in one of months a year or a
  /// quarter.
  std::vector<TimelinePeriod> coarser;

  std::optional<Suggestion> suggestion;  ///< As Results::suggestion.
};

/// One person, organisation, place or thing of an index, under every spelling that is
/// linked to it.
struct Entity {
  NameKind kind = NameKind::kPerson;
  std::string label;         ///< As facets call it.
  std::size_t articles = 0;  ///< That have any of its spellings, each counted once.
  std::map<std::string, std::size_t> spellings{};  ///< Articles by spelling.
  bool hidden = false;  ///< A lone surname of nobody that could be told: no facet.

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// What Searcher::entities() found.
struct EntityList {
  std::vector<Entity> entities;   ///< As EntityOptions asked.
  std::size_t found = 0;          ///< There are; `entities` may hold fewer.
  std::vector<std::string> near;  ///< Where none was found: names that look like it.
};

/// One reason for or against two names being one entity.
struct LinkEvidence {
  int points = 0;    ///< Above 0 it speaks for, below 0 against.
  std::string what;  ///< "surnames are spelling variants: lavrov, lavrow".
};

/// Why two names are, or are not, one entity.
struct LinkExplanation {
  bool linked = false;                 ///< As facets and queries take them now.
  std::vector<LinkEvidence> evidence;  ///< In the order in which it is weighed.
  std::string verdict;                 ///< What linking makes of it, in a sentence.
};

/// One clause of a query and how many articles match it alone.
struct ClauseCount {
  std::string clause;
  std::size_t count = 0;
};

/// The words of an index that sanction* or lavrof~ stands for.
struct ExpandedTerm {
  std::string typed;
  std::vector<std::string> words;  ///< Folded; those in most articles first.
  std::size_t left_out = 0;        ///< More words, beyond the bound.
};

/// Time spent in one stage of answering.
struct StageTime {
  std::string stage;
  double microseconds = 0;
};

/// How a query is understood and run: every stage printed.
struct Explanation {
  std::string tree;          ///< Query::to_string().
  std::string reading;       ///< In words, names resolved.
  std::string xapian_query;  ///< Xapian's own description; for people, unstable.
  std::vector<QueryProblem> notes;
  std::vector<ClauseCount> clauses;
  std::vector<ExpandedTerm> expansions;
  MatchCount matches;
  bool timed_out = false;                ///< As Results::timed_out; clauses that were
                                         ///< not counted in time are missing.
  std::optional<Suggestion> suggestion;  ///< As Results::suggestion.
  std::vector<StageTime> times;          ///< Parsing, and each stage of the search.
};

/// One table file of an index.
struct TableSize {
  std::string table;
  std::uint64_t bytes = 0;
};

/// What an index is.
struct IndexInfo {
  std::string path;
  std::size_t articles = 0;
  std::uint64_t words = 0;  ///< Lengths of all articles, added up.
  double average_words = 0;
  std::uint64_t bytes = 0;  ///< On disk, all tables.
  std::vector<TableSize> tables;
  int schema_version = 0;
  std::string dateline_version;  ///< That wrote it.
  std::string xapian_version;    ///< That wrote it.
  std::string language;
  std::size_t names = 0;     ///< Distinct names of all kinds.
  std::size_t entities = 0;  ///< That those names are spellings of; hidden ones left
                             ///< out.
  Date earliest;             ///< Publication days; Date{}: none known.
  Date latest;
};

}  // namespace dateline
