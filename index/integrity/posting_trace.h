// Which articles are wrong where the postings of an index are not those of its
// articles.

#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "index/integrity/article_check.h"
#include "index/integrity/posting_sums.h"

namespace dateline::integrity {

/// Looks again at the terms whose sums differ, in the postings and in the articles.
/// Belongs to one thread.
class PostingTrace {
 public:
  /// `found`: the sums of the postings of `database`, as `articles` has those of its
  /// articles.
  PostingTrace(const Xapian::Database& database, ArticleCheck& articles,
               const PostingSums& found)
      : database_(database), articles_(articles), found_(found) {}

  /// Calls `tell` once for each article with a term too many or too few, but for those
  /// in `told`, and for each posting of an article that is not there. False, and
  /// nothing is told, where there are too many to look at. Lets Xapian's exceptions
  /// through.
  bool run(const std::set<Xapian::docid>& told,
           const std::function<void(ArticleFault)>& tell);

 private:
  struct Place {
    Xapian::docid docid;
    std::string term;

    friend auto operator<=>(const Place&, const Place&) = default;
  };

  bool collect();
  std::string compare(Xapian::docid docid, const BuiltDocument& expected);

  const Xapian::Database& database_;
  ArticleCheck& articles_;
  const PostingSums& found_;
  std::map<Place, Xapian::termcount> wdfs_;  // Of postings that no article has given.
};

}  // namespace dateline::integrity
