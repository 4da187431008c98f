#!/usr/bin/env bash
# Proofs over real sockets, on the release binary: wire_proofs.sh ETUDE [OPTION…]; options as wire_proofs.py has them.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$1
shift
venv=.build/llama

# llama.cpp is tried where the folder that starts it is and its packages can be installed.
llama=()
if [ -d ../shared/peers ]; then
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    if "$venv/bin/python" -c 'import xllamacpp, gguf' 2>/dev/null ||
        "$venv/bin/pip" install --quiet --disable-pip-version-check xllamacpp gguf; then
        llama=(--llama-python "$PWD/$venv/bin/python")
    fi
fi

python3 Scripts/faulty_server.py --selftest
work=$(mktemp -d)
if python3 Scripts/wire_proofs.py "$etude" "$work" "${llama[@]}" "$@"; then
    rm -rf "$work"
else
    echo "wire: failed; $work holds the files of all runs" >&2
    exit 1
fi
