#include "tests/faults/trials.h"

#include <dateline/error.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "tests/faults/commit_script.h"
#include "tests/faults/index_digest.h"

namespace dateline::testing {
namespace {

namespace fs = std::filesystem;

int lines_in(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
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
  if (outcome.hit.empty()) {
    verdict.kind = "not reached";
  } else if (outcome.signal == SIGABRT) {
    verdict.kind = "aborted by libxapian";
  } else if (outcome.signal != 0) {
    verdict.complaint = "ended by signal " + std::to_string(outcome.signal);
  } else if (outcome.code == 0) {
    // What is being prepared is thrown away and made anew; the manifest may be old.
    const bool aside = outcome.hit.find(".building/") != std::string::npos ||
                       outcome.hit.find("dateline.manifest") != std::string::npos;
    verdict.kind = again && aside ? "done anew" : "done all the same";
    if (!complete) verdict.complaint = "status 0, but not all was done";
  } else {
    verdict.kind = "told";
    if (lines_in(outcome.err) != 1) verdict.complaint = "said: " + outcome.err;
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
