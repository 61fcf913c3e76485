// dateline/check.h - is an index whole, and does it hold what its sources say?
//
//   const auto report = dateline::check_index("news.db", dateline::CheckStep::kFiles);
//   for (const auto& problem : report.problems) std::cerr << problem.what << '\n';
//
// CheckStep::kFiles trusts no byte and is safe on any damage. The other steps and
// compare_with_sources() read the tables by Xapian, which trusts them: on a damaged
// index they may crash or not end. Run these in a child process with a limit of time,
// as `dateline check` does; that a child crashed is a finding, too.

#pragma once

#include <dateline/article.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What can be looked at, from the surest to the deepest.
enum class CheckStep {
  /// Every byte of every file against the manifest that publishing wrote: finds every
  /// change, wherever it is. Of an index that is being written, or whose writer died,
  /// all blocks but those that were written since.
  kFiles,
  /// The trees of every table, by Xapian's own check.
  kStructure,
  /// Every article: its record by its checksum; its terms, positions and slots by those
  /// that its text gives; the postings of all terms by those of the articles; and the
  /// tables of entities, of copies and of the phrases that articles share.
  kArticles,
};

inline constexpr std::array kCheckSteps = {CheckStep::kFiles, CheckStep::kStructure,
                                           CheckStep::kArticles};

/// "files", "structure", "articles".
std::string_view to_string(CheckStep step);

/// Something that is not as it should be. Sentences.
struct CheckProblem {
  std::string place;    ///< "docdata.glass"; the id of an article; "entities".
  std::string what;     ///< What is wrong there.
  std::string meaning;  ///< What it means for those who search.
  std::string advice;   ///< What to do.

  friend bool operator==(const CheckProblem&, const CheckProblem&) = default;
};

/// What a step found. Counts are of what it looked at, 0 for what it did not.
struct CheckReport {
  std::vector<CheckProblem> problems{};  ///< At most 100 of a kind.
  std::vector<std::string> notes{};  ///< What was not looked at, and why. Sentences.
  bool was_busy = false;  ///< A writer was in the way: run again when it has finished.

  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t uncovered_bytes = 0;  ///< Written since the manifest, of `bytes`.
  std::uint64_t articles = 0;
  std::uint64_t terms = 0;
  std::uint64_t problem_count = 0;  ///< Also of those that are not in `problems`.

  /// Takes over what another step found.
  void add(CheckReport other);
};

/// Called with where a step is ("docdata.glass", an article's id), so that whoever
/// watches it knows where it crashed, and that it goes on. Must not throw.
using CheckProgress = std::function<void(std::string_view place)>;

/// Runs one step on the index at `path`, changing nothing. A writer may be at work. All
/// damage that a step can see is a problem of its report; throws Error only where there
/// is nothing to check: kNotFound, kNotAnIndex, kNewerSchema, kIo.
CheckReport check_index(const std::string& path, CheckStep step,
                        const CheckProgress& progress = {});

/// How an index and its sources differ about an article.
struct SourceDifference {
  enum class Kind {
    kMissing,  ///< In the sources, not in the index.
    kExtra,    ///< In the index, not in the sources.
    kChanged,  ///< Title or body are not the same.
    kDamaged,  ///< What the index stores cannot be read.
  };
  Kind kind;
  std::string id;
  std::string title{};  ///< That of the sources, where they have the article.
};

/// "missing", "extra", "changed", "damaged".
std::string_view to_string(SourceDifference::Kind kind);

struct SourceComparison {
  std::uint64_t in_index = 0;    ///< Articles.
  std::uint64_t in_sources = 0;  ///< Articles; those with one id count once.
  std::uint64_t same = 0;
  std::vector<SourceDifference> differences{};  ///< By kind, then by id.
};

/// Compares the articles of the index at `path` with those that `next` gives until it
/// returns false: by id, derived where an article has none as IndexWriter derives it,
/// and by title and body. Of several with one id the last counts, and those that an
/// IndexWriter refuses do not. `progress` is called once all are read. Takes some 300
/// bytes of memory an article. Throws Error, and whatever `next` throws.
SourceComparison compare_with_sources(const std::string& path,
                                      const std::function<bool(Article&)>& next,
                                      const CheckProgress& progress = {});

}  // namespace dateline
