// What the index holds of an article: its terms, positions, slots and record.

#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "index/document_record.h"
#include "index/positions/term_positions.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

std::vector<std::uint32_t> positions_of(const Xapian::Database& database,
                                        const std::string& term) {
  TermPositions positions(database, term);
  const auto found = positions.in(1);
  return {found.begin(), found.end()};
}

TEST_CASE("document builder: the terms, positions and slots of an article") {
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

  const std::uint32_t body = 3 + schema::kTitleGap;
  using Positions = std::vector<std::uint32_t>;
  CHECK(positions_of(database, "treaty") == Positions{1, body + 6});
  CHECK(positions_of(database, "Streaty") == Positions{1});
  CHECK(positions_of(database, "Stalks") == Positions{2});
  CHECK(positions_of(database, "start") == Positions{body + 7, body + 12});
  CHECK(positions_of(database, "XC:START") ==
        Positions{body + 7});  // Not the headline.
  CHECK(positions_of(database, "g20") == Positions{body + 14});
  CHECK(positions_of(database, "g") == Positions{body + 14});
  CHECK(positions_of(database, "20") == Positions{body + 15});
  CHECK(positions_of(database, "Ztreati").empty());

  const auto wdf = [&](const std::string& term) {
    const auto posting = database.postlist_begin(term);
    return posting != database.postlist_end(term) ? static_cast<int>(posting.get_wdf())
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

TEST_CASE("document builder: a word twice at the start stands there twice") {
  const TempDir folder;
  build(folder / "x", {{.id = "a", .title = "Bora Bora", .body = "Duran Duran"}},
        {.annotate = false});
  const Xapian::Database database = open_to_read(folder / "x");
  for (const char* term : {"Sbora", "bora", "duran"}) {
    CAPTURE(term);
    CHECK(positions_of(database, term).size() == 2);
  }
}

TEST_CASE("document builder: what is missing is not invented") {
  const TempDir folder;
  build(folder / "x", {{.id = "a", .body = "NATO\nspoke."}}, {.annotate = false});
  const Xapian::Database database = open_to_read(folder / "x");
  std::set<std::string> terms(database.allterms_begin(), database.allterms_end());
  CHECK(terms ==
        std::set<std::string>{"Qa", "Znato", "Zspoke", "XC:NATO", "nato", "spoke"});
  CHECK(positions_of(database, "nato") == std::vector<std::uint32_t>{1});
  const Xapian::Document document = database.get_document(1);
  std::set<Xapian::valueno> slots;
  for (Xapian::valueno slot = 0; slot < schema::slot::kCount; ++slot) {
    if (!document.get_value(slot).empty()) slots.insert(slot);
  }
  CHECK(slots ==
        std::set<Xapian::valueno>{schema::slot::kFingerprint, schema::slot::kLength});
}

TEST_CASE("document builder: publication known to the month, or not at all") {
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

TEST_CASE("document builder: broken UTF-8 is repaired before anything reads it") {
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

TEST_CASE("document builder: an article's id is its URL, else its text") {
  const TempDir folder;
  const auto count = [&](std::vector<Article> articles) {
    std::filesystem::remove_all(folder / "x");
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

TEST_CASE(
    "document builder: refuses an article without text, or too large, and goes on") {
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

TEST_CASE("document builder: text that strains Xapian's limits is kept whole") {
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

}  // namespace
