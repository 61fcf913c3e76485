// Hits with fewer parts: the same hits, without what was not asked for; and damage is
// told in them as in whole ones.

#include <dateline/error.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/index_testing.h"
#include "tests/search_corpus.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

constexpr HitParts kNone = {.snippet = false, .names = false, .mentioned = false};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<HitParts> all_choices() {
  std::vector<HitParts> choices;
  for (const bool snippet : {false, true}) {
    for (const bool names : {false, true}) {
      for (const bool mentioned : {false, true}) {
        choices.push_back({snippet, names, mentioned});
      }
    }
  }
  return choices;
}

void check_same(const Hit& hit, const Hit& whole, const HitParts& parts) {
  CHECK(hit.rank == whole.rank);
  CHECK(hit.score == whole.score);
  CHECK(hit.id == whole.id);
  CHECK(hit.title == whole.title);
  CHECK(hit.source == whole.source);
  CHECK(hit.url == whole.url);
  CHECK(hit.published == whole.published);
  CHECK(hit.snippet == (parts.snippet ? whole.snippet : ""));
  CHECK(hit.names == (parts.names ? whole.names : std::vector<NameCount>()));
  CHECK(hit.mentioned ==
        (parts.mentioned ? whole.mentioned : std::vector<DateRange>()));
  CHECK(hit.copy_count == whole.copy_count);
  CHECK(hit.copies == whole.copies);
}

// How many hits had all three parts.
int check_choices(const Searcher& searcher) {
  int complete = 0;
  for (const char* query : {"", "treaty", "\"arms control\" OR G20", "START",
                            "person:Lavrov", "sanction*"}) {
    for (const bool fold : {false, true}) {
      CAPTURE(query);
      SearchOptions options{.limit = 5, .offset = 1, .fold = fold};
      const Results whole = searcher.search(parse_query(query).query, options);
      for (const HitParts& parts : all_choices()) {
        options.parts = parts;
        const Results found = searcher.search(parse_query(query).query, options);
        CHECK(found.matches.count == whole.matches.count);
        REQUIRE(found.hits.size() == whole.hits.size());
        for (std::size_t i = 0; i < found.hits.size(); ++i) {
          check_same(found.hits[i], whole.hits[i], parts);
        }
      }
      for (const Hit& hit : whole.hits) {
        const bool lacks_one =
            hit.snippet.empty() || hit.names.empty() || hit.mentioned.empty();
        complete += lacks_one ? 0 : 1;
      }
    }
  }
  return complete;
}

TEST_CASE("hit parts: what is asked for is as in whole hits") {
  const TempDir folder;
  std::vector<Article> articles = search_corpus();
  articles.push_back(articles.front());
  articles.back().id = "copy";
  CHECK(check_choices(Searcher(build_index(folder, articles, true))) > 3);
}

TEST_CASE("hit parts: of several indexes, too") {
  const TempDir folder;
  const auto articles = search_corpus();
  const std::vector<Article> front(articles.begin(), articles.begin() + 4);
  const std::vector<Article> back(articles.begin() + 4, articles.end());
  const Searcher both({build_index(folder, front, true, "front.db"),
                       build_index(folder, back, true, "back.db")});
  CHECK(check_choices(both) > 3);
}

// Does `change` to the database at `path`.
template <class Change>
void change_index(const std::string& path, Change change) {
  const Xapian::Database database = open_to_read(path);
  change_documents(path, {database.postlist_begin(""), database.postlist_end("")},
                   change);
}

Xapian::docid docid_of(const Xapian::Database& database, const std::string& id) {
  return *database.postlist_begin(schema::id_term(id));
}

std::string data_of(const Xapian::Database& database, const std::string& id) {
  return database.get_document(docid_of(database, id)).get_data();
}

void set_data(Xapian::WritableDatabase& database, const std::string& id,
              const std::string& data) {
  const Xapian::docid docid = docid_of(database, id);
  Xapian::Document document = database.get_document(docid);
  document.set_data(data);
  database.replace_document(docid, document);
}

void check_told(const std::string& path, const std::string& id) {
  const Searcher searcher(path);
  for (const HitParts& parts : all_choices()) {
    const auto told = error_of([&] {
      searcher.search(parse_query("").query, {.limit = 100, .parts = parts});
    });
    REQUIRE(told);
    CHECK(told->code() == ErrorCode::kCorrupt);
    CHECK(contains(told->what(), "The stored article '" + id + "' is damaged"));
  }
}

// The changed byte is of the body, which a hit with no parts does not show: the
// checksum is of the whole record.
TEST_CASE("hit parts: a byte that changed is told, be it shown or not") {
  const TempDir folder;
  const std::string path = build_index(folder, search_corpus());
  change_index(path, [](Xapian::WritableDatabase& database) {
    std::string data = data_of(database, "n4");
    const std::size_t place = data.find("waters");
    REQUIRE(place != std::string::npos);
    data[place] = 'b';
    set_data(database, "n4", data);
  });
  check_told(path, "n4");
}

TEST_CASE("hit parts: the record of another article is told, and a missing one") {
  const TempDir folder;
  const std::string path = build_index(folder, search_corpus());
  std::string own;
  change_index(path, [&](Xapian::WritableDatabase& database) {
    own = data_of(database, "n2");
    set_data(database, "n2", data_of(database, "n5"));
  });
  check_told(path, "n2");
  change_index(path, [&](Xapian::WritableDatabase& database) {
    set_data(database, "n2", own);
    set_data(database, "n3", "");
  });
  check_told(path, "n3");
}

TEST_CASE("hit parts: the index is named that has the damaged article") {
  const TempDir folder;
  const auto articles = search_corpus();
  const std::vector<Article> front(articles.begin(), articles.begin() + 4);
  const std::vector<Article> back(articles.begin() + 4, articles.end());
  const std::vector<std::string> paths = {build_index(folder, front, false, "front.db"),
                                          build_index(folder, back, false, "back.db")};
  change_index(paths[1], [](Xapian::WritableDatabase& database) {
    set_data(database, "n6", data_of(database, "n5"));
  });
  const Searcher both(paths);
  const auto told = error_of(
      [&] { both.search(parse_query("").query, {.limit = 100, .parts = kNone}); });
  REQUIRE(told);
  CHECK(told->code() == ErrorCode::kCorrupt);
  CHECK(contains(told->what(), "back.db"));
  CHECK(contains(told->what(), "'n6'"));
}

}  // namespace
