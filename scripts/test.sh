#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests: once as developers build, once under the address and
# undefined-behaviour sanitizers; and the parallel build of an index under the thread sanitizer. The last line is "N passed, N failed", over all presets.
#   QUOTARY_TEST_PRESETS="dev"   chooses presets (default: dev asan tsan)
#   scripts/test.sh -R NAME      arguments go to ctest
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs one preset's tests and adds its counts; a build that fails counts as one failure.
run_preset() {
  local preset=$1; shift
  echo "== $preset: build"
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset"; } >"$log" 2>&1; then
    cat "$log"
    failed=$((failed + 1))
    return
  fi
  echo "== $preset: tests"
  ctest --preset "$preset" --timeout 900 -j "$(nproc)" "$@" >"$log" 2>&1 || true
  # Passed tests need no line of their own; what failed or was skipped does.
  grep -vE '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test +#.* Passed )' "$log" || true
  local counts
  counts=$(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+).*/\1 \2/p' "$log" | tail -1)
  if [ -z "$counts" ] || [ "${counts#* }" = 0 ]; then
    failed=$((failed + 1))   # ctest that ran no test has shown nothing
    return
  fi
  failed=$((failed + ${counts% *}))
  passed=$((passed + ${counts#* } - ${counts% *}))
}

for preset in ${QUOTARY_TEST_PRESETS:-dev asan tsan}; do
  run_preset "$preset" "$@"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
