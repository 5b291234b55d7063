#!/usr/bin/env bash
# Trains the tagger's model anew: scripts/train.sh [GOLD [OUTPUT]]
# GOLD: the folder that holds wire-train.jsonl, wire-train/ and polnear/ (default: ../shared/gold); the texts of
# train/gold/*.jsonl are taken from ../corpora/wire.tar.zst beside it;
# OUTPUT: the model file (default: models/quotary.model); its SHA-256 goes beside it.
# The same gold, rules and lexicon give the same bytes.
# The model learns how far the rules may be trusted, from what they find in the gold. So the rules must be those from
# before errors were read in it: today's trainer is built with the extraction of the commit below. Once other gold has
# been added that no rule was tuned on, that is the commit which added it.
set -euo pipefail
rules_of=e6268e3
cd "$(dirname "$0")/.."
gold=$(realpath "${1:-../shared/gold}")
output=${2:-models/quotary.model}
[ -d "$gold/polnear" ] || { echo "train.sh: no gold in $gold" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"; git worktree prune' EXIT
mkdir "$work/text"
tar --zstd -xf "$gold/polnear/train-text.tar.zst" -C "$work/text"
zstd -qd "$gold/polnear/train.jsonl.zst" -o "$work/train.jsonl"
mkdir "$work/unpacked" "$work/wire"
tar --zstd -xf "$gold/../corpora/wire.tar.zst" -C "$work/unpacked"
find "$work/unpacked" -name '*.txt' -exec mv -t "$work/wire" {} +
texts=$(dirname "$(find "$work/text" -name '*.txt' -print -quit)")

git worktree add --quiet --detach "$work/rules" "$rules_of"
rm -r "$work/rules/train" && cp -r train "$work/rules/train"
(cd "$work/rules" && cmake --preset release && cmake --build --preset release --target quotary-train) >"$work/log" ||
  { cat "$work/log" >&2; exit 1; }
# PolNeAR counts twice: there is as much agency gold, of which each statement counts three times. train/gold/unseen.jsonl is
# for tests and stays out.
"$work/rules/build/release/bin/quotary-train" --seed 1 \
  --gold "$work/train.jsonl" "$texts" \
  --gold "$work/train.jsonl" "$texts" \
  --gold "$gold/wire-train.jsonl" "$gold/wire-train" \
  --gold train/gold/wire.jsonl "$work/wire" \
  --gold train/gold/wire-b.jsonl "$work/wire" \
  --gold train/gold/wire-c.jsonl "$work/wire" \
  --gold "$gold/seed.statements.jsonl" "$gold/../seed" \
  --gold corpus/sample/statements.jsonl corpus/sample \
  --speech-words "$gold/../eval/speech_cues.txt" --output "$output"
(cd "$(dirname "$output")" && sha256sum "$(basename "$output")" >"$(basename "$output").sha256")
ls -l "$output"
