// Many threads search while a writer commits: every answer is of one state.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::IndexWriter;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::TempDir;

// State `s` of the index: ten articles, all of source "state s" and with the word
// "common".
std::vector<Article> articles_of(int state) {
  std::vector<Article> articles;
  for (int i = 0; i < 10; ++i) {
    articles.push_back(
        {.id = "a" + std::to_string(i),
         .title = "common words",
         .body = "A common sentence of state" + std::to_string(state) + ".",
         .source = "state" + std::to_string(state),
         .names = {{dateline::NameKind::kPerson, "Person " + std::to_string(state)}}});
  }
  return articles;
}

void write_state(const std::string& path, int state, bool rebuild) {
  IndexWriter writer(path, {.rebuild = rebuild, .jobs = 1, .annotate = false});
  for (Article& article : articles_of(state)) writer.add(std::move(article));
  writer.commit();
}

// Whether one answer holds together.
bool is_of_one_state(const dateline::Results& results) {
  if (results.matches.count != 10 || results.hits.size() != 10) return false;
  if (results.facets[0].values.size() != 1 || results.facets[1].values.size() != 1) {
    return false;
  }
  const auto& source = results.facets[0].values[0];
  if (source.count != 10 || results.facets[1].values[0].count != 10) return false;
  for (const auto& hit : results.hits) {
    if (hit.source != source.value) return false;
    if (hit.snippet.find(source.value) == std::string::npos) return false;
  }
  return true;
}

TEST_CASE("searcher: four threads beside a writer see whole states only") {
  const TempDir folder;
  const std::string path = folder / "news.db";
  write_state(path, 0, false);
  const Searcher searcher(path);
  const auto query = parse_query("common").query;

  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::atomic<int> torn = 0;
  std::atomic<int> failed = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      while (!done) {
        try {
          const auto results =
              searcher.search(query, {.limit = 20, .facets = {"source", "person"}});
          if (!is_of_one_state(results)) ++torn;
          if (!searcher.article("a3")) ++torn;
          ++answers;
        } catch (const dateline::Error&) {
          ++failed;
        }
      }
    });
  }
  // Changes in place, and now and then a new index in place of the old.
  for (int state = 1; state <= 30; ++state) write_state(path, state, state % 5 == 0);
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(answers > 0);
  CHECK(torn == 0);
  CHECK(failed == 0);
}

}  // namespace
