// The long form of the damage test; tests/soak.sh runs it.
//
//   damage_soak [FLIPS [TRUNCATIONS [SEED]]]

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>

#include "tests/damage_trials.h"

namespace {

using dateline::testing::DamageCounts;

void print(const DamageCounts& counts) {
  std::printf(
      "%d damaged places: %d found by the manifest; check ran %d times, found %d, "
      "crashed %d\n"
      "readers: %d wrong texts, %d errors told, %d articles not found, %d trials "
      "in which the reader crashed or hung\n",
      counts.trials, counts.found, counts.checks, counts.check_found,
      counts.check_crashes, counts.wrong_texts, counts.told, counts.lost,
      counts.reader_crashes);
}

int run(int flips, int truncations, std::uint64_t seed) {
  std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
  std::fflush(stdout);
  dateline::testing::DamageTrials trials(seed);
  for (int i = 0; i < flips; ++i) trials.flip(true);
  for (int i = 0; i < truncations; ++i) trials.truncate(true);
  const DamageCounts& counts = trials.counts();
  std::fputs(trials.log().c_str(), stdout);
  print(counts);
  const bool kept = counts.found == counts.trials &&
                    counts.check_found == counts.checks && counts.wrong_texts == 0;
  std::puts(kept ? "kept" : "BROKEN");
  return kept ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int place, std::uint64_t fallback) {
    return argc > place ? std::strtoull(argv[place], nullptr, 10) : fallback;
  };
  try {
    return run(static_cast<int>(number(1, 2000)), static_cast<int>(number(2, 200)),
               number(3, std::random_device{}()));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
