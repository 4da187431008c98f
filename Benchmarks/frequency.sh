#!/usr/bin/env bash
# How fast names are counted, by Etude and by Python packages in one go: frequency.sh ETUDE [MEGABYTES].
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(realpath "$1")
megabytes=${2:-200}
venv=.build/peers-venv/frequency

if [ ! -e "$venv/installed" ]; then
    echo "frequency: installing ahocorasick_rs pyahocorasick flashtext orjson" >&2
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check ahocorasick_rs pyahocorasick flashtext orjson
    touch "$venv/installed"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/frequency.py "$etude" --python "$venv/bin/python" --megabytes "$megabytes" --work "$work"
