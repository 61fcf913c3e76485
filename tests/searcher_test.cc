// What is found, in which order, and what is told beside it.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/search_corpus.h"

namespace {

using dateline::Article;
using dateline::Date;
using dateline::parse_query;
using dateline::Searcher;
using dateline::SortOrder;
using dateline::testing::build_index;
using dateline::testing::found;
using dateline::testing::search_corpus;
using dateline::testing::TempDir;

// One index for all tests that only read.
const Searcher& searcher() {
  static const TempDir folder;
  static const Searcher made(build_index(folder, search_corpus()));
  return made;
}

TEST_CASE("searcher: which articles a query finds") {
  const struct {
    std::string query;
    std::string ids;
  } cases[] = {
      // Words, by their stem; written as it is with `=`.
      {"treaty", "n1 n3 n7"},
      {"treaties", "n1 n3 n7"},
      {"flood", "n4"},
      {"=flood", "n4"},
      {"=floods", "n4"},
      {"=flooding", ""},
      {"nuclear treaty", "n1 n7"},
      {"flood OR troops", "n4 n5"},
      {"treaty -nuclear", "n3"},
      {"treaty NOT nuclear", "n3"},
      {"NOT treaty", "n2 n4 n5 n6 n8 n9 n10 n11"},
      {"(flood OR troops) president", "n5"},
      {"zebra", ""},
      {"treaty OR zebra", "n1 n3 n7"},
      {"", "n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11"},

      // Phrases: these words in this order, and never from the title into the body.
      {"\"arms control\"", "n1"},
      {"\"control of arms\"", "n6"},
      {"arms control", "n1 n6 n7 n10"},
      {"\"arms control was\"", ""},

      // Capitals mean something in a query of mixed case.
      {"New START", "n1"},
      {"new start", "n1 n3"},
      {"\"New START\"", "n1"},
      {"\"new start\"", "n1 n3"},
      {"START Putin", "n1"},
      {"start", "n1 n3 n5"},
      {"START", "n1 n3 n5"},
      {"US president", "n1 n5"},
      {"us president", "n1 n5"},
      {"us told", "n4"},
      {"US told", ""},
      {"U.S. president", "n1 n5"},

      // One form, however it is written.
      {"G20", "n2 n6 n8"},
      {"G-20", "n2 n6 n8"},
      {"G 20", "n2 n6 n8"},
      {"g20", "n2 n6 n8"},
      {"G-20 summit", "n8"},
      {"\"G-20 meeting\"", "n2"},
      {"\"G20 meeting\"", "n2"},
      {"face-to-face", "n2 n6"},
      {"\"face to face\"", "n2 n6"},
      {"\"met Antony Blinken face-to-face at\"", "n2"},

      // Fields.
      {"title:treaty", "n1"},
      {"title:(treaty OR floods)", "n1 n4"},
      {"title:\"new start\"", "n1 n3"},
      {"title:\"New START\" OR zebra", "n1"},
      {"title:lavrov", "n2"},
      {"source:Reuters", "n1 n3 n5"},
      {"source:AP arms", "n6 n10"},
      {"author:\"ann lee\"", "n1 n2"},
      {"topic:russia", "n1"},
      {"lang:de", "n11"},
      {"id:n7", "n7"},
      {"site:reuters.example", "n1"},
      {"site:www.reuters.example", "n1"},
      {"treaty -source:Reuters", "n7"},
      {"source:AP OR source:CNN", "n2 n4 n6 n8 n9 n10"},

      // Names.
      {"person:\"Sergei Lavrov\"", "n1"},
      {"person:\"sergei  LAVROV\"", "n1"},
      {"person:Lavrov", "n1 n2 n9"},
      {"person:Sergey", "n2"},
      {"org:\"G-20\"", "n2 n6"},
      {"org:Lavrov", "n9"},
      {"place:Delhi", "n2"},
      {"thing:\"New START\"", "n1"},
      {"name:Lavrov", "n1 n2 n9"},
      {"name:\"New Delhi\"", "n2"},
      {"person:Lavrov treaty", "n1"},
      {"person:Nobody", ""},

      // Days of publication: an article is found by a range that surely holds it.
      {"published:2023", "n1 n2 n3 n8 n10 n11"},
      {"published:2023-03", "n2 n3 n10"},
      {"published:2023-03-02", "n2 n10"},
      {"published:2022", "n4 n6"},
      {"published:2022-11", "n6"},
      {"published:2023-02..2023-03", "n1 n2 n3 n10"},
      {"published:2023-02-21..2023-03-02", "n1 n2 n10"},
      {"published:..2021", "n5 n9"},
      {"published:2023-03-03..", "n8"},
      {"published:1850", ""},
      {"NOT published:1000..", "n7"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found(searcher(), c.query) == c.ids);
  }
}

TEST_CASE("searcher: dates mentioned in the text") {
  const TempDir folder;
  const Searcher annotated(build_index(folder, search_corpus(), true));
  CHECK(found(annotated, "about:2018") == "n1");
  CHECK(found(annotated, "about:2018-12") == "n1");
  CHECK(found(annotated, "about:2018-12-05") == "");
  CHECK(found(annotated, "about:2023-02-21") == "n1");
  CHECK(found(annotated, "about:2023-01..2023-12 Putin") == "n1");
  CHECK(found(annotated, "about:2021-08-30 OR about:2023-09-10") == "n5 n8");
  // The snippet shows them.
  const auto results = annotated.search(parse_query("about:2021 -about:2023").query);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].snippet.find("<b>30 August 2021</b>") != std::string::npos);
}

std::string reading(const std::string& query) {
  return searcher().search(parse_query(query).query).reading;
}

TEST_CASE("searcher: the reading") {
  const struct {
    std::string query;
    std::string reading;
  } cases[] = {
      {"", "every article"},
      {"New START AND Lavrov", "\"New START\" (a name) AND Lavrov"},
      {"nuclear treaty", "nuclear AND treaty"},
      {"a OR b c", "a OR (b AND c)"},
      {"(a OR b) c", "(a OR b) AND c"},
      {"treaty -nuclear", "treaty AND NOT nuclear"},
      {"treaty -(a OR b)", "treaty AND NOT (a OR b)"},
      {"\"arms control\" =flood", "\"arms control\" AND =flood"},
      {"title:(a OR b)", "title:(a OR b)"},
      {"published:2023-02..2023-03", "published:2023-02..2023-03"},
      {"source:\"The Times\"", "source:\"The Times\""},
      {"person:Nobody", "person:Nobody"},
      {"person:Lavrov treaty",
       "(person:Lavrov = Evgeny Lavrov (1), Sergei Lavrov (1), Sergey Lavrov (1)) AND "
       "treaty"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(reading(c.query) == c.reading);
  }
}

std::vector<std::string> notes(const char* query,
                               dateline::SearchOptions options = {}) {
  std::vector<std::string> messages;
  for (const auto& note : searcher().search(parse_query(query).query, options).notes) {
    messages.push_back(note.message);
  }
  return messages;
}

TEST_CASE("searcher: the notes") {
  using Notes = std::vector<std::string>;
  CHECK(notes("treaty") == Notes{});
  CHECK(notes("New START") ==
        Notes{"\"New START\" is a name in this index: read as a phrase."});
  CHECK(notes("person:Nobody") == Notes{"No article has person:Nobody."});
  // When nothing is found: what each condition finds alone.
  CHECK(notes("zebra") == Notes{});
  CHECK(notes("treaty zebra -flood") == Notes{"treaty alone is in 3 articles.",
                                              "zebra alone is in 0 articles.",
                                              "NOT flood alone is in 10 articles."});
  CHECK(notes("treaty", {.where = {{"source", "CNN"}}}) ==
        Notes{"treaty alone is in 3 articles.",
              "The chosen values of source alone are in 2 articles."});
  // Where days are asked for on which nothing appeared: which days there are.
  CHECK(notes("published:2024-02") ==
        Notes{"No article appeared then; those of this index appeared from 1999-12-31 "
              "to 2023-09-10."});
  CHECK(notes("treaty zebra -published:2030").size() == 3);
  // A mistake may leave nothing to search for.
  CHECK(notes("published:soon").back() ==
        "Nothing is left to search for, so all articles match.");
  CHECK(notes("…").back() == "Nothing is left to search for, so all articles match.");
  CHECK(notes("published:soon treaty").empty());
  CHECK(notes("") == Notes{});
  const auto results = searcher().search(parse_query("treaty New START zebra").query);
  REQUIRE(results.notes.size() == 4);
  CHECK(results.notes[2].offset == 7);
  CHECK(results.notes[2].length == 9);
}

TEST_CASE("searcher: a hit is what was indexed") {
  const auto results = searcher().search(parse_query("Putin").query);
  REQUIRE(results.hits.size() == 1);
  const dateline::Hit& hit = results.hits[0];
  CHECK(hit.rank == 1);
  CHECK(hit.score > 0);
  CHECK(hit.id == "n1");
  CHECK(hit.title == "Putin suspends New START treaty");
  CHECK(hit.source == "Reuters");
  CHECK(hit.url == "https://www.reuters.example/world/n1");
  CHECK(hit.published == dateline::Publication(Date{2023, 2, 21}));
  CHECK(hit.snippet.find("Vladimir <b>Putin</b> suspended") != std::string::npos);
  REQUIRE(hit.names.size() == 4);
  CHECK(hit.names[0].name.text == "Vladimir Putin");
}

std::string snippet(const char* query) {
  const auto results = searcher().search(parse_query(query).query);
  return results.hits.empty() ? "" : results.hits[0].snippet;
}

TEST_CASE("searcher: snippets mark what matched and nothing else") {
  CHECK(snippet("New START Lavrov control").find("the <b>New START</b> nuclear arms") !=
        std::string::npos);
  CHECK(
      snippet("talks -flood") ==
      "<b>Talks</b> on the treaty will start anew in Geneva. A new start is hoped for "
      "in 2024.");
  // Asked of the title, or of metadata, nothing is marked.
  CHECK(snippet("title:floods").find("<b>") == std::string::npos);
  CHECK(snippet("source:CNN").find("<b>") == std::string::npos);
  CHECK(snippet("NOT treaty").find("<b>") == std::string::npos);
  // What is not wanted is not marked where it is wanted elsewhere under OR.
  CHECK(snippet("=Verhandlungen") ==
        "Die <b>Verhandlungen</b> begannen im Haus der Minister.");
}

TEST_CASE("searcher: the title weighs more, and nearness counts") {
  const TempDir folder;
  const std::string filler = " Much else is told here, and more of it, at length.";
  const Searcher ranked(build_index(
      folder,
      {{.id = "far", .title = "x", .body = "Oil is dear." + filler + " Prices."},
       {.id = "near", .title = "x", .body = "Oil prices are up." + filler + " So."},
       {.id = "title", .title = "Oil", .body = "Prices." + filler + " It is oil."},
       {.id = "none", .title = "y", .body = "Nothing." + filler}}));
  const auto ids =
      dateline::testing::ids(ranked.search(parse_query("oil prices").query));
  CHECK(ids == std::vector<std::string>{"title", "near", "far"});
}

TEST_CASE("searcher: order by day, unknown days last") {
  const auto order = [](SortOrder sort) {
    return dateline::testing::ids(searcher().search({}, {.limit = 20, .sort = sort}));
  };
  const auto newest = order(SortOrder::kNewest);
  const auto oldest = order(SortOrder::kOldest);
  REQUIRE(newest.size() == 11);
  REQUIRE(oldest.size() == 11);
  CHECK(newest.front() == "n8");
  CHECK(newest.back() == "n7");
  CHECK(oldest.front() == "n9");
  CHECK(oldest.back() == "n7");
  // The same day: in the same order both ways.
  const auto place = [](const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) - ids.begin();
  };
  CHECK((place(newest, "n2") < place(newest, "n10")) ==
        (place(oldest, "n2") < place(oldest, "n10")));
}

TEST_CASE("searcher: pages are cut from one order, and counts do not depend on them") {
  for (const SortOrder sort :
       {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
    for (const char* query : {"", "treaty OR arms OR source:AP", "published:2023"}) {
      const auto parsed = parse_query(query).query;
      const auto all = searcher().search(parsed, {.limit = 1000, .sort = sort});
      const auto whole = dateline::testing::ids(all);
      CHECK(all.matches.count == whole.size());
      std::vector<std::string> pages;
      for (std::size_t offset = 0; offset < 20; offset += 3) {
        const auto page =
            searcher().search(parsed, {.limit = 3, .offset = offset, .sort = sort});
        CHECK(page.matches.count == all.matches.count);
        CHECK(page.matches.exact);
        for (const auto& hit : page.hits) {
          CHECK(hit.rank == pages.size() + 1);
          pages.push_back(hit.id);
        }
      }
      CHECK(pages == whole);
    }
  }
  const auto huge = searcher().search({}, {.limit = SIZE_MAX, .offset = SIZE_MAX});
  CHECK(huge.hits.empty());
  CHECK(huge.matches.count == 11);
  CHECK(searcher().search({}, {.limit = 0}).matches.count == 11);
}

TEST_CASE("searcher: several indexes as one") {
  const TempDir folder;
  auto articles = search_corpus();
  const std::vector<Article> front(articles.begin(), articles.begin() + 3);
  const std::vector<Article> back(articles.begin() + 3, articles.end());
  const Searcher both({build_index(folder, front, false, "front.db"),
                       build_index(folder, back, false, "back.db")});
  for (const char* query :
       {"", "treaty", "G20", "\"arms control\"", "person:Lavrov", "published:2023",
        "source:Reuters -flood", "nuclear treaty", "New START"}) {
    CAPTURE(query);
    CHECK(found(both, query) == found(searcher(), query));
    const auto parsed = parse_query(query).query;
    const dateline::SearchOptions options = {
        .limit = 100,
        .facets = {"person", "org", "place", "source", "author", "published:month"},
        .facet_limit = 0};
    const auto parts = both.search(parsed, options);
    const auto whole = searcher().search(parsed, options);
    CHECK(parts.matches.count == whole.matches.count);
    REQUIRE(parts.facets.size() == whole.facets.size());
    for (std::size_t i = 0; i < parts.facets.size(); ++i) {
      CAPTURE(whole.facets[i].kind);
      REQUIRE(parts.facets[i].values.size() == whole.facets[i].values.size());
      for (std::size_t v = 0; v < whole.facets[i].values.size(); ++v) {
        CHECK(parts.facets[i].values[v].count == whole.facets[i].values[v].count);
      }
    }
  }
  CHECK(both.article("n1"));
  CHECK(both.article("n9"));
  CHECK(both.info().articles == 11);
}

TEST_CASE("searcher: one article by its id") {
  const auto found = searcher().article("n2");
  REQUIRE(found);
  CHECK(found->article.title == "Lavrov at G-20 in New Delhi");
  CHECK(found->article.authors == std::vector<std::string>{"Ann Lee"});
  CHECK_FALSE(searcher().article("n"));
  CHECK_FALSE(searcher().article(""));
  CHECK_FALSE(searcher().article(std::string(1000, 'x')));
}

TEST_CASE("searcher: what the index is") {
  const auto info = searcher().info();
  CHECK(info.articles == 11);
  CHECK(info.words > 100);
  CHECK(info.average_words == doctest::Approx(static_cast<double>(info.words) / 11));
  CHECK(info.bytes > 0);
  CHECK(info.tables.size() == 2);
  CHECK(info.schema_version == 4);
  CHECK(info.language == "en");
  CHECK(info.earliest == Date{1999, 12, 31});
  CHECK(info.latest == Date{2023, 9, 10});
}

TEST_CASE("searcher: every stage explained") {
  const auto explained =
      searcher().explain(parse_query("New START AND Lavrov -flood").query);
  CHECK(explained.reading == "\"New START\" (a name) AND Lavrov AND NOT flood");
  CHECK_FALSE(explained.tree.empty());
  CHECK(explained.xapian_query.find("XC:START") != std::string::npos);
  CHECK(explained.matches.count == 1);
  REQUIRE(explained.clauses.size() == 3);
  CHECK(explained.clauses[0].clause == "\"New START\" (a name)");
  CHECK(explained.clauses[0].count == 1);
  CHECK(explained.clauses[1].count == 3);
  CHECK(explained.clauses[2].count == 10);
  CHECK(explained.times.size() >= 3);
}

dateline::ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const dateline::Error& error) {
    CHECK(std::string_view(error.what()).size() > 10);
    return error.code();
  }
  FAIL("nothing was thrown");
  return dateline::ErrorCode::kInternal;
}

TEST_CASE("searcher: what is no index is told so") {
  const TempDir folder;
  using enum dateline::ErrorCode;
  CHECK(code_of([&] { Searcher(folder / "absent.db"); }) == kNotFound);
  folder.write("text.txt", "hello");
  CHECK(code_of([&] { Searcher(folder / "text.txt"); }) == kNotAnIndex);
  folder.write("folder/file", "hello");
  CHECK(code_of([&] { Searcher(folder / "folder"); }) == kNotAnIndex);
  // A stub file of Xapian's could name a program to run.
  folder.write("stub", "remote :touch " + (folder / "ran") + "\n");
  CHECK(code_of([&] { Searcher(folder / "stub"); }) == kInvalidArgument);
  CHECK_FALSE(std::filesystem::exists(folder / "ran"));
  CHECK(code_of([&] { Searcher(std::vector<std::string>{}); }) == kInvalidArgument);
  CHECK(code_of([&] { searcher().search({}, {.facets = {"colour"}}); }) ==
        kInvalidArgument);
  CHECK(code_of([&] {
          searcher().search({}, {.where = {{"person:day", "x"}}});
        }) == kInvalidArgument);
  CHECK(code_of([&] {
          searcher().search({}, {.where = {{"published", "soon"}}});
        }) == kInvalidArgument);
}

TEST_CASE("searcher: an empty index finds nothing and fails at nothing") {
  const TempDir folder;
  const std::string path = folder / "empty.db";
  dateline::IndexWriter(path).commit();
  const Searcher empty(path);
  for (const char* query :
       {"", "a", "\"a b\"", "person:a", "published:2023", "NOT a"}) {
    const auto results =
        empty.search(parse_query(query).query,
                     {.facets = {"person", "source", "published", "mentioned:day"}});
    CHECK(results.matches.count == 0);
    for (const auto& facet : results.facets) CHECK(facet.values.empty());
  }
  CHECK(empty.info().articles == 0);
}

TEST_CASE("searcher: no query is too odd to answer") {
  std::string many;
  for (int i = 0; i < 600; ++i) many += "word" + std::to_string(i) + " ";
  std::string repeated;
  for (int i = 0; i < 300; ++i) repeated += "arms ";
  for (const std::string& query :
       {many, repeated, "\"" + many + "\"", "\"" + repeated + "\"",
        std::string(3000, '('), std::string("&&& ???"), std::string("- - -"),
        std::string(2000, 'x'), "person:\"" + std::string(2000, 'x') + "\"",
        std::string("G-20-G-20-G-20-a-b-c"), std::string("\xFF\xFE\x80 arms"),
        std::string("about:0001..9999"), std::string("person:a"),
        std::string("NOT NOT NOT arms"), std::string("title:(-arms)"),
        std::string("a OR -b OR source:x"), std::string("\0arms", 5)}) {
    CAPTURE(query);
    const auto parsed = parse_query(query).query;
    CHECK_NOTHROW(searcher().search(parsed, {.facets = {"person", "published"}}));
    CHECK_NOTHROW(searcher().explain(parsed));
  }
}

}  // namespace
