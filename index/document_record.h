// The data stored with a document: everything that `show`, hits and snippets need.

#pragma once

#include <dateline/annotate.h>

#include <string>
#include <string_view>

namespace dateline {

/// A compact, versioned record of `article`, with a checksum. Scores are kept in steps
/// of 1/255.
std::string encode_record(const AnnotatedArticle& article);

/// Throws Error kCorrupt when `record` is not one that this or an earlier version
/// wrote, or a byte of it has changed. Reads never leave the bytes of `record`; spans
/// and mentions given back lie within their texts.
AnnotatedArticle decode_record(std::string_view record);

}  // namespace dateline
