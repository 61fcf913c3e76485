// Random queries over random articles and over real ones: Dateline finds, counts,
// orders and marks what a plain reading of every article does. Every disagreement that
// was found stands below under a name of its own. `tests/soak.sh oracle` goes on for
// longer.

#include "tests/query_oracle.h"

#include <dateline/article_reader.h>
#include <dateline/query.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "tests/search_corpus.h"

namespace {

using namespace dateline::oracle;
using dateline::Article;

// Unoptimised and sanitized builds ask fewer.
#ifdef NDEBUG
constexpr std::size_t kPart = 1;
#else
constexpr std::size_t kPart = 10;
#endif

void ask(const QueryOracle& oracle, std::size_t queries, unsigned seed) {
  std::mt19937 random(seed);
  std::size_t telling = 0;  // Neither nothing nor everything.
  for (std::size_t i = 0; i < queries / kPart; ++i) {
    const Request request = random_request(oracle.vocabulary(), random);
    const double share = oracle.share(request);
    if (share > 0 && share < 1) ++telling;
    if (oracle.disagreement(request).empty()) continue;
    const Request smallest = oracle.smallest(request);
    INFO(to_string(smallest));
    FAIL_CHECK(oracle.disagreement(smallest));
  }
  CHECK(telling * 5 * kPart > queries * 2);
}

void ask_random_articles(unsigned seed) {
  std::mt19937 random(seed);
  const Vocabulary vocabulary = small_vocabulary();
  ask(QueryOracle(vocabulary, random_articles(vocabulary, 300, random)), 1500, seed);
}

TEST_CASE("query oracle: random articles, first quarter") { ask_random_articles(1); }
TEST_CASE("query oracle: random articles, second quarter") { ask_random_articles(2); }
TEST_CASE("query oracle: random articles, third quarter") { ask_random_articles(3); }
TEST_CASE("query oracle: random articles, last quarter") { ask_random_articles(4); }

TEST_CASE("query oracle: random articles that speak of days") {
  std::mt19937 random(5);
  const Vocabulary vocabulary = dated_vocabulary();
  ask(QueryOracle(vocabulary, random_articles(vocabulary, 300, random)), 1500, 5);
}

TEST_CASE("query oracle: Reuters") {
  const auto folder = dateline::testing::shared_data("news/reuters21578");
  if (!folder) {
    MESSAGE("skipped: no shared data");
    return;
  }
  std::vector<Article> articles;
  dateline::ArticleReader reader({(*folder / "reut2-004.sgm").string()});
  for (Article article; reader.next(article);) {
    if (!article.title.empty() || !article.body.empty()) articles.push_back(article);
  }
  std::mt19937 random(21578);
  ask(QueryOracle(vocabulary_of(articles, random), articles), 400, 21578);
}

TEST_CASE("query oracle: a window among other words keeps its width") {
  const dateline::testing::TempDir folder;
  const dateline::Searcher searcher(
      dateline::testing::build_index(folder, dateline::testing::search_corpus()));
  CHECK(dateline::testing::found(searcher, "Lavrov \"control arms\"~1") == "n1");
  CHECK(dateline::testing::found(searcher, "Lavrov \"control arms\"") == "");
}

TEST_CASE("query oracle: ADJ/1 marks what it measures from, not what is between") {
  const dateline::testing::TempDir folder;
  const dateline::Searcher searcher(
      dateline::testing::build_index(folder, dateline::testing::search_corpus()));
  dateline::SearchOptions options;
  options.snippet = {.open = "[", .close = "]"};
  const auto query = dateline::parse_query("\"sergei spoke\"~2 ADJ/1 of").query;
  const auto results = searcher.search(query, options);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].snippet.find("[Sergei] Lavrov [spoke] [of]") !=
        std::string::npos);
}

}  // namespace
