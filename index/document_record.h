// The data stored with a document: everything that `show`, hits and snippets need.

#pragma once

#include <dateline/annotate.h>

#include <string>
#include <string_view>

namespace dateline {

/// A compact, versioned record of `article`.
std::string encode_record(const AnnotatedArticle& article);

/// Throws Error kCorrupt when `record` is not one that this or an earlier version
/// wrote. Reads never leave the bytes of `record`.
AnnotatedArticle decode_record(std::string_view record);

}  // namespace dateline
