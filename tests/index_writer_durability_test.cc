// The writer against the world: a second writer, a kill, a failing thread, a full disk.
// Whatever happens, the index is as one commit or the other left it.

#include <dateline/error.h>
#include <dateline/index_writer.h>
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "index/document_record.h"
#include "index/name_linking.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

namespace fs = std::filesystem;
using namespace dateline;
using namespace dateline::testing;

TEST_CASE("index writer: one at a time, in one process") {
  const TempDir folder;
  IndexWriter first(folder / "x");
  const auto refusal = [&] { return error_of([&] { IndexWriter(folder / "x"); }); };
  REQUIRE(refusal());
  CHECK(refusal()->code() == ErrorCode::kBusy);
  CHECK(std::string(refusal()->what())
            .find("is being written by another writer of this process") !=
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
    const std::string now = std::to_string(round);
    const Name person{NameKind::kPerson, "Person " + now};
    const auto rewrite = [&] {
      // Now all of it, by merging, now a little, in place.
      const std::size_t changed = round % 2 == 0 ? articles.size() : 1;
      IndexWriter writer(path, {.jobs = 2, .segment_bytes = 300});
      for (std::size_t i = 0; i < changed; ++i) {
        Article next = articles[i];
        next.body = now;
        next.names = {{NameKind::kPerson, "Ann Lee"}, person};
        writer.add(next);
      }
      writer.merge_names(person.kind, "Ann Lee", person.text);
      writer.commit();
    };
    const auto before = bodies_of(path);
    const int status = in_child(rewrite, static_cast<useconds_t>(round) * 3'000);
    killed += WIFSIGNALED(status) ? 1 : 0;
    const auto after = bodies_of(path);
    CHECK(after.size() == articles.size());
    if (after != before) {
      CHECK(after.at("a0") == now);
      CHECK(after.at("a1") == (round % 2 == 0 ? now : before.at("a1")));
    } else if (!WIFSIGNALED(status)) {
      FAIL("a commit that returned is not there");
    }
    // The entities are those of the articles that are there.
    const auto entry =
        read_entities(open_to_read(path)).find(person.kind, "person " + now);
    CHECK((entry.group != entities::EntityTable::kNoGroup) == (after != before));
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
