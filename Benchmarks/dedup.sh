#!/usr/bin/env bash
# Near duplicates, of Etude and of other tools in one go: dedup.sh ETUDE [ROWS]; then what a row costs at growing sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(realpath "$1")
rows=${2:-200000}
shared=../shared/bench
venv=.build/peers-venv/rensa

if [ ! -d "$shared" ]; then
    echo "dedup: skipped, the scripts of the other tools (../shared/bench) are not here"
    exit 0
fi
if [ ! -e "$venv/installed" ]; then
    echo "dedup: installing rensa datasketch" >&2
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check rensa datasketch
    touch "$venv/installed"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/dedup.py "$etude" --scripts "$shared" --python "$venv/bin/python" --rows "$rows" --work "$work"
