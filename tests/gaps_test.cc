// An index from which articles were removed: what a whole index has in common is found
// all the same. Seen red without runnable() in query/runnable_query.h: Xapian then
// calls the index damaged.

#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/index_testing.h"
#include "tests/search_corpus.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

constexpr int kArticles = 200;
constexpr int kRemoved = 50;

// All of one source, language and person, and with one word; some were removed from the
// middle by writing the index anew, so that its list of documents is in two pieces.
std::string gappy_index(const TempDir& folder, const std::string& name) {
  const std::string path = folder / name;
  const auto of = [&](int i) {
    return Article{.id = name + std::to_string(i),
                   .title = "Common title",
                   .body = "A common word, and number" + std::to_string(i % 7) + ".",
                   .published = Date{2023, 1, 2},
                   .source = "AP",
                   .language = "en",
                   .names = {{NameKind::kPerson, "Ann Lee"}}};
  };
  const IndexWriterOptions plain{.jobs = 1, .annotate = false, .link_names = false};
  std::vector<Article> articles;
  for (int i = 0; i < kArticles; ++i) articles.push_back(of(i));
  build(path, articles, plain);
  IndexWriter writer(path, plain);
  for (int i = 0; i < kRemoved; ++i) writer.remove(name + std::to_string(50 + i));
  for (int i = 0; i < kArticles; ++i) writer.add(of(kArticles + i));
  writer.commit();
  return path;
}

constexpr std::size_t kLeft = 2 * kArticles - kRemoved;

TEST_CASE("gaps: what every article has is found, counted and excluded") {
  const TempDir folder;
  const std::string one = gappy_index(folder, "one");
  std::vector<std::string> paths = {one};
  SUBCASE("in one index") {}
  SUBCASE("in one of two") {
    paths.push_back(folder / "two");
    build(paths.back(), {{.id = "other", .title = "Other", .body = "None of it."}});
  }
  const Searcher searcher(paths);
  const auto count = [&](const std::string& query, const SearchOptions& options = {}) {
    INFO(query);
    const Results found = searcher.search(parse_query(query).query, options);
    CHECK(found.matches.exact);
    return found.matches.count;
  };
  for (const char* query :
       {"common", "=common", "title:common", "source:AP", "lang:en",
        "person:\"Ann Lee\"", "published:2023", "title:common lang:en",
        "common source:AP", "common OR (person:\"Ann Lee\" word)", "common* -absent",
        "common NEAR/3 word", "\"common word\""}) {
    INFO(query);
    CHECK(count(query) == kLeft);
    CHECK(searcher.explain(parse_query(query).query).matches.count == kLeft);
    CHECK(searcher.timeline(parse_query(query).query).matches.count == kLeft);
  }
  const std::size_t others = paths.size() - 1;
  CHECK(count("NOT common") == others);
  CHECK(count("-source:AP") == others);
  CHECK(count("number3 -common") == 0);
  const SearchOptions facets{.facets = {"source", "person"},
                             .where = {{"person", "Ann Lee"}, {"source", "AP"}}};
  CHECK(count("common", facets) == kLeft);
  CHECK(searcher.entity(NameKind::kPerson, "Ann Lee")->articles == kLeft);
}

// Scores do not depend on how a term is read.
TEST_CASE("gaps: the scores are those of an index without") {
  const TempDir folder;
  const std::string gappy = gappy_index(folder, "one");
  std::vector<Article> left;
  Searcher(gappy).export_articles({}, {}, [&](const ExportedArticle& article) {
    left.push_back(article.found.article);
  });
  build(folder / "dense", left, {.jobs = 1, .annotate = false, .link_names = false});
  for (const char* query : {"common number3", "number2 source:AP", "source:AP",
                            "number1 OR (common -number3)", "common -number4"}) {
    INFO(query);
    const auto best = [&](const std::string& path) {
      std::string text;
      const Results found =
          Searcher(path).search(parse_query(query).query, {.limit = 400});
      for (const Hit& hit : found.hits) {
        text += hit.id + " " + std::to_string(hit.score) + "\n";
      }
      return text;
    };
    CHECK(best(gappy) == best(folder / "dense"));
  }
}

}  // namespace
