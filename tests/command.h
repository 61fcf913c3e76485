// Runs the built command as a person or a script would: in a fresh folder, with an
// environment of its own.

#pragma once

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/testing.h"

namespace dateline::testing {

/// What one run left behind.
struct Outcome {
  int code = -1;  ///< The exit status, or 128 and the signal that ended it.
  std::string out;
  std::string err;
};

/// A folder with an index `news.db` that DATELINE_INDEX names, and the command in it.
class CommandRunner {
 public:
  using Words = std::vector<std::string>;

  /// False where the command is not built (DATELINE_TOOLS=OFF).
  static bool is_built() { return std::string(DATELINE_COMMAND) != ""; }

  /// Whether there are pseudo-terminals here; a bare chroot has none.
  static bool has_terminals() {
    int master = -1;
    int slave = -1;
    if (openpty(&master, &slave, nullptr, nullptr, nullptr) != 0) return false;
    ::close(master);
    ::close(slave);
    return true;
  }

  const TempDir& dir() const { return dir_; }
  std::string index() const { return dir_ / "news.db"; }

  /// For all runs from now on; an empty value removes the variable.
  void set_environment(const std::string& name, const std::string& value) {
    environment_[name] = value;
  }

  Outcome run(const Words& words, const std::string& input = "") const {
    const std::string in = dir_.write(".in", input);
    const int out = ::open((dir_ / ".out").c_str(), kWrite, 0600);
    const pid_t child = start(words, ::open(in.c_str(), O_RDONLY | O_CLOEXEC), out);
    return finish(child);
  }

  /// A line for the shell, which finds the command as `dateline`.
  Outcome run_shell(const std::string& line) const {
    const int out = ::open((dir_ / ".out").c_str(), kWrite, 0600);
    const int in = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    return finish(start({"-c", line}, in, out, "/bin/sh"));
  }

  /// With standard output written to `descriptor`, which is closed here.
  Outcome run_into(const Words& words, int descriptor) const {
    dir_.write(".out", "");
    return finish(start(words, ::open("/dev/null", O_RDONLY | O_CLOEXEC), descriptor));
  }

  /// Reads standard input from `in`, which is closed here; does not wait.
  pid_t start_reading(const Words& words, int in) const {
    return start(words, in, ::open((dir_ / ".out").c_str(), kWrite, 0600));
  }

  Outcome finish(pid_t child) const {
    const int code = wait_for(child);
    return {code, read_file(dir_ / ".out"), errors()};
  }

  /// What a running command has said so far.
  std::string errors() const { return read_file(dir_ / ".err"); }

  /// On a terminal of that width; `out` is all that it shows.
  Outcome run_on_terminal(const Words& words, unsigned short columns) const {
    int master = -1;
    winsize size{};
    size.ws_col = columns;
    size.ws_row = 40;
    const pid_t child = forkpty(&master, nullptr, nullptr, &size);
    if (child < 0) throw std::runtime_error("forkpty failed");
    if (child == 0) execute(words);
    Outcome outcome;
    char buffer[4096];
    for (ssize_t count; (count = ::read(master, buffer, sizeof buffer)) > 0;) {
      outcome.out.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(master);
    outcome.code = wait_for(child);
    return outcome;
  }

 private:
  static constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;

  pid_t start(const Words& words, int in, int out,
              const char* program = DATELINE_COMMAND) const {
    const int err = ::open((dir_ / ".err").c_str(), kWrite, 0600);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
      if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(127);
      execute(words, program);
    }
    for (const int descriptor : {in, out, err}) ::close(descriptor);
    return child;
  }

  [[noreturn]] void execute(const Words& words,
                            const char* program = DATELINE_COMMAND) const {
    for (const char* name : {"XDG_DATA_HOME", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE",
                             "COLUMNS", "DATELINE_PAGER", "LESS"}) {
      unsetenv(name);
    }
    setenv("PAGER", "cat", 1);
    setenv("HOME", dir_.path().c_str(), 1);
    setenv("TERM", "xterm", 1);
    setenv("DATELINE_INDEX", index().c_str(), 1);
    const std::filesystem::path folder =
        std::filesystem::path(DATELINE_COMMAND).parent_path();
    setenv("PATH", (folder.string() + ":" + std::getenv("PATH")).c_str(), 1);
    for (const auto& [name, value] : environment_) {
      value.empty() ? unsetenv(name.c_str()) : setenv(name.c_str(), value.c_str(), 1);
    }
    if (chdir(dir_.path().c_str()) != 0) _exit(127);
    std::vector<char*> arguments = {const_cast<char*>("dateline")};
    for (const std::string& word : words) {
      arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    execv(program, arguments.data());
    _exit(127);
  }

  static int wait_for(pid_t child) {
    int status = 0;
    if (waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  TempDir dir_;
  std::map<std::string, std::string> environment_;
};

}  // namespace dateline::testing
