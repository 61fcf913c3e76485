// Committing and publishing: what is there then, and what stays.

#include <dateline/check.h>
#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "index/database.h"
#include "index/publishing.h"
#include "index/schema.h"
#include "index/termlists.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

// An index of two articles, as a writer leaves it.
void make_index(const std::string& path) {
  build(path, {article("a1"), article("a2")});
}

void add(Xapian::WritableDatabase& target, const std::string& term) {
  Xapian::Document document;
  document.add_term(term);
  target.add_document(document);
}

TEST_CASE("publishing: a change is committed whole or not at all") {
  const TempDir folder;
  const std::string path = folder / "x";
  const std::string aside = folder / "aside";
  make_index(path);
  CHECK(commit_in_place(path, aside, {}, [&](auto& target) { add(target, "second"); }));
  CHECK_FALSE(fs::exists(aside));
  CHECK(open_to_read(path).get_doccount() == 3);
  const auto before = read_file(fs::path(path) / "iamglass");

  const auto error = error_of([&] {
    commit_in_place(path, aside, {1}, [&](auto& target) {
      add(target, "third");
      target.delete_document(1);
      add(target, std::string(300, 'x'));
    });
  });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kInternal);
  CHECK(read_file(fs::path(path) / "iamglass") == before);
  CHECK(open_to_read(path).get_doccount() == 3);
  CHECK_FALSE(open_to_read(path).term_exists("third"));
  // What that has left does not hinder the next.
  fs::remove_all(aside);
  CHECK(commit_in_place(path, aside, {}, [&](auto& target) { add(target, "third"); }));
  CHECK(open_to_read(path).get_doccount() == 4);
  CHECK(check_index(path, CheckStep::kFiles).problem_count == 0);
  CHECK(check_index(path, CheckStep::kStructure).problem_count == 0);
}

TEST_CASE("publishing: a change in place is given lists that the index does not keep") {
  const TempDir folder;
  const std::string path = folder / "x";
  make_index(path);
  const std::uint64_t before = identity(path);
  const std::set<std::string> files = names_in(path);
  const Xapian::Database reader = open_to_read(path);
  CHECK(commit_in_place(path, folder / "aside", {2}, [](auto& target) {
    CHECK_FALSE(has_termlist(target, 1));
    CHECK(has_termlist(target, 2));
    target.delete_document(2);
  }));
  CHECK(identity(path) == before);
  CHECK(names_in(path) == files);
  CHECK_FALSE(has_termlists(open_to_read(path)));
  CHECK_FALSE(open_to_read(path).term_exists(schema::id_term("a2")));
  CHECK(bodies_of(path).size() == 1);
  CHECK(reader.get_document(2).get_data().size() > 10);
  CHECK(check_index(path, CheckStep::kStructure).problem_count == 0);
}

TEST_CASE("publishing: nothing is changed while another program writes") {
  const TempDir folder;
  make_index(folder / "x");
  const Xapian::WritableDatabase other(folder / "x",
                                       Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
  const auto error = error_of([&] {
    commit_in_place(folder / "x", folder / "aside", {}, [](auto&) { FAIL("changed"); });
  });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::kBusy);
}

TEST_CASE("publishing: an index is replaced, and open readers are not disturbed") {
  const TempDir folder;
  const std::string path = folder / "x";
  CHECK(identity(path) == 0);
  make_index(folder / "first");
  publish(folder / "first", path);
  CHECK_FALSE(fs::exists(folder / "first"));
  const std::uint64_t first = identity(path);
  CHECK(first != 0);
  const Xapian::Database reader = open_to_read(path);

  build(folder / "second", {article("b")});
  fs::permissions(path, fs::perms::owner_all);
  publish(folder / "second", path);
  CHECK_FALSE(fs::exists(folder / "second"));
  CHECK(identity(path) != first);
  CHECK(open_to_read(path).term_exists(schema::id_term("b")));
  CHECK(reader.term_exists(schema::id_term("a1")));
  CHECK(reader.get_document(1).get_data().size() > 10);
  CHECK(fs::status(path).permissions() == fs::perms::owner_all);
}

TEST_CASE("publishing: what is not there leaves the old") {
  const TempDir folder;
  make_index(folder / "x");
  CHECK(error_of([&] { publish(folder / "none", folder / "x"); }));
  CHECK(open_to_read(folder / "x").get_doccount() == 2);
}

}  // namespace
