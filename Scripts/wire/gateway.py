"""Proofs against llama.cpp behind a gateway that allows 20 requests a second on 4 connections."""

import contextlib
import json
import subprocess
import time
import urllib.request
from pathlib import Path

from wire.server import free_port
from wire.workspace import Pipeline, Workspace

CANDIDATES = 40
DOWN_SECONDS = 30
# A model of random weights keeps no format by itself; with this every draft can be read, and so gets a verdict.
GRAMMAR = r"""
root ::= "Answer: The " words ".\nExplanation: " words "."
words ::= word (" " word){5,11}
word ::= [a-z]{2,7}
"""
LOG = "log_format outcome '$msec $status'; access_log access.log outcome;"


class LlamaServer:
    """llama.cpp with a tiny model of random weights; it can be stopped and started."""

    def __init__(self, python: Path, peers: Path, folder: Path, port: int):
        self.command = [python, peers / "llama_server.py", folder / "tiny.gguf", str(port)]
        self.log = open(folder / "llama.log", "a")
        self.port = port
        self.process = None
        subprocess.run([python, peers / "make_gguf.py", self.command[2]], check=True, stdout=self.log)

    def start(self):
        """Starts it and waits until it is ready."""
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("llama.cpp did not start within a minute")

    def stop(self):
        """Kills it, if it runs."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


class Gateway:
    """nginx by the shared configuration, but for its ports and with an access log."""

    def __init__(self, peers: Path, folder: Path, port: int, behind: int):
        text = (peers / "nginx-gateway.conf").read_text()
        for old, new in (
            ("daemon on;", "daemon off;"),
            ("access_log off;", LOG),
            ("127.0.0.1:8081", f"127.0.0.1:{port}"),
            ("127.0.0.1:8404", f"127.0.0.1:{behind}"),
        ):
            assert old in text, f"the gateway's configuration lacks {old}"
            text = text.replace(old, new)
        folder.mkdir()
        (folder / "nginx.conf").write_text(text)
        self.log = folder / "access.log"
        self.process = subprocess.Popen(["nginx", "-p", f"{folder}/", "-c", folder / "nginx.conf"])

    def statuses(self) -> list[int]:
        """The status of each request so far, in order."""
        return [int(line.split()[1]) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def stop(self):
        """Ends it."""
        self.process.terminate()
        self.process.wait()


class GatewayProofs:
    """The proofs."""

    def __init__(self, etude: Path, folder: Path, python: Path, peers: Path):
        self.etude = etude
        self.folder = folder
        self.peers = peers
        self.llama = LlamaServer(python, peers, folder, free_port())

    def limits(self) -> str:
        """Every candidate is decided by what was answered, and the run learns how much the gateway allows."""
        return self._run("gateway", stopping=False)

    def outage(self) -> str:
        """The same while the server is gone for half a minute."""
        return self._run("outage", stopping=True)

    def _run(self, name: str, stopping: bool) -> str:
        with contextlib.ExitStack() as ending:
            ending.callback(self.llama.stop)
            self.llama.start()
            port = free_port()
            gateway = Gateway(self.peers, self.folder / f"{name}-nginx", port, self.llama.port)
            ending.callback(gateway.stop)
            pipeline = Pipeline(port, CANDIDATES, k=2, attempts=1, candidates=1, concurrency=16)
            pipeline.teacher = pipeline.judge = "tiny"
            pipeline.teacher_extra = json.dumps({"grammar": GRAMMAR})
            run = Workspace(self.etude, self.folder / name, pipeline).start()
            ending.callback(run.process.kill)
            if stopping:
                self._interrupt(gateway, run)
            code = run.wait()
            statuses = gateway.statuses()
        assert code in (0, 2), run.said[-2000:]
        (cell,) = run.figures["cells"]
        decided = cell["accepted"] + sum(cell["rejected"].values()) + cell["near_duplicates"]
        judged = run.figures["models"]["judge"]["calls"]
        assert judged >= CANDIDATES // 2, f"only {judged} verdicts"
        assert cell["candidates"] == decided == CANDIDATES and not cell["failed"], cell
        late = statuses[len(statuses) // 3 :]
        refused = late.count(429)
        if not stopping:
            assert refused * 10 <= len(late), f"{refused} of the last {len(late)} requests were refused"
        return (
            f"{CANDIDATES} candidates decided in {run.ended - run.started:.0f} s by {statuses.count(200)} answers, "
            f"{judged} of them verdicts; {statuses.count(502)} times 502, "
            f"{refused} of the last {len(late)} requests refused"
        )

    def _interrupt(self, gateway: Gateway, run):
        """Takes the server away for a while when a few answers have come."""
        while gateway.statuses().count(200) < CANDIDATES // 2:
            assert run.process.poll() is None, f"it ended before the outage: {run.said[-2000:]}"
            time.sleep(0.05)
        self.llama.stop()
        time.sleep(DOWN_SECONDS)
        assert run.process.poll() is None, f"it ended in the outage: {run.said[-2000:]}"
        self.llama.start()
