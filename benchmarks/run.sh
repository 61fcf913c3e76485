#!/usr/bin/env bash
# Compares Dateline with the engines that people would take instead, on Debian 12:
#
#   benchmarks/run.sh                     everything below but growth, profile
#   benchmarks/run.sh WORKLOAD...         agree index queries bare facets cold growth
#                                         profile
#   benchmarks/run.sh builds A B          two build folders of ours, on the same work
#
#   agree    do the engines count the same articles for the same queries?
#   index    time, memory and size of building
#   queries  latency by kind of query, the ten best with id and title; of the engine
#            dateline-full-hits also with snippet, names and dates
#   bare     the same without stored text: what matching and ranking cost
#   facets   topics and months counted over few and over very many matches
#   cold     one query by a fresh process
#   growth   10,000, 100,000 and 1,000,000 made-up articles: needs 30 GB of disk
#   profile  where the processor time of building goes, by stage; needs `perf`
#   all      all of them but profile
#
#   --corpus NAME   reuters, reuters10 (ten times, other ids), wikipedia, made (made up),
#                   or any file or folder that `dateline index` reads. By default
#                   reuters where $DATELINE_SHARED_DATA (../shared/data) has it, else made
#   --articles N    made up for made (20000) and for facets (120000)
#   --rounds N      5
#   --engines A,B   dateline,dateline-words,lucene,fts5,xapian,groonga; the first is the
#                   one that the others are measured against
#   --seed N        another draw of queries
#   --busy          latencies in processor time, where others use the machine, too
#
# Installs what is missing with apt (as root, or with sudo) and builds. Tables, figures
# as JSON and charts as SVG come to lie in build/benchmarks/CORPUS/.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
export LC_ALL=C.UTF-8

shared=${DATELINE_SHARED_DATA:-../shared/data}
release=build/release
corpus=
busy=
rounds=5
seed=1
engines=dateline,dateline-words,lucene,fts5,xapian,groonga
made_articles=

usage() {
  sed -n '2,/^set -eu/{/^set -eu/d;s/^# \{0,1\}//p}' "$0"
  exit 2
}

build() {
  need_packages $BUILD_PACKAGES $PEER_PACKAGES
  use_ccache
  quietly $release/configure.log cmake --preset release
  quietly $release/build.log cmake --build --preset release --target \
    dateline_cli make_corpus export_articles dateline_engine xapian_engine fts5_engine \
    groonga_engine
  classpath=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,facet}-[0-9]*.jar)
  mkdir -p $release/benchmarks/java
  quietly $release/java.log javac -cp "$classpath" -d $release/benchmarks/java \
    benchmarks/engines/LuceneEngine.java
}

# Writes the corpus as JSON Lines, unless it is there.
export_corpus() {
  articles=$work/articles.jsonl
  [ -s "$articles" ] && return
  export=$release/benchmarks/export_articles
  case $corpus in
    reuters) set -- "$shared"/news/reuters21578/*.sgm ;;
    reuters10) set -- --repeat 10 "$shared"/news/reuters21578/*.sgm ;;
    wikipedia) set -- "$shared"/news/wikipedia-part.jsonl.gz ;;
    made-*)
      $release/corpus/make_corpus --articles "${corpus#made-}" > "$work/made.jsonl"
      set -- "$work/made.jsonl" ;;
    *) set -- "$corpus_path" ;;
  esac
  $export "$@" > "$articles.new"
  mv "$articles.new" "$articles"
  rm -f "$work/made.jsonl"
}

# Takes the corpus of a name as the one that is worked on.
choose_corpus() {
  corpus_path=$1
  corpus=$(basename "$1")
  [ "$corpus" != made ] || corpus=made-${made_articles:-20000}
  work=build/benchmarks/$corpus
  mkdir -p "$work"
  export_corpus
  queries=$work/queries-$seed.tsv
  [ -s "$queries" ] ||
    python3 benchmarks/draw_queries.py --seed "$seed" "$articles" > "$queries"
  game=$shared/queries/search-benchmark-game/queries.txt
  if [ "$corpus" = wikipedia ] && [ -f "$game" ]; then
    python3 benchmarks/draw_queries.py --game "$game" > "$work/game.tsv"
  fi
}

# compare NAME WORKLOAD OPTION...: the table also in a file, the figures and a chart
# beside it.
compare() {
  name=$1
  shift
  python3 benchmarks/compare.py "$@" --build $release --work "$work" \
    --articles "$articles" --rounds "$rounds" --out "$work/$name.json" |
    tee "$work/$name.md"
  for result in "$work/$name.json" "$work/$name"-{index,queries}.json; do
    [ ! -f "$result" ] ||
      python3 benchmarks/charts.py ratios "$result" "${result%.json}.svg" || true
  done
}

# Indexes of the engines that have none yet.
need_indexes() {
  missing=
  for engine in ${1//,/ }; do
    [ -d "$work/$engine" ] || missing=$missing${missing:+,}$engine
  done
  [ -z "$missing" ] ||
    python3 benchmarks/compare.py index --build $release --work "$work" --rounds 1 \
      --engines "$missing" --articles "$articles" > /dev/null
}

timed_queries() {  # NAME OPTION...
  need_indexes "$engines"
  compare "$1" queries --queries "$queries" --engines "$engines" \
    --kinds term,and,or,and_count,phrase,range,prefix --warm 10 $busy "${@:2}"
  if [ -f "$work/game.tsv" ]; then
    compare "$1-game" queries --queries "$work/game.tsv" --engines "$engines" \
      --warm 10 $busy "${@:2}"
  fi
}

run_facets() {
  facet_engines=dateline,lucene,fts5,xapian,groonga
  own_corpus=$corpus_path
  choose_corpus "made-${made_articles:-120000}"
  need_indexes $facet_engines
  compare facets queries --queries "$queries" --engines $facet_engines --warm 10 $busy \
    --kinds facet_small,facet_medium,facet_large,facet_most,facet_all
  choose_corpus "$own_corpus"
}

run_growth() {
  work=build/benchmarks/growth
  mkdir -p $work
  python3 benchmarks/growth.py --build $release --work $work --memory 512M \
    --out $work/growth.json |
    tee $work/growth.md
  python3 benchmarks/charts.py growth $work/growth.json $work/growth.svg
}

run_workload() {
  case $1 in
    agree)
      need_indexes "${engines/dateline-words,/}"
      compare agree agree --queries "$queries" --engines "${engines/dateline-words,/}" ;;
    index)
      compare index index --engines "$engines,lucene-stop" ;;
    queries) timed_queries queries ;;
    bare) timed_queries bare --bare ;;
    facets) run_facets ;;
    cold)
      need_indexes "$engines"
      compare cold cold --queries "$queries" --engines "$engines" ;;
    growth) run_growth ;;
    profile)
      need_packages linux-perf
      python3 benchmarks/building_profile.py --build $release --work "$work" \
        --articles "$articles" | tee "$work/profile.md" ;;
    *) usage ;;
  esac
}

workloads=()
builds=()
while [ $# -gt 0 ]; do
  case $1 in
    --corpus) corpus=$2; shift ;;
    --articles) made_articles=$2; shift ;;
    --rounds) rounds=$2; shift ;;
    --engines) engines=$2; shift ;;
    --seed) seed=$2; shift ;;
    --busy) busy=--processor-time ;;
    all) workloads+=(agree index queries bare facets cold growth) ;;
    builds)
      [ $# -ge 3 ] || usage
      builds=("$(realpath "$2")" "$(realpath "$3")")
      shift 2 ;;
    -*) usage ;;
    *) workloads+=("$1") ;;
  esac
  shift
done
if [ -z "$corpus" ]; then
  corpus=made
  [ ! -d "$shared/news/reuters21578" ] || corpus=reuters
fi
[ ${#workloads[@]} -gt 0 ] || [ ${#builds[@]} -gt 0 ] ||
  workloads=(agree index queries bare facets cold)

build
choose_corpus "$corpus"
if [ ${#builds[@]} -gt 0 ]; then
  compare builds builds "${builds[@]}" --queries "$queries" $busy
fi
for workload in "${workloads[@]}"; do run_workload "$workload"; done
