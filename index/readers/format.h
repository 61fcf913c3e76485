// What a file is, told from its first bytes.

#pragma once

#include <string_view>

namespace dateline::readers {

enum class Format {
  kEmpty,
  kBinary,      ///< Not text.
  kText,        ///< One article, the whole file.
  kJsonLines,   ///< One object a line.
  kJsonValues,  ///< An array of objects, or objects over many lines.
  kReuters,     ///< Reuters-21578 SGML.
  kHtml,        ///< One article, the whole page.
  kXml,         ///< RSS, RDF, Atom, NITF, NewsML-G2, or what is none of them.
};

/// A format, and for kBinary what it looks like ("a PDF document"), else "".
struct DetectedFormat {
  Format format = Format::kText;
  std::string_view looks_like{};
};

/// Tells the format from the beginning of a file, decompressed; a few kilobytes do.
DetectedFormat detect_format(std::string_view beginning);

}  // namespace dateline::readers
