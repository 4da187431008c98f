#!/usr/bin/env bash
# Builds the pages of the documentation into .build/docs with the toolchain's docc.
set -euo pipefail
cd "$(dirname "$0")/.."
swift package dump-symbol-graph --skip-synthesized-members >/dev/null
graphs=.build/symbol-graphs
rm -rf "$graphs" .build/docs
mkdir -p "$graphs"
# Only the project's own modules: dependencies have documentation of their own.
cp "$(swift build --show-bin-path)"/../symbolgraph/Etude*.symbols.json "$graphs"
docc convert Sources/EtudePipeline/Documentation.docc --additional-symbol-graph-dir "$graphs" \
    --fallback-display-name Etude --fallback-bundle-identifier etude --output-path .build/docs
echo "The pages are in .build/docs."
