#!/usr/bin/env bash
# Proofs over large inputs, on the release binary: proofs.sh ETUDE [ROWS]. The tests run the same at a size that takes seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$1
rows=${2:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/proof.yaml" <<YAML
version: 1
name: proof
seed: 5
holdout:
  skills: { categories: [reasoning, logic, theory-of-mind, pragmatics, common-sense, physical-knowledge] }
  topics: { fraction: 0.5 }
splits: { train: { skills: train, topics: train, k: { 3: $rows } } }
sampling: { strategy: uniform }
models: { teacher: { provider: builtin }, judge: { provider: builtin } }
generate: { attempts: 1, candidates: 2 }
YAML

summary() { # summary KEY: the number of a key in the run's closing figures
    sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p" "$work/summary.json" | head -n 1
}

(cd "$work" && "$etude" run proof.yaml --progress none --format json >summary.json)
accepted=$(summary accepted)
near=$(summary near_duplicates)
candidates=$(summary candidates)
echo "proof: $accepted of $rows rows at k = 3 from $candidates drafts, $near of them near duplicates"
[ "$accepted" -eq "$rows" ]
[ $((near * 100)) -le $((candidates * 5)) ] || { echo "proof: more than 5% are near duplicates" >&2; exit 1; }

first=$("$etude" verify "$work/Output/proof/current")
rm -rf "$work/Output"
(cd "$work" && "$etude" run proof.yaml --quiet)
second=$("$etude" verify "$work/Output/proof/current" --expect "$first")
echo "proof: the same bytes again: $second"
echo "proofs: 3 passed, 0 failed"
