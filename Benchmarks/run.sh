#!/usr/bin/env bash
# Ratios, measured side by side in one run; no absolute claims. Runs the release binary on the built-in teacher.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(swift build -c release --static-swift-stdlib --product etude --show-bin-path)/etude
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# cpu ROWS: user and system milliseconds of a run.
cpu() {
    local me=$BASHPID start end
    start=$(awk '{print ($16 + $17) * 10}' "/proc/$me/stat")
    (cd "$work" && rm -rf Output && "$etude" run "$OLDPWD/Pipelines/quickstart.yaml" --quiet \
        --set "splits.train.k={3: $1}" --set "sets={}" --set sampling.strategy=uniform --set generate.candidates=2)
    end=$(awk '{print ($16 + $17) * 10}' "/proc/$me/stat")
    echo $((end - start))
}

small=$(cpu 2000)
large=$(cpu 8000)
awk -v small="$small" -v large="$large" 'BEGIN {
    printf "cost per row at 8000 rows against 2000 rows: %.2f (1 is linear)\n", (large / 8000) / (small / 2000)
}'
