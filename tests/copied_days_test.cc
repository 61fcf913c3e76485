// Days of publication that articles have from their copies.

#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>

#include <map>
#include <span>
#include <string>
#include <vector>

#include "index/copy_linking.h"
#include "index/database.h"
#include "index/id_terms.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;

constexpr Date kDay{2023, 3, 2};

// A text of 120 words, another one for each number.
std::string report(int number) {
  std::string text = "The ministers met on Thursday. ";
  for (int i = 0; i < 120; ++i) {
    const unsigned mixed = static_cast<unsigned>(number * 977 + i * 131) * 2654435761U;
    text += "w" + std::to_string((mixed >> 8) % 5000) + (i % 12 == 11 ? ". " : " ");
  }
  return text + "\n";
}

Article dated(const std::string& id, Date day, int number = 1) {
  return {
      .id = id, .title = "Ministers meet", .body = report(number), .published = day};
}

Article undated(const std::string& id, int number = 1) { return dated(id, {}, number); }

void change(const std::string& path, const std::vector<Article>& added,
            const std::vector<std::string>& removed = {}) {
  IndexWriter writer(path, {.jobs = 1});
  for (const std::string& id : removed) CHECK(writer.remove(id));
  for (const Article& article : added) writer.add(article);
  writer.commit();
}

// So many others that a small change is made in place.
std::vector<Article> others() {
  std::vector<Article> articles;
  for (int i = 100; i < 400; ++i) {
    articles.push_back(dated("other" + std::to_string(i), {2020, 1, 1}, i));
  }
  return articles;
}

// Every document by its id, without its number.
std::map<std::string, std::string> documents(const std::string& path) {
  std::map<std::string, std::string> found;
  const Xapian::Database database = open_to_read(path);
  for (const std::string& all : documents_of(database)) {
    const auto docid = static_cast<Xapian::docid>(std::stoul(all));
    found.emplace(find_id_term(database, docid), all.substr(all.find('|')));
  }
  return found;
}

Publication published(const std::string& path, const std::string& id) {
  const auto article = Searcher(path).article(id);
  REQUIRE(article);
  return article->article.published;
}

TEST_CASE("copied days: an article that nobody dated has the day of its copy") {
  const TempDir folder;
  const std::string path = folder / "x";
  change(path, {undated("a"), dated("b", kDay), undated("c", 2)});
  const Publication found = published(path, "a");
  CHECK(found.date == kDay);
  CHECK(found.origin == DateOrigin::kCopy);
  CHECK(found.confidence == 0.85);
  CHECK(found.not_before == Date{2023, 2, 28});
  CHECK(found.not_after == Date{2023, 3, 4});
  CHECK(found.reason == "A copy of the text is of 2023-03-02.");
  CHECK(published(path, "b").origin == DateOrigin::kGiven);
  CHECK_FALSE(published(path, "c").date);

  // It is found by that day, which is no day to count from.
  const Searcher searcher(path);
  const auto results = searcher.search(parse_query("published:2023-03-02").query);
  CHECK(results.matches.count == 2);
  const auto article = searcher.article("a");
  for (const DateMention& date : article->body.dates) {
    CHECK(date.value != "2023-03-02");
  }
}

TEST_CASE("copied days: no day where copies do not tell one") {
  struct {
    const char* what;
    std::vector<Article> copies;
    Date day;
  } const cases[] = {
      {"one", {dated("b", kDay)}, kDay},
      {"the first of some", {dated("b", {2023, 3, 3}), dated("c", kDay)}, kDay},
      {"printed again", {dated("b", kDay), dated("c", {2023, 3, 5})}, {}},
      {"a month", {dated("b", {2023, 3})}, {}},
      {"a month and a day", {dated("b", {2023, 3}), dated("c", kDay)}, kDay},
      {"nobody knows", {undated("b"), undated("c")}, {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    const TempDir folder;
    std::vector<Article> articles = c.copies;
    articles.push_back(undated("a"));
    change(folder / "x", articles);
    CHECK(published(folder / "x", "a").date == c.day);
  }

  // Its own bounds speak against the day.
  const TempDir folder;
  Article old = undated("a");
  old.published.not_after = {2022, 1, 1};
  change(folder / "x", {old, dated("b", kDay)});
  CHECK_FALSE(published(folder / "x", "a").date);
  CHECK(published(folder / "x", "a").not_after == Date{2022, 1, 1});
}

TEST_CASE("copied days: changes leave what an index made anew has") {
  Article bounded = undated("a");
  bounded.published.not_after = {2024, 1, 1};
  bounded.published.reason = "Its file was written by 2024-01-01.";
  for (const bool in_place : {false, true}) {
    CAPTURE(in_place);
    const TempDir folder;
    const auto anew = [&](const std::string& name, std::vector<Article> articles) {
      if (in_place) {
        for (Article& other : others()) articles.push_back(std::move(other));
      }
      change(folder / name, articles);
      return documents(folder / name);
    };
    const auto alone = anew("alone", {bounded, undated("c")});
    const auto with_copy = anew("copy", {bounded, undated("c"), dated("b", kDay)});
    const auto other_day =
        anew("other", {bounded, undated("c"), dated("b", {2023, 3, 9})});
    CHECK(alone != with_copy);

    const std::string path = folder / "alone";
    change(path, {dated("b", kDay)});
    CHECK(documents(path) == with_copy);
    CHECK(published(path, "c").date == kDay);
    const auto chains = read_copies(open_to_read(path)).encode();
    CHECK(chains == read_copies(open_to_read(folder / "copy")).encode());
    const Xapian::Database database = open_to_read(path);
    CHECK(find_copies(std::span(&database, 1)).encode() == chains);
    change(path, {dated("b", {2023, 3, 9})});
    CHECK(documents(path) == other_day);
    change(path, {}, {"b"});
    CHECK(documents(path) == alone);
    CHECK(published(path, "a").not_after == Date{2024, 1, 1});
  }
}

}  // namespace
