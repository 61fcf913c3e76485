// The writer and the entities of an index: corrections by hand, and when they count.

#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/name_linking.h"
#include "tests/entity_testing.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using namespace dateline;
using namespace dateline::testing;
using entities::EntityTable;

constexpr IndexWriterOptions kByHand{.annotate = false, .link_names = false};

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
  const auto check = [&] {
    CHECK(are_one(path, "person 0", "person 1"));
    CHECK(rules_of(path) == "merge\tperson\tperson 0\tperson 1\n");
  };
  check();
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
    check();
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

}  // namespace
