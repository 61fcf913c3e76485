// What a check of an index finds, what it says of it, and what it leaves alone.

#include <dateline/check.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "index/copy_linking.h"
#include "index/durable_files.h"
#include "index/entities/entity_table.h"
#include "index/integrity/used_blocks.h"
#include "index/manifest.h"
#include "index/positions/position_changes.h"
#include "index/text/analyzer.h"
#include "tests/index_testing.h"
#include "tests/old_index.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

std::vector<Article> some_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i) {
    Article one = article("a" + std::to_string(i),
                          "Antony Blinken met Sergey Lavrov in New Delhi on 2 March "
                          "2023. They spoke of the treaty number " +
                              std::to_string(i) + ".");
    one.published.date = Date{2023, 3, 1 + i % 28};
    one.source = "Meridian";
    articles.push_back(std::move(one));
  }
  return articles;
}

// So many that small changes are made in place.
std::vector<Article> many_articles() {
  std::mt19937 random(7);
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    std::string body;
    for (int word = 0; word < 150; ++word) {
      body += "word" + std::to_string(random() % 3000) + ' ';
    }
    articles.push_back(article("a" + std::to_string(i), body));
  }
  return articles;
}

std::string text_of(const CheckReport& report) {
  std::string text;
  for (const CheckProblem& problem : report.problems) {
    text += problem.place + ": " + problem.what + '\n';
    CHECK(problem.meaning != "");
    CHECK(problem.advice != "");
  }
  for (const std::string& note : report.notes) text += "note: " + note + '\n';
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void flip(const std::string& file, std::size_t at, int mask = 1) {
  std::string bytes = read_file(file);
  bytes.at(at) = static_cast<char>(bytes.at(at) ^ mask);
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_CASE("check: a whole index has no problems, however it came about") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles());
  const auto check_all = [&] {
    for (const CheckStep step : kCheckSteps) {
      const CheckReport report = check_index(path, step);
      CHECK(text_of(report) == "");
      CHECK(report.problem_count == 0);
      CHECK_FALSE(report.was_busy);
      CHECK(report.uncovered_bytes == 0);
    }
  };
  check_all();
  {
    IndexWriter writer(path);
    writer.add(article("new"));
    writer.remove("a3");
    writer.commit();
  }
  check_all();
  CHECK(check_index(path, CheckStep::kArticles).articles == 30);
  // Copies, of which one takes the day of the other.
  const std::string text =
      "The ministers signed the long agreement about fishing in the northern waters "
      "after eleven days of talks in the capital, officials of both sides said.";
  Article dated = article("dated", text);
  dated.published.date = Date{2023, 3, 2};
  build(path, {dated, article("undated", text)});
  check_all();
  build(path, {}, {.rebuild = true});
  check_all();
}

TEST_CASE("check: what is no index is refused") {
  const TempDir folder;
  fs::create_directory(folder / "empty");
  for (const CheckStep step : kCheckSteps) {
    const auto none = error_of([&] { check_index(folder / "none", step); });
    REQUIRE(none);
    CHECK(none->code() == ErrorCode::kNotFound);
    CHECK(error_of([&] { check_index(folder / "empty", step); }));
  }
}

TEST_CASE("check: damage of files is told by file and place") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles());
  for (const std::string& name : manifest_files(path)) {
    CAPTURE(name);
    const std::string file = path + '/' + name;
    const std::string bytes = read_file(file);
    const auto found = [&] { return text_of(check_index(path, CheckStep::kFiles)); };
    flip(file, bytes.size() - 1);
    CHECK(contains(found(), name + ": Bytes have changed in one block"));
    std::ofstream(file, std::ios::binary) << bytes << "x";
    CHECK(contains(found(), name + ": The file has "));
    fs::resize_file(file, bytes.size() / 2);
    CHECK(contains(found(), name + ": The file has "));
    fs::remove(file);
    CHECK(contains(found(), name + ": The file is missing."));
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK(found() == "");
  }
  std::ofstream(path + "/spelling.glass") << "x";
  CHECK(contains(text_of(check_index(path, CheckStep::kFiles)),
                 "spelling.glass: The file does not belong to the index."));
  fs::remove(path + "/spelling.glass");
  flip(path + "/dateline.manifest", 30);
  CHECK(contains(text_of(check_index(path, CheckStep::kFiles)), "dateline.manifest: "));
  fs::remove(path + "/dateline.manifest");
  const CheckReport without = check_index(path, CheckStep::kFiles);
  CHECK(without.problem_count == 0);
  CHECK(contains(text_of(without), "note: The index has no manifest"));
}

// Changes an index as no writer of ours would, so that every table is whole and the
// manifest right: what is left to tell is that it contradicts itself.
std::string found_after(const std::function<void(Xapian::WritableDatabase&)>& change) {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles());
  seal(path, change_documents(path, {7, 8}, change));
  CHECK(text_of(check_index(path, CheckStep::kFiles)) == "");
  CHECK(text_of(check_index(path, CheckStep::kStructure)) == "");
  return text_of(check_index(path, CheckStep::kArticles));
}

std::string found_after_document(const std::function<void(Xapian::Document&)>& change) {
  return found_after([&](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    change(document);
    database.replace_document(7, document);
  });
}

TEST_CASE("check: an index that contradicts itself") {
  using Document = Xapian::Document;
  struct {
    std::function<void(Document&)> change;
    const char* found;
  } const cases[] = {
      {[](Document& d) { d.add_value(99, "x"); }, "a6: Its slot 99 should be empty."},
      {[](Document& d) { d.add_value(schema::slot::kAuthors, "x"); },
       "Its slot 7 should be empty."},
      {[](Document& d) { d.add_value(schema::slot::kNames, ""); },
       "Its slot 2 does not hold"},
      {[](Document& d) { d.add_value(schema::slot::kPublished, "x"); },
       "Its slot 0 does not hold"},
      {[](Document& d) { d.remove_term("treaty"); },
       "It lacks the term 'treaty' of its text."},
      {[](Document& d) { d.add_boolean_term("XPER:nobody"); },
       "It has the term 'XPER:nobody', which its text"},
      {[](Document& d) { d.remove_term("Y2023"); }, "a6: It lacks the term 'Y2023'"},
      {[](Document& d) { d.add_posting("treaty", 5000); }, "The places of 'treaty'"},
      {[](Document& d) { d.add_term("treaty", 3); }, "The places of 'treaty'"},
      {[](Document& d) { d.set_data(""); },
       "a6: The bytes of the stored article have changed."},
      {[](Document& d) {
         std::string data = d.get_data();
         data[20] = static_cast<char>(data[20] ^ 1);
         d.set_data(data);
       },
       "a6: The bytes of the stored article have changed."},
      {[](Document& d) { d.add_boolean_term("Q0"); }, "a6: It has the term 'Q0'"},
      {[](Document& d) { d.remove_term("Qa6"); }, "a6: It is not found by its id."},
  };
  for (const auto& one : cases) {
    const std::string found = found_after_document(one.change);
    CAPTURE(one.found);
    CAPTURE(found);
    CHECK(contains(found, one.found));
  }

  namespace keys = schema::metadata;
  const auto metadata = [](std::string_view key, const std::string& value) {
    return found_after([&](Xapian::WritableDatabase& database) {
      database.set_metadata(std::string(key), value);
    });
  };
  CHECK(contains(metadata(keys::kEntities, "x"), "entities: "));
  CHECK(contains(metadata(keys::kEntityRules, "x"), "entities: "));
  CHECK(contains(metadata(keys::kCopies, "x"), "copies: "));
  CHECK(contains(metadata(keys::kAnalysis, ""), "'dateline.analysis' is missing"));
  const std::vector<std::vector<std::string>> chains = {{"Qa1", "Qgone"}};
  const duplicates::ChainTable table(chains);
  CHECK(contains(metadata(keys::kCopies, table.encode()), "'gone' is told to be a"));
  const entities::EntityTable names({{NameKind::kPerson, {"antony blinken", "nobody"}}},
                                    {});
  CHECK(contains(metadata(keys::kEntities, names.encode()), "'nobody' is told to be"));
}

TEST_CASE("check: two articles with one id, and the text of another one") {
  const auto copied = found_after([](Xapian::WritableDatabase& database) {
    database.add_document(database.get_document(7));
  });
  CHECK(contains(copied, "a6: Its id is that of 2 articles."));
  const auto swapped = found_after([](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    document.set_data(database.get_document(8).get_data());
    database.replace_document(7, document);
  });
  CHECK(contains(swapped, "a7: Its text stands under another id, 'Qa6'."));
}

TEST_CASE("stored article: that of another id is not given") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, some_articles());
  change_documents(path, {7}, [](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    document.set_data(database.get_document(8).get_data());
    database.replace_document(7, document);
  });
  const Searcher searcher(path);
  CHECK(searcher.article("a5")->article.id == "a5");
  CHECK(searcher.article("a7")->article.id == "a7");
  const auto query = parse_query("treaty AND \"number 6\"").query;
  const std::function<void()> readings[] = {[&] { searcher.article("a6"); },
                                            [&] { searcher.search(query); },
                                            [&] { searcher.similar("a6"); }};
  for (const auto& read : readings) {
    const auto error = error_of(read);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::kCorrupt);
    CHECK(
        contains(error->what(), "The stored article 'a6' is damaged: index it again"));
  }
}

TEST_CASE("check: an index of an earlier schema is noted, not called damaged") {
  const TempDir folder;
  build(folder / "x", many_articles());
  make_schema_3(folder / "x");
  CHECK(open_to_read(folder / "x").has_positions());
  const std::string found = text_of(check_index(folder / "x", CheckStep::kArticles));
  CHECK(found.starts_with("note: Another version of Dateline or Xapian"));
  CHECK(found.find('\n') == found.size() - 1);
}

// What positions are there must be those of the texts, and no others.
TEST_CASE("check: positions that are not those of the texts") {
  const auto change = [](const char* word, bool is_put) {
    return found_after([&](Xapian::WritableDatabase& database) {
      PositionChanges changes;
      std::string block;
      positions::append_block(block, std::vector<std::uint32_t>{1'234'567});
      if (is_put) {
        changes.put(word, 7, {false, block});
      } else {
        changes.remove(word, 7);
      }
      changes.apply(database);
    });
  };
  CHECK(contains(change("treaty", true), "The places of 'treaty' are not those"));
  CHECK(contains(change("treaty", false), "The places of 'treaty' are not those"));
  CHECK(contains(change("nowhere", true), "positions of some words are in articles"));
}

TEST_CASE("check: an index of another version is noted, not called damaged") {
  namespace keys = schema::metadata;
  const std::pair<std::string_view, const char*> cases[] = {
      {keys::kXapianVersion, "1.4.5"},
      {keys::kDatelineVersion, "0.0.1"},
      {keys::kAnalysis, "dateline-words-0"},
      {keys::kStems, "english=0 "}};
  for (const auto& one : cases) {
    CAPTURE(one.first);
    const auto found = found_after([&](Xapian::WritableDatabase& database) {
      database.set_metadata(std::string(one.first), one.second);
      // Terms of another version may be others.
      Xapian::Document document = database.get_document(7);
      document.add_boolean_term("XPER:nobody");
      database.replace_document(7, document);
    });
    CHECK(found.starts_with("note: Another version of Dateline or Xapian"));
    CHECK(contains(found, "`dateline index --rebuild`"));
    CHECK(found.find('\n') == found.size() - 1);
  }
}

// Red without the mark, with all blocks of an index that has one taken for newer, and
// with free blocks taken for damage.
TEST_CASE("check: a writer that died leaves no damage, and hides none") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, many_articles());
  const fs::path before = folder / "before";
  fs::create_directory(before);
  copy_folder(path, before / "x");
  const std::uint64_t directory = identity(path);
  {
    IndexWriter writer(path);
    writer.add(article("new", "A text of its own."));
    writer.commit();
  }
  REQUIRE(identity(path) == directory);  // It was changed in place.
  // As if it had been killed between its commit and the manifest.
  fs::copy_file(before / "x/dateline.manifest", path + "/dateline.manifest",
                fs::copy_options::overwrite_existing);
  std::ofstream(path + "/dateline.writing");
  const CheckReport report = check_index(path, CheckStep::kFiles);
  CHECK(report.problem_count == 0);
  CHECK(report.uncovered_bytes > 0);
  CHECK(report.uncovered_bytes < report.bytes);
  CHECK(contains(text_of(report), "was written after revision "));

  // In a block that the commit did not write, but needs.
  const std::string table = path + "/postlist.glass";
  const std::string whole = read_file(table);
  const std::string old_table = read_file(before / "x/postlist.glass");
  const std::vector<bool> used = integrity::used_blocks(path, "postlist.glass");
  std::optional<std::size_t> needed;
  std::optional<std::size_t> free;
  for (std::size_t at = 0; at + kManifestBlock <= old_table.size();
       at += kManifestBlock) {
    const bool is_old =
        old_table.compare(at, kManifestBlock, whole, at, kManifestBlock) == 0;
    if (is_old) (used.at(at / kManifestBlock) ? needed : free) = at;
  }
  REQUIRE(needed);
  flip(table, *needed + 1000);
  CHECK(
      contains(text_of(check_index(path, CheckStep::kFiles)), "postlist.glass: Bytes"));

  // A power cut may leave half of a block behind, where the commit needs none.
  REQUIRE(free);
  std::ofstream(table, std::ios::binary) << whole;
  flip(table, *free + 1000);
  CHECK(text_of(check_index(path, CheckStep::kFiles)).starts_with("note: "));
  fs::remove(path + "/dateline.writing");
  CHECK(
      contains(text_of(check_index(path, CheckStep::kFiles)), "postlist.glass: Bytes"));
}

TEST_CASE("check: a writer at work is not taken for damage") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, many_articles());
  const std::uint64_t directory = identity(path);
  std::atomic<bool> is_done{false};
  std::thread writer_thread([&] {
    IndexWriter writer(path);
    for (int i = 0; i < 15; ++i) {
      writer.add(article("w" + std::to_string(i), "Words " + std::to_string(i)));
      writer.commit();
    }
    is_done = true;
  });
  while (!is_done) {
    for (const CheckStep step : kCheckSteps) {
      CHECK(check_index(path, step).problem_count == 0);
    }
  }
  writer_thread.join();
  CHECK(identity(path) == directory);
}

// Red when every text counts as the same, when what is missing or extra is not told,
// and when articles that no writer takes are asked for.
TEST_CASE("check: what differs from the sources") {
  const TempDir folder;
  const std::string path = folder / "x";
  std::vector<Article> articles = some_articles();
  articles.push_back({.id = "", .title = "No id", .body = "Derived from the text."});
  articles.push_back({.id = "", .title = "Bytes", .body = "No \xFF character."});
  build(path, articles);
  const auto compared = [&](const std::vector<Article>& sources) {
    std::size_t next = 0;
    return compare_with_sources(path, [&](Article& article) {
      if (next == sources.size()) return false;
      article = sources[next++];
      return true;
    });
  };
  SourceComparison result = compared(articles);
  CHECK(result.same == 32);
  CHECK(result.in_index == 32);
  CHECK(result.in_sources == 32);
  CHECK(result.differences.empty());

  articles[3].title += "!";
  articles[4].body += " More.";
  articles[5].id = "other";
  articles[6].topics = {"no part of its text"};
  articles.push_back({.id = "empty"});  // No writer takes it.
  articles.push_back(articles[7]);
  result = compared(articles);
  CHECK(result.same == 29);
  CHECK(result.in_sources == 32);
  std::string all;
  for (const SourceDifference& one : result.differences) {
    all += std::string(to_string(one.kind)) + ' ' + one.id + ' ' + one.title + '\n';
  }
  CHECK(all ==
        "missing other Title of a5\nextra a5 Title of a5\n"
        "changed a3 Title of a3!\nchanged a4 Title of a4\n");
}

// Red without add_damaged(): the article is then neither the same nor different.
TEST_CASE("check: a damaged article is no article of the sources") {
  const TempDir folder;
  const std::string path = folder / "x";
  const std::vector<Article> articles = some_articles();
  build(path, articles);
  change_documents(path, {7}, [](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    std::string data = document.get_data();
    data[20] = static_cast<char>(data[20] ^ 1);
    document.set_data(data);
    database.replace_document(7, document);
  });
  std::size_t next = 0;
  const SourceComparison result = compare_with_sources(path, [&](Article& article) {
    if (next == articles.size()) return false;
    article = articles[next++];
    return true;
  });
  CHECK(result.same == articles.size() - 1);
  REQUIRE(result.differences.size() == 1);
  CHECK(result.differences[0].kind == SourceDifference::Kind::kDamaged);
  CHECK(result.differences[0].id == "a6");
}

}  // namespace
