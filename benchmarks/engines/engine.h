// What each engine of the comparison can do, and how a program asks it: every engine is
// a process of its own, so that none warms another's caches or shares its memory.
//
//   ENGINE index FOLDER ARTICLES [--threads N] [--exact] [--no-names] [--stop-words]
//   ENGINE serve FOLDER [--exact] [--bare] [--full-hits] [--processor-time]
//   ENGINE ask FOLDER KIND TEXT
//
// `index` makes an index in the new FOLDER, commits it, merges it as far as the engine
// can, and prints lines `name=value`: index_seconds until it is committed,
// merge_seconds for what comes behind that, bytes_unmerged before it, and peak_kib, the
// most memory that was resident.
//
// `serve` answers blocks from standard input until it ends:
//
//   block N           then N lines KIND<tab>TEXT; printed are N lines
//                     COUNT<tab>NANOSECONDS<tab>DETAIL
//   warm SECONDS N    then N such lines, which it asks again and again for so long;
//                     printed is `warm ROUNDS`
//
// `ask` answers one, printing COUNT, and ends: a cold start.
//
// KINDs and their TEXT, all of small letters: term `w`; and, and_count, or `v w`;
// phrase `u v w`; range `w FIRST LAST` (days); prefix `pre`; facet `w` or `*`. Kinds
// may have more behind an underscore, which means nothing here: and_high. The ten best
// are fetched with id and title; and_count also counts all matches, and facet only
// counts the ten most frequent topics and months among them.
//
// --exact: words are not stemmed, and every kind counts its matches, so that engines
// can be held against each other. --bare: the ten best are numbers of documents only.
// --full-hits: they are fetched with all that a hit of Dateline tells.
// --processor-time: NANOSECONDS are those that the thread had a processor, for machines
// that others use, too; what Lucene's collector and compiler do is then not counted.
// LuceneEngine.java does the same in Java.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::bench {

enum class QueryKind { kTerm, kAnd, kOr, kPhrase, kAndCount, kRange, kPrefix, kFacet };

/// A query in no engine's language.
struct Question {
  QueryKind kind = QueryKind::kTerm;
  std::vector<std::string> words;  ///< Facets of all articles: none.
  std::string first_day;           ///< Of kRange, as "1987-03-02".
  std::string last_day;
};

/// Throws std::runtime_error for kinds and texts that are none.
Question parse_question(std::string_view kind, std::string_view text);

/// How many values a facet gives, and hits a search.
inline constexpr std::size_t kBest = 10;

struct Answer {
  std::uint64_t count = 0;  ///< Of matches where they were counted, else of hits.
  std::vector<std::pair<std::string, std::uint64_t>> topics{};  ///< Of kFacet.
};

struct IndexOptions {
  unsigned threads = 2;
  bool exact = false;
  bool names = true;        ///< Of Dateline: names and dates are looked for.
  bool stop_words = false;  ///< Of Lucene: its English stop words are left out.
};

struct IndexFigures {
  double index_seconds = 0;
  double merge_seconds = 0;
  std::uint64_t bytes_unmerged = 0;
};

struct ServeOptions {
  bool exact = false;
  bool bare = false;
  bool full_hits = false;  ///< Of Dateline: with snippet, names and dates.
  bool processor_time = false;
};

/// One engine. Belongs to one thread.
class Engine {
 public:
  virtual ~Engine() = default;

  /// Indexes the articles of a file into `folder`, which does not exist yet.
  virtual IndexFigures index(const std::string& folder, const std::string& articles,
                             const IndexOptions& options) = 0;

  /// Opens what index() has made. Called once.
  virtual void open(const std::string& folder, const ServeOptions& options) = 0;

  virtual Answer answer(const Question& question) = 0;
};

/// Whether a kind counts all of its matches.
bool counts_all(const Question& question, const ServeOptions& options);

/// `words` with `between` in between, each with `before` in front of it.
std::string joined(const std::vector<std::string>& words, std::string_view between,
                   std::string_view before = {});

/// The question as Xapian's query parser and FTS5 both read it: AND, OR, "a phrase" and
/// prefix*.
std::string with_operators(const Question& question);

/// The values of most articles; of as many, the first by name.
void keep_best(std::vector<std::pair<std::string, std::uint64_t>>& values);

/// The bytes of all files below `folder`.
std::uint64_t folder_bytes(const std::string& folder);

/// A clock that runs from where it was made; with `processor_time` only while this
/// thread has a processor.
class Stopwatch {
 public:
  explicit Stopwatch(bool processor_time = false);
  double seconds() const;
  std::int64_t nanoseconds() const;

 private:
  bool processor_time_;
  std::int64_t begin_;
};

/// The program around an engine. Gives its exit code: 2 after a complaint.
int run_engine(Engine& engine, int argc, char** argv);

}  // namespace dateline::bench
