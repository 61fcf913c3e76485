#!/bin/sh
# Trains the model that comes with the library, index/names/models/english.dnm, and its
# card; fails when the model differs from the committed one. Takes a minute.
#
#   tests/train_english_model.sh DATELINE DATA [--write]
#
# DATELINE is the built command, DATA the folder of shared research data (see
# CONTRIBUTING.md). With --write the files in the tree are replaced: to be done, once,
# after a change of features, lists of names or gold articles.
set -eu
dateline=$1
data=$2
mode=${3-}
cd "$(dirname "$0")/.."
models=index/names/models
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# Our own articles count twice: they are the most like what is indexed.
"$dateline" train \
  --gold corpus/gold/train --gold corpus/gold/train \
  --conll "$data/ner/wikigold/wikigold.conll.txt" \
  --output "$made/english.dnm" --card "$made/english.md" \
  --note '`corpus/gold/train` is written for this project, under its licence.' \
  --note 'WikiGold: Balasuriya and others, "Named entity recognition in Wikipedia" (2009); CC BY 4.0.' \
  --note 'Made, and checked, by `tests/train_english_model.sh`. `README.md` has the scores.'

if [ "$mode" = --write ]; then
  cp "$made/english.dnm" "$made/english.md" "$models/"
elif ! cmp "$made/english.dnm" "$models/english.dnm"; then
  echo "english.dnm is not what these sources make; train it with --write" >&2
  exit 1
fi
