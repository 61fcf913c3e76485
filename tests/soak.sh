#!/usr/bin/env bash
# The long forms of tests, in a release build:
#
#   tests/soak.sh oracle [SECONDS [SEED]]   random queries against the slow oracle, over
#                                           random articles and Reuters (3600 seconds)
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

need_packages $TEST_PACKAGES
case ${1-} in
  oracle) soak_oracle "${@:2}" ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
