"""A folder with a pipeline file, the runs over it, and what they leave there."""

import gzip
import hashlib
import json
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

KEY = "ETUDE_CANARY"  # the environment variable that holds the key of all models
CONCURRENCY = 32  # of the teacher, and of the judge
PRICE_IN, PRICE_OUT = 1.0, 4.0  # USD for a million tokens

PIPELINE = """\
version: 1
name: wire
seed: 5
holdout: {{ skills: {{ fraction: 0.1 }}, topics: {{ fraction: 0.1 }} }}
splits: {{ train: {{ skills: train, topics: train, k: {{ {k}: {rows} }} }} }}
sampling: {{ strategy: uniform }}
models:
  teacher: {{ model: {teacher}, extra: {teacher_extra}, {server} }}
  judge: {{ model: {judge}, {server} }}
generate: {{ attempts: {attempts}, candidates: {candidates} }}
output: {{ directory: out }}
"""

SERVER = """\
provider: openai, base_url: "http://127.0.0.1:{port}/v1", api_key: {{ env: {key} }}, max_output_tokens: {tokens},
    price: {{ input: {price_in}, output: {price_out}, currency: USD, per_tokens: 1000000 }},
    limits: {{ concurrency: {concurrency} }}"""


@dataclass
class Pipeline:
    """What of the pipeline file differs from proof to proof."""

    port: int
    rows: int
    k: int = 3
    attempts: int = 2
    candidates: int = 30
    concurrency: int = CONCURRENCY
    tokens: int = 256
    teacher: str = "teacher"
    judge: str = "judge"
    teacher_extra: str = "{}"

    def text(self) -> str:
        """The file."""
        server = SERVER.format(key=KEY, price_in=PRICE_IN, price_out=PRICE_OUT, **vars(self))
        return PIPELINE.format(server=server, **vars(self))


def cost(summary: dict) -> float:
    """What a server's summary of its log costs by the price list."""
    return (summary["tokens_in"] * PRICE_IN + summary["tokens_out"] * PRICE_OUT) / 1_000_000


@dataclass
class Run:
    """A run under way or ended, with its output in files."""

    process: subprocess.Popen
    out: Path
    err: Path
    started: float = field(default_factory=time.time)
    ended: float = 0

    def wait(self) -> int:
        """Waits for the end; the exit code, negative where a signal ended it."""
        code = self.process.wait()
        self.ended = time.time()
        return code

    def kill(self) -> bool:
        """Kills at once; whether there was something to kill."""
        self.process.kill()
        return self.wait() < 0

    @property
    def figures(self) -> dict:
        """The closing figures."""
        return json.loads(self.out.read_text())

    @property
    def said(self) -> str:
        """Everything that it said."""
        return self.out.read_text() + self.err.read_text()


class Workspace:
    """The folder."""

    def __init__(self, etude: Path, folder: Path, pipeline: Pipeline):
        self.etude = etude
        self.folder = folder
        self.pipeline = pipeline
        self.runs = 0
        folder.mkdir()
        self.write()

    def write(self, more: str = ""):
        """Writes the pipeline file."""
        (self.folder / "pipeline.yaml").write_text(self.pipeline.text() + more)

    def start(self, *words) -> Run:
        """Starts `etude run`, or another command."""
        self.runs += 1
        out, err = self.folder / f"{self.runs}.out", self.folder / f"{self.runs}.err"
        command = list(words) or ["run", "pipeline.yaml", "--progress", "plain", "--format", "json"]
        with open(out, "w") as stdout, open(err, "w") as stderr:
            process = subprocess.Popen(
                [self.etude, *command], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr
            )
        return Run(process, out, err)

    def run(self, expecting: int, *words) -> Run:
        """Runs to the end, which must be of an exit code."""
        run = self.start(*words)
        code = run.wait()
        if code != expecting:
            raise AssertionError(f"exit code {code} instead of {expecting}: {run.said[-2000:]}")
        return run

    @property
    def current(self) -> Path:
        """The release."""
        return self.folder / "out" / "current"

    def fingerprint(self) -> dict[str, str]:
        """SHA-256 of what must be equal wherever the answers are: all rows and drafts unzipped, the certificate."""
        digests = {}
        for file in sorted(self.current.glob("**/*.jsonl.gz")):
            with gzip.open(file) as content:
                digests[str(file.relative_to(self.current))] = hashlib.file_digest(content, "sha256").hexdigest()
        digests["certificate"] = hashlib.sha256((self.current / "certificate.json").read_bytes()).hexdigest()
        return digests

    def rows(self) -> int:
        """The number of rows of the release."""
        count = 0
        for file in self.current.glob("data/*.jsonl.gz"):
            with gzip.open(file) as lines:
                count += sum(1 for _ in lines)
        return count

    def drafts(self) -> list[dict]:
        """Every rejected draft, published or not, in order."""
        files = [*self.current.glob("rejected/*.jsonl.gz"), *(self.folder / "out" / "unpublished").glob("**/*.jsonl.gz")]
        drafts = []
        for file in sorted(files):
            with gzip.open(file, "rt") as lines:
                drafts += map(json.loads, lines)
        return drafts

    def forget_releases(self):
        """Takes the releases away and leaves the journal."""
        (self.folder / "out" / "current").unlink(missing_ok=True)
        (self.folder / "out" / "ledger.json").unlink(missing_ok=True)
        shutil.rmtree(self.folder / "out" / "releases", ignore_errors=True)
