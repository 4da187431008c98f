#!/usr/bin/env python3
"""Makes releases from random pipelines on the built-in teacher and has both verifiers check each.

    python3 Scripts/verify_proof.py ETUDE [COUNT [SEED]]

Each pipeline follows from its number alone; what is found is printed with it, and the exit code is 1."""
import json, os, random, subprocess, sys, tempfile

sys.stdout.reconfigure(line_buffering=True)

tool, count, first = os.path.abspath(sys.argv[1]), *(int(x) for x in (sys.argv[2:4] + ["10", "1"][len(sys.argv) - 2:]))
second = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "verify_release.py")
categories = ["reasoning", "logic", "theory-of-mind", "pragmatics", "common-sense", "literary", "rhetorical"]


def pipeline(number):
    draw = random.Random(number)
    some = lambda most, least=1: {str(k): draw.randint(1, 4) for k in sorted(draw.sample(range(1, 5), draw.randint(least, most)))}
    pairs = draw.random() < 0.6
    splits = {"train": dict(skills="train", topics="train", k=some(4))}
    if draw.random() < 0.5: splits["validation"] = dict(skills="train", topics="train", k=some(2))
    if pairs: splits["pairs"] = dict(skills="train", topics="train", combinations="held-out", k={"3": draw.randint(1, 3)})
    if draw.random() < 0.6: splits["topics"] = dict(skills="train", topics="held-out", k=some(2))
    if draw.random() < 0.6: splits["skills"] = dict(skills="held-out", topics="train", k=some(2))
    if draw.random() < 0.6: splits["both"] = dict(skills="held-out", topics="held-out", k=some(2))
    if draw.random() < 0.5: splits["requests"] = dict(skills="any", topics="held-out", texts="none", k={"2": 3, "4": 2})
    ks = sorted(int(k) for k in splits["train"]["k"])
    document = dict(
        version=1, name=f"random-{number}", seed=draw.randrange(2**40), catalog=dict(skills="shipped", topics="shipped"),
        holdout=dict(
            skills=dict(categories=draw.sample(categories, draw.randint(1, 3)), fraction=draw.choice([0, 0.05, 0.2])),
            topics=dict(fraction=draw.choice([0.2, 0.35, 0.5]))),
        splits=splits, sets=dict(all=dict(split="train", k=ks), some=dict(split="train", k=ks, rows=draw.randint(1, len(ks)))),
        sampling=dict(strategy=draw.choice(["uniform", "balanced"])),
        models=dict(teacher=dict(provider="builtin"), judge=dict(provider="builtin")),
        generate=dict(model="teacher", template="skill-mix", attempts=draw.randint(1, 3), candidates=30,
                      sentences="k-1", language="en"),
        judge=dict(panel=["judge"], rounds=1, rubric="skill-mix", accept="full-marks"),
        deduplicate=dict(near=dict(unit=draw.choice(["characters", "words"]), shingle=draw.randint(2, 6),
                                   threshold=draw.choice([0.5, 0.7, 0.9]), words_changed=draw.randint(0, 2))),
        output=dict(directory="out", rows_per_shard=draw.choice([1, 2, 10000]),
                    row=draw.choice([dict(turns="all"), *[dict(definitions=a, explanation=b) for a in (True, False) for b in (True, False)]])),
        publish=dict(minimum=0))
    if pairs: document["holdout"]["combinations"] = dict(of=draw.choice([2, 3]), fraction=draw.choice([0.02, 0.1]))
    return document


wrong = published = 0
for number in range(first, first + count):
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/p.yaml", "w") as file: json.dump(pipeline(number), file)
        call = lambda *words: subprocess.run(words, cwd=folder, capture_output=True, text=True)
        made = call(tool, "run", "p.yaml", "--quiet")
        if made.returncode not in (0, 2) or not os.path.exists(f"{folder}/out/current"):
            wrong += 1
            print(f"pipeline {number} published nothing (exit {made.returncode}): {made.stderr.strip()}")
            continue
        published += 1
        ours, theirs = call(tool, "verify", "out/current"), call(sys.executable, second, "out/current")
        if (ours.returncode, theirs.returncode) != (0, 0) or ours.stdout != theirs.stdout:
            wrong += 1
            print(f"pipeline {number}:\n{ours.stderr}{ours.stdout}{theirs.stderr}{theirs.stdout}")
print(f"{published} of {count} random pipelines published; {wrong} went wrong.")
sys.exit(1 if wrong else 0)
