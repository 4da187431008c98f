"""Proves `etude dedup` against all pairs: dedup_proof.py ETUDE [ROWS].

Half of the rows are edits of earlier ones, at every similarity from a half to one. Every dropped row must be near to the kept
one that the report names, with exactly that similarity; of the rows near to a kept one before them at least 99 in 100 must be
dropped; and the result must not depend on the number of threads nor, with --prefer, on the order of the file.
"""

import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ETUDE = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000


def make_texts():
    random.seed(20)
    texts = []
    for _ in range(ROWS):
        if texts and random.random() < 0.5:
            words = list(random.choice(texts))
            for _ in range(random.randrange(1 + len(words) // 14)):
                words[random.randrange(len(words))] = f"x{random.randrange(20_000)}"
        else:
            words = [f"w{random.randrange(20_000)}" for _ in range(random.randint(40, 120))]
        texts.append(words)
    return texts


def similarities(texts):
    """For each row the earlier and later rows that share a shingle, with their Jaccard similarity."""
    sets = [{" ".join(words[i:i + 5]) for i in range(len(words) - 4)} for words in texts]
    holders = collections.defaultdict(list)
    near = [dict() for _ in texts]
    for row, shingles in enumerate(sets):
        common = collections.Counter()
        for shingle in shingles:
            common.update(holders[shingle])
            holders[shingle].append(row)
        for other, count in common.items():
            near[row][other] = count / (len(shingles) + len(sets[other]) - count)
    return near


def dedup(folder, texts, order, threshold, *options):
    with open(folder / "in.jsonl", "w") as file:
        for row in order:
            file.write(json.dumps({"id": row, "score": -row, "text": " ".join(texts[row])}) + "\n")
    subprocess.run([ETUDE, "dedup", "in.jsonl", "-o", "out.jsonl", "--id", "id", "--threshold", str(threshold),
                    "--report", "report.jsonl", *options], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    kept = [json.loads(line)["id"] for line in open(folder / "out.jsonl")]
    report = [json.loads(line) for line in open(folder / "report.jsonl")]
    return kept, report


def check(condition, what):
    if not condition:
        sys.exit(f"dedup proof: {what}")


def main():
    texts = make_texts()
    near = similarities(texts)
    rows = range(ROWS)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for threshold in (0.5, 0.65, 0.8, 0.9):
            kept, report = dedup(folder, texts, rows, threshold, "--threads", "1")
            staying = set(kept)
            for line in report:
                check(line["kept"] in staying and line["kept"] < line["id"], f"{line['kept']} is not kept before {line['id']}")
                exact = near[line["id"]].get(line["kept"], 0)
                check(exact >= threshold and line["similarity"] == exact, f"{line['id']} is not near {line['kept']}")
            check(len(kept) + len(report) == ROWS, "rows are missing")
            missed = [row for row in kept
                      if any(other in staying and value >= threshold for other, value in near[row].items())]
            recall = len(report) / (len(report) + len(missed))
            print(f"dedup proof: threshold {threshold}: {len(report)} of {ROWS} rows dropped, none wrongly, "
                  f"{len(missed)} missed, recall {recall:.4f}")
            check(recall >= 0.99, "the recall is below 0.99")
        for threads in (2, 4):
            check(dedup(folder, texts, rows, 0.9, "--threads", str(threads)) == (kept, report), "threads change the result")
        for seed in range(3):
            order = random.Random(seed).sample(rows, ROWS)
            shuffled = dedup(folder, texts, order, 0.9, "--prefer", "score")
            check((sorted(shuffled[0]), shuffled[1]) == (kept, report), "the order of the file changes the result")
    print("dedup proof: the same for 1, 2 and 4 threads, and for any order of the file with --prefer")


main()
