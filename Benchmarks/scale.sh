#!/usr/bin/env bash
# What a row of a whole run costs at growing sizes, on the built-in teacher, and what part of it `verify` takes: scale.sh ETUDE [ROWS…].
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/scale.py "$etude" --work "$work" --rows "${@:-10000}"
