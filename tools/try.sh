#!/usr/bin/env bash
# Sets Dateline up on Debian 12, indexes the sample corpus and asks it a question:
#
#   tools/try.sh
#
# Installs what is missing with apt (as root, or with sudo), builds in build/try, and
# leaves the index there. Run again, it only does what is not done.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh

need_packages $BUILD_PACKAGES
use_ccache
echo "Building Dateline (a few minutes the first time) ..."
quietly build/try/configure.log cmake --preset try
quietly build/try/build.log cmake --build --preset try

dateline=build/try/tools/dateline
export DATELINE_INDEX=build/try/news.db
echo
echo "\$ dateline index --rebuild corpus/sample.jsonl corpus/text"
"$dateline" index --rebuild corpus/sample.jsonl corpus/text
echo
echo "\$ dateline search 'New START AND Lavrov' --limit 3 --facet person,org,place,published"
"$dateline" search 'New START AND Lavrov' --limit 3 --facet person,org,place,published

cat <<END

Dateline is built. Try next:

  export DATELINE_INDEX=$PWD/$DATELINE_INDEX PATH=$PWD/build/try/tools:\$PATH
  dateline search '"arms control" about:2022' --format json
  dateline facets published:2023 --by person,published:month
  dateline names lavrov
  dateline explain 'New START AND person:Lavrov'
  dateline index --rebuild YOUR-ARTICLES    # files, folders, .jsonl, .gz, .zst, ...
  dateline help
END
