#!/usr/bin/env bash
# Gzipped shards, of Etude, pigz and datatrove in one go: shards.sh ETUDE [ROWS]; then who reads them.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(realpath "$1")
rows=${2:-1000000}
shared=../shared/bench
venv=.build/peers-venv/shards

if [ ! -d "$shared" ] || ! command -v pigz >/dev/null; then
    echo "shards: skipped, pigz or the scripts of the other tools (../shared/bench) are not here"
    exit 0
fi
if [ ! -e "$venv/installed" ]; then
    echo "shards: installing datatrove, duckdb and datasets" >&2
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'datatrove[io,processing]' duckdb datasets
    touch "$venv/installed"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/rows.yaml" <<YAML
version: 1
name: rows
seed: 7
holdout: { skills: { fraction: 0.3 }, topics: { fraction: 0.5 } }
splits: { train: { skills: train, topics: train, k: { 2: 3000, 3: 3000 } } }
sampling: { strategy: uniform }
models: { teacher: { provider: builtin }, judge: { provider: builtin } }
generate: { attempts: 1, candidates: 3 }
YAML
(cd "$work" && "$etude" run rows.yaml --quiet)
export HF_HUB_OFFLINE=1 HF_HOME="$work/hf"
"$venv/bin/python" Benchmarks/shards.py "$etude" --release "$work/Output/rows/current" --rows "$rows" --work "$work" \
    --scripts "$shared" 2> >(grep -v "Generating train split" >&2)
