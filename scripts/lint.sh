#!/usr/bin/env bash
# Static analysis of the programs' sources: cppcheck and clang-tidy (the configuration is in the tree) over all, or
# clang-tidy over the files that are named. Any finding fails. Skipped with a message where the tools are missing.
# clang's analyzer takes several times as long as all else: it looks at what reads bytes from outside. Over all, several
# files of a library are looked at as one (QUOTARY_JOIN_SOURCES): most of the work is in headers.
#   scripts/lint.sh [FILE...]
# The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in cppcheck clang-tidy; do
  command -v "$tool" >/dev/null && continue
  if [ -n "${CI:-}" ]; then echo "lint.sh: $tool is missing" >&2; exit 1; fi
  echo "lint.sh: skipped: $tool is missing (apt install cppcheck clang-tidy)" >&2
  exit 0
done

if [ $# = 0 ]; then tree=build/lint; else tree=build/dev; fi
cmake --preset "${tree#build/}" >/dev/null
export tree
passed=0 failed=0
count() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }

check_all() {
  cppcheck -j "$(nproc)" --enable=warning,performance,portability --inline-suppr --std=c++20 --quiet --error-exitcode=1 \
    --suppress=missingIncludeSystem -I . common corpus indexer query train bench
}

# One file; what clang-tidy says goes through where it finds something.
tidy() {
  local out checks=
  case /$1 in */common/store/* | */corpus/reader/*) checks='clang-analyzer-*' ;; esac
  out=$(clang-tidy -p "$tree" --quiet --checks="$checks" --extra-arg=-Wno-unknown-warning-option "$1" 2>/dev/null) ||
    { printf '%s\n' "$out"; return 1; }
}
export -f tidy

files=("$@")
if [ $# = 0 ]; then
  count check_all
  mapfile -t files < <(sed -nE 's/^ *"file": "(.*)",?$/\1/p' "$tree/compile_commands.json" | grep -vE '_data\.cc$')
fi
failures=$(printf '%s\0' "${files[@]}" | xargs -0 -P "$(nproc)" -I{} bash -c 'tidy "$1" >&2 || echo "$1"' _ {})
bad=$(printf '%s' "$failures" | grep -c . || true)
failed=$((failed + bad)) passed=$((passed + ${#files[@]} - bad))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
