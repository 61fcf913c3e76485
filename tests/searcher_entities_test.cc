// Names that are one entity: in facets, filters, queries, hits and lists.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "index/database.h"
#include "tests/entity_testing.h"
#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::Entity;
using dateline::EntityList;
using dateline::EntityOptions;
using dateline::EntitySort;
using dateline::Facet;
using dateline::IndexWriter;
using dateline::Name;
using dateline::parse_query;
using dateline::Searcher;
using dateline::SearchOptions;
using dateline::entities::EntityTable;
using dateline::testing::article_naming;
using dateline::testing::build_index;
using dateline::testing::found;
using dateline::testing::merge_names;
using dateline::testing::set_entities;
using dateline::testing::TempDir;
using enum dateline::NameKind;

const Name kSergei{kPerson, "Sergei Lavrov"};
const Name kSergey{kPerson, "Sergey Lavrov"};
const Name kInitial{kPerson, "S. Lavrov"};
const Name kEvgeny{kPerson, "Evgeny Lavrov"};
const Name kLone{kPerson, "Lavrov"};

// Sergei in a1 to a4, in three spellings, two of them in a3; Evgeny in a5; nobody knows
// who in a6.
std::vector<Article> lavrovs() {
  return {
      article_naming("a1", {kSergei, {kPlace, "Kyiv"}}),
      article_naming("a2", {kSergey, {kPlace, "Kiev"}}),
      article_naming("a3", {kSergei, kSergey, {kPlace, "Kiev"}, {kPlace, "Kyiv"}}),
      article_naming("a4", {kInitial, {kOrg, "Kiev"}}),
      article_naming("a5", {kEvgeny, {kPlace, "Minsk"}}),
      article_naming("a6", {kLone}),
  };
}

// The same in every test that only reads.
std::string lavrov_index(const TempDir& folder) {
  const std::string path = build_index(folder, lavrovs());
  set_entities(path,
               EntityTable({{kPerson, {"sergei lavrov", "s. lavrov", "sergey lavrov"}},
                            {kPlace, {"kyiv", "kiev"}}},
                           {{kPerson, "lavrov"}}));
  return path;
}

const Searcher& searcher() {
  static const TempDir folder;
  static const Searcher made(lavrov_index(folder));
  return made;
}

// "Sergei Lavrov=4 (S. Lavrov=1 Sergei Lavrov=2 ...), ...".
std::string shown(const Facet& facet) {
  std::string text;
  for (const auto& value : facet.values) {
    text +=
        (text.empty() ? "" : ", ") + value.value + "=" + std::to_string(value.count);
    if (value.spellings.size() < 2) continue;
    text += " (";
    for (const auto& [spelling, count] : value.spellings) {
      text += (text.ends_with('(') ? "" : " ") + spelling + "=" + std::to_string(count);
    }
    text += ")";
  }
  return text;
}

std::string facet(const Searcher& index, const char* query, const char* kind,
                  std::vector<dateline::FacetFilter> where = {},
                  std::size_t limit = 0) {
  const auto results =
      index.search(parse_query(query).query,
                   {.facets = {kind}, .facet_limit = limit, .where = std::move(where)});
  CHECK(results.facets.at(0).values.size() <= results.facets[0].distinct);
  return shown(results.facets.at(0));
}

TEST_CASE("entities: a facet value is one entity, each article counted once") {
  const std::string lavrov =
      "Sergei Lavrov=4 (S. Lavrov=1 Sergei Lavrov=2 Sergey Lavrov=2)";
  CHECK(facet(searcher(), "", "person") == lavrov + ", Evgeny Lavrov=1");
  CHECK(facet(searcher(), "", "place") == "Kyiv=3 (Kiev=2 Kyiv=2), Minsk=1");
  // Only what is spelled so in the articles found.
  CHECK(facet(searcher(), "id:a2 OR id:a4 OR id:a6", "person") ==
        "Sergei Lavrov=2 (S. Lavrov=1 Sergey Lavrov=1)");
  CHECK(facet(searcher(), "id:a2", "person") == "Sergei Lavrov=1");
  // A name of one kind is not the same name of another.
  CHECK(facet(searcher(), "", "org") == "Kiev=1");
  // A hidden name is no value, and is not counted among them.
  CHECK(facet(searcher(), "id:a6", "person") == "");
  const auto people =
      searcher().search({}, {.facets = {"person"}, .facet_limit = 1}).facets.at(0);
  CHECK(people.distinct == 2);
  CHECK(people.values.size() == 1);
}

TEST_CASE("entities: counts are the same before and after columns are built") {
  const TempDir folder;
  const std::string path = lavrov_index(folder);
  const Searcher warm(path);
  for (int i = 0; i < 100; ++i) facet(warm, "", "person");
  for (const char* query : {"", "id:a2", "id:a1 OR id:a3", "place:Kiev", "zebra"}) {
    for (const char* kind : {"person", "place", "org"}) {
      CAPTURE(query);
      CHECK(facet(warm, query, kind) == facet(Searcher(path), query, kind));
    }
  }
}

TEST_CASE("entities: a filter on any spelling is a filter on the entity") {
  const auto ids = [&](std::vector<dateline::FacetFilter> where) {
    return found(searcher(), "", {.where = std::move(where)});
  };
  CHECK(ids({{"person", "Sergei Lavrov"}}) == "a1 a2 a3 a4");
  CHECK(ids({{"person", "S. LAVROV"}}) == "a1 a2 a3 a4");
  CHECK(ids({{"person", "Evgeny Lavrov"}}) == "a5");
  CHECK(ids({{"person", "Lavrov"}}) == "a6");
  CHECK(ids({{"person", "Nobody"}}) == "");
  CHECK(ids({{"org", "Kiev"}}) == "a4");
  CHECK(ids({{"place", "Kiev"}, {"person", "Sergey Lavrov"}}) == "a1 a2 a3");
  CHECK(ids({{"place", "Kiev"}, {"place", "Minsk"}}) == "a1 a2 a3 a5");
  // Multi-select: the counts of a kind ignore the filters on it.
  CHECK(facet(searcher(), "", "place", {{"place", "Kiev"}}) ==
        "Kyiv=3 (Kiev=2 Kyiv=2), Minsk=1");
  CHECK(facet(searcher(), "", "person", {{"place", "Kiev"}}) ==
        "Sergei Lavrov=3 (Sergei Lavrov=2 Sergey Lavrov=2)");
}

TEST_CASE("entities: a name field asks for every spelling, and says so") {
  const auto reading = [](const char* query) {
    return searcher().search(parse_query(query).query).reading;
  };
  const std::string lavrov = "S. Lavrov / Sergey Lavrov (4)";
  CHECK(found(searcher(), "person:\"Sergey Lavrov\"") == "a1 a2 a3 a4");
  CHECK(reading("person:\"Sergey Lavrov\"") ==
        "person:\"Sergey Lavrov\" = Sergei Lavrov / " + lavrov);
  // A surname alone is everyone who bears it, also who could not be told.
  CHECK(found(searcher(), "person:Lavrov") == "a1 a2 a3 a4 a5 a6");
  CHECK(reading("person:Lavrov") == "person:Lavrov = Sergei Lavrov / " + lavrov +
                                        ", Evgeny Lavrov (1), Lavrov (1)");
  CHECK(found(searcher(), "place:kiev") == "a1 a2 a3");
  CHECK(found(searcher(), "name:kiev") == "a1 a2 a3 a4");
  CHECK(found(searcher(), "-place:kyiv") == "a4 a5 a6");
  CHECK(found(searcher(), "place:Kiev person:Sergei") == "a1 a2 a3");
  // A run of words stays the words that were typed.
  CHECK(reading("Sergey Lavrov") == "\"Sergey Lavrov\" (a name)");
}

TEST_CASE("entities: found by the surname of a spelling that no article has") {
  const TempDir folder;
  const std::string path =
      build_index(folder, {article_naming("a", {{kPerson, "Anna Petrov"}}),
                           article_naming("b", {{kPerson, "Oleg Petrov"}})});
  merge_names(path, {{{kPerson, "Anna Petrov"}, "Anya Petrova"}});
  const Searcher searcher(path);
  CHECK(found(searcher, "person:Petrova") == "a");
  CHECK(found(searcher, "person:\"Anya Petrova\"") == "a");
  CHECK(found(searcher, "person:Petrov") == "a b");
  CHECK(searcher.search(parse_query("person:Petrova").query).reading ==
        "person:Petrova = Anna Petrov (1)");
}

TEST_CASE("entities: what is asked for by one spelling is marked in all") {
  const TempDir folder;
  const std::string path =
      build_index(folder,
                  {{.id = "a",
                    .title = "Talks",
                    .body = "Foreign Minister Sergey Lavrov met Minister "
                            "Antony Blinken in Geneva."}},
                  true);
  merge_names(path, {{kSergei, "Sergey Lavrov"}});
  const auto results =
      Searcher(path).search(parse_query("person:\"Sergei Lavrov\"").query);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].snippet.find("<b>Sergey Lavrov</b>") != std::string::npos);
}

TEST_CASE("entities: an unknown name is answered with names that are near") {
  const auto note = [](const char* query) {
    const auto notes = searcher().search(parse_query(query).query).notes;
    return notes.empty() ? std::string() : notes.front().message;
  };
  CHECK(note("person:\"Sergej Lavrov\"") ==
        "No article has person:\"Sergej Lavrov\"; did you mean Sergei Lavrov?");
  CHECK(note("name:\"Lavrof\"") ==
        "No article has name:Lavrof; did you mean Sergei Lavrov, Evgeny Lavrov or "
        "Lavrov?");
  CHECK(note("person:Xylophone") == "No article has person:Xylophone.");
}

TEST_CASE("entities: a hit shows each once, by its label") {
  const auto names = [](const char* query) {
    std::string text;
    for (const auto& hit : searcher().search(parse_query(query).query).hits) {
      for (const auto& name : hit.names) {
        text += std::string(to_string(name.name.kind)) + ":" + name.name.text + " ";
      }
    }
    return text;
  };
  CHECK(names("id:a3") == "person:Sergei Lavrov place:Kyiv ");
  CHECK(names("id:a4") == "person:Sergei Lavrov org:Kiev ");
  CHECK(names("id:a6") == "");
}

std::string listed(const EntityList& list) {
  std::string text;
  for (const Entity& entity : list.entities) {
    text += (text.empty() ? "" : ", ") + entity.label + "=" +
            std::to_string(entity.articles) + "/" +
            std::to_string(entity.spellings.size());
    if (entity.hidden) text += "?";
  }
  return text;
}

TEST_CASE("entities: listed by kind, pattern and order") {
  const struct {
    EntityOptions options;
    const char* list;
  } cases[] = {
      {{}, "Sergei Lavrov=4/3, Kyiv=3/2, Evgeny Lavrov=1/1, Kiev=1/1, Minsk=1/1"},
      {{.kind = kPerson}, "Sergei Lavrov=4/3, Evgeny Lavrov=1/1"},
      {{.kind = kThing}, ""},
      {{.limit = 1}, "Sergei Lavrov=4/3"},
      {{.limit = 0},
       "Sergei Lavrov=4/3, Kyiv=3/2, Evgeny Lavrov=1/1, Kiev=1/1, Minsk=1/1"},
      {{.pattern = "LAVROV"}, "Sergei Lavrov=4/3, Evgeny Lavrov=1/1"},
      {{.pattern = "sergey"}, "Sergei Lavrov=4/3"},
      {{.pattern = "avrov"}, ""},
      {{.pattern = "*avrov"}, "Sergei Lavrov=4/3, Evgeny Lavrov=1/1"},
      {{.pattern = "k?i?"}, "Kyiv=3/2"},
      {{.pattern = "s*"}, "Sergei Lavrov=4/3"},
      {{.pattern = "lavrov", .hidden = true},
       "Sergei Lavrov=4/3, Evgeny Lavrov=1/1, Lavrov=1/1?"},
      {{.sort = EntitySort::kLabel},
       "Evgeny Lavrov=1/1, Kiev=1/1, Kyiv=3/2, Minsk=1/1, Sergei Lavrov=4/3"},
      {{.sort = EntitySort::kSpellings},
       "Sergei Lavrov=4/3, Kyiv=3/2, Evgeny Lavrov=1/1, Kiev=1/1, Minsk=1/1"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.options.pattern);
    CHECK(listed(searcher().entities(c.options)) == c.list);
  }
  const EntityList lavrov = searcher().entities({.pattern = "sergey", .limit = 1});
  CHECK(lavrov.found == 1);
  CHECK(lavrov.entities.at(0).kind == kPerson);
  CHECK(lavrov.entities[0].spellings ==
        std::map<std::string, std::size_t>{
            {"S. Lavrov", 1}, {"Sergei Lavrov", 2}, {"Sergey Lavrov", 2}});
  CHECK(searcher().entities({.limit = 2}).found == 5);
  const EntityList none = searcher().entities({.pattern = "Lavrow"});
  CHECK(none.found == 0);
  CHECK(none.near ==
        std::vector<std::string>{"Sergei Lavrov", "Evgeny Lavrov", "Lavrov"});
}

TEST_CASE("entities: how many the index has") {
  CHECK(searcher().info().names == 9);
  CHECK(searcher().info().entities == 5);
}

TEST_CASE("entities: an index without a table has every name by itself") {
  const TempDir folder;
  const Searcher plain(build_index(folder, lavrovs()));
  CHECK(facet(plain, "", "person") ==
        "Sergei Lavrov=2, Sergey Lavrov=2, Evgeny Lavrov=1, Lavrov=1, S. Lavrov=1");
  CHECK(found(plain, "person:\"Sergey Lavrov\"") == "a2 a3");
  CHECK(found(plain, "", {.where = {{"place", "Kiev"}}}) == "a2 a3");
  CHECK(plain.info().entities == plain.info().names);
}

TEST_CASE("entities: several indexes are joined, corrections of any win") {
  const TempDir folder;
  const auto articles = lavrovs();
  const std::string front =
      build_index(folder, {articles[0], articles[1]}, false, "front.db");
  const std::string back = build_index(
      folder, {articles[2], articles[3], articles[4], articles[5]}, false, "back.db");
  const Searcher both({front, back});
  CHECK(facet(both, "", "place") == "Kiev=2, Kyiv=2, Minsk=1");

  // What one of them knows goes for all.
  set_entities(front, EntityTable({{kPlace, {"kyiv", "kiev"}},
                                   {kPerson, {"sergei lavrov", "sergey lavrov"}}},
                                  {}));
  set_entities(back, EntityTable({{kPerson, {"sergey lavrov", "s. lavrov"}}},
                                 {{kPerson, "lavrov"}}));
  CHECK(facet(both, "", "place") == "Kyiv=3 (Kiev=2 Kyiv=2), Minsk=1");
  CHECK(facet(both, "", "person") ==
        "Sergei Lavrov=4 (S. Lavrov=1 Sergei Lavrov=2 Sergey Lavrov=2), Evgeny "
        "Lavrov=1");
  CHECK(found(both, "person:\"S. Lavrov\"") == "a1 a2 a3 a4");

  IndexWriter writer(back, {.link_names = false});
  writer.split_names(kPlace, "Kiev");
  writer.merge_names(kPerson, "Evgeny Lavrov", "Lavrov");
  writer.commit();
  CHECK(facet(both, "", "place") == "Kiev=2, Kyiv=2, Minsk=1");
  CHECK(facet(both, "person:Evgeny", "person") ==
        "Evgeny Lavrov=2 (Evgeny Lavrov=1 Lavrov=1)");
}

TEST_CASE("entities: a damaged table is told, and made anew by the next commit") {
  const TempDir folder;
  const std::string path = lavrov_index(folder);
  {
    Xapian::WritableDatabase database = dateline::open_to_write(path);
    database.set_metadata(std::string(dateline::schema::metadata::kEntities), "junk");
    database.commit();
  }
  try {
    facet(Searcher(path), "", "person");
    FAIL("nothing was thrown");
  } catch (const dateline::Error& error) {
    CHECK(error.code() == dateline::ErrorCode::kCorrupt);
  }
  IndexWriter writer(path, {.link_names = false});
  writer.add(article_naming("a7", {}));
  writer.commit();
  CHECK(facet(Searcher(path), "id:a5", "person") == "Evgeny Lavrov=1");
}

// Two names that a writer merges and splits in turn, in articles of their own.
TEST_CASE("entities: threads beside a writer see one table or the other") {
  const TempDir folder;
  const std::string path = build_index(
      folder, {article_naming("a", {kSergei}), article_naming("b", {kSergey})});
  const Searcher shared(path);
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  std::atomic<int> merged = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      while (!done) {
        const auto results =
            shared.search(parse_query("person:\"Sergey Lavrov\"").query,
                          {.facets = {"person"}, .facet_limit = 0});
        const bool one = results.matches.count == 2;
        const auto& values = results.facets[0].values;
        if (values.size() != 1 || values[0].count != results.matches.count) ++torn;
        if (one != (values[0].spellings.size() == 2)) ++torn;
        if (one && shared.entities({.kind = kPerson}).entities.empty()) ++torn;
        merged += one ? 1 : 0;
      }
    });
  }
  for (int round = 0; round < 20; ++round) {
    IndexWriter writer(path, {.link_names = false});
    if (round % 2 == 0) {
      writer.merge_names(kPerson, "Sergei Lavrov", "Sergey Lavrov");
    } else {
      writer.split_names(kPerson, "Sergey Lavrov");
    }
    writer.commit();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(torn == 0);
  CHECK(merged > 0);
}

}  // namespace
