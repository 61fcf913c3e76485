// dateline/searcher.h - asks an index.
//
//   const dateline::Searcher searcher("news.db");
//   const auto [query, problems] = dateline::parse_query("New START AND Lavrov");
//   const auto results =
//       searcher.search(query, {.limit = 10, .facets = {"person", "published:month"}});
//   for (const auto& hit : results.hits)
//     std::cout << hit.title << ": " << hit.snippet << '\n';

#pragma once

#include <dateline/period.h>
#include <dateline/query.h>
#include <dateline/results.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class SortOrder { kRelevance, kNewest, kOldest };

/// A facet value that articles must have. Several of one kind are alternatives; that
/// kind's own counts ignore them, so that another can be chosen (multi-select).
struct FacetFilter {
  std::string kind;   ///< As in SearchOptions::facets: "person", "published:month".
  std::string value;  ///< As FacetValue::value: "Sergey Lavrov", "2023-03"; of dates
                      ///< any period that parse_period() reads.
};

/// How snippets are cut and marked. The text around the marks is the article's own;
/// with `escape_html` its `&`, `<`, `>` and `"` are escaped.
struct SnippetOptions {
  std::size_t length = 240;  ///< Bytes, about.
  std::string open = "<b>";
  std::string close = "</b>";
  bool escape_html = true;
};

/// Parts of hits that are worked out from the text of the article. One that is not
/// asked for is empty, and costs nothing. A hit with none of them, which has id, title,
/// source, URL and day, takes a third of the time of a whole one; and hits are most of
/// the time of a search.
struct HitParts {
  bool snippet = true;    ///< Hit::snippet.
  bool names = true;      ///< Hit::names.
  bool mentioned = true;  ///< Hit::mentioned.
};

/// What the counts of facets are counts of.
enum class FacetUnit {
  kArticles,
  kStories,  ///< An article and its copies count once, by the values of the earliest.
};

/// Which values come first.
enum class FacetRank {
  kFrequent,  ///< Those of most articles.

  /// Those that the articles found have more often than all articles of the index do,
  /// by the log-likelihood ratio (T. Dunning, "Accurate Methods for the Statistics of
  /// Surprise and Coincidence", 1993), and more often than chance alone would have once
  /// in a thousand times. Of all articles none are. Dates stay in the order of time.
  kTypical,
};

/// How much newer articles are preferred.
struct Recency {
  Date today{};           ///< The day that ages are counted to. A full date.
  double half_life = 30;  ///< Days; above 0.
};

/// What to give back, and in which order.
struct SearchOptions {
  std::size_t limit = 10;
  std::size_t offset = 0;  ///< Matches to leave out before the first hit.
  SortOrder sort = SortOrder::kRelevance;

  /// Prefers newer articles, for SortOrder::kRelevance. Each score is multiplied by
  /// (1 + 2^(-age / half_life)) / 2, where the age is the days from the article's day
  /// of publication (of a month or year the first one) to `today`, and 0 for later
  /// ones: today's article keeps its score, one of the age of a half-life three
  /// quarters of it, and a very old one half, as does one whose day is not known. So
  /// age never outweighs a match twice as good, and what an article scores depends on
  /// nothing else that was found. Of equal scores, as in a search of metadata only, the
  /// newer comes first. Counts, and with them facets, stay as they are. A day that is
  /// no full date or a half-life that is not above 0 throws Error kInvalidArgument.
  std::optional<Recency> recency{};

  /// Best match: of words, phrases and groups side by side any will do, and the more an
  /// article has of them, above all of the rare ones, the higher it ranks. Names are
  /// read word by word. AND, OR and NOT mean what they do otherwise, and so do metadata
  /// and dates: `treaty arms source:AP -nuclear` finds articles of the AP with either
  /// word, and without the last.
  bool any = false;

  /// Kinds to count over all matches: "person", "org", "place", "thing", "source",
  /// "author", "topic", "lang", "published" and "mentioned" (each of these two also
  /// with ":day", ":week", ":month", ":quarter", ":year", ":decade" or ":auto"; alone
  /// they mean auto, which takes days, months, years or decades). A date counts in the
  /// unit that holds the whole of it: a month is no day, and a quarter no month. Behind
  /// each may stand how many values it shall have: "person:5", "published:month:12".
  /// An unknown kind throws Error kInvalidArgument that lists them.
  std::vector<std::string> facets{};

  /// Values of a kind that does not say how many, the most frequent; 0: all of them.
  /// Dates that do not say are given whole, up to 400 with articles.
  ///
  /// Of dates the most frequent are given in the order of time. Where nothing is left
  /// out between two neighbours, the empty periods there are values, too, beyond the
  /// limit; where rows would be 1,000 or more, each run of empty ones is one value.
  std::size_t facet_limit = 10;

  /// Which values of a kind are given, and in which order; but for dates.
  FacetRank facet_rank = FacetRank::kFrequent;

  /// Only values that as many have; but for dates.
  std::size_t facet_minimum = 1;

  /// Of what facets count how many have a value, among those found and in the whole
  /// index.
  FacetUnit facet_unit = FacetUnit::kArticles;

  /// One hit for an article and its copies, as dateline/duplicates.h tells them, and
  /// for their copies, and so on: the earliest published of those found, in its place
  /// among the hits; the others come with it. `limit` and `offset` count hits. Copies
  /// are known within each index of several, not across them.
  bool fold = false;

  /// Copies that a hit names, the earliest; it counts all of them.
  std::size_t copy_limit = 10;

  std::vector<FacetFilter> where{};

  /// Words of the index that one pattern or one inexact word stands for at most, those
  /// in most articles; a note tells where there are more. 1 to 100,000, else throws
  /// Error kInvalidArgument: each costs a list of articles to read.
  std::size_t expansions = 1000;

  SnippetOptions snippet{};
  HitParts parts{};

  /// How long the search may take, on the steady clock; 0: as long as it needs. What
  /// was found until then is given, with Results::timed_out. The clock is read between
  /// articles and parts of the work, and while places are compared within one: a search
  /// may take some hundredths of a second longer. One article for which the time is not
  /// enough leaves nothing found. What is kept between searches is not built where its
  /// time is not enough. Below 0 throws Error kInvalidArgument.
  std::chrono::milliseconds time_limit{0};
};

/// What to tell of the dates that articles mention.
struct TimelineOptions {
  std::optional<CalendarUnit> unit{};  ///< nullopt: days, months, years or decades, as
                                       ///< fits.
  bool published = false;              ///< The days on which they appeared, instead.
  DateRange days{};       ///< Only what lies within. An end Date{} is open.
  std::size_t told = 10;  ///< Periods with sentences, those of most articles; 0: all.
  std::size_t sentences = 2;                ///< Of each of these at most.
  std::size_t coarser = 10;                 ///< Of Timeline::coarser at most; 0: all.
  bool any = false;                         ///< As SearchOptions::any.
  std::vector<FacetFilter> where{};         ///< As SearchOptions::where.
  std::size_t expansions = 1000;            ///< As SearchOptions::expansions.
  SnippetOptions snippet{.length = 300};    ///< Longer sentences are cut.
  std::chrono::milliseconds time_limit{0};  ///< As SearchOptions::time_limit.
};

/// Which pairs of names to give back.
struct PairOptions {
  /// Kinds of names: pairs of one kind, and of any two.
  std::vector<NameKind> kinds = {NameKind::kPerson, NameKind::kOrg};

  std::size_t limit = 20;        ///< 0: all of them.
  std::size_t min_articles = 2;  ///< That share the pair. At least 1.

  /// kFrequent: most shared articles first. kTypical: highest NamePair::likelihood
  /// first, and only pairs that are met more often than by chance.
  FacetRank rank = FacetRank::kFrequent;

  /// kStories: an article and its copies count once.
  FacetUnit unit = FacetUnit::kArticles;
  bool any = false;                         ///< As SearchOptions::any.
  std::vector<FacetFilter> where{};         ///< As SearchOptions::where.
  std::size_t expansions = 1000;            ///< As SearchOptions::expansions.
  std::chrono::milliseconds time_limit{0};  ///< As SearchOptions::time_limit.
};

/// Which articles to export.
struct ExportOptions {
  bool any = false;                  ///< As SearchOptions::any.
  std::vector<FacetFilter> where{};  ///< As SearchOptions::where.
  std::size_t expansions = 1000;     ///< As SearchOptions::expansions.
};

/// What to give back of articles like one.
struct SimilarOptions {
  std::size_t limit = 10;

  /// Leave out copies of the article itself, and show others and their copies once, as
  /// SearchOptions::fold does.
  bool fold = false;
  std::size_t copy_limit = 10;  ///< As SearchOptions::copy_limit.
  SnippetOptions snippet{};
};

enum class EntitySort {
  kArticles,   ///< Most articles first.
  kLabel,      ///< By label, without regard to case.
  kSpellings,  ///< Most spellings first.
};

/// Which entities to list.
struct EntityOptions {
  std::optional<NameKind> kind{};  ///< nullopt: all kinds.

  /// Words that stand side by side in one of the spellings, or where it has `*` (any
  /// letters) or `?` (any one byte) the whole of a spelling. Case and accents do not
  /// count. Empty: every entity.
  std::string pattern{};

  std::size_t limit = 10;  ///< 0: all of them, which reads every article.
  EntitySort sort = EntitySort::kArticles;
  bool hidden = false;  ///< Also names that are no facet.
};

/// What a Searcher keeps between searches.
struct SearcherOptions {
  /// Bytes for the postings, places and filters that were used last: words and phrases
  /// that are asked for again, and what is chosen by date, name or facet value, are
  /// then matched without reading the index. What is not kept is read. Beside it are
  /// kept 4 bytes for each article, 1 MiB of counts of words, and what facets need.
  std::size_t memory = std::size_t{192} << 20;
};

/// Answers queries over an index, or over several as if they were one.
///
/// Made once and asked often. A const Searcher is safe to use from any number of
/// threads. Each call sees one state of the index, the newest when it began, whatever a
/// writer does meanwhile: what the writer disturbs is begun again, at most five times,
/// with pauses from 4 milliseconds to a second.
///
/// Every call may throw Error: kNotFound, kNotAnIndex, kNewerSchema, kCorrupt, kIo;
/// kBusy where writers commit again and again faster than it can be answered. Of
/// several indexes it names the one that is at fault. In a child that was forked every
/// call throws kInvalidArgument; destroying the object there does no harm.
class Searcher {
 public:
  /// Opens the index at `path`, a directory; or the indexes that the shard file at
  /// `path` names, as if they were one. Each of its lines is `glass PATH`, PATH being
  /// relative to the folder of the file, or begins with `#`. Lines that would run a
  /// program or reach another machine are refused, Error kInvalidArgument.
  explicit Searcher(const std::string& path, const SearcherOptions& options = {});

  /// Opens several indexes, or shard files. At least one. An index that is missing or
  /// damaged is an Error that names it: nothing is answered from the others alone. All
  /// should have been made with the same text analysis and for distinct articles: one
  /// that two of them hold is found twice.
  explicit Searcher(std::vector<std::string> paths,
                    const SearcherOptions& options = {});

  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// The articles that match.
  Results search(const Query& query, const SearchOptions& options = {}) const;

  /// Which days, weeks, months, ... the articles that match speak of, and in which
  /// words. A date counts in the period that holds the whole of it, so that a month is
  /// no day, and each article once; exact, over all of them. The sentences are sought
  /// in the best articles for each period, not in all.
  Timeline timeline(const Query& query, const TimelineOptions& options = {}) const;

  /// Which two names stand in the same articles, over all that match; exact. A name
  /// stands for all its spellings, and counts once an article. Takes memory for the
  /// names of the articles that match, four bytes a name and article or thrice that,
  /// and for the pairs given back: those that are counted are never all in memory.
  NamePairs pairs(const Query& query, const PairOptions& options = {}) const;

  /// Hands every article that matches to `take`, in the order in which the index keeps
  /// them: the same each time for one state of the index. Takes memory for some
  /// hundreds of articles, and four bytes for each that matches. All are of one state,
  /// which stays readable through one commit and where the index is rebuilt; where
  /// further commits write over it, throws Error kBusy, and what was handed out by then
  /// is not all. What `take` throws ends it.
  ExportSummary export_articles(
      const Query& query, const ExportOptions& options,
      const std::function<void(const ExportedArticle&)>& take) const;

  /// The article with this id and what was found in it; nullopt when there is none.
  std::optional<AnnotatedArticle> article(std::string_view id) const;

  /// Articles about the event that the article with this id is about, the likest
  /// first; nullopt when there is no such article. Likeness adds up the rare words that
  /// both have, the names, each as the entity that it is, and the days that they tell
  /// of; articles that appeared at another time lose up to half of it. Those whose
  /// likeness is small are left out. Looks closely at some hundreds of articles,
  /// however large the index.
  std::optional<SimilarArticles> similar(std::string_view id,
                                         const SimilarOptions& options = {}) const;

  /// How search() reads the query and runs it, with the same options.
  Explanation explain(const Query& query, const SearchOptions& options = {}) const;

  /// The entities of the index, with their spellings and how many articles have them.
  EntityList entities(const EntityOptions& options = {}) const;

  /// The entity that has `name`, without regard to case, as one of its spellings;
  /// nullopt where no article has it.
  std::optional<Entity> entity(NameKind kind, std::string_view name) const;

  /// The evidence for and against `a` and `b` being names of one entity, as linking
  /// weighs it. Takes time in proportion to the index.
  LinkExplanation why_linked(NameKind kind, std::string_view a,
                             std::string_view b) const;

  /// What the index holds.
  IndexInfo info() const;

  /// How often, in all calls so far, what a writer had disturbed was begun again.
  std::uint64_t repetitions() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
