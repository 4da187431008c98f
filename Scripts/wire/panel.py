"""Proof of a panel against llama.cpp with an enforced schema: rounds that differ, and kills that change nothing."""

import contextlib
import json
import random
import time
from pathlib import Path

from wire.gateway import GRAMMAR, LlamaServer
from wire.server import free_port
from wire.workspace import Pipeline, Workspace

DRAFTS, ROUNDS, KILLS = 20, 3, 5


class PanelProof:
    """A panel of one judge in three rounds, every answer of which follows the schema and says what chance says."""

    def __init__(self, etude: Path, folder: Path, python: Path, peers: Path, seed: int):
        self.etude = etude
        self.folder = folder
        self.draw = random.Random(seed)
        self.llama = LlamaServer(python, peers, folder, free_port())

    def panel(self) -> str:
        """The panel runs to the end, gradings differ between rounds, and five kills change no byte of the drafts."""
        with contextlib.ExitStack() as ending:
            ending.callback(self.llama.stop)
            self.llama.start()
            whole = self._workspace("panel")
            code = whole.start().wait()
            assert code in (0, 2), f"exit code {code}"
            judged = [draft for draft in whole.drafts() if draft["marks"]]
            assert len(judged) >= DRAFTS // 2, f"only {len(judged)} drafts were judged"
            for draft in judged:
                votes = [sum(mark["votes"].values()) for mark in draft["marks"]]
                assert max(votes) == ROUNDS, f"{draft['id']} has {max(votes)} gradings"
            gradings = self._gradings(whole)
            # An answer that cannot be read is asked for again, with the same body, to which llama.cpp says the same.
            distinct = len(set(gradings))
            assert distinct >= len(judged) * ROUNDS, f"{distinct} gradings for {len(judged)} drafts in {ROUNDS} rounds"
            killed = self._workspace("panel-killed")
            kills = self._kill(killed)
            assert killed.drafts() == whole.drafts(), "other rejected drafts than the undisturbed run"
        return f"{len(judged)} drafts in {ROUNDS} rounds, {distinct} different gradings; {kills} kills, the same drafts"

    def _workspace(self, name: str) -> Workspace:
        pipeline = Pipeline(self.llama.port, DRAFTS, k=2, attempts=1, candidates=1, concurrency=4, tokens=512)
        pipeline.teacher = pipeline.judge = "tiny"
        pipeline.teacher_extra = json.dumps({"grammar": GRAMMAR})
        workspace = Workspace(self.etude, self.folder / name, pipeline)
        workspace.write(f"judge: {{ panel: [judge], rounds: {ROUNDS} }}\n")
        return workspace

    def _gradings(self, workspace: Workspace) -> list[str]:
        """What the judge answered, re-asked answers included."""
        workspace.run(0, "journal", "export", "pipeline.yaml", "-o", "journal.jsonl")
        entries = map(json.loads, (workspace.folder / "journal.jsonl").read_text().splitlines())
        return [entry["answer"]["text"] for entry in entries if entry.get("purpose") == "mark"]

    def _kill(self, workspace: Workspace) -> int:
        kills = 0
        while True:
            run = workspace.start()
            if kills == KILLS:
                code = run.wait()
                assert code in (0, 2), f"exit code {code}: {run.said[-2000:]}"
                return kills
            time.sleep(self.draw.uniform(0.3, 2))
            if not run.kill():
                return kills
            kills += 1
