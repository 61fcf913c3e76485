// What goes wrong in the world, through the real command: each case gets one clear
// sentence and the right exit code, and what was indexed before stays.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/command.h"
#include "tests/index_testing.h"
#include "tests/testing.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::Outcome;
using dateline::testing::read_file;
using dateline::testing::TempDir;
namespace fs = std::filesystem;

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A folder with an index of one article, which every accident has to leave as it was.
struct World {
  World() {
    const auto made = add(dir.write(
        "first.jsonl", R"({"id": "kept", "title": "Kept", "body": "The kept article."})"
                       "\n"));
    REQUIRE_MESSAGE(made.code == 0, made.err);
  }
  Outcome run(const CommandRunner::Words& words) const { return runner.run(words); }
  Outcome add(const std::string& path) const {
    return run({"index", "--index", index, path});
  }
  bool finds(const std::string& query) const {
    return run({"search", "--index", index, query}).code == 0;
  }
  bool still_answers() const { return finds("kept"); }

  CommandRunner runner;
  const TempDir& dir = runner.dir();
  std::string index = runner.index();
};

const char kGood[] = R"({"id": "new", "title": "New", "body": "A newer article."})";

TEST_CASE("bad input: a record that is wrong is named, and the rest is indexed") {
  struct {
    const char* what;
    std::string content;
    const char* says;  // A part of the sentence.
    int exit_code;
  } const cases[] = {
      {"malformed JSON", std::string("{\"id\": \"x\", \n") + kGood + "\n", ":1", 0},
      {"a wrong type",
       std::string(R"({"id":"x","title":[1],"body":"b"})") + "\n" + kGood + "\n",
       "title", 0},
      {"neither title nor body", std::string(R"({"id":"x"})") + "\n" + kGood + "\n",
       ":1", 0},
      {"a line of 100 MB",
       "{\"id\": \"x\", \"body\": \"" + std::string(100'000'000, 'a') + "\"}\n" +
           kGood + "\n",
       ":1", 0},
      {"bytes that are no UTF-8",
       "{\"id\": \"y\", \"title\": \"Caf\xE9\", \"body\": \"b\"}\n", "", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    World world;
    const auto file = world.dir.write("second.jsonl", c.content);
    const auto outcome = world.add(file);
    CAPTURE(outcome.err);
    CHECK(outcome.code == c.exit_code);
    CHECK(contains(outcome.err, c.says));
    if (*c.says != 0) {
      CHECK(contains(outcome.err, "second.jsonl"));
      CHECK(world.finds("newer"));
    }
    CHECK(world.still_answers());
  }
}

TEST_CASE("bad input: a file that holds nothing to read is named") {
  World world;
  const auto empty = world.add(world.dir.write("empty.jsonl", ""));
  CHECK(contains(empty.err, "empty.jsonl"));
  CHECK(empty.code != 0);
  CHECK(world.still_answers());

  const auto missing = world.add(world.dir / "absent.jsonl");
  CHECK(contains(missing.err, "absent.jsonl"));
  CHECK(missing.code != 0);
  CHECK(world.still_answers());
}

TEST_CASE("bad input: a gzip file that ends early gives what it held") {
  World world;
  std::string text;
  for (std::size_t i = 0; i < 20'000; ++i) {
    text += R"({"id": "n)" + std::to_string(i) + R"(", "body": "article )" +
            std::to_string(i * 7919 % 100'003) + "\"}\n";
  }
  const auto plain = world.dir.write("cut.jsonl", text);
  REQUIRE(std::system(("gzip -f " + plain).c_str()) == 0);
  const auto file = plain + ".gz";
  fs::resize_file(file, fs::file_size(file) / 2);

  const auto outcome = world.add(file);
  CAPTURE(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.err, "cut.jsonl.gz"));
  CHECK(world.finds("id:n0"));
  CHECK(world.still_answers());
}

TEST_CASE("bad input: a path that is no index") {
  World world;
  struct {
    const char* what;
    std::string path;
  } const cases[] = {
      {"nothing there", world.dir / "absent.db"},
      {"a file", world.dir.write("file.db", "hello")},
      {"a folder of something else",
       (world.dir.write("folder/readme", "x"), world.dir / "folder")},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    const auto outcome = world.run({"search", "--index", c.path, "kept"});
    CAPTURE(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(lines(outcome.err) == 1);
    CHECK(contains(outcome.err, c.path));
    CHECK(outcome.out.empty());
  }
  // Nor is anything overwritten by indexing into it.
  for (const char* place : {"file.db", "folder"}) {
    const auto outcome = world.run({"index", "--rebuild", "--index", world.dir / place,
                                    world.dir / "first.jsonl"});
    CAPTURE(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, place));
  }
  CHECK(read_file(world.dir / "file.db") == "hello");
  CHECK(read_file(world.dir / "folder/readme") == "x");
}

TEST_CASE("bad input: an index of a newer schema is refused with advice") {
  World world;
  dateline::testing::change_documents(world.index, {}, [](auto& database) {
    database.set_metadata("dateline.schema", "99");
  });
  for (const char* command : {"search", "index"}) {
    const auto outcome = world.run(
        {command, "--index", world.index,
         std::string(command) == "index" ? world.dir / "first.jsonl" : "kept"});
    CAPTURE(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(lines(outcome.err) == 1);
    CHECK(contains(outcome.err, "newer"));
    CHECK(contains(outcome.err, world.index));
  }
}

TEST_CASE("bad input: a second writer is told to try again") {
  World world;
  // The first writer waits for its input: a pipe that nobody fills yet.
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  const pid_t first = world.runner.start_reading({"index", "-"}, ends[0]);
  const std::string slow = R"({"id": "slow", "body": "The slow article."})"
                           "\n";
  REQUIRE(write(ends[1], slow.data(), slow.size()) ==
          static_cast<ssize_t>(slow.size()));
  for (int i = 0; i < 1000 && !fs::exists(world.index + ".lock"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  const auto second = world.add(world.dir / "first.jsonl");
  CAPTURE(second.err);
  CHECK(second.code == 75);
  CHECK(lines(second.err) == 1);
  CHECK(contains(second.err, world.index));
  CHECK(world.still_answers());  // Readers are not disturbed.

  close(ends[1]);
  CHECK(world.runner.finish(first).code == 0);
  CHECK(world.finds("slow"));
}

// A small tmpfs in the test's folder; gone with the object. Only root can mount one.
class SmallDisk {
 public:
  SmallDisk(std::string path, const char* options) : path_(std::move(path)) {
    fs::create_directory(path_);
    mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, options) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool mounted_ = false;
};

TEST_CASE("bad input: a full disk is an error, and the index stays as it was") {
  World world;
  SmallDisk disk(world.dir / "disk", "size=3m");
  if (!disk.mounted()) {
    MESSAGE("skipped: mounting a small tmpfs needs root");
    return;
  }
  const auto index = disk.path() + "/news.db";
  REQUIRE(world.run({"index", "--index", index, world.dir / "first.jsonl"}).code == 0);
  std::string text;
  for (std::size_t i = 0; i < 4000; ++i) {
    text += R"({"id": "n)" + std::to_string(i) + R"(", "body": ")";
    for (std::size_t word = 0; word < 200; ++word) {
      text += "w" + std::to_string((i * 200 + word) * 7919 % 100'003) + " ";
    }
    text += "\"}\n";
  }
  const auto big = world.dir.write("big.jsonl", text);

  const auto outcome = world.run({"index", "--index", index, big});
  CAPTURE(outcome.err);
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, index));
  CHECK(contains(outcome.err, "space"));
  CHECK(world.run({"search", "--index", index, "kept"}).code == 0);
  CHECK(world.run({"search", "--index", index, "id:n1"}).code == 1);
  // With the leftovers gone there is room again.
  CHECK(world.run({"index", "--index", index, world.dir / "first.jsonl"}).code == 0);
}

TEST_CASE("bad input: a folder without permission is named, and the rest is indexed") {
  World world;
  world.dir.write("news/open.jsonl", std::string(kGood) + "\n");
  world.dir.write("news/shut/secret.jsonl", kGood);
  fs::permissions(world.dir / "news/shut", fs::perms::none);
  fs::permissions(world.dir.path(), fs::perms::all);
  fs::permissions(world.dir / "news", fs::perms::all);
  // Root reads everything, so the command runs as nobody where this test is root.
  const auto index = world.dir / "second.db";
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(126);
    const int err =
        open((world.dir / "denied").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(err, STDERR_FILENO);
    dup2(err, STDOUT_FILENO);
    execl(DATELINE_COMMAND, DATELINE_COMMAND, "index", "--index", index.c_str(),
          (world.dir / "news").c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const auto said = read_file(world.dir / "denied");
  fs::permissions(world.dir / "news/shut", fs::perms::owner_all);
  CAPTURE(said);
  if (WIFEXITED(status) && WEXITSTATUS(status) >= 126) {
    MESSAGE("skipped: the command cannot be run as another user here");
    return;
  }
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(contains(said, "news/shut"));
  CHECK(contains(said, "ermission"));
  CHECK(world.run({"search", "--index", index, "newer"}).code == 0);
}

}  // namespace
