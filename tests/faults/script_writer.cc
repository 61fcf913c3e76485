// script_writer INDEX [JOBS [again]] - does the commits of the script that INDEX lacks.
// Each that has returned is one line of standard output, its number. With `again` a
// commit that failed is tried once more by the same writer. Exit status 2 and a
// sentence on standard error when one fails.

#include <dateline/error.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/faults/commit_script.h"

namespace {

void write_line(int fd, std::string line) {
  line += '\n';
  if (write(fd, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    std::abort();
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 2) return 64;
  testing::ScriptOptions options;
  if (argc > 2) options.jobs = static_cast<unsigned>(std::stoul(argv[2]));
  options.tries_again = argc > 3;
  try {
    testing::run_script(argv[1], options, [](int commit) {
      write_line(STDOUT_FILENO, std::to_string(commit));
    });
  } catch (const Error& error) {
    write_line(STDERR_FILENO, error.what());
    return 2;
  }
  return 0;
}
