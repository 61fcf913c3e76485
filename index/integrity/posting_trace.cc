#include "index/integrity/posting_trace.h"

#include <cstddef>
#include <utility>

#include "index/integrity/findings.h"

namespace dateline::integrity {
namespace {

// Postings that are looked at again, of a hundred bytes or so each.
constexpr std::size_t kMostPostings = 4'000'000;

}  // namespace

bool PostingTrace::run(const std::set<Xapian::docid>& told,
                       const std::function<void(ArticleFault)>& tell) {
  if (!collect()) return false;
  const auto end = database_.postlist_end("");
  for (auto document = database_.postlist_begin(""); document != end; ++document) {
    const auto expected = articles_.expected(*document);
    if (!expected) continue;
    std::string fault = compare(*document, expected->document);
    if (fault.empty() || told.contains(*document)) continue;
    tell({expected->id, std::move(fault), kSearchMeaning});
  }
  for (const auto& [place, wdf] : wdfs_) {
    tell({"postlist.glass",
          "The term '" + place.term + "' is said to be in the article number " +
              std::to_string(place.docid) + ", which is not there.",
          kSearchMeaning});
  }
  return true;
}

// The postings of the terms in question; false where they are too many.
bool PostingTrace::collect() {
  for (auto term = database_.allterms_begin(); term != database_.allterms_end();
       ++term) {
    const std::string name = *term;
    if (!found_.differs(articles_.postings(), name)) continue;
    const auto end = database_.postlist_end(name);
    for (auto one = database_.postlist_begin(name); one != end; ++one) {
      if (wdfs_.size() == kMostPostings) return false;
      wdfs_.emplace(Place{*one, name}, one.get_wdf());
    }
  }
  return true;
}

// The first fault of a document; empty: none.
std::string PostingTrace::compare(Xapian::docid docid, const BuiltDocument& expected) {
  std::string fault;
  for (const glass::Posting& one : expected.postings) {
    if (!found_.differs(articles_.postings(), one.term)) continue;
    const auto posting = wdfs_.find({docid, std::string(one.term)});
    const bool is_there = posting != wdfs_.end();
    if (fault.empty() && !is_there) fault = lacks_term(one.term);
    if (!is_there) continue;
    if (fault.empty() && posting->second != one.wdf) fault = wrong_places(one.term);
    wdfs_.erase(posting);
  }
  const auto extra = wdfs_.lower_bound({docid, ""});
  const auto end = wdfs_.lower_bound({docid + 1, ""});
  if (fault.empty() && extra != end) fault = has_other_term(extra->first.term);
  wdfs_.erase(extra, end);
  return fault;
}

}  // namespace dateline::integrity
