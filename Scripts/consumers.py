"""Loads a release with datasets, pandas, polars and DuckDB, and compares with its manifest: consumers.py RELEASE light|full"""

import collections
import glob
import json
import os
import sys

import datasets
import duckdb
import pandas
import polars

release, part = os.path.realpath(sys.argv[1]), sys.argv[2]
manifest = json.load(open(f"{release}/manifest.json"))
expected = collections.Counter()
for count in manifest["counts"]:
    expected[count["split"]] += count["accepted"]
passed = 0


def check(what, condition):
    global passed
    if not condition:
        sys.exit(f"consumers: {what} does not hold")
    passed += 1


loaded = datasets.load_dataset(release, "default")
check("datasets: the splits", set(loaded) == set(expected))
for split, rows in expected.items():
    check(f"datasets: {split} has {rows} rows", loaded[split].num_rows == rows)
    files = sorted(glob.glob(f"{release}/data/{split}-*.jsonl.gz"))
    check(f"pandas: {split}", sum(len(pandas.read_json(f, lines=True, dtype={"seed": str})) for f in files) == rows)
    check(f"polars: {split}", sum(polars.read_ndjson(f, infer_schema_length=None).height for f in files) == rows)
    count = duckdb.sql(f"select count(*) from read_json('{release}/data/{split}-*.jsonl.gz')").limit(1).fetchall()[0][0]
    check(f"duckdb: {split}", count == rows)
check("seeds stay texts", isinstance(loaded["train"][0]["seed"], str))

train = loaded["train"]
d12 = datasets.load_dataset(release, "d12", split="train")
check("d12 is k = 1 and 2", set(d12["id"]) == {r["id"] for r in train if r["k"] in (1, 2)} and set(d12["k"]) == {1, 2})
d1 = datasets.load_dataset(release, "d1", split="train")
check("d1 is k = 1", set(d1["id"]) == {r["id"] for r in train if r["k"] == 1})
equal = datasets.load_dataset(release, "d123_equal", split="train")
check("d123_equal has 20 rows of each k", collections.Counter(equal["k"]) == {1: 20, 2: 20, 3: 20})
check("d123_equal holds training rows", set(equal["id"]) <= set(train["id"]))

if part == "full":
    from tiny_model import tiny_model_and_tokenizer
    from trl import SFTConfig, SFTTrainer

    model, tokenizer = tiny_model_and_tokenizer(train)
    output = os.path.join(os.environ["HF_HOME"], "sft")
    trainer = SFTTrainer(
        model=model,
        processing_class=tokenizer,
        train_dataset=train,
        args=SFTConfig(output_dir=output, max_steps=5, use_cpu=True, report_to=[], save_strategy="no"),
    )
    trainer.train()
    prepared = trainer.train_dataset
    for index in range(20):
        batch = trainer.data_collator([prepared[index]])
        kept = [int(token) for token in batch["labels"][0] if token != -100]
        learnt = tokenizer.decode(kept)
        row = train[index]
        wanted = row["completion"][0]["content"]
        check(f"labels of row {index} hold the completion", wanted in learnt)
        check(f"labels of row {index} hold nothing of the request", row["prompt"][0]["content"][:40] not in learnt)

print(f"consumers: {passed} passed, 0 failed")
