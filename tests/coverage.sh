#!/usr/bin/env bash
# Which lines and branches of Dateline its tests run:
#
#   tests/coverage.sh            builds with g++'s counters, runs the tests, reports
#   tests/coverage.sh --report   only reports what the last run has counted
#
# The report is a table by folder, the least covered files, and a page for each file in
# build/coverage/report/. Branches that only an exception takes are not counted: every
# call that allocates has one.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
export LC_ALL=C.UTF-8

count() {
  quietly build/coverage/configure.log cmake --preset coverage
  quietly build/coverage/build.log cmake --build --preset coverage
  find build/coverage -name '*.gcda' -delete
  echo '== coverage: test'
  ctest --preset coverage --parallel "$(nproc)" --quiet
}

report() {
  mkdir -p build/coverage/report
  quietly build/coverage/gcovr.log gcovr --root . --object-directory build/coverage \
    --filter index/ --filter query/ --filter tools/ --exclude-throw-branches \
    --gcov-ignore-parse-errors -j "$(nproc)" --json-summary build/coverage/summary.json \
    --html-details build/coverage/report/index.html build/coverage
  python3 tests/coverage_table.py build/coverage/summary.json
}

need_packages $TEST_PACKAGES gcovr
use_ccache
case ${1-} in
  '') count; report ;;
  --report) report ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
