#!/bin/sh
# Writes Sources/CShipped/shipped.c: every file under Templates/ and Pipelines/catalog/, compiled in with C23 #embed.
# Run it when a file there is added, renamed or removed; a change inside a file needs only a build.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
target=Sources/CShipped/shipped.c
temporary=$target.tmp
trap 'rm -f "$temporary"' EXIT

files() {
    find Templates Pipelines/catalog -name '.*' -prune -o -type f -print | sort
}

{
    echo '// Written by Scripts/shipped.sh; run it instead of editing this file.'
    echo '#include "shipped.h"'
    number=0
    files | while IFS= read -r path; do
        printf '\nstatic const unsigned char file_%d[] = {\n#embed "../../%s" suffix(,)\n    0};\n' "$number" "$path"
        number=$((number + 1))
    done
    printf '\n// Each file ends in a zero that is not counted, so that an empty one has an array too.\n'
    echo 'static const etude_shipped_file files[] = {'
    number=0
    files | while IFS= read -r path; do
        printf '    {"%s", file_%d, sizeof file_%d - 1},\n' "$path" "$number" "$number"
        number=$((number + 1))
    done
    printf '    {0, 0, 0},\n};\n'
    printf '\nsize_t etude_shipped_count(void) { return sizeof files / sizeof files[0] - 1; }\n'
    printf '\netude_shipped_file etude_shipped_file_at(size_t index) { return files[index]; }\n'
} >"$temporary"
mv "$temporary" "$target"
