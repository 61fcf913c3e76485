// What programs read: JSON, version 1 of the format. Keys may be added within a
// version; none is renamed, removed, or given another meaning.
//
// Each function returns one document: with line breaks and a last one where `pretty`,
// else on one line. No control character stands in it, and wrong bytes are U+FFFD.

#pragma once

#include <dateline/annotate.h>
#include <dateline/article_reader.h>
#include <dateline/index_writer.h>
#include <dateline/results.h>
#include <dateline/searcher.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "names_output.h"
#include "query_batch.h"

namespace dateline::cli {

/// A result, with these parts of its hits or (for `facets`) without hits. The notes of
/// parsing come first. Of a batch, `times` tells what the query took.
std::string results_json(const Results& results, const ParsedQuery& parsed,
                         const std::optional<HitParts>& hit_parts, bool pretty,
                         const QueryTimes* times = nullptr);

/// One hit of a result on one line.
std::string hit_json(const Hit& hit, const HitParts& parts);

/// The articles like the one called `id`: hits, and what both have.
std::string similar_json(const SimilarArticles& similar, std::string_view id);

std::string article_json(const AnnotatedArticle& found);

std::string annotations_json(const Annotations& found, std::string_view text);

std::string explanation_json(const Explanation& explanation, const ParsedQuery& parsed);

/// Every entity as in a facet, with its kind; `near`: names that were perhaps meant.
std::string names_json(const std::vector<KindOfNames>& kinds,
                       const std::vector<std::string>& near);

/// A document an entity.
std::string names_json_lines(const KindOfNames& names);

std::string link_json(const LinkExplanation& link, NameKind kind, std::string_view a,
                      std::string_view b);

/// Also holds the table of fields.
std::string info_json(const IndexInfo& info);

/// What `index` did.
struct IndexReport {
  std::string path;
  CommitSummary commit;
  std::size_t rejected = 0;
  std::uint64_t text_bytes = 0;   ///< Of the titles and bodies that were read.
  std::uint64_t index_bytes = 0;  ///< On disk, afterwards.
  double seconds = 0;
  bool interrupted = false;
};
std::string report_json(const IndexReport& report);

/// One line for --rejects.
std::string reject_json(const RejectedRecord& rejected);

std::string removed_json(std::size_t removed, const std::vector<std::string>& missing);

}  // namespace dateline::cli
