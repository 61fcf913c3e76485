// Lists of terms by article, which an index does without.

#include <dateline/check.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/document_terms.h"
#include "index/stored_article.h"
#include "index/termlists.h"
#include "tests/index_testing.h"
#include "tests/old_index.h"
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
  CHECK_FALSE(fs::exists(fs::path(path) / "termlist.glass"));
  for (const CheckStep step :
       {CheckStep::kFiles, CheckStep::kStructure, CheckStep::kArticles}) {
    const CheckReport report = check_index(path, step);
    CHECK(report.problem_count == 0);
    CHECK(report.notes.empty());
  }
}

// The lists that the database in `folder` has of `documents`.
auto lists_in(const std::string& folder, const std::set<Xapian::docid>& documents) {
  const Xapian::Database database = open_segment(folder);
  std::map<Xapian::docid, std::vector<std::pair<std::string, Xapian::termcount>>> lists;
  for (const Xapian::docid docid : documents) {
    const auto end = database.termlist_end(docid);
    for (auto term = database.termlist_begin(docid); term != end; ++term) {
      lists[docid].emplace_back(*term, term.get_wdf());
    }
  }
  return lists;
}

// Adds a term to a document, behind the back of its article.
void add_term(const std::string& path, Xapian::docid docid, const std::string& term,
              Xapian::termcount wdf) {
  change_documents(path, {docid}, [&](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(docid);
    document.add_term(term, wdf);
    database.replace_document(docid, document);
  });
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

TEST_CASE("termlists: no index has them, whichever way it came about") {
  for (const SegmentFormatter formatter :
       {SegmentFormatter::kBulk, SegmentFormatter::kXapian}) {
    const TempDir folder;
    const std::string path = folder / "x";
    const IndexWriterOptions options{.segment_bytes = 2'000, .formatter = formatter};
    IndexWriter(path, options).commit();
    check_whole(path);
    build(path, some_articles(300), options);
    check_whole(path);
    IndexWriter writer(path, options);
    writer.add(article("new", "one more treaty"));  // In place.
    writer.commit();
    check_whole(path);
    writer.add(article("a3", "another text of it"));
    writer.remove("a5");
    writer.commit();
    check_whole(path);
    for (int i = 0; i < 250; ++i) writer.remove("a" + std::to_string(i));  // Aside.
    writer.add(article("a7", "the last text of it"));
    writer.commit();
    check_whole(path);
  }
}

TEST_CASE("termlists: lent lists are those of the postings") {
  const TempDir folder;
  const std::string path = folder / "x";
  std::vector<Article> articles = some_articles(300);
  articles[17].body.clear();
  build(path, articles);
  const std::set<Xapian::docid> documents = {1, 2, 18, 150, 151, 300};
  const auto check = [&] {
    auto expected = terms_by_document(open_segment(path));
    std::erase_if(expected,
                  [&](const auto& entry) { return !documents.contains(entry.first); });
    lend_termlists(path, documents);
    CHECK(lists_in(path, documents) == expected);
    CHECK_FALSE(has_termlist(open_segment(path), 3));
    CHECK(check_index(path, CheckStep::kStructure).problem_count == 0);
    drop_termlists(path);
    CHECK_FALSE(fs::exists(fs::path(path) / "termlist.glass"));
    drop_termlists(path);  // Of nothing.
  };
  SUBCASE("by the stored articles") { check(); }
  SUBCASE("by the postings, where articles do not give them") {
    add_term(path, 150, "extra", 1);
    add_term(path, 300, "lavrov", 1);  // Once more.
    check();
  }
  SUBCASE("by the postings, of another version") {
    change_documents(path, {}, [](Xapian::WritableDatabase& database) {
      database.set_metadata(std::string(schema::metadata::kDatelineVersion), "0.0.1");
    });
    add_term(path, 2, "XPER:nobody", 0);
    check();
  }
  SUBCASE("of none") {
    lend_termlists(path, {});
    CHECK_FALSE(has_termlist(open_segment(path), 1));
    drop_termlists(path);
  }
}

TEST_CASE("termlists: an article whose record is damaged can be taken out") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles(300));
  change_documents(path, {8}, [](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(8);
    std::string data = document.get_data();
    data[data.size() / 2] = static_cast<char>(data[data.size() / 2] ^ 1);
    document.set_data(data);
    database.replace_document(8, document);
  });
  REQUIRE(check_index(path, CheckStep::kArticles).problem_count == 1);
  CHECK(contains(check_index(path, CheckStep::kArticles).problems.front().place, "a7"));
  IndexWriter writer(path);
  CHECK(writer.remove("a7"));
  writer.commit();
  CHECK(check_index(path, CheckStep::kArticles).problem_count == 0);
  CHECK(bodies_of(path).size() == 299);
}

// Up to schema 3 an index has lists.
TEST_CASE("termlists: an index finds the same with and without them") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles(120));
  build(folder / "old", some_articles(120));
  make_schema_3(folder / "old");
  CHECK(has_termlists(open_to_read(folder / "old")));
  for (const char* query :
       {"treaty", "\"new delhi\" AND number7", "title:talks person:Lavrov",
        "word3 NEAR/5 treaty", "published:2023-03-05", "treat*"}) {
    CAPTURE(query);
    CHECK(found(path, query) == found(folder / "old", query));
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
  CHECK(similar(path) == similar(folder / "old"));
  CHECK(Searcher(path).article("a9")->article.body ==
        Searcher(folder / "old").article("a9")->article.body);
}

// Within one build an article may come twice, and have its day from a copy: both change
// documents that are written already.
TEST_CASE(
    "termlists: built from articles that replace each other, and undated copies") {
  const TempDir folder;
  std::string text;
  for (int i = 0; i < 80; ++i) text += "word" + std::to_string(i * i) + ' ';
  std::vector<Article> articles = some_articles(40);
  articles.push_back(article("dated", text));
  articles.back().published.date = Date{2023, 3, 9};
  articles.push_back(article("undated", text));
  articles.push_back(article("a7", "the last text of it"));
  build(folder / "whole", articles);
  build(folder / "x", articles, {.segment_bytes = 1'000});
  check_whole(folder / "x");
  CHECK(bodies_of(folder / "x") == bodies_of(folder / "whole"));
  CHECK(bodies_of(folder / "x").at("a7") == "the last text of it");
  CHECK(found(folder / "x", "published:2023-03-09") ==
        found(folder / "whole", "published:2023-03-09"));
  CHECK(contains(found(folder / "x", "published:2023-03-09"), "undated"));
}

TEST_CASE("termlists: the terms of a document are those of its list") {
  const TempDir folder;
  build(folder / "x", some_articles(5));
  const auto terms = [&] {
    const Xapian::Database database = open_segment(folder / "x");
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
  const std::string without = terms();
  CHECK(contains(without, "XPER:sergey lavrov*0"));
  lend_termlists(folder / "x", {2});
  CHECK(terms() == without);
}

}  // namespace
