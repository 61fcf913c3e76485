// The writer and the entities of an index: corrections by hand, and when they count.

#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/name_linking.h"
#include "tests/entity_testing.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using entities::EntityTable;

const IndexWriterOptions kByHand{.annotate = false, .link_names = false};

EntityTable entities_of(const std::string& path) {
  return read_entities(open_to_read(path));
}

std::string rules_of(const std::string& path) {
  return read_entity_rules(open_to_read(path)).encode();
}

// Whether two names are one person.
bool are_one(const std::string& path, const char* a, const char* b) {
  const EntityTable table = entities_of(path);
  const auto group = table.find(NameKind::kPerson, a).group;
  return group != EntityTable::kNoGroup &&
         group == table.find(NameKind::kPerson, b).group;
}

std::vector<Article> persons(std::size_t count, const std::string& id = "a") {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(article_naming(
        id + std::to_string(i), {{NameKind::kPerson, "Person " + std::to_string(i)}}));
  }
  return articles;
}

TEST_CASE("corrections: they count from the commit on") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, persons(3), kByHand);
  IndexWriter writer(path, kByHand);
  writer.merge_names(NameKind::kPerson, "Person 0", "PERSON 1");
  CHECK_FALSE(are_one(path, "person 0", "person 1"));
  const std::uint64_t before = identity(path);
  CHECK(writer.commit().articles == 3);
  CHECK(are_one(path, "person 0", "person 1"));
  CHECK_FALSE(are_one(path, "person 0", "person 2"));
  CHECK(identity(path) == before);  // In place.

  writer.merge_names(NameKind::kPerson, "Person 2", "Person 1");
  writer.commit();
  CHECK(are_one(path, "person 0", "person 2"));
  writer.split_names(NameKind::kPerson, "Person 0");
  writer.commit();
  CHECK_FALSE(are_one(path, "person 0", "person 2"));
  CHECK(are_one(path, "person 1", "person 2"));
  CHECK(rules_of(path) ==
        "merge\tperson\tperson 1\tperson 2\nsplit\tperson\tperson 0\n");

  CHECK(writer.forget_names(NameKind::kPerson, "Person 0"));
  CHECK_FALSE(writer.forget_names(NameKind::kPerson, "Person 0"));
  CHECK_FALSE(writer.forget_names(NameKind::kOrg, "Person 1"));
  writer.commit();
  CHECK(rules_of(path) == "merge\tperson\tperson 1\tperson 2\n");
}

TEST_CASE("corrections: what makes no sense is refused, and drops nothing") {
  const TempDir folder;
  IndexWriter writer(folder / "x", kByHand);
  writer.add(article("a"));
  const auto refused = [](const auto& action) {
    const auto error = error_of(action);
    return error && error->code() == ErrorCode::kInvalidArgument;
  };
  CHECK(refused([&] { writer.merge_names(NameKind::kPerson, "A", ""); }));
  CHECK(refused([&] { writer.merge_names(NameKind::kPerson, "Ann Lee", "ANN  lee"); }));
  CHECK(refused([&] { writer.split_names(NameKind::kPlace, " "); }));
  CHECK(writer.commit().articles == 1);
  CHECK(rules_of(folder / "x").empty());
}

TEST_CASE("corrections: without a commit they are lost") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, persons(2), kByHand);
  { IndexWriter(path).merge_names(NameKind::kPerson, "Person 0", "Person 1"); }
  CHECK(rules_of(path).empty());
  CHECK_FALSE(are_one(path, "person 0", "person 1"));
}

TEST_CASE("corrections: they outlast additions and rebuilds") {
  const TempDir folder;
  const std::string path = folder / "x";
  {
    IndexWriter writer(path, kByHand);
    writer.merge_names(NameKind::kPerson, "Person 0", "Person 1");
    writer.commit();  // Of an index without articles.
  }
  const std::string rules = "merge\tperson\tperson 0\tperson 1\n";
  CHECK(rules_of(path) == rules);
  const auto check = [&] {
    CHECK(are_one(path, "person 0", "person 1"));
    CHECK(rules_of(path) == rules);
  };
  for (const bool link_names : {false, true}) {
    CAPTURE(link_names);
    const auto options = [&](bool rebuild, std::size_t segment_bytes) {
      return IndexWriterOptions{.rebuild = rebuild,
                                .segment_bytes = segment_bytes,
                                .annotate = false,
                                .link_names = link_names};
    };
    build(path, persons(3), options(false, 1));
    check();
    build(path, persons(1'000), options(false, 10'000));  // By merging.
    check();
    build(path, persons(1, "b"), options(false, 10'000));  // In place.
    check();
    build(path, persons(2), options(true, 10'000));
    check();
    CHECK(bodies_of(path).size() == 2);
    IndexWriter writer(path, options(true, 10'000));
    writer.commit();  // Rebuilt of nothing.
    CHECK(rules_of(path) == rules);
  }
}

TEST_CASE("corrections: dropped with all else when the commit fails") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, persons(2), kByHand);
  IndexWriter writer(path, {.jobs = 2, .segment_bytes = 1});
  folder.write("x.building", "in the way");  // No folder can be made here.
  writer.merge_names(NameKind::kPerson, "Person 0", "Person 1");
  error_of([&] { writer.add(article("b")); });
  CHECK(error_of([&] { writer.commit(); }));
  writer.commit();
  CHECK_FALSE(are_one(path, "person 0", "person 1"));
  CHECK(rules_of(path).empty());
}

// A small world whose names are spelled in many ways: some that linking brings
// together, some that it must not.
std::vector<Article> spelled_articles() {
  const char* const people[] = {"Sergei Lavrov",
                                "Sergey Lavrov",
                                "S. Lavrov",
                                "Lavrov",
                                "Paul Whelan",
                                "David Whelan",
                                "Whelan",
                                "Antony Blinken",
                                "Anthony Blinken",
                                "Volodymyr Zelensky",
                                "Volodymyr Zelenskyy"};
  const char* const places[] = {"Kyiv", "Kiev", "Minsk", "New Delhi", "Geneva"};
  std::vector<Article> articles;
  for (std::size_t i = 0; i < 220; ++i) {
    Article article = article_naming("a" + std::to_string(i), {});
    article.names = {{NameKind::kPerson, people[i % 11]},
                     {NameKind::kPerson, people[i * i % 11]},
                     {NameKind::kPlace, places[i % 5]},
                     {NameKind::kOrg, "NATO"}};
    articles.push_back(std::move(article));
  }
  return articles;
}

// Everything that linking writes.
std::string linked(const std::string& path) {
  const Xapian::Database database = open_to_read(path);
  return database.get_metadata(std::string(schema::metadata::kEntities)) +
         database.get_metadata(std::string(schema::metadata::kEntityRules)) +
         database.get_metadata(std::string(schema::metadata::kEntityResolver));
}

TEST_CASE("linking: brings spellings together, and hides whom nobody can tell") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, spelled_articles(), {.annotate = false});
  CHECK(are_one(path, "sergei lavrov", "sergey lavrov"));
  CHECK(are_one(path, "antony blinken", "anthony blinken"));
  CHECK_FALSE(are_one(path, "paul whelan", "david whelan"));
  CHECK(entities_of(path).find(NameKind::kPerson, "whelan").hidden);
}

TEST_CASE("linking: one table, by whatever way the index came to its articles") {
  const TempDir folder;
  auto articles = spelled_articles();
  IndexWriterOptions options{.jobs = 1, .annotate = false};
  const auto with_corrections = [&](const std::string& path) {
    IndexWriter writer(path, options);
    writer.merge_names(NameKind::kPlace, "Minsk", "New Delhi");
    writer.split_names(NameKind::kPerson, "Anthony Blinken");
    writer.commit();
    return linked(path);
  };
  build(folder / "whole", articles, options);
  const std::string table = with_corrections(folder / "whole");
  CHECK(table.size() > 100);

  std::mt19937 random(7);
  for (int round = 0; round < 4; ++round) {
    CAPTURE(round);
    std::shuffle(articles.begin(), articles.end(), random);
    const std::string path = folder / std::to_string(round);
    options.jobs = static_cast<unsigned>(1 + round % 3);
    options.segment_bytes = round % 2 == 0 ? 100 : 1 << 20;
    const bool corrected_first = round % 2 == 1;
    if (corrected_first) with_corrections(path);
    // A part at once, then some and some, with articles between that go again.
    const std::size_t first = 100 + random() % 50;
    build(path, {articles.begin(), articles.begin() + static_cast<long>(first)},
          options);
    for (std::size_t i = first; i < articles.size();) {
      IndexWriter writer(path, options);
      writer.add(article_naming(
          "gone", {{NameKind::kPerson, "Sergio Lavrov"}, {NameKind::kPlace, "Kyiv"}}));
      writer.commit();
      for (int n = 0; n < 20 && i < articles.size(); ++n) writer.add(articles[i++]);
      writer.remove("gone");
      writer.commit();
    }
    if (!corrected_first) with_corrections(path);
    CHECK(linked(path) == table);
    build(path, {article("of nobody")}, options);
    CHECK(linked(path) == table);
  }
}

TEST_CASE("linking: left out, it leaves the table as it is") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, spelled_articles(), {.annotate = false});
  build(path, {article_naming("new", {{NameKind::kPerson, "Sergej Lavrov"}})}, kByHand);
  CHECK(are_one(path, "sergei lavrov", "sergey lavrov"));
  CHECK_FALSE(are_one(path, "sergei lavrov", "sergej lavrov"));
  // The next commit that links looks at all of them.
  build(path, {article_naming("other", {{NameKind::kPlace, "Oslo"}})},
        {.annotate = false});
  auto all = spelled_articles();
  all.push_back(article_naming("new", {{NameKind::kPerson, "Sergej Lavrov"}}));
  all.push_back(article_naming("other", {{NameKind::kPlace, "Oslo"}}));
  build(folder / "y", all, {.annotate = false});
  CHECK(linked(path) == linked(folder / "y"));
}

TEST_CASE("linking: anew, where it was left out or the table is damaged") {
  const TempDir folder;
  const std::string path = folder / "x";
  build(path, spelled_articles(), {.annotate = false});
  const std::string table = linked(path);
  build(path, spelled_articles(),
        {.rebuild = true, .annotate = false, .link_names = false});
  CHECK(linked(path).empty());
  const auto relink = [&] {
    IndexWriter writer(path, kByHand);
    writer.relink_names();
    writer.commit();
  };
  relink();
  CHECK(linked(path) == table);

  Xapian::WritableDatabase database = open_to_write(path);
  database.set_metadata(std::string(schema::metadata::kEntities), "junk");
  database.commit();
  database.close();
  relink();
  CHECK(linked(path) == table);
}

}  // namespace
