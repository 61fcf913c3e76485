#include "query_arguments.h"

#include <unistd.h>

#include "environment.h"
#include "output.h"
#include "text_output.h"

namespace dateline::cli {

std::vector<FacetFilter> where_filters(const Arguments& arguments) {
  std::vector<FacetFilter> filters;
  for (const std::string& text : arguments.values("where")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      throw UsageError("'--where " + text +
                       "' is no KIND=VALUE, as in person='Sergey Lavrov'.");
    }
    filters.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return filters;
}

AskedQuery::AskedQuery(const Arguments& arguments)
    : parsed_(parse_query(arguments.text(), {.today = today(arguments)})),
      articles_(within_articles(arguments, SearchOptions{})),
      searcher_(index_path(arguments)) {}

void AskedQuery::report(const std::vector<QueryProblem>& notes,
                        const std::optional<Suggestion>& suggestion,
                        std::size_t found) const {
  report_problems(parsed_, notes, suggestion);
  if (found == 0 && !suggestion) report_any(searcher_, parsed_.query, articles_);
}

void report_problems(const ParsedQuery& parsed, const std::vector<QueryProblem>& notes,
                     const std::optional<Suggestion>& suggestion) {
  const Terminal terminal = Terminal::of(STDERR_FILENO);
  const std::string& query = parsed.query.text();
  write_to_stderr(problems_text(query, parsed.problems, "query", true, terminal) +
                  problems_text(query, notes, "note", false, terminal));
  if (suggestion) write_to_stderr(suggestion_text(*suggestion, terminal));
}

void report_any(const Searcher& searcher, const Query& query,
                const SearchOptions& options) {
  if (options.any) return;
  const Results any = searcher.search(query, {.limit = 0,
                                              .any = true,
                                              .where = options.where,
                                              .expansions = options.expansions,
                                              .time_limit = options.time_limit});
  if (any.matches.count == 0) return;
  write_to_stderr(any_text(any.matches, Terminal::of(STDERR_FILENO)));
}

}  // namespace dateline::cli
