// What people read: results, articles and the rest as text for a terminal. Each
// function returns whole lines.

#pragma once

#include <dateline/annotate.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.h"
#include "text_layout.h"

namespace dateline::cli {

/// What snippets are marked with until snippet_spans() reads them: no article that was
/// read from a file holds these characters.
inline constexpr std::string_view kMatchBegin = "\1";
inline constexpr std::string_view kMatchEnd = "\2";

/// Has snippets marked for text, where `marked` and the terminal shows colours, or not
/// at all; and nothing in them escaped.
void mark_for_people(SnippetOptions& snippet, bool marked, const Terminal& terminal);

/// A marked snippet in styles.
StyledText snippet_spans(std::string_view snippet);

/// "1,079 articles", "at least 12 articles".
std::string match_count(const MatchCount& matches);

/// "3 articles: treaty": what was found, and the reading of the query, which is cut
/// where it would fill the screen.
std::string summary_text(std::string_view count, std::string_view reading,
                         const Terminal& terminal);

/// "3 articles: ...", then the hits.
std::string hits_text(const Results& results, std::size_t offset,
                      const Terminal& terminal);

/// The articles like one, with what they have in common with it.
std::string similar_text(const SimilarArticles& similar, const Terminal& terminal);

/// Each problem as a sentence and, with `carets` and where it has a place, the query
/// with carets under the place.
std::string problems_text(std::string_view query,
                          const std::vector<QueryProblem>& problems,
                          std::string_view label, bool carets,
                          const Terminal& terminal);

/// "did you mean: nuclear treaty (31 articles)".
std::string suggestion_text(const Suggestion& suggestion, const Terminal& terminal);

/// "note: 31 articles have some of these words; ...".
std::string any_text(const MatchCount& matches, const Terminal& terminal);

std::string explanation_text(const Explanation& explanation, const Terminal& terminal);

std::string info_text(const IndexInfo& info, const Terminal& terminal);

/// "2023-03-02", "between 2023-02-01 and 2023-03-02", or "no date".
std::string publication_text(const Publication& published);

/// Rows of two columns, the second wrapped; on a narrow screen under each other.
std::string rows_text(const std::vector<std::pair<std::string, std::string>>& rows,
                      const Terminal& terminal);

}  // namespace dateline::cli
