#!/usr/bin/env bash
# Builds Dateline on Debian 12 and runs its tests:
#
#   tests/run.sh              debug with ASan and UBSan, then release
#   tests/run.sh PRESET...    these presets of CMakePresets.json: dev asan tsan clang release
#   tests/run.sh --all        everything that must hold before a change lands
#
# Installs what is missing with apt (as root, or with sudo). Run again, it only builds
# what has changed.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
export LC_ALL=C.UTF-8

check_format() {
  echo "== clang-format"
  git ls-files '*.cc' '*.h' | xargs clang-format --dry-run --Werror ||
    fail "the files above are not formatted; run: git ls-files '*.cc' '*.h' | xargs clang-format -i"
}

build() {
  echo "== $1: build"
  quietly "build/$1/configure.log" cmake --preset "$1"
  quietly "build/$1/build.log" cmake --build --preset "$1"
  case $1 in
    asan | tsan)  # A sanitizer that is not in the commands would pass everything.
      grep -q -e -fsanitize= "build/$1/compile_commands.json" ||
        fail "the preset $1 builds without its sanitizer" ;;
  esac
}

run_tests() {
  build "$1"
  echo "== $1: test"
  ctest --preset "$1" --parallel "$(nproc)" "${@:2}"
}

need_packages $TEST_PACKAGES
use_ccache
case ${1-} in
  '') set -- asan release ;;
  --all)
    check_format
    build clang
    run_tests tsan --tests-regex 'thread|index writer'
    set -- asan release ;;
esac
for preset in "$@"; do run_tests "$preset"; done
