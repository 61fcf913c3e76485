#include <dateline/check.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index/document_terms.h"
#include "index/stored_article.h"
#include "index/termlists.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

std::vector<Article> some_articles(std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    Article one = article("a" + number, "Sergey Lavrov met number" + number +
                                            " in New Delhi on 2 March 2023 and spoke "
                                            "of the treaty word" +
                                            std::to_string(i % 7) + ".");
    one.title = "Talks in Delhi " + number;
    one.published.date = Date{2023, 3, 1 + static_cast<int>(i % 28)};
    articles.push_back(std::move(one));
  }
  return articles;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

void check_whole(const std::string& path) {
  for (const CheckStep step :
       {CheckStep::kFiles, CheckStep::kStructure, CheckStep::kArticles}) {
    const CheckReport report = check_index(path, step);
    CHECK(report.problem_count == 0);
    CHECK(report.notes.empty());
  }
}

bool is_compact_at(const std::string& path) {
  CHECK(fs::exists(fs::path(path) / "termlist.glass") !=
        is_compact(open_to_read(path)));
  return is_compact(open_to_read(path));
}

// What a user sees of a query.
std::string found(const std::string& path, const std::string& query) {
  const Results results = Searcher(path).search(parse_query(query).query);
  std::string text = std::to_string(results.matches.count);
  for (const Hit& hit : results.hits) {
    text += ' ' + hit.id + ' ' + std::to_string(hit.score) + ' ' + hit.snippet;
  }
  return text;
}

TEST_CASE("compact: an index finds the same without lists of terms") {
  for (const SegmentFormatter formatter :
       {SegmentFormatter::kBulk, SegmentFormatter::kXapian}) {
    const TempDir folder;
    const auto articles = some_articles(120);
    build(folder / "whole", articles, {.segment_bytes = 2'000, .formatter = formatter});
    build(folder / "built", articles,
          {.segment_bytes = 2'000, .compact = true, .formatter = formatter});
    build(folder / "made", articles, {.segment_bytes = 2'000, .formatter = formatter});
    IndexWriter(folder / "made", {.compact = true}).commit();
    CHECK_FALSE(is_compact_at(folder / "whole"));
    for (const char* name : {"built", "made"}) {
      CAPTURE(name);
      const std::string path = folder / name;
      CHECK(is_compact_at(path));
      check_whole(path);
      for (const char* query :
           {"treaty", "\"new delhi\" AND number7", "title:talks person:Lavrov",
            "word3 NEAR/5 treaty", "published:2023-03-05", "treat*"}) {
        CHECK(found(path, query) == found(folder / "whole", query));
      }
      const auto similar = [](const std::string& of) {
        std::string ids;
        const auto found = Searcher(of).similar("a7");
        REQUIRE(found);
        for (const SimilarArticle& one : found->articles) {
          ids += one.hit.id + ' ' + std::to_string(one.hit.score) + ' ';
        }
        return ids;
      };
      CHECK(similar(path) == similar(folder / "whole"));
      CHECK(Searcher(path).article("a9")->article.body == articles[9].body);
    }
  }
}

TEST_CASE("compact: the next change brings the lists back, as they were") {
  const auto articles = some_articles(200);
  const auto change = [](const std::string& path, bool compact) {
    IndexWriter writer(path, {.compact = compact});
    writer.add(article("new", "one more treaty"));
    writer.add(article("a3", "another text of it"));
    writer.remove("a5");
    CHECK(writer.commit().articles == 200);
  };
  const TempDir folder;
  build(folder / "whole", articles);
  build(folder / "x", articles, {.compact = true});
  change(folder / "whole", false);
  change(folder / "x", true);
  CHECK(is_compact_at(folder / "x"));
  check_whole(folder / "x");
  change(folder / "x", false);
  change(folder / "whole", false);
  CHECK_FALSE(is_compact_at(folder / "x"));
  check_whole(folder / "x");
  CHECK(bodies_of(folder / "x") == bodies_of(folder / "whole"));
}

TEST_CASE("compact: lists that are restored are those that were dropped") {
  const TempDir folder;
  std::vector<Article> articles = some_articles(300);
  articles[17].body.clear();
  build(folder / "x", articles);
  IndexWriter(folder / "x", {}).remove("a9");
  const auto before = documents_of(open_to_read(folder / "x"));
  drop_termlists(folder / "x");
  CHECK_FALSE(fs::exists(folder.path() / "x/termlist.glass"));
  drop_termlists(folder / "x");  // Of nothing.
  restore_termlists(folder / "x");
  CHECK(documents_of(open_to_read(folder / "x")) == before);
  CHECK(check_index(folder / "x", CheckStep::kStructure).problem_count == 0);
  CHECK(check_index(folder / "x", CheckStep::kArticles).problem_count == 0);
}

// Within one build an article may come twice, and have its day from a copy: both change
// documents that are written already.
TEST_CASE("compact: built from articles that replace each other, and undated copies") {
  const TempDir folder;
  std::string text;
  for (int i = 0; i < 80; ++i) text += "word" + std::to_string(i * i) + ' ';
  std::vector<Article> articles = some_articles(40);
  articles.push_back(article("dated", text));
  articles.back().published.date = Date{2023, 3, 9};
  articles.push_back(article("undated", text));
  articles.push_back(article("a7", "the last text of it"));
  build(folder / "whole", articles, {.segment_bytes = 1'000});
  build(folder / "x", articles, {.segment_bytes = 1'000, .compact = true});
  CHECK(is_compact_at(folder / "x"));
  check_whole(folder / "x");
  CHECK(bodies_of(folder / "x") == bodies_of(folder / "whole"));
  CHECK(found(folder / "x", "published:2023-03-09") ==
        found(folder / "whole", "published:2023-03-09"));
}

// What only the lists could tell of a damaged article is told otherwise.
TEST_CASE("compact: postings that are not those of the texts are found") {
  const TempDir folder;
  build(folder / "x", some_articles(30));
  Xapian::WritableDatabase database = open_to_write(folder / "x");
  Xapian::Document document = database.get_document(7);
  document.add_boolean_term("XPER:nobody");
  database.replace_document(7, document);
  database.commit();
  database.close();
  drop_termlists(folder / "x");
  const CheckReport report = check_index(folder / "x", CheckStep::kArticles);
  REQUIRE(report.problem_count == 1);
  CHECK(contains(report.problems.front().what, "are not those that have the terms"));
}

TEST_CASE("compact: the terms of a document are those of its list") {
  const TempDir folder;
  build(folder / "x", some_articles(5));
  const auto terms = [&] {
    const Xapian::Database database = open_to_read(folder / "x");
    std::string all;
    for (const char* prefix : {"", "Z", "XPER:", "nothing"}) {
      const AnnotatedArticle article =
          stored_article(database, RecordDictionaries(database), 2);
      DocumentTerms(database.get_document(2), article, "en")
          .for_each(prefix, [&](const std::string& term, Xapian::termcount wdf) {
            all += term + '*' + std::to_string(wdf) + ' ';
          });
      all += "| ";
    }
    return all;
  };
  const std::string before = terms();
  CHECK(contains(before, "XPER:sergey lavrov*0"));
  IndexWriter(folder / "x", {.compact = true}).commit();
  CHECK(is_compact_at(folder / "x"));
  CHECK(terms() == before);
}

}  // namespace
