// The built command on a terminal, with a pager and without.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/newsroom.h"

namespace {

using dateline::testing::CommandRunner;
using dateline::testing::contains;
using dateline::testing::Newsroom;
using dateline::testing::Outcome;
using dateline::testing::read_file;

// A terminal has 40 lines: the help of all commands fits, the manual page does not.
const CommandRunner::Words kShort = {"help", "info"};
const CommandRunner::Words kLong = {"help", "--man"};

struct PagedRunner {
  CommandRunner runner;
  std::string seen = runner.dir() / "seen";

  void set_pager(const std::string& command) {
    runner.set_environment("DATELINE_PAGER", command);
  }
  bool was_paged() const { return std::filesystem::exists(seen); }
};

TEST_CASE("pager: gets what is longer than the screen, and no less") {
  if (!CommandRunner::is_built() || !CommandRunner::has_terminals()) return;
  PagedRunner paged;
  paged.set_pager("cat > '" + paged.seen + "'");
  const Outcome fits = paged.runner.run_on_terminal(kShort, 80);
  CHECK(fits.code == 0);
  CHECK(contains(fits.out, "Options"));
  CHECK(!paged.was_paged());
  const Outcome tall = paged.runner.run_on_terminal(kLong, 80);
  CHECK(tall.code == 0);
  CHECK(tall.out == "");
  REQUIRE(paged.was_paged());
  CHECK(read_file(paged.seen) == paged.runner.run(kLong).out);
}

TEST_CASE("pager: none where nobody looks, or none is wanted") {
  if (!CommandRunner::is_built() || !CommandRunner::has_terminals()) return;
  PagedRunner paged;
  paged.set_pager("cat > '" + paged.seen + "'");
  CHECK(contains(paged.runner.run(kLong).out, ".TH DATELINE"));
  CHECK(!paged.was_paged());
  const CommandRunner::Words straight = {"help", "--man", "--no-pager"};
  CHECK(contains(paged.runner.run_on_terminal(straight, 80).out, ".TH DATELINE"));
  paged.set_pager("cat");
  CHECK(contains(paged.runner.run_on_terminal(kLong, 80).out, ".TH DATELINE"));
  paged.runner.set_environment("TERM", "dumb");
  paged.set_pager("cat > '" + paged.seen + "'");
  CHECK(contains(paged.runner.run_on_terminal(kLong, 80).out, ".TH DATELINE"));
  CHECK(!paged.was_paged());
}

TEST_CASE("pager: $PAGER where there is no $DATELINE_PAGER") {
  if (!CommandRunner::is_built() || !CommandRunner::has_terminals()) return;
  PagedRunner paged;
  paged.runner.set_environment("PAGER", "cat > '" + paged.seen + "'");
  CHECK(paged.runner.run_on_terminal(kLong, 80).out == "");
  CHECK(paged.was_paged());
}

TEST_CASE("pager: one that is left early is no error, one that is missing no loss") {
  if (!CommandRunner::is_built() || !CommandRunner::has_terminals()) return;
  PagedRunner paged;
  paged.set_pager("head -n 1");
  const Outcome left = paged.runner.run_on_terminal(kLong, 80);
  CHECK(left.code == 0);
  CHECK(left.out.starts_with(".TH DATELINE"));
  CHECK(left.out.size() < 200);
  paged.set_pager("false");
  CHECK(paged.runner.run_on_terminal(kLong, 80).code == 0);
  paged.set_pager("no-such-pager-at-all");
  const Outcome missing = paged.runner.run_on_terminal(kLong, 80);
  CHECK(missing.code == 0);
  CHECK(contains(missing.out, "cannot be run"));
  CHECK(contains(missing.out, ".SH SEE ALSO"));
}

TEST_CASE("pager: exit statuses are the command's") {
  if (!CommandRunner::is_built() || !CommandRunner::has_terminals()) return;
  const Newsroom room;
  CHECK(room.run_on_terminal({"search", "zyzzyva"}, 80).code == 1);
  CHECK(room.run_on_terminal({"show", "delhi-9"}, 80).code == 1);
  CHECK(room.run_on_terminal({"search", "treaty"}, 80).code == 0);
  CHECK(room.run_on_terminal({"search", "--bad"}, 80).code == 2);
}

TEST_CASE("terminal: colours and width as the environment wants them") {
  if (!CommandRunner::is_built()) return;
  CommandRunner runner;
  const auto is_coloured = [&runner] {
    return contains(runner.run({"help"}).out, "\33[");
  };
  CHECK(!is_coloured());
  runner.set_environment("CLICOLOR_FORCE", "0");
  CHECK(!is_coloured());
  runner.set_environment("CLICOLOR_FORCE", "1");
  CHECK(is_coloured());
  runner.set_environment("NO_COLOR", "1");
  CHECK(!is_coloured());
  const auto widest = [&runner] {
    std::size_t most = 0;
    const std::string text = runner.run({"help", "search"}).out;
    for (const std::string& line : dateline::testing::lines(text)) {
      most = std::max(most, line.size());
    }
    return most;
  };
  CHECK(widest() <= 80);
  runner.set_environment("COLUMNS", "120");
  CHECK(widest() > 80);
  CHECK(widest() <= 120);
  runner.set_environment("COLUMNS", "wide");
  CHECK(widest() <= 80);
}

}  // namespace
