// dateline/article.h - a news article: what goes in, and what comes back out.
//
//   dateline::Article article{.id = "a1",
//                             .title = "Ministers meet in New Delhi",
//                             .body = "...",
//                             .published = dateline::Date{2023, 3, 2}};

#pragma once

#include <dateline/date.h>
#include <dateline/name.h>

#include <string>
#include <vector>

namespace dateline {

/// Plain data. All text is UTF-8; text that is not is repaired when it is indexed,
/// each wrong byte becoming U+FFFD. An empty field is a missing one: nothing is
/// invented to fill it.
struct Article {
  std::string id;  ///< Stable. Empty: IndexWriter derives one from `url`, else from the
                   ///< text. Indexing the same id again replaces the article.
  std::string title{};
  std::string body{};
  Publication published{};
  std::string source{};  ///< Outlet or agency: "Reuters".
  std::vector<std::string> authors{};
  std::string url{};
  std::string language{};  ///< BCP 47: "en", "pt-BR". Empty: what the text
                           ///< tells, else the index's default.
  std::vector<std::string> topics{};
  std::vector<Name>
      names{};  ///< Given by editors; facets like those found in the text.

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace dateline
