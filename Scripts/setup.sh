#!/usr/bin/env bash
# Installs the libraries that Etude builds on, where they are missing (Debian and Ubuntu).
set -euo pipefail

packages=()
need() { # need PKG-CONFIG-NAME APT-PACKAGE
    pkg-config --exists "$1" 2>/dev/null || packages+=("$2")
}
command -v pkg-config >/dev/null || packages+=(pkg-config)
need libcrypto libssl-dev
need zlib zlib1g-dev
need libdeflate libdeflate-dev
need libxml-2.0 libxml2-dev
need sqlite3 libsqlite3-dev

if ! command -v swift >/dev/null; then
    echo "Etude needs Swift 6.3 or newer on the PATH; see swift.org for how to install it." >&2
    exit 1
fi
[ ${#packages[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Etude needs these Debian packages or their like, and apt-get is not here: ${packages[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Etude needs these packages; ask somebody with the rights to run: apt-get install ${packages[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing ${packages[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
