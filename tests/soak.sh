#!/usr/bin/env bash
# The long forms of tests, in a release build:
#
#   tests/soak.sh oracle [SECONDS [SEED]]   random queries against the slow oracle, over
#                                           random articles and Reuters (3600 seconds)
#   tests/soak.sh readers [SECONDS [SEED]]  eight readers beside one writer (600)
#   tests/soak.sh fuzz [SECONDS [TARGET]...]  libFuzzer, each target for so long (1800);
#                                           new inputs are kept in build/fuzz/inputs/
#   tests/soak.sh damage [FLIPS [TRUNCATIONS [SEED]]]
#                                           an index damaged in so many places (2000 and
#                                           200), one at a time: who notices
#   tests/soak.sh kills [POINTS [SEED]]     a writer killed at so many random calls that
#                                           change files, half of them torn (1000)
#   tests/soak.sh random-kills [TIMES [SEED]]  killed after random times (1000)
#   tests/soak.sh powercut [CUTS [SEED]]    the power cut at random moments, simulated
#                                           from a log of all changes (1000)
#   tests/soak.sh faults [STEP [SEED]]      each call that reads or changes files fails,
#                                           once and for good; or only every STEPth
#
# What is printed first is the seed that asks the same again.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
export LC_ALL=C.UTF-8

build() {
  quietly build/release/configure.log cmake --preset release
  quietly build/release/build.log cmake --build --preset release --target "$1"
}

soak_oracle() {
  build oracle_soak
  local data=${DATELINE_SHARED_DATA:-../shared/data} files=()
  [ ! -d "$data/news/reuters21578" ] || files=("$data"/news/reuters21578/reut2-*.sgm)
  [ ${#files[@]} -gt 0 ] || echo "no Reuters-21578: random articles only"
  build/release/tests/oracle_soak "${1:-3600}" "${2:-$RANDOM}" "${files[@]}"
}

soak_readers() {
  build readers_soak
  build/release/tests/readers_soak "${1:-600}" "${2:-$RANDOM}"
}

fuzz_targets() {
  local file
  for file in tests/fuzz_*.cc; do
    file=${file#tests/}
    echo "${file%.cc}"
  done
}

soak_fuzz() {
  local seconds=${1:-1800} target saved dictionary listed
  [ $# -lt 2 ] || local chosen=("${@:2}")
  [ -v chosen ] || mapfile -t chosen < <(fuzz_targets)
  quietly build/fuzz/configure.log cmake --preset fuzz
  quietly build/fuzz/build.log cmake --build --preset fuzz --target "${chosen[@]}"
  for target in "${chosen[@]}"; do
    saved=(tests/data/fuzz/"${target#fuzz_}")
    dictionary=tests/data/fuzz/${target#fuzz_}.dict
    listed=${saved[0]}.seeds
    mkdir -p "build/fuzz/inputs/$target"
    echo "== $target: $seconds seconds"
    build/fuzz/tests/"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
      -print_final_stats=1 -verbosity=0 $([ ! -f "$dictionary" ] || echo "-dict=$dictionary") \
      $([ ! -f "$listed" ] || echo "-seed_inputs=$(sed 's|^|tests/data/fuzz/|' "$listed" | paste -sd,)") \
      "build/fuzz/inputs/$target" $([ ! -d "${saved[0]}" ] || echo "${saved[0]}")
  done
}

soak_damage() {
  build damage_soak
  build/release/tests/damage_soak "${1:-2000}" "${2:-200}" "${3:-$RANDOM}"
}

soak_faults() {
  build fault_soak
  build/release/tests/fault_soak "$1" "$2" "${3:-$RANDOM}"
}

need_packages $TEST_PACKAGES
case ${1-} in
  oracle) soak_oracle "${@:2}" ;;
  readers) soak_readers "${@:2}" ;;
  fuzz) soak_fuzz "${@:2}" ;;
  damage) soak_damage "${@:2}" ;;
  kills | random-kills | powercut) soak_faults "$1" "${2:-1000}" "${@:3}" ;;
  faults) soak_faults faults "${2:-1}" "${@:3}" ;;
  *) sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
