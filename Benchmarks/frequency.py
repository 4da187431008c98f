"""Times `etude catalog frequency` beside Python packages on the same documents, whole processes, and compares their counts."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("etude")
parser.add_argument("--python", required=True)
parser.add_argument("--megabytes", type=float, default=200)
parser.add_argument("--work", type=pathlib.Path, required=True)
arguments = parser.parse_args()

here = pathlib.Path(__file__).parent
corpus, catalog = arguments.work / "corpus.jsonl", arguments.work / "catalog.jsonl"
catalog.write_bytes(subprocess.run([arguments.etude, "catalog", "list", "--format", "json"], check=True, capture_output=True).stdout)
entries = [json.loads(line) for line in open(catalog)]
names = [name for entry in entries for name in [entry["name"], *entry["aliases"], *entry.get("inflections", [])]
         if "(" not in name]
subprocess.run([sys.executable, here / "frequency_documents.py", str(arguments.megabytes), corpus],
               input="\n".join(names), text=True, check=True)
megabytes = corpus.stat().st_size / 1e6


def run(*command):
    """Seconds by the clock, the peak of memory in MB, and what is printed; the best of three."""
    results = []
    for _ in range(3):
        with open(arguments.work / "out", "w+") as out:
            start = time.monotonic()
            process = subprocess.Popen(command, stdout=out)
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                sys.exit(f"frequency: {command[0]} ended with {status}")
            elapsed = time.monotonic() - start
            out.seek(0)
            results.append((elapsed, usage.ru_maxrss / 1024, out.read()))
    return min(results)


def etude(*options):
    seconds, memory, text = run(arguments.etude, "catalog", "frequency", corpus, "--format", "json", "--progress", "none", *options)
    report = json.loads(text)
    counts = {entry["id"]: (entry["documents"], entry["occurrences"]) for entry in report["skills"] + report["topics"]}
    return seconds, memory, counts


def peer(package):
    seconds, memory, text = run(arguments.python, here / "frequency_peer.py", package, catalog, corpus)
    lines = (line.split() for line in text.splitlines())
    return seconds, memory, {id: (int(documents), int(found)) for id, documents, found in lines}


packages = {package: peer(package) for package in ("ahocorasick_rs", "pyahocorasick", "flashtext")}
best = min(packages, key=lambda package: packages[package][0])
runs = {"etude": etude(), "etude, 1 thread": etude("--threads", "1"), **packages}
# Once more, so that neither side alone had a quiet machine.
runs[best] = min(runs[best], peer(best))
runs["etude"] = min(runs["etude"], etude())
for name, (seconds, memory, counts) in runs.items():
    same = "the same counts" if counts == runs["etude"][2] else "other counts"
    print(f"{name:>16}: {megabytes / seconds:6.0f} MB/s, {memory:4.0f} MB at the peak, {same}")
print(f"MB a second, {megabytes:.0f} MB: etude catalog frequency / {best} {runs[best][0] / runs['etude'][0]:.1f}, "
      f"by one thread {runs[best][0] / runs['etude, 1 thread'][0]:.1f}")
