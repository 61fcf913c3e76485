// What libiofault.so sees of calls that others make seldom.

#include <dlfcn.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/faults/faulty_run.h"
#include "tests/faults/io_log.h"
#include "tests/faults/memory_folder.h"
#include "tests/testing.h"

namespace {

using namespace dateline::testing;
using iofault::Change;

// Two pieces behind what is in the file already, written by the library's own writev().
[[noreturn]] void write_pieces(const std::string& root, const std::string& log) {
  setenv("IOFAULT_ROOT", root.c_str(), 1);
  setenv("IOFAULT_OUT", log.c_str(), 1);
  setenv("IOFAULT_MODE", "log", 1);
  void* library = dlopen(iofault_path().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) _exit(2);
  auto* write_them = reinterpret_cast<decltype(&writev)>(dlsym(library, "writev"));
  const int file = open((root + "/file").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  lseek(file, 0, SEEK_END);
  char first[] = "one ";
  char second[] = "and two";
  const iovec pieces[] = {{first, 4}, {second, 7}};
  _exit(write_them(file, pieces, 2) == 11 ? 0 : 1);
}

// Red when writev() wrote, and logged, the first piece only.
TEST_CASE("iofault: all pieces of a write are one write") {
  const MemoryFolder folder;
  const TempDir scratch;
  const std::string log = scratch / "log";
  std::ofstream(folder.path() + "/file") << "zero ";
  const pid_t child = fork();
  if (child == 0) write_pieces(folder.path(), log);
  int status = -1;
  waitpid(child, &status, 0);
  REQUIRE(status == 0);
  CHECK(read_file(folder.path() + "/file") == "zero one and two");
  const auto records = read_io_log(log);
  REQUIRE(records.size() == 2);  // The first is the root.
  CHECK(records[1].change == Change::kWrite);
  CHECK(records[1].offset == 5);
  CHECK(records[1].bytes == "one and two");
}

}  // namespace
