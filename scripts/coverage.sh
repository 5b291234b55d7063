#!/usr/bin/env bash
# Which lines the tests run: builds the preset `coverage`, runs all tests, and prints the share of lines by file, those with
# the least first, and by folder.
#   scripts/coverage.sh [FILE]      FILE: a page (HTML) with all lines, beside the table
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh gcovr
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "building and running all tests ..." >&2
{ cmake --preset coverage && cmake --build --preset coverage; } >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
find build/coverage -name '*.gcda' -delete
# A test that fails still shows which lines it ran.
ctest --preset coverage --timeout 900 -j "$(nproc)" >"$log" 2>&1 || tail -20 "$log" >&2

pages=()
[ $# = 0 ] || pages=(--html-details "$1")
table=$(mktemp)
trap 'rm -f "$log" "$table"' EXIT
gcovr --root . build/coverage --filter '(common|corpus|indexer|query|train|bench)/' \
  --exclude-throw-branches --sort-percentage --txt --csv "$table" "${pages[@]}" -j "$(nproc)"
awk -F, '
  NR > 1 { folder = $1; sub("/[^/]*$", "", folder); lines[folder] += $2; run[folder] += $3; all += $2; all_run += $3 }
  END {
    for (folder in lines) printf "%-28s %6d %6d %6.1f %%\n", folder, lines[folder], run[folder], 100 * run[folder] / lines[folder] | "sort"
    close("sort")
    printf "%-28s %6d %6d %6.1f %%\n", "all", all, all_run, 100 * all_run / all
  }' "$table"
