// The writer: what an index holds after add(), remove() and commit(), and which paths
// it takes for its own.

#include <dateline/article_reader.h>
#include <dateline/check.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "index/publishing.h"
#include "tests/index_testing.h"
#include "tests/old_index.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

TEST_CASE("index writer: makes an empty index, and nothing of nothing") {
  const TempDir folder;
  {
    IndexWriter writer(folder / "deep/down/x/");
    CHECK(writer.commit().articles == 0);
  }
  CHECK(bodies_of(folder / "deep/down/x").empty());
  CHECK(names_in(folder.path() / "deep/down") == std::set<std::string>{"x"});

  const std::uint64_t before = identity(folder / "deep/down/x");
  const auto written = fs::last_write_time(folder.path() / "deep/down/x/iamglass");
  {
    IndexWriter writer(folder / "deep/down/x");
    writer.commit();
    writer.add(article("a"));
    CHECK(writer.remove("a"));
    CHECK_FALSE(writer.remove("a"));
    const CommitSummary summary = writer.commit();
    CHECK(summary.added == 1);
    CHECK(summary.removed == 1);
    CHECK(summary.articles == 0);
  }
  CHECK(identity(folder / "deep/down/x") == before);
  CHECK(fs::last_write_time(folder.path() / "deep/down/x/iamglass") == written);
}

TEST_CASE("index writer: the last article with an id stays") {
  for (const std::size_t segment_bytes : kSegmentBytes) {
    CAPTURE(segment_bytes);
    const TempDir folder;
    const IndexWriterOptions options{.jobs = 2, .segment_bytes = segment_bytes};
    IndexWriter writer(folder / "x", options);
    for (int round = 0; round < 3; ++round) {
      for (const char* id : {"a", "b", "c", "d"}) {
        writer.add(article(id, "round " + std::to_string(round)));
      }
    }
    writer.add(article("a", "last"));
    CHECK(writer.remove("b"));
    CHECK(writer.remove("c"));
    writer.add(article("c", "again"));
    CHECK_FALSE(writer.remove("none"));
    const CommitSummary summary = writer.commit();
    CHECK(summary.added == 5);
    CHECK(summary.replaced == 9);
    CHECK(summary.removed == 2);
    CHECK(summary.articles == 3);
    CHECK(bodies_of(folder / "x") ==
          std::map<std::string, std::string>{
              {"a", "last"}, {"c", "again"}, {"d", "round 2"}});
  }
}

// Changes an index of `size` articles; small changes are made in place, large ones by
// merging.
void check_second_commit(std::size_t size, std::size_t changes, bool in_place) {
  const TempDir folder;
  const std::string path = folder / "x";
  std::vector<Article> articles;
  std::map<std::string, std::string> expected;
  for (std::size_t i = 0; i < size; ++i) {
    articles.push_back(
        article("old" + std::to_string(i), "first word" + std::to_string(i)));
    expected[articles.back().id] = articles.back().body;
  }
  build(path, articles);
  const std::uint64_t before = identity(path);

  IndexWriter writer(path, {.jobs = 2, .segment_bytes = 2'000});
  for (std::size_t i = 0; i < changes; ++i) {
    const std::string number = std::to_string(i);
    writer.add(article("new" + number, "fresh"));
    writer.add(article("old" + number, "second"));
    expected["new" + number] = "fresh";
    expected["old" + number] = "second";
  }
  CHECK(writer.remove("old" + std::to_string(size - 1)));
  CHECK(writer.remove("new0"));
  CHECK_FALSE(writer.remove("none"));
  expected.erase("old" + std::to_string(size - 1));
  expected.erase("new0");
  CHECK(bodies_of(path).size() == size);  // Not before commit().
  const CommitSummary summary = writer.commit();
  CHECK(summary.added == changes);
  CHECK(summary.replaced == changes);
  CHECK(summary.removed == 2);
  CHECK(summary.articles == expected.size());
  CHECK((identity(path) == before) == in_place);
  CHECK(bodies_of(path) == expected);

  writer.add(article("third"));  // The writer goes on.
  CHECK(writer.remove("old0"));
  CHECK(writer.commit().articles == expected.size());
  CHECK(TermPositions(open_to_read(path), "third")
            .in(*open_to_read(path).postlist_begin("third"))
            .size() > 0);
}

TEST_CASE("index writer: a few changes are made in place") {
  check_second_commit(3'000, 2, true);
}

TEST_CASE("index writer: many changes are merged") {
  check_second_commit(50, 40, false);
}

TEST_CASE("index writer: removing alone works either way") {
  for (const std::size_t size : {3UL, 500UL}) {
    const TempDir folder;
    std::vector<Article> articles;
    for (std::size_t i = 0; i < size; ++i)
      articles.push_back(article(std::to_string(i)));
    build(folder / "x", articles);
    IndexWriter writer(folder / "x");
    for (std::size_t i = 0; i + 1 < size; ++i) CHECK(writer.remove(std::to_string(i)));
    CHECK(writer.commit().articles == 1);
    CHECK(writer.remove(std::to_string(size - 1)));
    CHECK(writer.commit().articles == 0);
    CHECK(bodies_of(folder / "x").empty());
    writer.add(article("again"));
    CHECK(writer.commit().articles == 1);
  }
}

TEST_CASE("index writer: a rebuild leaves out what was there") {
  const TempDir folder;
  build(folder / "x", {article("a"), article("b")});
  {
    IndexWriter writer(folder / "x", {.rebuild = true});
    CHECK_FALSE(writer.remove("a"));
    writer.add(article("b", "new"));
    const CommitSummary summary = writer.commit();
    CHECK(summary.added == 1);
    CHECK(summary.articles == 1);
    writer.add(article("c"));  // From here on it adds.
    CHECK(writer.commit().articles == 2);
  }
  CHECK(bodies_of(folder / "x").at("b") == "new");
  IndexWriter(folder / "x", {.rebuild = true}).commit();
  CHECK(bodies_of(folder / "x").empty());
}

TEST_CASE("index writer: the index is the same from any number of threads") {
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i) {
    std::string body;
    for (int word = 0; word < i % 40; ++word) {
      body += "word" + std::to_string((i * 7 + word * word) % 97) + " ";
    }
    articles.push_back(article("id" + std::to_string(i * 5 % 300), body));
  }
  std::vector<std::string> expected;
  for (const unsigned jobs : {1U, 2U, 3U, 8U}) {
    CAPTURE(jobs);
    const TempDir folder;
    build(folder / "x", articles, {.jobs = jobs, .segment_bytes = 3'000});
    const std::vector<std::string> documents = documents_of(open_to_read(folder / "x"));
    if (expected.empty()) expected = documents;
    CHECK(documents.size() == 60);
    CHECK(documents == expected);
  }
}

TEST_CASE("index writer: both ways of writing segments make the same index") {
  std::vector<Article> articles;
  ArticleReader reader({(source_dir() / "corpus").string()});
  for (Article article; reader.next(article);) articles.push_back(article);
  REQUIRE(articles.size() > 80);
  for (const std::size_t segment_bytes :
       {std::size_t{20'000}, std::size_t{4'000'000}}) {
    CAPTURE(segment_bytes);
    const TempDir folder;
    build(folder / "bulk", articles,
          {.segment_bytes = segment_bytes, .formatter = SegmentFormatter::kBulk});
    build(folder / "xapian", articles,
          {.segment_bytes = segment_bytes, .formatter = SegmentFormatter::kXapian});
    const Xapian::Database bulk = open_to_read(folder / "bulk");
    const Xapian::Database xapian = open_to_read(folder / "xapian");
    CHECK(documents_of(bulk) == documents_of(xapian));
    CHECK(bulk.get_total_length() == xapian.get_total_length());
    CHECK(bulk.get_doclength_lower_bound() == xapian.get_doclength_lower_bound());
    CHECK(bulk.get_doclength_upper_bound() == xapian.get_doclength_upper_bound());
    auto theirs = xapian.allterms_begin();
    for (auto ours = bulk.allterms_begin(); ours != bulk.allterms_end(); ++ours) {
      REQUIRE(theirs != xapian.allterms_end());
      REQUIRE(*ours == *theirs);
      CHECK(ours.get_termfreq() == theirs.get_termfreq());
      ++theirs;
    }
    CHECK(theirs == xapian.allterms_end());
  }
}

TEST_CASE("index writer: more segments than are merged at once") {
  const TempDir folder;
  std::vector<Article> articles;
  for (int i = 0; i < 150; ++i) articles.push_back(article("a" + std::to_string(i)));
  build(folder / "many", articles, {.jobs = 2, .segment_bytes = 1});
  build(folder / "one", articles);
  CHECK(documents_of(open_to_read(folder / "many")) ==
        documents_of(open_to_read(folder / "one")));
  for (Article& one : articles) one.id += "'";
  build(folder / "many", articles, {.jobs = 2, .segment_bytes = 1});
  CHECK(open_to_read(folder / "many").get_doccount() == 300);
}

TEST_CASE("index writer: metadata say what made the index") {
  const TempDir folder;
  const auto entry = [&](std::string_view key) {
    return open_to_read(folder / "x").get_metadata(std::string(key));
  };
  build(folder / "x", {article("a")}, {.language = "de"});
  CHECK(entry(schema::metadata::kSchemaVersion) == std::to_string(schema::kVersion));
  CHECK(entry(schema::metadata::kLanguage) == "de");
  CHECK(entry(schema::metadata::kXapianVersion) == Xapian::version_string());
  CHECK_FALSE(entry(schema::metadata::kDatelineVersion).empty());
  CHECK_FALSE(entry(schema::metadata::kAnalysis).empty());

  // An index keeps its language; and what others wrote about it.
  commit_in_place(folder / "x", folder / "aside", {}, [](auto& target) {
    target.set_metadata("dateline.other", "kept");
    target.set_metadata(std::string(schema::metadata::kDatelineVersion), "0.0.1");
  });
  for (const char* id : {"b", "c", "d"}) {
    build(folder / "x", {article(id)});
    CHECK(entry(schema::metadata::kLanguage) == "de");
    CHECK(entry("dateline.other") == "kept");
    CHECK(entry(schema::metadata::kDatelineVersion) != "0.0.1");
  }
}

TEST_CASE("index writer: words of another analysis are not mixed in") {
  const TempDir folder;
  build(folder / "x", {article("a")});
  {
    Xapian::WritableDatabase database = open_to_write(folder / "x");
    database.set_metadata(std::string(schema::metadata::kAnalysis), "older");
    database.commit();
  }
  const auto error = error_of([&] { IndexWriter(folder / "x"); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kInvalidArgument);
  CHECK(std::string(error->what()).find("rebuild it") != std::string::npos);
  build(folder / "x", {article("b")}, {.rebuild = true});
  build(folder / "x", {article("c")});
  CHECK(bodies_of(folder / "x").size() == 2);
}

// Seen red without kStems in the metadata, and without makes_stems_of() in Snapshot.
TEST_CASE("index writer: stems of another libstemmer are told, and not mixed in") {
  const TempDir folder;
  build(folder / "x", {article("a")});
  const auto stems = std::string(schema::metadata::kStems);
  const auto change = [&](std::string_view language) {
    Xapian::WritableDatabase database = open_to_write(folder / "x");
    std::string theirs = database.get_metadata(stems);
    const std::size_t at = theirs.find(std::string(language) + "=");
    REQUIRE(at != std::string::npos);
    theirs.at(at + language.size() + 1) = 'x';
    database.set_metadata(stems, theirs);
    database.commit();
  };
  const auto notes = [&] {
    std::string text;
    for (const auto& note : Searcher(folder / "x").search(Query()).notes) {
      text += note.message;
    }
    return text;
  };
  CHECK(notes().empty());
  change("tamil");  // No article is in it; but one may come.
  CHECK(notes().empty());
  const auto error = error_of([&] { IndexWriter(folder / "x"); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kInvalidArgument);
  CHECK(std::string(error->what()).find("libstemmer") != std::string::npos);
  change("english");
  CHECK(notes().find("another version of libstemmer") != std::string::npos);
  build(folder / "x", {article("b")}, {.rebuild = true});
  build(folder / "x", {article("c")});
  CHECK(notes().empty());
}

TEST_CASE("index writer: touches nothing that is not its own") {
  const TempDir folder;
  folder.write("file", "text");
  folder.write("pictures/cat.jpg", "meow");
  {
    Xapian::WritableDatabase foreign = create_segment(folder / "foreign");
    foreign.add_document(Xapian::Document());  // No data: its docdata table is missing.
    foreign.commit();
  }
  fs::create_directory(folder / "newer");
  {
    fs::remove(folder / "newer");
    Xapian::WritableDatabase newer = create_segment(folder / "newer");
    newer.set_metadata(std::string(schema::metadata::kSchemaVersion), "99");
    newer.commit();
  }
  const std::set<std::string> before = names_in(folder.path());
  for (const bool rebuild : {false, true}) {
    CAPTURE(rebuild);
    const auto code = [&](const char* name) {
      const auto error =
          error_of([&] { IndexWriter writer(folder / name, {.rebuild = rebuild}); });
      REQUIRE(error);
      return error->code();
    };
    CHECK(code("file") == ErrorCode::kNotAnIndex);
    CHECK(code("pictures") == ErrorCode::kNotAnIndex);
    CHECK(code("foreign") == ErrorCode::kNotAnIndex);
    CHECK(code("newer") == ErrorCode::kNewerSchema);
    CHECK(code("file/below") == ErrorCode::kIo);
  }
  CHECK(error_of([] { IndexWriter(""); })->code() == ErrorCode::kInvalidArgument);
  CHECK(names_in(folder.path()) == before);

  fs::create_directory(folder / "room");
  build(folder / "room", {article("a")});
  CHECK(bodies_of(folder / "room").size() == 1);
}

TEST_CASE("index writer: a damaged index can only be rebuilt") {
  const TempDir folder;
  build(folder / "x", {article("a")});
  fs::remove(folder.path() / "x/docdata.glass");
  const auto error = error_of([&] { IndexWriter(folder / "x"); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kCorrupt);
  build(folder / "x", {article("b")}, {.rebuild = true});
  CHECK(bodies_of(folder / "x").size() == 1);
}

// Positions in Xapian's own table become chunks when the index is first written to,
// whatever the change.
TEST_CASE("index writer: an index of schema 3 is read, and converted") {
  const TempDir folder;
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(
        article("a" + std::to_string(i), "peace talks number" + std::to_string(i % 7)));
  }
  build(folder / "new", articles);
  build(folder / "x", articles);
  make_schema_3(folder / "x");
  CHECK(documents_of(open_to_read(folder / "x")) ==
        documents_of(open_to_read(folder / "new")));
  const std::string is_other = folder / "removed";
  fs::copy(folder / "x", is_other, fs::copy_options::recursive);

  build(folder / "x", {article("b", "later talks")});
  build(folder / "new", {article("b", "later talks")});
  const Xapian::Database converted = open_to_read(folder / "x");
  CHECK_FALSE(converted.has_positions());
  CHECK_FALSE(fs::exists(folder.path() / "x/position.glass"));
  CHECK(documents_of(converted) == documents_of(open_to_read(folder / "new")));
  CHECK(converted.get_metadata(std::string(schema::metadata::kSchemaVersion)) ==
        std::to_string(schema::kVersion));
  for (const CheckStep step :
       {CheckStep::kFiles, CheckStep::kStructure, CheckStep::kArticles}) {
    const CheckReport report = check_index(folder / "x", step);
    CHECK(report.problem_count == 0);
    CHECK(report.notes.empty());
  }

  IndexWriter writer(is_other, {});
  CHECK(writer.remove("a7"));
  writer.commit();
  IndexWriter other(folder / "new", {});
  CHECK(other.remove("a7"));
  CHECK(other.remove("b"));
  other.commit();
  CHECK(documents_of(open_to_read(is_other)) ==
        documents_of(open_to_read(folder / "new")));
}

TEST_CASE("index writer: follows a link to the index, and keeps it") {
  const TempDir folder;
  build(folder / "real", {article("a")});
  fs::create_directory_symlink("real", folder / "link");
  build(folder / "link", {article("b")}, {.rebuild = true});
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(bodies_of(folder / "real").count("b") == 1);
}

}  // namespace
