// The terms of a document, whether its database has lists of them or not.

#pragma once

#include <dateline/annotate.h>
#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// The terms of one document: those that its stored article gives, which takes some
/// hundredths of a millisecond, or in an index with lists (termlists.h) of its list.
class DocumentTerms {
 public:
  /// `article`: what `document` stores; `language`: that of its index. Throws
  /// Xapian::Error.
  DocumentTerms(const Xapian::Document& document, const AnnotatedArticle& article,
                const std::string& language);

  /// Calls `visit(term, wdf)` with each term that begins with `prefix`, bytewise
  /// rising.
  void for_each(
      std::string_view prefix,
      const std::function<void(const std::string&, Xapian::termcount)>& visit) const;

 private:
  std::vector<std::pair<std::string, Xapian::termcount>> terms_;
};

}  // namespace dateline
