"""The faulty server as a process of its own."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from wire import requestlog

SCRIPT = Path(__file__).resolve().parent.parent / "faulty_server.py"


def free_port() -> int:
    """A port at which nobody listens, below those that connections are made from.

    A client that tries again and again to reach a closed port among the latter may in the end be connected to itself.
    """
    for port in range(20_000 + os.getpid() % 10_000, 32_768):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


class Server:
    """A faulty server that runs for as long as a `with` block."""

    def __init__(self, log: Path, *options):
        self.log = log
        self.summary = None
        command = [sys.executable, SCRIPT, "--log", log, *options]
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise RuntimeError("the faulty server did not start; what it said is above")
        self.port = int(line.split()[-1])
        self.read_to = 0
        self.answered = 0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.process.send_signal(signal.SIGTERM)
        self.summary = json.loads(self.process.communicate(timeout=60)[0])

    def count(self) -> int:
        """How many requests have had their answer so far."""
        with open(self.log, "rb") as lines:
            lines.seek(self.read_to)
            data = lines.read()
        self.read_to += len(data)
        self.answered += data.count(b"\n")
        return self.answered

    @property
    def entries(self) -> list[requestlog.Entry]:
        """The log, once the server has ended."""
        return requestlog.read(self.log)
