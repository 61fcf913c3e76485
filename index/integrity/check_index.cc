#include <dateline/check.h>
#include <dateline/error.h>

#include <iterator>
#include <utility>

#include "index/database.h"
#include "index/integrity/findings.h"
#include "index/xapian_guard.h"

namespace dateline {
namespace {

CheckReport run(const std::string& path, CheckStep step,
                const CheckProgress& progress) {
  switch (step) {
    case CheckStep::kFiles:
      return integrity::check_files(path, progress);
    case CheckStep::kStructure:
      return integrity::check_structure(path, progress);
    case CheckStep::kArticles:
      break;
  }
  return integrity::check_articles(path, progress);
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()),
            std::make_move_iterator(from.end()));
}

}  // namespace

std::string_view to_string(CheckStep step) {
  switch (step) {
    case CheckStep::kFiles:
      return "files";
    case CheckStep::kStructure:
      return "structure";
    case CheckStep::kArticles:
      break;
  }
  return "articles";
}

void CheckReport::add(CheckReport other) {
  append(problems, std::move(other.problems));
  append(notes, std::move(other.notes));
  was_busy = was_busy || other.was_busy;
  files = std::max(files, other.files);
  bytes = std::max(bytes, other.bytes);
  uncovered_bytes = std::max(uncovered_bytes, other.uncovered_bytes);
  articles = std::max(articles, other.articles);
  terms = std::max(terms, other.terms);
  problem_count += other.problem_count;
}

CheckReport check_index(const std::string& path, CheckStep step,
                        const CheckProgress& progress) {
  // What is no index is refused as everywhere else.
  if (inspect_path(path) != PathContent::kDatabase) open_to_read(path);
  try {
    return with_xapian(path, [&] { return run(path, step, progress); });
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kCorrupt) throw;
    CheckReport report;
    integrity::Findings(report).add(path, error.what(), integrity::kSearchMeaning);
    return report;
  }
}

}  // namespace dateline
