// An article in which every date is marked, whatever corpus it comes from.
//
//   for (const DatedArticle& article : read_timeml_corpus("TimeBank"))
//     for (const LabelledDate& date : article.dates)
//       use(surface_of(article, date), date.value);

#pragma once

#include <dateline/annotate.h>
#include <dateline/date.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpora/labelled_article.h"

namespace dateline::corpora {

/// Bytes [begin, end) of the title or of the body that are a date, as TIMEX3 has it.
struct LabelledDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  DateType type = DateType::kDate;
  std::string value{};      ///< "1998-01-08"; "" where what was found has none.
  std::string modifier{};   ///< "START"; mostly "".
  bool in_title = false;    ///< The bytes are of DatedArticle::title.
  bool gives_facet = true;  ///< False in furniture, references, related lines.
  std::string rule{};       ///< That found it; "" of a label.
};

/// Plain data, UTF-8. What the corpus does not tell is empty.
struct DatedArticle {
  std::string id{};  ///< The name of its file.
  std::string title{};
  std::string body{};
  Date published{};                    ///< What relative dates count from.
  std::vector<LabelledDate> dates{};   ///< Those of the title first, each part by
                                       ///< `begin`; no two overlap.
  std::vector<TokenSpan> unjudged{};   ///< Of the body: what is found there is neither
                                       ///< right nor wrong.
  std::vector<TokenSpan> facetless{};  ///< Of the body: furniture and the like.
  bool lines_are_sentences = false;    ///< Every line of the body is one sentence.
  bool only_calendar = false;  ///< Durations, sets and words like "now" are unmarked.
};

/// The bytes of the date.
std::string_view surface_of(const DatedArticle& article, const LabelledDate& date);

/// Orders the dates as DatedArticle has them; of two that overlap the longer one stays.
void sort_dates(std::vector<LabelledDate>& dates);

/// Whether the bytes [begin, end) overlap one of `spans`.
bool overlaps_any(const std::vector<TokenSpan>& spans, std::size_t begin,
                  std::size_t end);

/// "DATE", "TIME", "DURATION", "SET", as TIMEX3 writes them; nullopt for another word.
std::optional<DateType> date_type(std::string_view word);

/// The halves of a corpus: one to develop with, and one to look at only in the end.
enum class Half { kDevelop, kCheck };

/// By the 64-bit FNV-1a hash of a file's name (without folders, with its extension):
/// even is develop, odd is check. Fowler, Noll and Vo, "FNV hash" (1991).
Half half_of(std::string_view file_name);

}  // namespace dateline::corpora
