// What an exported article may have: one table for both formats. 'dateline help export'
// says what each is.

#pragma once

#include <dateline/results.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json_parts.h"

namespace dateline::cli {

/// A field of an article.
struct ExportField {
  std::string_view name;
  bool in_json;  ///< Exported where no --fields says otherwise.
  bool in_csv;
  Json (*value)(const ExportedArticle& article);
};

/// All there are, in the order in which they are written.
std::span<const ExportField> export_fields();

/// Those of "id,title,...", in that order. Throws UsageError.
std::vector<const ExportField*> choose_export_fields(std::string_view list);

/// One line of JSON that `dateline index` reads back.
std::string export_json(const ExportedArticle& article,
                        std::span<const ExportField* const> fields);

/// The line of names, and the line of an article: lists are joined by "; ", line breaks
/// become blanks.
std::string export_csv_header(std::span<const ExportField* const> fields);
std::string export_csv(const ExportedArticle& article,
                       std::span<const ExportField* const> fields);

}  // namespace dateline::cli
