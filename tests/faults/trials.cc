#include "tests/faults/trials.h"

#include <dateline/check.h>
#include <dateline/error.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "tests/faults/commit_script.h"
#include "tests/faults/index_digest.h"

namespace dateline::testing {
namespace {

namespace fs = std::filesystem;

int lines_in(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// The kind of the call, and the name of its file without numbers.
std::string call_of(const std::string& hit) {
  if (hit.empty()) return "";
  std::string name = fs::path(hit.substr(2)).filename().string();
  std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
  return hit.substr(0, 2) + name;
}

// Whether the file is only being prepared: `aside` has the tables of the index itself.
bool is_prepared(const std::string& hit) {
  return hit.find(".building/") != std::string::npos &&
         hit.find(".building/aside/") == std::string::npos;
}

// Whether the file is thrown away and made anew when a writer tries again.
bool is_aside(const std::string& hit) {
  return is_prepared(hit) || hit.find("dateline.manifest") != std::string::npos;
}

// Calls that a commit does not need: it removes and closes what it has no more use for,
// reads or copies in another way, and is made without manifest and name of the holder.
// And when Xapian merges it passes over syncs that fail; publish() syncs all of it
// again.
bool may_fail_unsaid(const std::string& hit) {
  return std::string_view("uxcni").find(hit.front()) != std::string_view::npos ||
         hit.find("dateline.manifest") != std::string::npos || hit.ends_with(".lock") ||
         (hit.front() == 's' && is_prepared(hit));
}

}  // namespace

Trials::Trials(unsigned jobs)
    : jobs_(jobs),
      places_{.root = scratch_.path() + "/root", .scratch = scratch_.path()},
      index_(places_.root + "/archive/news/news.db"),
      digests_{"none"} {
  run_script(index_, {.jobs = jobs},
             [&](int) { digests_.push_back(index_digest(index_)); });
  const std::set<std::string> distinct(digests_.begin(), digests_.end());
  if (distinct.size() != kScriptCommits + 1) {
    throw std::logic_error("commits of the script that change nothing");
  }
}

void Trials::empty_root() const {
  for (const auto& entry : fs::directory_iterator(places_.root)) {
    fs::remove_all(entry.path());
  }
}

FaultyOutcome Trials::run(const std::optional<Fault>& fault,
                          std::chrono::microseconds limit, bool again) const {
  empty_root();
  std::vector<std::string> command = {DATELINE_SCRIPT_WRITER, index_,
                                      std::to_string(jobs_)};
  if (again) command.emplace_back("again");
  return run_with_fault(command, fault, places_, limit);
}

long Trials::points(const Fault& fault) const {
  Fault counting = fault;
  counting.mode = "count";
  return std::stol(run(counting).hit);
}

std::string Trials::index_without_links() const {
  const FaultyOutcome outcome = run(Fault{.mode = "count", .linkless = true});
  if (outcome.code != 0) throw std::runtime_error(outcome.err);
  return index_;
}

// Whether the index is as the last acknowledged commit or the next left it.
std::string Trials::judge_state(const std::string& out) const {
  const auto last = static_cast<std::size_t>(lines_in(out));
  try {
    const std::string digest = index_digest(index_);
    if (digest == digests_.at(last)) return "";
    if (last < kScriptCommits && digest == digests_.at(last + 1)) return "";
    const auto found = std::find(digests_.begin(), digests_.end(), digest);
    return "after " + std::to_string(last) + " acknowledged commits the index is " +
           (found == digests_.end()
                ? "as none left it"
                : "as commit " + std::to_string(found - digests_.begin()) + " left it");
  } catch (const Error& error) {
    return "after " + std::to_string(last) + " acknowledged commits: " + error.what();
  }
}

// Whether the check takes what a writer left undone for damage.
std::string Trials::judge_check() const {
  if (!fs::exists(index_)) return "";
  const CheckReport report = check_index(index_, CheckStep::kFiles);
  if (report.problems.empty()) return "";
  const CheckProblem& first = report.problems.front();
  return "called damage: " + first.place + ": " + first.what;
}

// Whether the next writer, which does not wait for any lock, gets to the end of the
// script and sweeps up.
std::string Trials::judge_rest() const {
  try {
    run_script(index_, {.jobs = jobs_}, [](int) {});
    if (index_digest(index_) != digests_.back()) return "the next run ends elsewhere";
    const IndexWriter sweeper(index_);
  } catch (const Error& error) {
    return std::string("the next run: ") + error.what();
  }
  for (const auto& entry : fs::directory_iterator(fs::path(index_).parent_path())) {
    if (entry.path() != index_) return "left over: " + entry.path().filename().string();
  }
  return "";
}

Verdict Trials::judge(const FaultyOutcome& outcome) const {
  Verdict verdict;
  verdict.complaint = judge_state(outcome.out);
  if (verdict.complaint.empty()) verdict.complaint = judge_check();
  if (verdict.complaint.empty()) verdict.complaint = judge_rest();
  if (!verdict.complaint.empty()) verdict.complaint += "; hit: " + outcome.hit;
  return verdict;
}

// Where two folders cannot be exchanged an index may lie aside until the next writer.
Verdict Trials::judge(const FaultyOutcome& outcome, const Fault& fault) const {
  if (fault.plain) {
    const IndexWriter recovers(index_);
  }
  return judge(outcome);
}

Verdict Trials::kill(const Fault& fault) const {
  const FaultyOutcome outcome = run(fault);
  Verdict verdict = judge(outcome, fault);
  verdict.kind = outcome.signal == SIGKILL ? "killed" : "not reached";
  return verdict;
}

Verdict Trials::kill_after(std::chrono::microseconds time) const {
  const FaultyOutcome outcome = run(std::nullopt, time);
  Verdict verdict = judge(outcome);
  verdict.kind =
      outcome.signal == SIGKILL
          ? "killed after " + std::to_string(lines_in(outcome.out)) + " commits"
          : "ended before";
  return verdict;
}

Verdict Trials::fail(const Fault& fault, bool again) const {
  const FaultyOutcome outcome = run(fault, std::chrono::minutes(5), again);
  const bool complete = lines_in(outcome.out) == kScriptCommits;
  Verdict verdict = judge(outcome);
  verdict.hit = call_of(outcome.hit);
  if (outcome.hit.empty()) {
    verdict.kind = "not reached";
  } else if (outcome.signal == SIGABRT) {
    verdict.kind = "aborted by libxapian";
  } else if (outcome.signal != 0) {
    verdict.complaint = "ended by signal " + std::to_string(outcome.signal);
  } else if (outcome.code == 0) {
    verdict.kind = "done all the same";
    if (again && is_aside(outcome.hit)) {
      verdict.kind = "done anew";
    } else if (!may_fail_unsaid(outcome.hit)) {
      verdict.complaint = "status 0, and nobody was told of " + outcome.hit;
    }
    if (!complete) verdict.complaint = "status 0, but not all was done";
  } else {
    verdict.kind = "told";
    // But for its first letter, which Xapian may write otherwise. A second try refers
    // to the first.
    const auto reason = std::generic_category().message(fault.error).substr(1);
    const bool gives_reason = again || outcome.err.find(reason) != std::string::npos;
    const bool is_clear = lines_in(outcome.err) == 1 && gives_reason;
    if (!is_clear) verdict.complaint = "said: " + outcome.err;
  }
  return verdict;
}

LoggedRun Trials::log(const Fault& fault) const {
  Fault logging = fault;
  logging.mode = "log";
  const FaultyOutcome outcome = run(logging);
  if (outcome.code != 0) throw std::runtime_error("not logged: " + outcome.err);
  return {fault, read_io_log(fault_report(places_))};
}

Verdict Trials::cut_power(const LoggedRun& logged, std::size_t count,
                          JournalModel model, std::mt19937& random) const {
  SimulatedDisk disk(model);
  for (std::size_t i = 0; i < count; ++i) disk.apply(logged.changes[i]);
  empty_root();
  disk.cut_power(random, places_.root);
  return judge({.out = std::string(static_cast<std::size_t>(disk.acknowledged()), '\n'),
                .err = {},
                .hit = "a power cut after change " + std::to_string(count)},
               logged.fault);
}

std::string Trials::unsafe_commits(const LoggedRun& logged, JournalModel model) const {
  SimulatedDisk disk(model);
  std::string found;
  for (const IoRecord& record : logged.changes) {
    disk.apply(record);
    if (record.change != iofault::Change::kAcknowledge) continue;
    const std::string unsafe = disk.unsafe_below(index_);
    if (!unsafe.empty()) found += "commit " + record.bytes + unsafe + "\n";
  }
  return found;
}

}  // namespace dateline::testing
