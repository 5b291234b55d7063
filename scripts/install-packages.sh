#!/usr/bin/env bash
# Installs what building Quotary needs on Debian 12 (as root, or with sudo). Says nothing and does nothing
# when all of it is there, so that every script may call it first. Further packages may be named.
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config
  libxapian-dev   # the index
  libicu-dev      # folding, normalisation
  libfmt-dev
  libcli11-dev    # options of the programs
  libreadline-dev # the prompt of quotary-query
  zlib1g-dev
  libdeflate-dev  # compresses stored text
  libgtest-dev libgmock-dev
  libarchive-dev  # readers: archives and compressed files
  libgumbo-dev    # readers: HTML
  libpugixml-dev  # readers: NITF, NewsML-G2
  libsimdjson-dev # readers: JSON
  nlohmann-json3-dev  # gold files and reports of the benchmark
  python3 python3-jsonschema  # checks in tests/cli
)
packages+=("$@")

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || {
    echo "install-packages.sh: not root and no sudo; please install: ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "installing ${missing[*]}" >&2
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 "$@" >"$log" 2>&1; }
# A machine with fresh lists need not fetch them again; one with old or no lists must.
apt install -y --no-install-recommends "${missing[@]}" ||
  { apt update && apt install -y --no-install-recommends "${missing[@]}"; } ||
  { cat "$log" >&2; exit 1; }
