#!/usr/bin/env python3
"""Proofs over real sockets, on the release binary; wire_proofs.sh prepares what they need."""

import argparse
import os
import secrets
import shutil
import time
from pathlib import Path

from wire.gateway import GatewayProofs
from wire.proofs import Proofs
from wire.workspace import KEY

AGAINST_FAULTS = ("faults", "kills", "quota", "budget")
AGAINST_LLAMA = ("limits", "outage")
ALL = AGAINST_FAULTS + AGAINST_LLAMA + ("canary",)
PEERS = Path(__file__).resolve().parents[2] / "shared" / "peers"


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("etude", type=lambda path: Path(path).resolve())
    parser.add_argument("folder", type=lambda path: Path(path).resolve(), help="an empty one")
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**31), help="of the moments of the kills")
    parser.add_argument("--llama-python", type=Path, help="a Python with xllamacpp and gguf")
    parser.add_argument("--only", nargs="+", choices=ALL, default=ALL)
    return parser.parse_args()


def missing_for_llama(python: Path | None) -> str | None:
    """What the proofs against llama.cpp lack here, as a sentence; None if nothing."""
    if not PEERS.is_dir():
        return "../shared/peers is not here"
    if shutil.which("nginx") is None:
        return "nginx is not installed"
    return None if python else "xllamacpp cannot be installed here"


def main():
    """Runs the proofs; the first that fails ends them with its words."""
    options = arguments()
    os.environ.setdefault(KEY, f"canary-{secrets.token_hex(16)}")
    print(f"wire: {options.rows} rows, seed {options.seed}", flush=True)
    proofs = Proofs(options.etude, options.folder, options.rows, options.seed)
    lacking = missing_for_llama(options.llama_python)
    llama = None if lacking else GatewayProofs(options.etude, options.folder, options.llama_python, PEERS)
    passed = 0
    for name in ALL:
        if name not in options.only:
            continue
        if name in AGAINST_LLAMA and llama is None:
            print(f"wire: {name}: skipped, {lacking}", flush=True)
            continue
        start = time.monotonic()
        line = getattr(llama if name in AGAINST_LLAMA else proofs, name)()
        passed += 1
        print(f"wire: {name}: {line} ({time.monotonic() - start:.0f} s)", flush=True)
    print(f"wire: {passed} passed, 0 failed, {len(options.only) - passed} skipped")


if __name__ == "__main__":
    main()
