#!/usr/bin/env bash
# Fuzzes the parts that take bytes from outside (tests/fuzz/target.cc) with libFuzzer, under the address and
# undefined-behaviour sanitizers. Needs clang; says so and does nothing where it is missing.
#   scripts/fuzz.sh                       every target for 10 seconds
#   scripts/fuzz.sh -t 1800 query model   these targets for half an hour each
#   QUOTARY_JOBS=1                        so many at a time (default: as many as there are processors)
# What was learnt stays in build/fuzz/corpus; what breaks is kept in build/fuzz/found/NAME: copy it to
# tests/fuzz/cases/NAME, where the ordinary tests run it from then on. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=10
if [ "${1:-}" = -t ]; then seconds=$2; shift 2; fi

if ! command -v clang++ >/dev/null || ! echo 'int main(){}' | clang++ -x c++ -fsanitize=address -o /dev/null - 2>/dev/null; then
  if [ -n "${CI:-}" ]; then echo "fuzz.sh: clang++ with its sanitizers is missing" >&2; exit 1; fi
  echo "fuzz.sh: skipped: clang++ with its sanitizers is missing (apt install clang libclang-rt-14-dev)" >&2
  exit 0
fi

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz >/dev/null

all=()
while IFS= read -r name; do all+=("$name"); done < <(sed -nE 's/.*Target\{"([a-z-]+)".*/\1/p' tests/fuzz/target.cc)
targets=("$@")
[ $# -gt 0 ] || targets=("${all[@]}")

dictionary_of() {
  case $1 in
    query | question) echo query ;;
    article | extract-* | reader-text) echo article ;;
    reader-*) echo markup ;;
  esac
}

# Runs one target; its report in build/fuzz/NAME.log. Fails where it broke.
fuzz() {
  local name=$1 dictionary
  mkdir -p "build/fuzz/corpus/$name" "build/fuzz/found/$name"
  "build/fuzz/bin/fuzz-$name" --write-seeds "build/fuzz/seeds/$name"
  dictionary=$(dictionary_of "$name")
  "build/fuzz/bin/fuzz-$name" ${dictionary:+-dict=tests/fuzz/dictionaries/$dictionary.dict} \
    -max_total_time="$seconds" -timeout=25 -rss_limit_mb=3000 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$name/" "build/fuzz/corpus/$name" "build/fuzz/seeds/$name" \
    >"build/fuzz/$name.log" 2>&1
}

# The same, and says what came of it.
report() {
  local name=$1
  if fuzz "$name"; then
    echo "$name: $(sed -nE 's/^stat::number_of_executed_units: +//p' "build/fuzz/$name.log") executions"
  else
    echo "$name: broken, see build/fuzz/$name.log
$(grep -E '^ *#[0-9]+ |SUMMARY|what\(\)|runtime error' "build/fuzz/$name.log" | grep -v '^#' | head -20)"
  fi
}

# As many targets at a time as there are processors.
export seconds
export -f dictionary_of fuzz report
reports=$(mktemp)
trap 'rm -f "$reports"' EXIT
printf '%s\0' "${targets[@]}" | xargs -0 -P "${QUOTARY_JOBS:-$(nproc)}" -I{} bash -c 'report "$1"' _ {} | tee "$reports"
passed=$(grep -cE '^[a-z-]+: [0-9]+ executions$' "$reports" || true)
failed=$((${#targets[@]} - passed))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
