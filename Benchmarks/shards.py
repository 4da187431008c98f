"""Times `etude shard` beside pigz and datatrove's writer on rows of the published schema, and reads the shards.

Etude's time is that of the whole process: reading the file, checking (or decoding and encoding) every row as JSON,
compressing, hashing, and waiting until the shards are on the disk. That of pigz is compression of the same bytes alone.
"""

import argparse
import glob
import gzip
import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("etude")
parser.add_argument("--release", type=pathlib.Path, required=True)
parser.add_argument("--rows", type=int, default=1_000_000)
parser.add_argument("--work", type=pathlib.Path, required=True)
parser.add_argument("--scripts", type=pathlib.Path, required=True)
arguments = parser.parse_args()
rows = arguments.work / "rows.jsonl"
shards = arguments.work / "shards"
packed = arguments.work / "rows.jsonl.gz"


def make_rows():
    """Rows of a release, told apart by their ids: neighbours differ, and a row comes again only after all others."""
    lines = []
    for shard in sorted(glob.glob(f"{arguments.release}/data/*.jsonl.gz")):
        with gzip.open(shard, "rb") as file:
            lines += [line.split(b'"', 4) for line in file]
    assert all(line[1] == b"id" for line in lines)
    with open(rows, "wb") as file:
        for number, parts in zip(range(arguments.rows), itertools.cycle(lines)):
            file.write(b'"'.join([*parts[:3], b"%016x" % (number * 0x9E3779B97F4A7C15 % 2**64), parts[4]]))
    return len(lines)


def best(command, prepare=lambda: None, output=None):
    """Seconds by the clock, seconds of the processors, and the peak of memory in MB, the best of three."""
    results = []
    for _ in range(3):
        prepare()
        start = time.monotonic()
        with open(output or os.devnull, "wb") as file:
            process = subprocess.Popen(command, stdout=file)
            _, status, usage = os.wait4(process.pid, 0)
            os.fsync(file.fileno()) if output else None
        if status != 0:
            sys.exit(f"shards: {command[0]} ended with {status}")
        results.append((time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return min(results)


def shard(file, folder, *more):
    def prepare():
        shutil.rmtree(folder, ignore_errors=True)
    return best([arguments.etude, "shard", file, "-o", folder, "--rows", "100000", *more], prepare)


def check(what, condition):
    if not condition:
        sys.exit(f"shards: {what} does not hold")


distinct = make_rows()
size = rows.stat().st_size
pigz, pigz_cpu, _ = best(["pigz", "-6", "-p2", "-c", rows], output=packed)
copied, copied_cpu, copied_memory = shard(rows, shards)
encoded, encoded_cpu, encoded_memory = shard(rows, shards, "--canonical")
files = sorted(glob.glob(f"{shards}/*.jsonl.gz"))
ratio = sum(os.path.getsize(file) for file in files) / packed.stat().st_size
print(f"{arguments.rows} rows ({distinct} different ones) of {size / arguments.rows:.0f} bytes, two cores: "
      f"pigz -6 -p2 / etude shard {pigz / copied:.2f} in time, {pigz_cpu / copied_cpu:.2f} in the processors' time, "
      f"pigz -6 -p2 / etude shard --canonical {pigz / encoded:.2f} and {pigz_cpu / encoded_cpu:.2f}; "
      f"{ratio:.4f} of pigz's size; {copied_memory:.0f} and {encoded_memory:.0f} MB at the peak")

documents, sample = arguments.work / "documents.jsonl", arguments.work / "sample.jsonl"
subprocess.run([sys.executable, arguments.scripts / "make_documents.py", "200000", documents], check=True)
with open(documents, "rb") as source, open(sample, "wb") as target:
    target.writelines(itertools.islice(source, 50_000))
output = subprocess.run([sys.executable, arguments.scripts.resolve() / "datatrove_writer.py", sample], check=True,
                        capture_output=True, text=True, cwd=arguments.work).stdout
datatrove = float(re.search(r"docs/s (\d+)", output).group(1))
ours = 200_000 / shard(documents, arguments.work / "documents", "--canonical")[0]
print(f"documents of 40 to 120 words a second: etude shard --canonical / datatrove's JsonlWriter {ours / datatrove:.1f}")

subprocess.run(["gzip", "-t", *files], check=True)
with gzip.open(files[0], "rt", encoding="utf-8") as file, open(rows, encoding="utf-8") as source:
    check("python: the rows of the first shard", all(json.loads(a) == json.loads(b) for a, b in zip(file, source)))
import datasets  # noqa: E402, after the timings
import duckdb  # noqa: E402

count = duckdb.sql(f"select count(*) from read_json('{shards}/*.jsonl.gz')").fetchall()[0][0]
check("duckdb: the number of rows", count == arguments.rows)
some, small = arguments.work / "some.jsonl", arguments.work / "small"
with open(rows, "rb") as source, open(some, "wb") as target:
    target.writelines(itertools.islice(source, 50_000))
subprocess.run([arguments.etude, "shard", some, "-o", small, "--bytes", "50MB"], check=True, stdout=subprocess.DEVNULL)
loaded = datasets.load_dataset(str(small), split="train", cache_dir=str(arguments.work / "hf"))
check("datasets: the folder loads as it is", loaded.num_rows == min(arguments.rows, 50_000))
check("datasets: a row", loaded[1] == json.loads(open(some).readlines()[1]))
print("gzip, Python, DuckDB and datasets read the shards")
