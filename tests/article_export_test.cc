// Exports: every article once, in one order, also while the index changes.

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/entity_testing.h"
#include "tests/explore_corpus.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::ExportedArticle;
using dateline::ExportOptions;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::build_index;
using dateline::testing::named_articles;
using dateline::testing::TempDir;

constexpr std::size_t kArticles = 600;  // More than are read at a time.

std::vector<std::string> exported(const Searcher& searcher, const std::string& query,
                                  const ExportOptions& options = {}) {
  std::vector<std::string> ids;
  const auto summary = searcher.export_articles(
      parse_query(query).query, options,
      [&](const ExportedArticle& article) { ids.push_back(article.found.article.id); });
  CHECK(summary.matches.count == ids.size());
  return ids;
}

std::vector<std::string> sorted(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  return ids;
}

TEST_CASE("export: all that match, each once, in an order that stays") {
  const TempDir folder;
  const auto articles = named_articles(kArticles, 9);
  const std::string path = build_index(folder, articles);
  const Searcher searcher(path);
  for (const std::string query : {"", "word3", "word1 OR topic:topic2", "zebra"}) {
    CAPTURE(query);
    const auto ids = exported(searcher, query);
    auto hits = dateline::testing::ids(
        searcher.search(parse_query(query).query, {.limit = kArticles}));
    CHECK(sorted(ids) == sorted(hits));
    CHECK(exported(Searcher(path), query) == ids);
  }
  const ExportOptions of_ap{.where = {{"source", "AP"}, {"topic", "topic1"}}};
  CHECK(sorted(exported(searcher, "", of_ap)) ==
        sorted(exported(searcher, "source:AP topic:topic1")));
  CHECK_THROWS_AS(exported(searcher, "", {.where = {{"published", "soon"}}}),
                  dateline::Error);
}

TEST_CASE("export: what an article has, and its names as entities") {
  const TempDir folder;
  Article article{.id = "a",
                  .title = "Report",
                  .body = "Nothing.",
                  .published = dateline::Date{2023, 3},
                  .topics = {"one", "two"},
                  .names = {{dateline::NameKind::kPerson, "Name 3"},
                            {dateline::NameKind::kPerson, "Name 1"},
                            {dateline::NameKind::kPerson, "Name 0"}}};
  const std::string path = build_index(folder, {article});
  dateline::testing::set_entities(path, dateline::testing::linked_names());
  std::vector<ExportedArticle> all;
  Searcher(path).export_articles({}, {}, [&](const auto& one) { all.push_back(one); });
  REQUIRE(all.size() == 1);
  const Article& found = all[0].found.article;
  CHECK(found.title == article.title);
  CHECK(found.body == article.body);
  CHECK(found.topics == article.topics);
  CHECK(found.published.date == article.published.date);
  CHECK(found.names == article.names);
  REQUIRE(all[0].names.size() == 1);
  CHECK(all[0].names[0].name.text == "Name 1");
}

TEST_CASE("export: of several indexes") {
  const TempDir folder;
  const auto all = named_articles(kArticles, 9);
  const std::vector<Article> some(all.begin(), all.begin() + 250);
  const std::vector<Article> rest(all.begin() + 250, all.end());
  const Searcher both({build_index(folder, some, false, "some.db"),
                       build_index(folder, rest, false, "rest.db")});
  const Searcher one(build_index(folder, all, false, "all.db"));
  CHECK(sorted(exported(both, "word3")) == sorted(exported(one, "word3")));
}

TEST_CASE("export: a writer at work changes what is still to come, no more") {
  const TempDir folder;
  const std::string path = build_index(folder, named_articles(kArticles, 9));
  const Searcher searcher(path);
  std::vector<std::string> ids;
  bool is_changed = false;
  searcher.export_articles({}, {}, [&](const ExportedArticle& article) {
    ids.push_back(article.found.article.id);
    if (is_changed) return;
    is_changed = true;
    // What the state that is being read was written over by.
    for (int commit = 0; commit < 3; ++commit) {
      dateline::IndexWriter writer(path, {.annotate = false, .link_names = false});
      for (const char* id : {"a0", "a599"}) {
        writer.add({.id = id, .title = "Anew", .body = "Written anew."});
      }
      writer.add({.id = "new" + std::to_string(commit), .title = "x", .body = "y"});
      writer.remove("a598");
      writer.commit();
    }
  });
  const std::set<std::string> distinct(ids.begin(), ids.end());
  CHECK(distinct.size() == ids.size());
  CHECK(ids.size() == kArticles + 3 - 1);
  CHECK(distinct.contains("new2"));
  CHECK_FALSE(distinct.contains("a598"));
}

TEST_CASE("export: an index built anew ends it, and what the caller throws does") {
  const TempDir folder;
  const std::string path = build_index(folder, named_articles(kArticles, 9));
  const Searcher searcher(path);
  std::size_t taken = 0;
  const auto rebuild = [&](const ExportedArticle&) {
    if (taken++ > 0) return;
    dateline::IndexWriter writer(path, {.rebuild = true, .annotate = false});
    writer.add({.id = "only", .title = "x", .body = "y"});
    writer.commit();
  };
  try {
    searcher.export_articles({}, {}, rebuild);
    FAIL("nothing was thrown");
  } catch (const dateline::Error& error) {
    CHECK(error.code() == dateline::ErrorCode::kBusy);
  }
  CHECK(taken < kArticles);
  struct Enough {};
  CHECK_THROWS_AS(
      searcher.export_articles({}, {}, [](const ExportedArticle&) { throw Enough(); }),
      Enough);
}

}  // namespace
