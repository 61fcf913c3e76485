// What goes wrong in the world, through the real command: each case gets one clear
// sentence and the right exit code, and what was indexed before stays.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/testing.h"

namespace {

using dateline::testing::read_file;
using dateline::testing::TempDir;
namespace fs = std::filesystem;

struct Outcome {
  int exit_code = -1;  // 128 + the signal, if one ended it.
  std::string out;
  std::string err;
};

// Starts the command with its output in files of `dir`; gives the process id.
pid_t start(const TempDir& dir, const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int out = open((dir / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err = open((dir / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  std::vector<char*> argv = {const_cast<char*>(DATELINE_COMMAND)};
  for (const auto& argument : arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

Outcome finish(const TempDir& dir, pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = read_file(dir / "out");
  outcome.err = read_file(dir / "err");
  return outcome;
}

Outcome run(const TempDir& dir, const std::vector<std::string>& arguments) {
  return finish(dir, start(dir, arguments));
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A folder with an index of one article, which every accident has to leave as it was.
struct World {
  World() {
    const auto first = dir.write(
        "first.jsonl", R"({"id": "kept", "title": "Kept", "body": "The kept article."})"
                       "\n");
    const auto made = run(dir, {"index", "--index", index, first});
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
  }
  Outcome add(const std::string& path) {
    return run(dir, {"index", "--index", index, path});
  }
  bool still_answers() {
    return run(dir, {"search", "--index", index, "kept"}).exit_code == 0;
  }

  TempDir dir;
  std::string index = dir / "news.db";
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
    CHECK(outcome.exit_code == c.exit_code);
    CHECK(contains(outcome.err, c.says));
    if (*c.says != 0) {
      CHECK(contains(outcome.err, "second.jsonl"));
      CHECK(run(world.dir, {"search", "--index", world.index, "newer"}).exit_code == 0);
    }
    CHECK(world.still_answers());
  }
}

TEST_CASE("bad input: a file that holds nothing to read is named") {
  World world;
  const auto empty = world.add(world.dir.write("empty.jsonl", ""));
  CHECK(contains(empty.err, "empty.jsonl"));
  CHECK(empty.exit_code != 0);
  CHECK(world.still_answers());

  const auto missing = world.add(world.dir / "absent.jsonl");
  CHECK(contains(missing.err, "absent.jsonl"));
  CHECK(missing.exit_code != 0);
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
  CHECK(outcome.exit_code == 0);
  CHECK(contains(outcome.err, "cut.jsonl.gz"));
  CHECK(run(world.dir, {"search", "--index", world.index, "id:n0"}).exit_code == 0);
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
    const auto outcome = run(world.dir, {"search", "--index", c.path, "kept"});
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(lines(outcome.err) == 1);
    CHECK(contains(outcome.err, c.path));
    CHECK(outcome.out.empty());
  }
  // Nor is anything overwritten by indexing into it.
  for (const char* place : {"file.db", "folder"}) {
    const auto outcome = run(world.dir, {"index", "--rebuild", "--index",
                                         world.dir / place, world.dir / "first.jsonl"});
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(contains(outcome.err, place));
  }
  CHECK(read_file(world.dir / "file.db") == "hello");
  CHECK(read_file(world.dir / "folder/readme") == "x");
}

TEST_CASE("bad input: an index of a newer schema is refused with advice") {
  World world;
  {
    Xapian::WritableDatabase database(world.index,
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    database.set_metadata("dateline.schema", "99");
    database.commit();
  }
  for (const char* command : {"search", "index"}) {
    const auto outcome =
        run(world.dir,
            {command, "--index", world.index,
             std::string(command) == "index" ? world.dir / "first.jsonl" : "kept"});
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(lines(outcome.err) == 1);
    CHECK(contains(outcome.err, "newer"));
    CHECK(contains(outcome.err, world.index));
  }
}

TEST_CASE("bad input: a second writer is told to try again") {
  World world;
  // The first writer waits for its input: a pipe that nobody fills yet.
  const auto pipe = world.dir / "slow.jsonl";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const pid_t first = fork();
  if (first == 0) {
    const int in = open(pipe.c_str(), O_RDONLY);
    dup2(in, STDIN_FILENO);
    const int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execl(DATELINE_COMMAND, DATELINE_COMMAND, "index", "--index", world.index.c_str(),
          "-", static_cast<char*>(nullptr));
    _exit(127);
  }
  std::ofstream feed(pipe);
  feed << R"({"id": "slow", "body": "The slow article."})" << '\n' << std::flush;
  for (int i = 0; i < 1000 && !fs::exists(world.index + ".lock"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  const auto second = world.add(world.dir / "first.jsonl");
  CAPTURE(second.err);
  CHECK(second.exit_code == 75);
  CHECK(lines(second.err) == 1);
  CHECK(contains(second.err, world.index));
  CHECK(world.still_answers());  // Readers are not disturbed.

  feed.close();
  int status = 0;
  waitpid(first, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(run(world.dir, {"search", "--index", world.index, "slow"}).exit_code == 0);
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
  REQUIRE(run(world.dir, {"index", "--index", index, world.dir / "first.jsonl"})
              .exit_code == 0);
  std::string text;
  for (std::size_t i = 0; i < 4000; ++i) {
    text += R"({"id": "n)" + std::to_string(i) + R"(", "body": ")";
    for (std::size_t word = 0; word < 200; ++word) {
      text += "w" + std::to_string((i * 200 + word) * 7919 % 100'003) + " ";
    }
    text += "\"}\n";
  }
  const auto big = world.dir.write("big.jsonl", text);

  const auto outcome = run(world.dir, {"index", "--index", index, big});
  CAPTURE(outcome.err);
  CHECK(outcome.exit_code == 2);
  CHECK(contains(outcome.err, index));
  CHECK(contains(outcome.err, "space"));
  CHECK(run(world.dir, {"search", "--index", index, "kept"}).exit_code == 0);
  CHECK(run(world.dir, {"search", "--index", index, "id:n1"}).exit_code == 1);
  // With the leftovers gone there is room again.
  CHECK(run(world.dir, {"index", "--index", index, world.dir / "first.jsonl"})
            .exit_code == 0);
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
  CHECK(run(world.dir, {"search", "--index", index, "newer"}).exit_code == 0);
}

}  // namespace
