#!/usr/bin/env bash
# Fuzzes the readers of catalogs under AddressSanitizer: fuzz.sh SECONDS [KIND…]; without a kind all of them, each so long.
# What was found stands in Fuzzing/Corpus; a crash is left in .build-fuzz/KIND-… with the input that led to it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?how many seconds for each reader}
shift
kinds=("$@")
[ ${#kinds[@]} -gt 0 ] || kinds=(yaml json jsonl csv tsv list instruct-skillmix skos xml html guess)
build=$PWD/.build-fuzz
swift build --package-path Fuzzing --scratch-path "$build" -c release --sanitize address --sanitize fuzzer --quiet
binary=$(swift build --package-path Fuzzing --scratch-path "$build" -c release --sanitize address --sanitize fuzzer \
    --show-bin-path)/FuzzReaders

fuzz() { # fuzz KIND
    local kind=$1 dictionary=text
    case $kind in skos | xml | html) dictionary=markup ;; esac
    mkdir -p "$build/corpus/$kind" "Fuzzing/Corpus/$kind"
    if ETUDE_READER=$kind "$binary" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=16384 \
        -dict="Fuzzing/Dictionaries/$dictionary.dict" -artifact_prefix="$build/$kind-" -print_final_stats=1 \
        "$build/corpus/$kind" "Fuzzing/Corpus/$kind" >"$build/$kind.log" 2>&1; then
        echo "fuzz: $kind: $(grep -ao 'number_of_executed_units: *[0-9]*' "$build/$kind.log" | grep -o '[0-9]*') inputs in $seconds s, no crash, no leak, no hang"
    else
        echo "fuzz: $kind: failed; the end of $build/$kind.log:" >&2
        tail -n 40 "$build/$kind.log" >&2
        return 1
    fi
}

failed=0
running=0
for kind in "${kinds[@]}"; do
    fuzz "$kind" &
    running=$((running + 1))
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
done
while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
exit $failed
