// Indexing and searching leave the process around them as it was. What the library
// itself calls is looked through by library_symbols.cmake; here, what the libraries
// under it do: GPGME, under the reader of mail, has SIGPIPE ignored, and so has Xapian
// where it opens a remote database, which we do not. Seen red without the sigaction()
// in index/readers/mail_message.cc.

#include <dateline/article_reader.h>
#include <dateline/searcher.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/search_corpus.h"
#include "tests/testing.h"

extern char** environ;

namespace {

using namespace dateline;
using namespace dateline::testing;

// What the system keeps for itself among the flags is nobody's.
constexpr int kFlags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER |
                       static_cast<int>(SA_RESETHAND) | SA_NOCLDSTOP | SA_NOCLDWAIT;

std::string signals() {
  std::string text;
  for (int number = 1; number < NSIG; ++number) {
    struct sigaction now {};
    if (sigaction(number, nullptr, &now) != 0) continue;
    const auto handler = reinterpret_cast<std::uintptr_t>(now.sa_handler);
    text += std::to_string(number) + ":" + std::to_string(handler) + "/" +
            std::to_string(now.sa_flags & kFlags) + " ";
  }
  sigset_t blocked;
  sigprocmask(SIG_BLOCK, nullptr, &blocked);
  for (int number = 1; number < NSIG; ++number) {
    if (sigismember(&blocked, number) == 1) text += "-" + std::to_string(number);
  }
  return text;
}

std::string surroundings() {
  std::string text;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    text += std::string(*variable) + '\n';
  }
  const mode_t mask = umask(0);
  umask(mask);
  text += "umask " + std::to_string(mask);
  text += std::string(" locale ") + std::setlocale(LC_ALL, nullptr);
  text += " in " + std::filesystem::current_path().string();
  for (const int limit : {RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_CORE, RLIMIT_STACK}) {
    struct rlimit now {};
    getrlimit(static_cast<__rlimit_resource>(limit), &now);
    text += " " + std::to_string(now.rlim_cur);
  }
  return text;
}

// What is written to a descriptor meanwhile goes to a file.
class Captured {
 public:
  Captured(int descriptor, const std::string& file)
      : descriptor_(descriptor), saved_(dup(descriptor)), file_(file) {
    std::fflush(nullptr);
    const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(fd, descriptor_);
    close(fd);
  }
  ~Captured() { restore(); }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;

  std::string text() {
    std::fflush(nullptr);
    restore();
    return read_file(file_);
  }

 private:
  void restore() {
    if (saved_ < 0) return;
    dup2(saved_, descriptor_);
    close(saved_);
    saved_ = -1;
  }

  int descriptor_;
  int saved_;
  std::string file_;
};

// Every part of the library, good input and bad.
void use_everything(const TempDir& folder) {
  std::string path;
  for (const bool annotate : {false, true}) {
    path = build_index(folder, search_corpus(), annotate, annotate ? "a" : "b");
  }
  const Searcher searcher(path);
  const Query query = parse_query("treaty OR \"arms control\" OR lavrof~").query;
  searcher.search(query, {.facets = {"person", "published"}, .fold = true});
  searcher.timeline(query);
  searcher.pairs(query);
  searcher.similar("n1");
  searcher.entities();
  searcher.explain(parse_query("((( NEAR/5").query);
  folder.write("in/a.eml", "From: a@b\nSubject: x\nContent-Type: text/html\n\n<p>Hi");
  folder.write("in/b.xml", "<a><b>not closed");
  folder.write("in/c.json", "{\"title\": ");
  folder.write("in/d.html", "<html><title>T</title><p>\xFF\xFE text");
  folder.write("in/e.zip", "PK\x03\x04 no archive");
  ArticleReader reader({folder / "in"});
  for (Article article; reader.next(article);) {
  }
  try {
    Searcher("/nowhere/at all");
  } catch (const std::exception&) {
  }
}

TEST_CASE("process state: signals and surroundings are left alone") {
  const TempDir folder;
  const std::string signals_before = signals();
  const std::string surroundings_before = surroundings();
  use_everything(folder);
  CHECK(signals() == signals_before);
  CHECK(surroundings() == surroundings_before);
}

TEST_CASE("process state: nothing is printed") {
  const TempDir folder;
  Captured out(STDOUT_FILENO, folder / "out");
  Captured err(STDERR_FILENO, folder / "err");
  use_everything(folder);
  const std::string printed = out.text() + err.text();
  CHECK(printed.empty());
}

}  // namespace
