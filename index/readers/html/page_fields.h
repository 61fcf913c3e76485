// What a page says about its article, in every way that pages do.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::readers::html {

enum class PageField {
  kTitle,
  kPublished,
  kModified,
  kAuthor,
  kSource,
  kUrl,
  kLanguage,
  kTopic,
  kBody,
};

/// Where a value came from: the lower, the surer. Values of <meta> have ranks of
/// their own between kMetadata and kMicrodata.
enum PageFieldRank {
  kJsonLd = 0,
  kMetadata = 1,
  kMicrodata = 20,
  kPublishedTime = 30,  ///< <time pubdate>
  kTime = 31,           ///< The first <time> of the article.
  kShown = 40,          ///< What a reader sees at a class named so.
};

struct PageValue {
  PageField field;
  int rank;
  std::string text;  ///< Decoded, in one line (but kBody).
};

/// The values in the order of their ranks, within these as found.
class PageFields {
 public:
  /// Drops what is empty, and what comes after the first 2000 values or 16 MiB.
  void add(PageField field, int rank, std::string_view text);

  /// <meta name="…"> or <meta property="…">; names that mean nothing are passed over.
  void add_meta(std::string_view name, std::string_view content);

  /// An itemprop and its value.
  void add_itemprop(std::string_view name, std::string_view value);

  /// The first value of the lowest rank; empty when there is none.
  std::string_view best(PageField field) const;

  /// All values of the field by rank.
  std::vector<const PageValue*> all(PageField field) const;

 private:
  std::vector<PageValue> values_;
  std::size_t bytes_ = 0;
};

/// Adds what a <script type="application/ld+json"> says of an article: NewsArticle and
/// the other kinds of schema.org/Article, at the top, in an array or in "@graph". What
/// is no JSON adds nothing.
void read_json_ld(std::string json, PageFields& fields);

}  // namespace dateline::readers::html
