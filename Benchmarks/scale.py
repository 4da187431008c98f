"""Runs `etude run` from plan to verified release at several sizes and compares the costs of a row.

The pipeline asks for k = 3 to 5 and takes texts for near from a similarity of 0.9 on: at the quickstart's 0.7 the built-in
teacher has not the variety for a million rows.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("etude")
parser.add_argument("--work", type=pathlib.Path, required=True)
parser.add_argument("--rows", type=int, nargs="+", default=[10_000])
arguments = parser.parse_args()

PIPELINE = """version: 1
name: scale
seed: 20261120
catalog: {{ skills: shipped, topics: shipped }}
holdout:
  skills: {{ categories: [reasoning, logic, theory-of-mind, pragmatics, common-sense, physical-knowledge] }}
  topics: {{ fraction: 0.5 }}
splits:
  train:          {{ skills: train,    topics: train, k: {{ 3: {train}, 4: {train}, 5: {train} }} }}
  heldout_skills: {{ skills: held-out, topics: train, k: {{ 3: {three}, 4: {rest}, 5: {rest} }} }}
sampling: {{ strategy: uniform }}
models:
  teacher: {{ provider: builtin }}
  judge:   {{ provider: builtin }}
generate: {{ model: teacher, template: skill-mix, attempts: 2, candidates: 2, sentences: k-1, language: en }}
judge:    {{ panel: [judge], rounds: 1, rubric: skill-mix, accept: full-marks }}
deduplicate: {{ near: {{ unit: characters, shingle: 5, threshold: 0.9, words_changed: 0 }} }}
output:   {{ directory: {output} }}
publish:  {{ minimum: 1 }}
"""


def measured(command):
    """Seconds by the clock, seconds of the processors, and the peak of memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"scale: {' '.join(map(str, command))} ended with {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


first = None
for rows in arguments.rows:
    output = arguments.work / str(rows)
    pipeline = arguments.work / f"{rows}.yaml"
    train, rest = rows * 3 // 10, rows * 3 // 100
    pipeline.write_text(PIPELINE.format(train=train, rest=rest, three=rows - 3 * train - 2 * rest, output=output))
    run = measured([arguments.etude, "run", pipeline, "--quiet"])
    verify = measured([arguments.etude, "verify", output / "current"])
    first = first or (run[0] / rows, run[1] / rows)
    print(f"{rows:>8} rows: {run[0] / rows / first[0]:.2f} of the time a row at {arguments.rows[0]}, "
          f"{run[1] / rows / first[1]:.2f} of the processor's; {run[2]:.0f} MB at the peak; "
          f"verify takes {verify[0] / run[0]:.3f} of the run, {verify[1] / run[1]:.3f} of the processor's, {verify[2]:.0f} MB",
          flush=True)
