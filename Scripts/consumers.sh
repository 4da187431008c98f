#!/usr/bin/env bash
# Makes the quickstart release and loads it with the tools that people use: consumers.sh ETUDE light|full
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$1
part=$2
venv=.build/consumers
# The versions that this was tried with; a newer one that breaks is then a finding and not a surprise in CI.
packages=(datasets==5.2.0 pandas==3.1.1 polars==2.1.0 duckdb==2.0.0)
[ "$part" = full ] && packages+=(torch==2.13.0 transformers==5.23.0 trl==1.16.0)

if ! python3 -m venv --help >/dev/null 2>&1 || ! python3 -c 'import ensurepip' 2>/dev/null; then
    echo "The consumers need Python's venv; install python3-venv." >&2
    exit 1
fi
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && "$etude" run --quiet "$OLDPWD/Pipelines/quickstart.yaml")
export HF_HUB_OFFLINE=1 HF_HOME="$work/hf" HF_DATASETS_CACHE="$work/hf/datasets" TRANSFORMERS_VERBOSITY=error
"$venv/bin/python" Scripts/consumers.py "$work/Output/quickstart/current" "$part"
