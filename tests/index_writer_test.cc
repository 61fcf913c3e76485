// The writer: what an index holds after add(), remove() and commit(), and that nothing
// else ever becomes of it.

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "index/database.h"
#include "index/document_record.h"
#include "index/schema.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using dateline::testing::TempDir;

Article article(const std::string& id, const std::string& body = "Some words.") {
  return {.id = id, .title = "Title of " + id, .body = body};
}

template <class Action>
std::optional<Error> error_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

// Every document as one string: data, terms, counts, positions, slots.
std::vector<std::string> documents_of(const Xapian::Database& database) {
  std::vector<std::string> documents;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    std::string all = std::to_string(*posting) + '|' + document.get_data();
    for (auto term = document.termlist_begin(); term != document.termlist_end();
         ++term) {
      all += '|' + *term + '*' + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        all += '@' + std::to_string(*at);
      }
    }
    for (auto value = document.values_begin(); value != document.values_end();
         ++value) {
      all += '|' + std::to_string(value.get_valueno()) + '=' + *value;
    }
    documents.push_back(std::move(all));
  }
  return documents;
}

// The body of every article by its id.
std::map<std::string, std::string> bodies_of(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  std::map<std::string, std::string> bodies;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Article stored =
        decode_record(database.get_document(*posting).get_data()).article;
    CHECK(bodies.emplace(stored.id, stored.body).second);
    CHECK(database.get_termfreq(schema::id_term(stored.id)) == 1);
  }
  return bodies;
}

std::vector<std::uint32_t> positions_of(const Xapian::Database& database,
                                        const std::string& term) {
  return {database.positionlist_begin(1, term), database.positionlist_end(1, term)};
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

void build(const std::string& path, const std::vector<Article>& articles,
           IndexWriterOptions options = {}) {
  IndexWriter writer(path, options);
  for (const Article& one : articles) writer.add(one);
  writer.commit();
}

TEST_CASE("index writer: the terms, positions and slots of an article") {
  const TempDir folder;
  Article one{.id = "News/A1",
              .title = "Treaty talks",
              .body =
                  "Russian minister Sergey Lavrov left the treaty START "
                  "on 2 March 2023.\nSTART OF G-20 TALKS\n",
              .published = Date{2023, 3, 4},
              .source = "Example Wire",
              .authors = {"Ann Writer"},
              .url = "https://www.example.org/a1",
              .language = "en",
              .topics = {"Arms"},
              .names = {{NameKind::kThing, "New START"}}};
  build(folder / "x", {one});
  const Xapian::Database database = open_to_read(folder / "x");
  REQUIRE(database.get_doccount() == 1);

  const std::uint32_t body = 2 + schema::kTitleGap;
  using Positions = std::vector<std::uint32_t>;
  CHECK(positions_of(database, "treaty") == Positions{0, body + 6});
  CHECK(positions_of(database, "Streaty") == Positions{0});
  CHECK(positions_of(database, "Stalks") == Positions{1});
  CHECK(positions_of(database, "start") == Positions{body + 7, body + 12});
  CHECK(positions_of(database, "XC:START") ==
        Positions{body + 7});  // Not the headline.
  CHECK(positions_of(database, "g20") == Positions{body + 14});
  CHECK(positions_of(database, "g") == Positions{body + 14});
  CHECK(positions_of(database, "20") == Positions{body + 15});
  CHECK(positions_of(database, "Ztreati").empty());

  const auto wdf = [&](const std::string& term) {
    auto at = database.termlist_begin(1);
    at.skip_to(term);
    return at != database.termlist_end(1) && *at == term
               ? static_cast<int>(at.get_wdf())
               : -1;
  };
  CHECK(wdf("treaty") == 2);
  CHECK(wdf("Ztreati") == 2);
  CHECK(wdf("ZStreati") == 1);
  CHECK(wdf("Ztalk") == 2);
  for (const char* term :
       {"QNews/A1", "XSRC:example wire", "Aann writer", "Uhttps://www.example.org/a1",
        "Jexample.org", "Len", "Karms", "D20230304", "M202303", "Y2023", "XMD:20230302",
        "XMM:202303", "XMY:2023", "XPER:sergey lavrov", "XTHG:new start",
        "XDEM:russia"}) {
    CAPTURE(term);
    CHECK(wdf(term) == 0);
  }

  const Xapian::Document document = database.get_document(1);
  const auto value = [&](std::uint32_t slot) { return document.get_value(slot); };
  CHECK(value(schema::slot::kPublished) ==
        Xapian::sortable_serialise(to_days(Date{2023, 3, 4})));
  CHECK(schema::unpack_dates(value(schema::slot::kPublishedDate)) ==
        std::vector<Date>{{2023, 3, 4}});
  CHECK(value(schema::slot::kSource) == "Example Wire");
  CHECK(value(schema::slot::kLanguage) == "en");
  CHECK(schema::unpack_strings(value(schema::slot::kAuthors)) == one.authors);
  CHECK(schema::unpack_strings(value(schema::slot::kTopics)) == one.topics);
  CHECK(schema::unpack_dates(value(schema::slot::kMentioned)) ==
        std::vector<Date>{{2023, 3, 2}});
  CHECK(Xapian::sortable_unserialise(value(schema::slot::kLength)) == 19);

  const AnnotatedArticle stored = decode_record(document.get_data());
  CHECK(stored.article == one);
  CHECK_FALSE(stored.body.names.empty());
  std::set<std::uint64_t> expected_ids;
  for (const auto& [name, mentions] : facet_names(stored)) {
    expected_ids.insert(schema::name_id(name.kind, name.text));
  }
  CHECK(expected_ids.contains(schema::name_id(NameKind::kPerson, "Sergey Lavrov")));
  CHECK(expected_ids.contains(schema::name_id(NameKind::kThing, "New START")));
  const auto ids = *schema::unpack_name_ids(value(schema::slot::kNames));
  CHECK(std::set<std::uint64_t>(ids.begin(), ids.end()) == expected_ids);
  CHECK(ids.size() == expected_ids.size());
}

TEST_CASE("index writer: what is missing is not invented") {
  const TempDir folder;
  build(folder / "x", {{.id = "a", .body = "NATO\nspoke."}}, {.annotate = false});
  const Xapian::Database database = open_to_read(folder / "x");
  std::set<std::string> terms(database.allterms_begin(), database.allterms_end());
  CHECK(terms ==
        std::set<std::string>{"Qa", "Znato", "Zspoke", "XC:NATO", "nato", "spoke"});
  CHECK(positions_of(database, "nato") == std::vector<std::uint32_t>{0});
  const Xapian::Document document = database.get_document(1);
  std::set<Xapian::valueno> slots;
  for (auto at = document.values_begin(); at != document.values_end(); ++at) {
    slots.insert(at.get_valueno());
  }
  CHECK(slots == std::set<Xapian::valueno>{schema::slot::kLength});
}

TEST_CASE("index writer: publication known to the month, or not at all") {
  const TempDir folder;
  Article month = article("m");
  month.published = Date{2023, 3};
  Article bounds = article("b");
  bounds.published.not_after = Date{2023, 4, 1};
  build(folder / "x", {month, bounds});
  const Xapian::Database database = open_to_read(folder / "x");
  CHECK(database.get_termfreq("M202303") == 1);
  CHECK(database.get_termfreq("Y2023") == 1);
  CHECK_FALSE(database.term_exists("D20230301"));
  CHECK(database.get_document(1).get_value(schema::slot::kPublished) ==
        Xapian::sortable_serialise(to_days(Date{2023, 3, 1})));
  CHECK(database.get_document(2).get_value(schema::slot::kPublished).empty());
  CHECK(decode_record(database.get_document(2).get_data()).article.published ==
        bounds.published);
}

TEST_CASE("index writer: broken UTF-8 is repaired before anything reads it") {
  const TempDir folder;
  build(folder / "x",
        {{.id = "a\xFF", .title = "caf\xE9", .body = "\xC3\xA9t\xC3\xA9"}});
  const auto bodies = bodies_of(folder / "x");
  REQUIRE(bodies.size() == 1);
  CHECK(bodies.begin()->first == "a\xEF\xBF\xBD");
  CHECK(bodies.begin()->second == "été");
  IndexWriter writer(folder / "x");
  CHECK(writer.remove("a\xFF"));
}

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

TEST_CASE("index writer: an article's id is its URL, else its text") {
  const TempDir folder;
  const auto count = [&](std::vector<Article> articles) {
    fs::remove_all(folder / "x");
    build(folder / "x", articles);
    return bodies_of(folder / "x");
  };
  CHECK(count({{.id = "", .body = "b", .url = "http://e.org/1"}})
            .count("http://e.org/1"));
  const auto derived = count({{.id = "", .body = "b"}, {.id = "", .body = "b"}});
  REQUIRE(derived.size() == 1);
  CHECK(derived.begin()->first.starts_with("h:"));
  CHECK(count({{.id = "", .body = "b"}, {.id = "", .title = "b"}}).size() == 2);
  CHECK(
      count({{.id = "", .body = "b"}, {.id = "", .body = "b", .source = "s"}}).size() ==
      2);
}

TEST_CASE("index writer: refuses an article without text, or too large, and goes on") {
  const TempDir folder;
  IndexWriter writer(folder / "x");
  const auto code = [&](Article bad) {
    const auto error = error_of([&] { writer.add(std::move(bad)); });
    REQUIRE(error);
    return error->code();
  };
  writer.add(article("a"));
  CHECK(code({.id = "none"}) == ErrorCode::kInvalidArgument);
  CHECK(code(article("big", std::string((std::size_t{64} << 20) + 1, 'x'))) ==
        ErrorCode::kInvalidArgument);
  writer.add(article("b"));
  CHECK(writer.commit().articles == 2);
}

TEST_CASE("index writer: text that strains Xapian's limits is kept whole") {
  const TempDir folder;
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "w" + std::to_string(i) + " ";
  std::vector<Article> articles = {
      article(std::string(1'000, 'i')),
      article("long-word", std::string(100'000, 'w')),
      article("nuls", std::string(1'000, '\0')),
      article("many", many),
      article("same", std::string(200'000, 'a') + std::string(200'000, ' ')),
  };
  articles.back().authors = std::vector<std::string>(1'000, std::string(500, 'a'));
  articles.back().names = {{NameKind::kOrg, std::string(10'000, 'n')},
                           {NameKind::kOrg, ""}};
  build(folder / "x", articles);
  const auto bodies = bodies_of(folder / "x");
  CHECK(bodies.size() == articles.size());
  for (const Article& one : articles) CHECK(bodies.at(one.id) == one.body);
}

// Segment sizes that put each article into a segment of its own, several into one, and
// all into one.
const std::size_t kSegmentBytes[] = {1, 60, std::size_t{4} << 20};

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
  CHECK(open_to_read(path).has_positions());
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
  Xapian::WritableDatabase database = open_to_write(folder / "x");
  commit_durably(database, folder / "x", [](Xapian::WritableDatabase& target) {
    target.set_metadata("dateline.other", "kept");
    target.set_metadata(std::string(schema::metadata::kDatelineVersion), "0.0.1");
  });
  database.close();
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
  fs::remove(folder.path() / "x/position.glass");
  const auto error = error_of([&] { IndexWriter(folder / "x"); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kCorrupt);
  build(folder / "x", {article("b")}, {.rebuild = true});
  CHECK(bodies_of(folder / "x").size() == 1);
}

TEST_CASE("index writer: follows a link to the index, and keeps it") {
  const TempDir folder;
  build(folder / "real", {article("a")});
  fs::create_directory_symlink("real", folder / "link");
  build(folder / "link", {article("b")}, {.rebuild = true});
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(bodies_of(folder / "real").count("b") == 1);
}

TEST_CASE("index writer: one at a time, in one process") {
  const TempDir folder;
  IndexWriter first(folder / "x");
  const auto refusal = [&] { return error_of([&] { IndexWriter(folder / "x"); }); };
  REQUIRE(refusal());
  CHECK(refusal()->code() == ErrorCode::kBusy);
  CHECK(std::string(refusal()->what()).find("is being written by another process") !=
        std::string::npos);
  first.add(article("a"));
  first.commit();
  CHECK(refusal());
  {
    IndexWriter taken = std::move(first);
    CHECK(refusal());
  }
  CHECK_FALSE(refusal());
}

TEST_CASE("index writer: waits for another as long as it is told") {
  const TempDir folder;
  std::optional<IndexWriter> first(std::in_place, folder / "x");
  std::thread second([&] {
    IndexWriter writer(folder / "x", {.lock_timeout = std::chrono::seconds(60)});
    writer.add(article("second"));
    writer.commit();
  });
  first->add(article("first"));
  first->commit();
  first.reset();
  second.join();
  CHECK(bodies_of(folder / "x").size() == 2);
}

// Runs `action` in a child process; gives how it ended, as waitpid() tells.
template <class Action>
int in_child(Action&& action, useconds_t kill_after = 0) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      action();
    } catch (const Error& error) {
      _exit(10 + static_cast<int>(error.code()));
    } catch (...) {
      _exit(9);
    }
    _exit(0);
  }
  if (kill_after != 0) {
    usleep(kill_after);
    kill(child, SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST_CASE("index writer: one at a time, between processes") {
  const TempDir folder;
  std::optional<IndexWriter> first(std::in_place, folder / "x");
  const auto write = [&] { IndexWriter(folder / "x").commit(); };
  const int busy = in_child(write);
  REQUIRE(WIFEXITED(busy));
  CHECK(WEXITSTATUS(busy) == 10 + static_cast<int>(ErrorCode::kBusy));
  first.reset();
  const int free = in_child(write);
  REQUIRE(WIFEXITED(free));
  CHECK(WEXITSTATUS(free) == 0);
}

TEST_CASE("index writer: destroyed without commit it leaves the index as it was") {
  const TempDir folder;
  build(folder / "x", {article("a", "old")});
  const auto before = documents_of(open_to_read(folder / "x"));
  for (const std::size_t segment_bytes : kSegmentBytes) {
    IndexWriter writer(folder / "x", {.jobs = 2, .segment_bytes = segment_bytes});
    for (int i = 0; i < 100; ++i) writer.add(article("b" + std::to_string(i)));
    writer.remove("a");
  }
  CHECK(documents_of(open_to_read(folder / "x")) == before);
  CHECK(names_in(folder.path()) == std::set<std::string>{"x"});
}

TEST_CASE("index writer: sweeps up after one that was killed") {
  const TempDir folder;
  folder.write("x.building/segment-000000/iamglass", "half");
  folder.write("x.building/merged/postlist.glass", "half");
  folder.write("x.lock", "");
  build(folder / "x", {article("a")}, {.segment_bytes = 1});
  CHECK(bodies_of(folder / "x").size() == 1);
  CHECK(names_in(folder.path()) == std::set<std::string>{"x"});
}

TEST_CASE("index writer: a segment that fails fails the commit, and no more") {
  const TempDir folder;
  build(folder / "x", {article("a")});
  IndexWriter writer(folder / "x", {.jobs = 2, .segment_bytes = 1});
  folder.write("x.building", "in the way");  // No folder can be made here.
  error_of([&] {
    for (int i = 0; i < 100; ++i) writer.add(article("b" + std::to_string(i)));
  });
  const auto error = error_of([&] { writer.commit(); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kIo);
  CHECK(std::string(error->what()).find(folder / "x") != std::string::npos);
  CHECK(writer.commit().articles == 1);
  CHECK(bodies_of(folder / "x").size() == 1);

  writer.add(article("c"));
  CHECK(writer.commit().articles == 2);
}

TEST_CASE("index writer: killed at any moment it leaves one commit or the other") {
  const TempDir folder;
  const std::string path = folder / "x";
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i)
    articles.push_back(article("a" + std::to_string(i), "0"));
  build(path, articles);
  int killed = 0;
  for (int round = 1; round <= 30; ++round) {
    CAPTURE(round);
    const auto rewrite = [&] {
      // Now all of it, by merging, now a little, in place.
      const std::size_t changed = round % 2 == 0 ? articles.size() : 1;
      IndexWriter writer(path, {.jobs = 2, .segment_bytes = 300});
      for (std::size_t i = 0; i < changed; ++i) {
        Article next = articles[i];
        next.body = std::to_string(round);
        writer.add(next);
      }
      writer.commit();
    };
    const auto before = bodies_of(path);
    const int status = in_child(rewrite, static_cast<useconds_t>(round) * 3'000);
    killed += WIFSIGNALED(status) ? 1 : 0;
    const auto after = bodies_of(path);
    CHECK(after.size() == articles.size());
    if (after != before) {
      const std::string now = std::to_string(round);
      CHECK(after.at("a0") == now);
      CHECK(after.at("a1") == (round % 2 == 0 ? now : before.at("a1")));
    } else if (!WIFSIGNALED(status)) {
      FAIL("a commit that returned is not there");
    }
  }
  CHECK(killed > 0);
  build(path, {article("b")});
  CHECK(names_in(folder.path()) == std::set<std::string>{"x"});
}

TEST_CASE("index writer: readers are not disturbed, and can tell a new index") {
  const TempDir folder;
  build(folder / "x", {article("a", "old")});
  const Xapian::Database reader = open_to_read(folder / "x");
  const std::uint64_t before = identity(folder / "x");
  build(folder / "x", {article("b"), article("c")}, {.rebuild = true});
  CHECK(identity(folder / "x") != before);
  CHECK(decode_record(reader.get_document(1).get_data()).article.body == "old");
  CHECK(open_to_read(folder / "x").get_doccount() == 2);
}

// A small file system in memory, for as long as it lives.
class SmallDisk {
 public:
  SmallDisk(std::string path, const char* size) : path_(std::move(path)) {
    fs::create_directory(path_);
    const std::string options = std::string("size=") + size;
    mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, options.c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount(path_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }

 private:
  std::string path_;
  bool mounted_ = false;
};

TEST_CASE("index writer: a full disk is told, and the index is as it was") {
  const TempDir folder;
  const SmallDisk disk(folder / "disk", "6m");
  if (!disk.mounted()) {
    MESSAGE("skipped: a small file system cannot be mounted here");
    return;
  }
  const std::string path = folder / "disk/x";
  build(path, {article("a", "old")});
  const auto before = documents_of(open_to_read(path));
  {
    IndexWriter writer(path, {.jobs = 2, .segment_bytes = 100'000});
    error_of([&] {
      for (int i = 0; i < 400; ++i) {
        std::string body;
        for (int word = 0; word < 2'000; ++word) {
          body += " w" + std::to_string(i * 7919 + word * 104729);
        }
        writer.add(article("b" + std::to_string(i), body));
      }
    });
    const auto error = error_of([&] { writer.commit(); });
    REQUIRE(error);
    CAPTURE(std::string(error->what()));
    CHECK(error->code() == ErrorCode::kIo);
    CHECK(std::string(error->what()).find("No space left on device: free some room") !=
          std::string::npos);
    CHECK(documents_of(open_to_read(path)) == before);
    writer.add(article("small"));
    CHECK(writer.commit().articles == 2);
  }
  CHECK(names_in(folder.path() / "disk") == std::set<std::string>{"x"});
}

}  // namespace
