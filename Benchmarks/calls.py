#!/usr/bin/env python3
"""Measures CPU per call and calls per second of Etude and of other tools against a stub that answers at once.

The CPU is user and system time of the whole process tree. It is counted between a small and a large number of calls, so
that starting up drops out; each number is the best of some repetitions, between which the tools take turns.
"""

import argparse
import ctypes
import json
import os
import resource
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PEERS = ("openai", "curator", "distilabel", "data_designer")
IN_FLIGHT = 64
SET_CHILD_SUBREAPER = 36  # of prctl(2): orphans below this process become its children, so that their time is counted

# The stub's one answer is rejected each time, and a candidate is two calls. A cell never has more positions open than it misses
# rows, so that it takes as many cells of one row each as requests are to be in flight.
CALLS_PER_POSITION = 2 * IN_FLIGHT
SPLITS = ", ".join(f"s{n:02}: {{ skills: train, topics: train, k: {{ 3: 1 }} }}" for n in range(IN_FLIGHT))
PIPELINE = f"""\
version: 1
name: calls
seed: 1
holdout: {{ skills: {{ fraction: 0.1 }}, topics: {{ fraction: 0.1 }} }}
splits: {{ {SPLITS} }}
sampling: {{ strategy: uniform }}
models:
  teacher:
    {{ provider: openai, base_url: "http://127.0.0.1:18080/v1", model: stub, limits: {{ concurrency: {IN_FLIGHT} }} }}
  judge: {{ provider: builtin }}
generate: {{ attempts: 1, candidates: CANDIDATES }}
output: {{ directory: out }}
"""


@dataclass(frozen=True)
class Reading:
    """What a run of one tool took."""

    calls: int
    cpu: float  # seconds
    wall: float  # seconds


def spent() -> float:
    """User and system seconds of all descendants that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def timed(command: list, folder: Path, environment: dict) -> tuple[float, float, int]:
    """CPU and wall seconds of a process tree, and the exit code."""
    before, start = spent(), time.monotonic()
    with open(folder / "stdout", "w") as out, open(folder / "stderr", "w") as err:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, env={**os.environ, **environment})
        process.wait()
    wall = time.monotonic() - start
    try:
        while True:  # orphans
            os.wait()
    except ChildProcessError:
        return spent() - before, wall, process.returncode


def check(command: list, code: int, allowed: tuple, folder: Path):
    """Ends the benchmark where a tool failed, with what it said."""
    if code not in allowed:
        said = (folder / "stderr").read_text()[-2000:]
        raise SystemExit(f"calls: exit code {code} of {' '.join(map(str, command))}:\n{said}")


def etude(binary: Path, calls: int, folder: Path) -> Reading:
    """A run of Etude with about so many calls; it finishes short, because the stub's answer never passes."""
    pipeline = PIPELINE.replace("CANDIDATES", str(round(calls / CALLS_PER_POSITION)))
    (folder / "calls.yaml").write_text(pipeline)
    command = [binary, "run", "calls.yaml", "--progress", "none", "--format", "json"]
    cpu, wall, code = timed(command, folder, {})
    check(command, code, (2,), folder)
    figures = json.loads((folder / "stdout").read_text())
    return Reading(figures["models"]["teacher"]["calls"], cpu, wall)


def peer(name: str, options, calls: int, folder: Path) -> Reading:
    """A run of another tool with so many calls."""
    python = options.venvs / name / "bin" / "python"
    command = [python, options.clients / f"{name}_client.py", str(calls)]
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder / "hf"), "OPENAI_API_KEY": "x", "HOME": str(folder)}
    cpu, wall, code = timed(command, folder, offline)
    check(command, code, (0,), folder)
    return Reading(calls, cpu, wall)


def best(readings: list[Reading]) -> Reading:
    """The least CPU and the least time of some repetitions of one size."""
    return Reading(readings[0].calls, min(r.cpu for r in readings), min(r.wall for r in readings))


def main():
    """Measures all and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("etude", type=lambda path: Path(path).resolve())
    parser.add_argument("--clients", type=lambda path: Path(path).resolve(), required=True)
    parser.add_argument("--venvs", type=lambda path: Path(path).absolute(), required=True)
    parser.add_argument("--sizes", type=int, nargs=2, default=(1000, 4000), metavar=("SMALL", "LARGE"))
    parser.add_argument("--repetitions", type=int, default=3)
    options = parser.parse_args()
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    readings = {(name, size): [] for name in (*PEERS, "etude") for size in options.sizes}
    for _ in range(options.repetitions):
        for (name, size), runs in readings.items():
            with tempfile.TemporaryDirectory() as folder:
                if name == "etude":
                    runs.append(etude(options.etude, size, Path(folder)))
                else:
                    runs.append(peer(name, options, size, Path(folder)))
    costs, rates = {}, {}
    for name in (*PEERS, "etude"):
        small, large = (best(readings[name, size]) for size in options.sizes)
        calls = large.calls - small.calls
        costs[name] = (large.cpu - small.cpu) / calls * 1000
        rates[name] = calls / (large.wall - small.wall)

    least = min(PEERS, key=costs.get)
    small, large = options.sizes
    print(f"calls: {IN_FLIGHT} in flight, {small} and {large} calls, best of {options.repetitions}")
    print(f"{'tool':<14} {'CPU ms per call':>15} {'calls per second':>17} {'of ' + least:>12}")
    for name in sorted(costs, key=costs.get):
        print(f"{name:<14} {costs[name]:>15.3f} {rates[name]:>17.0f} {costs[name] / costs[least]:>12.2f}")
    print(f"calls: {least} costs {costs[least] / costs['etude']:.1f} times what etude costs")


if __name__ == "__main__":
    main()
