// The passage of an article that answers a query, with what matched marked in it.

#pragma once

#include <dateline/annotate.h>
#include <dateline/searcher.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"
#include "query/text_matches.h"
#include "query/wanted.h"

namespace dateline {

/// Cuts snippets for one query. Immutable: safe to share between threads.
class SnippetMaker {
 public:
  /// `wanted` and `options` must live as long as this.
  SnippetMaker(std::span<const Wanted> wanted, const SnippetOptions& options,
               const Deadline& deadline = {})
      : matcher_(wanted, deadline), options_(options) {}

  /// The passage of the body, within regions that give facets, that shows most of what
  /// is wanted; of the other regions where these show nothing of it; the start of the
  /// body where none does. One line of valid UTF-8
  /// without control characters, about `options.length` bytes but for marks and
  /// escapes. `…` stands where text was left out. `analyzer` is that of the article's
  /// language. Of long bodies only the beginning is looked at, some hundred KiB. Throws
  /// TimeIsUp at the deadline.
  std::string make(const AnnotatedArticle& article, text::Analyzer& analyzer) const;

 private:
  TextMatcher matcher_;
  const SnippetOptions& options_;
};

}  // namespace dateline
