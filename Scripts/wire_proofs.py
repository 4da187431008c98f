#!/usr/bin/env python3
"""Proofs over real sockets, on the release binary; wire_proofs.sh prepares what they need."""

import argparse
import os
import secrets
import shutil
import time
from pathlib import Path

from wire.gateway import GatewayProofs
from wire.panel import PanelProof
from wire.proofs import Proofs
from wire.workspace import KEY

AGAINST_FAULTS = ("faults", "kills", "quota", "budget")
BEHIND_GATEWAY = ("limits", "outage")
AGAINST_LLAMA = BEHIND_GATEWAY + ("panel",)
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


def lacking(name: str, python: Path | None) -> str | None:
    """What a proof lacks here, as a sentence; None if nothing."""
    if name not in AGAINST_LLAMA:
        return None
    if not PEERS.is_dir():
        return "../shared/peers is not here"
    if name in BEHIND_GATEWAY and shutil.which("nginx") is None:
        return "nginx is not installed"
    return None if python else "xllamacpp cannot be installed here"


def main():
    """Runs the proofs; the first that fails ends them with its words."""
    options = arguments()
    os.environ.setdefault(KEY, f"canary-{secrets.token_hex(16)}")
    print(f"wire: {options.rows} rows, seed {options.seed}", flush=True)
    proofs = Proofs(options.etude, options.folder, options.rows, options.seed)
    passed = 0
    for name in ALL:
        if name not in options.only:
            continue
        if lack := lacking(name, options.llama_python):
            print(f"wire: {name}: skipped, {lack}", flush=True)
            continue
        if name in BEHIND_GATEWAY:
            proof = GatewayProofs(options.etude, options.folder, options.llama_python, PEERS)
        elif name == "panel":
            proof = PanelProof(options.etude, options.folder, options.llama_python, PEERS, options.seed)
        else:
            proof = proofs
        start = time.monotonic()
        line = getattr(proof, name)()
        passed += 1
        print(f"wire: {name}: {line} ({time.monotonic() - start:.0f} s)", flush=True)
    print(f"wire: {passed} passed, 0 failed, {len(options.only) - passed} skipped")


if __name__ == "__main__":
    main()
