#!/usr/bin/env bash
# Builds the pages of the documentation into .build/docs with the toolchain's docc.
set -euo pipefail
cd "$(dirname "$0")/.."
graphs=.build/symbol-graphs
rm -rf "$graphs" .build/docs
mkdir -p "$graphs"
swift build --target EtudePipeline -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$PWD/$graphs"
# Only the project's own modules: dependencies have documentation of their own.
find "$graphs" -type f ! -name 'Etude*' -delete
docc convert Sources/EtudePipeline/Documentation.docc --additional-symbol-graph-dir "$graphs" \
    --fallback-display-name Etude --fallback-bundle-identifier etude --output-path .build/docs
echo "The pages are in .build/docs."
