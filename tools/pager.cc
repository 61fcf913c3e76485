#include "pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

namespace dateline::cli {
namespace {

// What the shell ends with where it cannot run a command, or not find it.
constexpr int kCannotRun = 126;
constexpr int kNotFound = 127;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_in_path(std::string_view program) {
  for (std::string_view rest = environment("PATH"); !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string file =
        std::string(rest.substr(0, end)).append("/").append(program);
    if (end > 0 && access(file.c_str(), X_OK) == 0) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

// Ours, and LESS and LV as git sets them, where the user does not.
std::vector<std::string> pager_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    variables.emplace_back(*variable);
  }
  if (environment("LESS").empty()) variables.emplace_back("LESS=FRX");
  if (environment("LV").empty()) variables.emplace_back("LV=-c");
  return variables;
}

// The signals that we do not die of, and the pager should.
void restore_signals(posix_spawnattr_t& attributes) {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGPIPE, SIGINT}) sigaddset(&signals, signal);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
}

// Runs a line by the shell, reading from `input`; -1 where that fails.
int spawn_shell(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  restore_signals(attributes);
  std::vector<std::string> variables = pager_environment();
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);
  std::string shell = "sh";
  std::string option = "-c";
  std::string line = command;
  const std::array<char*, 4> words = {shell.data(), option.data(), line.data(),
                                      nullptr};
  pid_t child = -1;
  const int failure = posix_spawn(&child, "/bin/sh", &actions, &attributes,
                                  words.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure == 0 ? child : -1;
}

}  // namespace

std::optional<std::string> pager_command() {
  if (environment("TERM") == "dumb") return std::nullopt;
  for (const char* name : {"DATELINE_PAGER", "PAGER"}) {
    const char* command = std::getenv(name);
    if (command == nullptr) continue;
    if (*command == '\0' || std::string_view(command) == "cat") return std::nullopt;
    return command;
  }
  if (!is_in_path("less")) return std::nullopt;
  return "less -FRX";
}

Pager::Pager(const std::string& command) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  child_ = spawn_shell(command, ends[0]);
  ::close(ends[0]);
  descriptor_ = ends[1];
  if (is_running()) std::signal(SIGINT, SIG_IGN);
}

Pager::~Pager() { finish(); }

bool Pager::finish() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
  if (!is_running()) return true;
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  std::signal(SIGINT, SIG_DFL);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return code != kCannotRun && code != kNotFound;
}

}  // namespace dateline::cli
