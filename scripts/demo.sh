#!/usr/bin/env bash
# From a bare Debian 12 to a first answer: installs what is missing, builds the programs, indexes the sample
# corpus and asks it a question. Run again, it only asks (and indexes what changed).
#   scripts/demo.sh [WORDS...]      default: everything Putin said about BRICS
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
echo "building the programs (the first time takes some minutes) ..." >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ cmake --preset release && cmake --build --preset release --target quotary-index quotary-query; } >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }

bin=build/release/bin
index=build/demo-index
"$bin/quotary-index" -i "$index" corpus/sample

[ $# -gt 0 ] || set -- everything Putin said about BRICS
printf '\n$ quotary-query %s\n\n' "$*"
"$bin/quotary-query" -i "$index" "$@"
