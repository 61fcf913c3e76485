// A dozen articles whose answers can be told by reading them, and an index of them.

#pragma once

#include <dateline/article.h>
#include <dateline/index_writer.h>
#include <dateline/query.h>
#include <dateline/searcher.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"

namespace dateline::testing {

inline std::vector<Article> search_corpus() {
  using enum NameKind;
  return {
      {.id = "n1",
       .title = "Putin suspends New START treaty",
       .body = "President Vladimir Putin suspended the New START nuclear arms treaty "
               "with the U.S. on 21 February 2023.\nSergei Lavrov spoke of arms "
               "control, and of December 2018.\n",
       .published = Date{2023, 2, 21},
       .source = "Reuters",
       .authors = {"Guy Faulconbridge", "Ann Lee"},
       .url = "https://www.reuters.example/world/n1",
       .language = "en",
       .topics = {"arms", "Russia"},
       .names = {{kPerson, "Vladimir Putin"},
                 {kPerson, "Sergei Lavrov"},
                 {kThing, "New START"},
                 {kPlace, "Russia"}}},
      {.id = "n2",
       .title = "Lavrov at G-20 in New Delhi",
       .body = "Foreign Minister Sergey Lavrov met Antony Blinken face-to-face at the "
               "G-20 meeting in New Delhi.\nBoth spoke of Russia.\n",
       .published = Date{2023, 3, 2},
       .source = "CNN",
       .authors = {"Ann Lee"},
       .url = "http://cnn.example/n2",
       .names = {{kPerson, "Sergey Lavrov"},
                 {kPerson, "Antony Blinken"},
                 {kPlace, "New Delhi"},
                 {kOrg, "G-20"},
                 {kPlace, "Russia"}}},
      {.id = "n3",
       .title = "A new start for talks",
       .body =
           "Talks on the treaty will start anew in Geneva. A new start is hoped for "
           "in 2024.\n",
       .published = Date{2023, 3},
       .source = "Reuters",
       .names = {{kPlace, "Geneva"}}},
      {.id = "n4",
       .title = "Floods in Pakistan",
       .body = "Flood waters rose. Insurance did not cover it, people told us.\n",
       .published = Date{2022},
       .source = "AP",
       .names = {{kPlace, "Pakistan"}}},
      {.id = "n5",
       .title = "US TROOPS LEAVE",
       .body = "The last US troops left on 30 August 2021. The president said that he "
               "would start packing.\n",
       .published = Date{2021, 8, 30},
       .source = "reuters",
       .names = {{kPlace, "United States"}}},
      {.id = "n6",
       .title = "Leaders differ",
       .body =
           "Leaders of the G 20 differed on control of arms. They met face to face.\n",
       .published = Date{2022, 11, 16},
       .source = "AP",
       .names = {{kOrg, "G-20"}}},
      {.id = "n7",
       .title = "Nuclear plants",
       .body = "Control over arms is far away: nuclear plants need no treaty, and they "
               "need a long time and much money before any of it can be told.\n"},
      {.id = "n8",
       .title = "Summit of the G20",
       .body = "The summit of the G20 ended on 10 September 2023.\n",
       .published = Date{2023, 9, 10},
       .source = "CNN",
       .names = {{kOrg, "G20"}}},
      {.id = "n9",
       .title = "Old friends",
       .body = "Evgeny Lavrov plays football. Lavrov House is his home.\n",
       .published = Date{1999, 12, 31},
       .source = "AP",
       .names = {{kPerson, "Evgeny Lavrov"}, {kOrg, "Lavrov House"}}},
      {.id = "n10",
       .title = "Soldiers lay down arms",
       .body = "Control of the town was lost.\n",
       .published = Date{2023, 3, 2},
       .source = "AP"},
      {.id = "n11",
       .title = "Die Verhandlungen",
       .body = "Die Verhandlungen begannen im Haus der Minister.\n",
       .published = Date{2023, 1, 1},
       .language = "de"},
  };
}

/// An index of `articles` in `folder`, called "news.db"; names as given only, each an
/// entity of its own.
inline std::string build_index(const TempDir& folder, std::vector<Article> articles,
                               bool annotate = false,
                               std::string_view name = "news.db") {
  const std::string path = folder / name;
  IndexWriter writer(path, {.annotate = annotate, .link_names = false});
  for (Article& article : articles) writer.add(std::move(article));
  writer.commit();
  return path;
}

inline std::vector<std::string> ids(const Results& results) {
  std::vector<std::string> found;
  for (const Hit& hit : results.hits) found.push_back(hit.id);
  return found;
}

/// The ids that answer a query, sorted and joined by spaces.
inline std::string found(const Searcher& searcher, std::string_view query,
                         SearchOptions options = {}) {
  options.limit = 1000;
  auto list = ids(searcher.search(parse_query(query).query, options));
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  std::string text;
  for (const std::string& id : list) text += (text.empty() ? "" : " ") + id;
  return text;
}

}  // namespace dateline::testing
