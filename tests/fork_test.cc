// A fork between making an object and using it: the child may not use what is the
// parent's, and does no harm to it. Seen red without OwnProcess: the writer that the
// child destroys removes the segments of the parent, which then cannot commit.

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

// Whether `holds` in a forked child, which ends without any destructors.
template <class Holds>
bool in_child(Holds&& holds) {
  const pid_t child = fork();
  if (child == 0) {
    bool held = false;
    try {
      held = holds();
    } catch (...) {
    }
    _exit(held ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return status == 0;
}

template <class Action>
bool is_refused(Action&& action) {
  const auto error = error_of(action);
  return error && error->code() == ErrorCode::kInvalidArgument &&
         std::string_view(error->what()).find("fork()") != std::string_view::npos;
}

TEST_CASE("fork: a searcher is refused in the child, and works on in the parent") {
  const TempDir folder;
  build(folder / "x", {article("a"), article("b")});
  std::optional<Searcher> searcher(folder / "x");
  const Query all;
  CHECK(searcher->search(all).matches.count == 2);
  CHECK(in_child([&] { return is_refused([&] { searcher->search(all); }); }));
  CHECK(in_child([&] { return is_refused([&] { searcher->article("a"); }); }));
  CHECK(in_child([&] {
    return is_refused([&] { searcher->export_articles(all, {}, [](const auto&) {}); });
  }));
  CHECK(in_child([&] {
    searcher.reset();
    return Searcher(folder / "x").search(all).matches.count == 2;
  }));
  CHECK(searcher->search(all).matches.count == 2);
}

TEST_CASE("fork: a writer is refused in the child, and not undone by it") {
  const TempDir folder;
  build(folder / "x", {article("old")});
  std::optional<IndexWriter> writer(std::in_place, folder / "x",
                                    IndexWriterOptions{.segment_bytes = 1});
  writer->add(article("a"));  // Is being written by a thread that the child lacks.
  CHECK(in_child([&] { return is_refused([&] { writer->add(article("b")); }); }));
  CHECK(in_child([&] { return is_refused([&] { writer->remove("old"); }); }));
  CHECK(in_child([&] { return is_refused([&] { writer->commit(); }); }));
  CHECK(in_child([&] { return is_refused([&] { writer->relink_names(); }); }));
  CHECK(in_child([&] {
    writer.reset();
    return true;
  }));
  CHECK(in_child([&] {
    IndexWriter other(folder / "y");
    *writer = std::move(other);  // Also destroys the parent's.
    writer->add(article("c"));
    return writer->commit().articles == 1;
  }));
  CHECK(names_in(folder.path()).contains("x.lock"));
  CHECK(error_of([&] { IndexWriter(folder / "x"); })->code() == ErrorCode::kBusy);
  writer->add(article("b"));
  CHECK(writer->commit().articles == 3);
  writer.reset();
  CHECK_FALSE(names_in(folder.path()).contains("x.lock"));
  CHECK_FALSE(names_in(folder.path()).contains("x.building"));
}

TEST_CASE("fork: a child that lives on does not hold the lock of its parent") {
  const TempDir folder;
  std::optional<IndexWriter> writer(std::in_place, folder / "x");
  int begun[2];
  REQUIRE(pipe(begun) == 0);
  const pid_t child = fork();
  if (child == 0) {
    char byte = 0;
    close(begun[1]);
    _exit(read(begun[0], &byte, 1) == 0 ? 0 : 1);  // Until the parent has closed it.
  }
  close(begun[0]);
  writer.reset();
  CHECK_FALSE(error_of([&] { IndexWriter(folder / "x"); }));
  close(begun[1]);
  int status = -1;
  waitpid(child, &status, 0);
  CHECK(status == 0);
}

}  // namespace
