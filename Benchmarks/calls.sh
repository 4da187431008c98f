#!/usr/bin/env bash
# What a call costs the client, of Etude and of other tools in one go: calls.sh ETUDE [OPTION…], options as calls.py.
set -euo pipefail
cd "$(dirname "$0")/.."
etude=$(realpath "$1")
shift
shared=../shared
venvs=.build/peers-venv

if [ ! -d "$shared/bench" ] || [ ! -d "$shared/peers" ]; then
    echo "calls: skipped, the clients of the other tools (../shared/bench, ../shared/peers) are not here"
    exit 0
fi
if ! command -v nginx >/dev/null; then
    echo "calls: skipped, nginx is not installed (Debian: nginx-light)"
    exit 0
fi

# Each tool in an environment of its own: they disagree about the versions of what they share.
install() { # install NAME PACKAGE…
    local venv=$venvs/$1
    shift
    [ -e "$venv/installed" ] && return
    echo "calls: installing $*" >&2
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
    touch "$venv/installed"
}
install openai openai
install curator bespokelabs-curator
install distilabel 'distilabel[openai]' requests
install data_designer data-designer

# The clients know one address; a stub that answers there already will do.
work=$(mktemp -d)
stop() {
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")"
    rm -rf "$work"
}
trap stop EXIT
answers() { curl --silent --data '{}' http://127.0.0.1:18080/v1/chat/completions | grep -q '"model":"stub"'; }
if ! answers; then
    chmod 755 "$work"
    nginx -p "$work/" -c "$PWD/$shared/peers/nginx-stub.conf"
    for _ in $(seq 50); do answers && break || sleep 0.1; done
    answers || { echo "calls: the stub does not answer at 127.0.0.1:18080" >&2; exit 1; }
fi

python3 Benchmarks/calls.py "$etude" --clients "$shared/bench" --venvs "$venvs" "$@"
