// What a file is, told from its first bytes.

#pragma once

#include <string_view>

#include "index/readers/record_fields.h"

namespace dateline::readers {

enum class Format {
  kEmpty,
  kBinary,      ///< Not text.
  kArchive,     ///< tar or zip.
  kText,        ///< One article, the whole file.
  kJsonLines,   ///< One object a line.
  kJsonValues,  ///< An array of objects, or objects over many lines.
  kCsv,         ///< A table whose first row names fields of articles.
  kReuters,     ///< Reuters-21578 SGML.
  kTrec,        ///< <DOC> elements.
  kMarkdown,    ///< One article, the whole file.
  kMbox,        ///< Messages, each behind a "From " line.
  kMail,        ///< One message, the whole file.
  kWarc,        ///< Records of a web archive.
  kHtml,        ///< One article, the whole page.
  kXml,         ///< RSS, RDF, Atom, NITF, NewsML-G2, or what is none of them.
};

/// A format, and for kBinary what it looks like ("a PDF document"), else "".
struct DetectedFormat {
  Format format = Format::kText;
  std::string_view looks_like{};
};

/// Tells the format from the beginning of a file, decompressed; a few kilobytes do.
/// `names` are those that the columns of a table may have.
DetectedFormat detect_format(std::string_view beginning, const FieldNames& names);

}  // namespace dateline::readers
