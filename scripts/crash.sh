#!/usr/bin/env bash
# The whole of what the ordinary tests try in short: 200 kills at random moments, every system call of a small
# build, update, prune and compaction failing in turn, 500 damaged copies of an index. Prints its figures.
#   scripts/crash.sh [SEED]    moments and damages of another seed (default 7)
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset dev >/dev/null
cmake --build --preset dev --target kill_test fault_test damage_test quotary-index quotary-query >/dev/null
export QUOTARY_SEED=${1:-7} QUOTARY_KILLS=200 QUOTARY_FAULT_STEP=1 QUOTARY_DAMAGES=500
for test in kill_test fault_test damage_test; do build/dev/tests/$test --gtest_brief=1; done
