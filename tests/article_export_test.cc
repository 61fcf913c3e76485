// Exports: every article of one state once, in one order, also while the index changes.

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "index/database.h"
#include "tests/entity_testing.h"
#include "tests/explore_corpus.h"
#include "tests/index_testing.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::ExportedArticle;
using dateline::ExportOptions;
using dateline::parse_query;
using dateline::Searcher;
using dateline::testing::build_index;
using dateline::testing::error_of;
using dateline::testing::named_articles;
using dateline::testing::TempDir;

constexpr std::size_t kArticles = 600;  // More than are read at a time.
constexpr int kCommits = 6;             // That leave little of a state.

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

// Commits `commits` times in place: each time articles at both ends are written anew,
// one is added and the first time one is removed.
void change(const std::string& path, int commits) {
  const auto directory = dateline::identity(path);
  for (int commit = 0; commit < commits; ++commit) {
    dateline::IndexWriter writer(path, {.annotate = false, .link_names = false});
    for (const char* id : {"a0", "a599"}) {
      writer.add({.id = id, .title = "Anew", .body = "Written anew."});
    }
    writer.add({.id = "new" + std::to_string(commit), .title = "x", .body = "y"});
    writer.remove("a598");
    writer.commit();
  }
  CHECK(dateline::identity(path) == directory);
}

void rebuild(const std::string& path) {
  dateline::IndexWriter writer(path, {.rebuild = true, .annotate = false});
  writer.add({.id = "only", .title = "x", .body = "y"});
  writer.commit();
}

// What is handed out where `disturb` is called as soon as the first article was: ids
// and titles, and the number told behind them.
std::string exported_beside(const Searcher& searcher, std::size_t& taken,
                            const std::function<void()>& disturb) {
  std::string text;
  taken = 0;
  const auto take = [&](const ExportedArticle& one) {
    text += one.found.article.id + " " + one.found.article.title + "\n";
    if (taken++ == 0) disturb();
  };
  const auto summary = searcher.export_articles({}, {}, take);
  return text + std::to_string(summary.matches.count);
}

// Seen red when each portion was read from the newest state.
TEST_CASE("export: all of it is of the state that there was when it began") {
  const TempDir folder;
  const std::string path = build_index(folder, named_articles(kArticles, 9));
  const Searcher searcher(path);
  std::size_t taken = 0;
  const std::string before = exported_beside(searcher, taken, [] {});
  CHECK(taken == kArticles);
  const auto is_same = [&](const std::string& expected, auto&& disturb) {
    return exported_beside(searcher, taken, disturb) == expected;
  };
  CHECK(is_same(before, [&] { change(path, 1); }));
  const std::string after = exported_beside(searcher, taken, [] {});
  const bool is_changed = after != before;
  CHECK(is_changed);
  CHECK(is_same(after, [&] { rebuild(path); }));
  CHECK(is_same("only x\n1", [] {}));
}

// Seen red as the one before: it went on in the newest state.
TEST_CASE("export: is busy where the rest of its state was written over") {
  const TempDir folder;
  const std::string path = build_index(folder, named_articles(kArticles, 9));
  const Searcher searcher(path);
  std::size_t taken = 0;
  const auto error = error_of(
      [&] { exported_beside(searcher, taken, [&] { change(path, kCommits); }); });
  REQUIRE(error);
  CHECK(error->code() == dateline::ErrorCode::kBusy);
  CHECK(std::string(error->what()).find("handed out is not all of it") !=
        std::string::npos);
  CHECK(taken > 0);
  CHECK(taken < kArticles);
  exported_beside(searcher, taken, [] {});
  CHECK(taken == kArticles + kCommits - 1);
}

// An article in the last portion. Seen red with `error` thrown as it is in
// HeldSnapshot::go_on().
TEST_CASE("export: of several indexes the one damaged at its end is named") {
  const TempDir folder;
  const auto all = named_articles(kArticles, 9);
  std::vector<std::string> paths;
  for (const char* name : {"some.db", "others.db"}) {
    paths.push_back(build_index(folder, all, false, name));
  }
  const std::string table = paths[1] + "/docdata.glass";
  const Searcher both(paths);
  std::size_t taken = 0;
  const auto error = error_of([&] {
    exported_beside(both, taken, [&] {
      std::filesystem::resize_file(table, std::filesystem::file_size(table) * 3 / 4);
    });
  });
  REQUIRE(error);
  CHECK(error->code() == dateline::ErrorCode::kCorrupt);
  INFO(std::string(error->what()));
  CHECK(std::string(error->what()).find(paths[1]) != std::string::npos);
  CHECK(std::string(error->what()).find(paths[0]) == std::string::npos);
  CHECK(taken > 0);
}

TEST_CASE("export: ends with what the caller throws") {
  const TempDir folder;
  const Searcher searcher(build_index(folder, named_articles(3, 9)));
  struct Enough {};
  CHECK_THROWS_AS(
      searcher.export_articles({}, {}, [](const ExportedArticle&) { throw Enough(); }),
      Enough);
}

}  // namespace
