// fault_soak FORM COUNT SEED - the long forms of faults_test.cc; tests/soak.sh builds
// and runs it and says what the forms are. Status 1 when a promise was broken.

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/trials.h"
#include "tests/random_choice.h"

namespace {

using namespace dateline::testing;
using dateline::oracle::below;

// How often what happened, and which promises were broken.
class Tally {
 public:
  void add(const Verdict& verdict, const std::string& trial) {
    ++kinds_[verdict.kind + (verdict.hit.empty() ? "" : ": " + verdict.hit)];
    if (verdict.complaint.empty()) return;
    ++broken_;
    std::printf("BROKEN: %s: %s\n", trial.c_str(), verdict.complaint.c_str());
    std::fflush(stdout);
  }

  int finish() const {
    for (const auto& [kind, count] : kinds_) {
      std::printf("%6d  %s\n", count, kind.c_str());
    }
    std::printf("%6d  broken promises\n", broken_);
    return broken_ == 0 ? 0 : 1;
  }

 private:
  std::map<std::string, int> kinds_;
  int broken_ = 0;
};

std::string text_of(const Fault& fault) {
  return fault.mode + " at " + std::to_string(fault.at) + " of '" + fault.kinds +
         "', error " + std::to_string(fault.error) + ", times " +
         std::to_string(fault.times) + (fault.plain ? ", plain" : "");
}

// Half of the points torn, a quarter where nothing can be exchanged.
int kills(int count, std::mt19937& random) {
  const Trials trials;
  Tally tally;
  std::map<bool, long> points;
  for (const bool plain : {false, true}) {
    points[plain] = trials.points({.mode = "kill", .plain = plain});
  }
  std::printf("%ld points in a run\n", points[false]);
  for (int i = 0; i < count; ++i) {
    Fault fault{.mode = i % 2 == 0 ? "kill" : "torn", .plain = i % 4 == 3};
    fault.at =
        static_cast<long>(below(random, static_cast<std::size_t>(points[fault.plain])));
    tally.add(trials.kill(fault), text_of(fault));
  }
  return tally.finish();
}

int random_kills(int count, std::mt19937& random) {
  using std::chrono::microseconds;
  const Trials trials(2);
  const auto begin = std::chrono::steady_clock::now();
  trials.log({});
  const auto whole = std::chrono::duration_cast<microseconds>(
      std::chrono::steady_clock::now() - begin);
  Tally tally;
  for (int i = 0; i < count; ++i) {
    const microseconds time(below(random, static_cast<std::size_t>(whole.count())));
    tally.add(trials.kill_after(time), std::to_string(time.count()) + " us");
  }
  return tally.finish();
}

int power_cuts(int count, std::mt19937& random) {
  constexpr const char* kModels[] = {"ordered", "lazy", "strict"};
  const Trials trials;
  const LoggedRun logs[] = {trials.log({}), trials.log({.plain = true})};
  Tally tally;
  for (int i = 0; i < count; ++i) {
    const int model = i % 3;
    const auto& log = logs[i % 4 == 3 ? 1 : 0];
    const std::size_t changes = 1 + below(random, log.changes.size());
    Verdict verdict =
        trials.cut_power(log, changes, static_cast<JournalModel>(model), random);
    verdict.kind = std::string("cuts, model ") + kModels[model];
    tally.add(verdict, verdict.kind + ", cut " + std::to_string(i));
  }
  for (const auto& log : logs) {
    for (int model = 0; model < 3; ++model) {
      const auto found = trials.unsafe_commits(log, static_cast<JournalModel>(model));
      tally.add({.complaint = found, .kind = "logs with every commit synced"},
                kModels[model]);
    }
  }
  return tally.finish();
}

// Every call of one run, reads too, fails once and from then on, by one reason after
// another; `step`: only each so many.
int faults(int step, std::mt19937& random) {
  constexpr int kReasons[] = {ENOSPC, EIO, EMFILE};
  constexpr long kForEver = 1'000'000'000;
  const Trials trials;
  Tally tally;
  for (const std::string kinds : {"owsrumtlcx", "ni"}) {
    const long points = trials.points({.kinds = kinds});
    std::printf("%ld points of '%s'\n", points, kinds.c_str());
    const auto first = static_cast<long>(below(random, static_cast<std::size_t>(step)));
    auto reason = below(random, 3);
    for (long at = first; at < points; at += step) {
      for (const long times : {1L, kForEver}) {
        const Fault fault{.mode = "fail",
                          .at = at,
                          .times = times,
                          .error = kReasons[reason++ % 3],
                          .kinds = kinds};
        tally.add(trials.fail(fault), text_of(fault));
      }
    }
  }
  return tally.finish();
}

}  // namespace

int main(int argc, char** argv) {
  using Form = int (*)(int, std::mt19937&);
  const std::map<std::string, Form> forms = {{"kills", kills},
                                             {"random-kills", random_kills},
                                             {"powercut", power_cuts},
                                             {"faults", faults}};
  if (argc != 4 || !forms.contains(argv[1])) return 64;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::printf("%s %s, seed %s\n", argv[1], argv[2], argv[3]);
  try {
    std::mt19937 random(static_cast<std::uint32_t>(std::stoul(argv[3])));
    return forms.at(argv[1])(std::stoi(argv[2]), random);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fault_soak: %s\n", error.what());
    return 2;
  }
}
