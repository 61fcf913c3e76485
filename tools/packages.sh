# Installs what a build needs, on Debian 12. Sourced by tools/try.sh and tests/run.sh:
#
#   . tools/packages.sh
#   need_packages $BUILD_PACKAGES

BUILD_PACKAGES="g++ cmake ninja-build pkg-config libxapian-dev libstemmer-dev
  libboost-program-options-dev libsimdjson-dev libarchive-dev libxml2-dev
  libgmime-3.0-dev libcld2-dev libutf8proc-dev libxxhash-dev libdeflate-dev libzstd-dev
  nlohmann-json3-dev zlib1g-dev"
TEST_PACKAGES="$BUILD_PACKAGES git make doctest-dev libbenchmark-dev libsqlite3-dev clang
  clang-format libclang-rt-14-dev ccache xapian-tools python3"

# The engines that benchmarks/run.sh compares Dateline with, and what runs them.
PEER_PACKAGES="libsqlite3-dev libbenchmark-dev liblucene8-java default-jdk-headless
  groonga-bin groonga-token-filter-stem libgroonga-dev python3"

# The caller's name is in the sentence, so that a log tells which script gave up.
fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# The packages named that are not installed, on one line.
missing_packages() {
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' ||
      printf '%s ' "$package"
  done
}

# Installs the packages named that are missing; quick where none is.
need_packages() {
  command -v dpkg-query >/dev/null ||
    fail "this script installs packages with apt, which this system lacks; install the" \
      "equivalents of: $*"
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      fail "these packages are missing, and only root can install them: apt-get install $missing"
    as_root=sudo
  fi
  echo "Installing: $missing"
  log=$(mktemp)
  if ! { $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install: $missing"
  fi
  rm -f "$log"
}

# Runs a command with its output in a log file, shown only when it fails.
quietly() {
  log=$1
  shift
  mkdir -p "${log%/*}"
  "$@" >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    fail "this failed: $* (all its output is in $log)"
  }
}

# Uses ccache where it is installed: a second build of the same code is quick.
use_ccache() {
  command -v ccache >/dev/null || return 0
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
}
