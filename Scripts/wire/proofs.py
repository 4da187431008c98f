"""Proofs over the wire, against the faulty server; each returns a line that says what held."""

import base64
import gzip
import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

from wire import requestlog
from wire.server import Server, free_port
from wire.workspace import CONCURRENCY, KEY, Pipeline, Workspace, cost

KILLS_BY_REQUEST, KILLS_BY_TIME = 40, 10
IN_FLIGHT = 2 * CONCURRENCY


@dataclass
class Undisturbed:
    """What a run that nobody killed came to."""

    workspace: Workspace
    fingerprint: dict[str, str]
    requests: int


class Proofs:
    """The proofs, in the order in which they build on each other."""

    def __init__(self, etude: Path, folder: Path, rows: int, seed: int):
        self.etude = etude
        self.folder = folder
        self.rows = rows
        self.few = max(60, rows // 5)
        self.draw = random.Random(seed)
        self.port = free_port()  # one for all servers, so that the pipeline files are the same
        self.whole = None

    def workspace(self, name: str, rows: int) -> Workspace:
        """A new folder below that of all proofs."""
        return Workspace(self.etude, self.folder / name, Pipeline(self.port, rows))

    def server(self, name: str, *options) -> Server:
        """A server with a log of its own."""
        return Server(self.folder / f"{name}.requests", "--port", self.port, *options)

    def faults(self) -> str:
        """A quarter of the requests fails, the server is down a while: every row comes, and nothing is paid twice."""
        workspace = self.workspace("whole", self.rows)
        with self.server("whole", "--down-after", 2 * self.rows, "--down-seconds", 10) as server:
            figures = workspace.run(0).figures
        result = server.summary
        assert workspace.rows() == self.rows, workspace.rows()
        assert result["repeated"] == 0, result
        assert not any(cell["failed"] for cell in figures["cells"]), figures
        workspace.run(0, "verify", "out/current")
        self.whole = Undisturbed(workspace, workspace.fingerprint(), result["requests"])
        faults = sum(result["faults"].values())
        return f"{self.rows} rows from {result['requests']} requests, {faults} of them failed; nothing was paid twice"

    def kills(self) -> str:
        """Killed 50 times at random, a run ends with the same bytes, and pays twice at most what was in flight."""
        if self.whole is None:
            self.faults()
        replay = self._replay_seconds()
        moments = sorted(self.draw.sample(range(1, self.whole.requests * 9 // 10), KILLS_BY_REQUEST))
        workspace = self.workspace("kills", self.rows)
        with self.server("kills") as server:
            for moment in moments:
                run = workspace.start()
                while server.count() < moment and run.process.poll() is None:
                    time.sleep(0.001)
                assert run.kill(), f"it ended by itself before request {moment}: {run.said[-2000:]}"
                assert not workspace.current.exists()
            workspace.run(0)
            kills = 0
            while kills < KILLS_BY_TIME:
                workspace.forget_releases()
                run = workspace.start()
                time.sleep(self.draw.uniform(0, replay))
                kills += run.kill()
                if workspace.current.exists():
                    workspace.run(0, "verify", "out/current")
            workspace.run(0)
        repeated, most = server.summary["repeated"], KILLS_BY_REQUEST * IN_FLIGHT
        assert workspace.fingerprint() == self.whole.fingerprint, "other bytes than the undisturbed run"
        assert repeated <= most, f"{repeated} requests were paid twice"
        return f"{len(moments) + kills} kills, the same bytes, {repeated} requests paid twice of {most} allowed"

    def _replay_seconds(self) -> float:
        """How long the undisturbed run takes out of its journal, which must make the same release and ask nobody."""
        self.whole.workspace.forget_releases()
        run = self.whole.workspace.run(0)
        assert self.whole.workspace.fingerprint() == self.whole.fingerprint, "the journal gives other bytes"
        return run.ended - run.started

    def quota(self) -> str:
        """No money left in mid-run: nothing more is sent, and once there is money again the rest is asked for once."""
        workspace = self.workspace("quota", self.few)
        with self.server("quota-1", "--quota-after", 3 * self.few, "--delay", 20) as broke:
            run = workspace.run(69, "run", "pipeline.yaml", "--progress", "plain")
        entries = broke.entries
        late = requestlog.after_refusal(entries)
        refused = min(entry.answered for entry in entries if entry.outcome == requestlog.QUOTA)
        last = max(entry.answered for entry in entries)
        assert len(late) <= IN_FLIGHT, f"{len(late)} requests after the refusal"
        assert all(entry.arrived - refused < 0.5 for entry in late), "a request long after the refusal"
        assert run.ended - last < 2, f"{run.ended - last:.1f} s from the last answer to the end"
        assert run.said.count(requestlog.REFUSAL) == 1, run.said
        with self.server("quota-2", "--faults", 0.1) as mended:
            workspace.run(0)
        assert workspace.rows() == self.few
        repeated = requestlog.repeated(entries + mended.entries)
        assert repeated == 0, f"{repeated} requests were paid twice"
        return (
            f"{len(late)} requests after the refusal with {IN_FLIGHT} in flight, exit 69 after "
            f"{run.ended - last:.2f} s, finished by the next run, nothing paid twice"
        )

    def budget(self) -> str:
        """Half the money: the run stops below it by the server's own count, with and without usage in the replies."""
        full = self.workspace("price", self.few)
        with self.server("price", "--faults", 0.1) as server:
            full.run(0)
        money = round(cost(server.summary) / 2, 4)
        shares = []
        for usage in ("on", "off"):
            name = f"budget-{usage}"
            workspace = self.workspace(name, self.few)
            workspace.write(f"budget: {{ run: {{ money: {money} }} }}\n")
            with self.server(f"{name}-1", "--faults", 0.1, "--usage", usage) as server:
                workspace.run(3)
            shares.append(cost(server.summary) / money)
            assert 0.5 <= shares[-1] <= 1, f"{cost(server.summary):.4f} USD spent of {money}, usage {usage}"
            workspace.write()
            with self.server(f"{name}-2", "--faults", 0.1, "--usage", usage) as rest:
                workspace.run(0)
            assert workspace.rows() == self.few
            assert requestlog.repeated(server.entries + rest.entries) == 0, "something was paid twice"
        return f"exit 3 with {shares[0]:.0%} of the budget spent, {shares[1]:.0%} where usage is unknown; then finished"

    def canary(self) -> str:
        """The key was sent with every request and stands in no file and no output of all these runs."""
        key = os.environ[KEY].encode()
        planted = self.folder / "planted.gz"
        planted.write_bytes(gzip.compress(b"x" + key))
        files = [file for file in self.folder.rglob("*") if file.is_file() and not file.is_symlink()]
        found = {file for file in files if _holds(file, key)}
        planted.unlink()
        assert found == {planted}, f"the key stands in {sorted(map(str, found - {planted}))}"
        entries = requestlog.read(*self.folder.glob("*.requests"))
        assert entries and all(entry.key == "key" for entry in entries), "requests without the key"
        return f"the key went along with {len(entries)} requests and stands in none of {len(files) - 1} files"


def _holds(file: Path, key: bytes) -> bool:
    """Whether a file holds a key, plain or in base 64."""
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return any(form in content for form in (key, base64.b64encode(key).rstrip(b"=")))
