#!/usr/bin/env python3
"""python3 verify_release.py RELEASE [--expect DIGEST]: a second reading of DESIGN.md, in the standard library alone.
Prints `place: message [rule]` for each finding and exits with 65, or the digest and 0. Near texts are found by comparing all pairs.
Not checked here: sentence limits, accept rules of one's own, and which of its split's rows a set chooses."""
import fnmatch, functools, gzip, hashlib, itertools, json, math, os, re, sys, unicodedata, zlib
from collections import Counter, defaultdict
root, found = os.path.realpath(sys.argv[1]), []
ROW = {w.rstrip("#*+"): {"#": int, "*": [str], "+": [dict]}.get(w[-1], str) for w in "id release# split k# skills* skill_names* skill_categories* "
    "topic messages+ prompt+ completion+ text explanation marks+ teacher judges* plan_index# seed prompt_sha256 finish_reason".split()}
def expect(ok, rule, place, message="It is otherwise."): return ok or found.append((rule, place, message))
def finish(digest=""): sys.exit(print("\n".join(f"{place}: {message} [{rule}]" for rule, place, message in found) or digest) or (65 if found else 0))
sha = lambda data: hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()
read = lambda path: open(f"{root}/{path}", "rb").read()
parse = lambda data: json.loads(data.decode("utf-8"))
def canon(v):  # Canonical JSON: no blanks, keys as they stand; quotes, controls and line separators escaped.
    text = json.dumps(v, ensure_ascii=False, separators=(",", ":"))
    return re.sub(r"\\.|[\x7f-\x9f\u2028\u2029]", lambda m: {"\\b": "\\u0008", "\\f": "\\u000c"}.get(m[0]) or (m[0] if m[0][1:] else f"\\u{ord(m[0]):04x}"), text)
def flow(s):  # The resolved pipeline is YAML: objects in blocks, lists in brackets, plain words unquoted.
    return json.loads(re.sub(r'("(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*|\btrue\b|\bfalse\b)|[A-Za-z_][\w.-]*', lambda m: m[1] or canon(m[0]), s))
def yaml(text):
    stack = [(-1, {})]
    for m in re.finditer(r'^( *)("(?:\\.|[^"\\])*"|[^:#\s][^:\n]*):(?: (.*))?$', text, re.M):
        while stack[-1][0] >= len(m[1]): stack.pop()
        value = stack[-1][1][flow(m[2])] = flow(m[3]) if m[3] else {}
        if not m[3]: stack.append((len(m[1]), value))
    return stack[0][1]
def words(text, written=False):  # Folded: no case, no marks of European scripts, no apostrophes; ideographs alone.
    out, sign = [""], False
    for c in text:
        kind = unicodedata.category(c)
        if c in "'\u2018\u2019\u201b\u02bc\uff07" or kind == "Cf" and c != "\u200b": continue
        alone = "\u3041" <= c <= "\u3096" or kind == "Lo" and unicodedata.name(c, "").startswith("CJK ")
        if kind[0] in "LN" and (alone or sign) or kind[0] not in "LNM" and (not written or c.isspace() or c in "–—―…\u200b"):
            out, sign = out + [""], False
        if kind[0] in "LN" or kind[0] == "M" and out[-1]: out[-1], sign = out[-1] + c, alone or sign and kind[0] == "M"
    plain = [re.sub("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]", "", unicodedata.normalize("NFD", w)) for w in out if w]
    return [unicodedata.normalize("NFC", "".join(y.lower() for c in w for y in c.upper())) for w in plain]
ENDINGS = [e.split(":") for e in "ss:ss us:us is:is sses:ss zzes:zz xes:x shes:sh aches:ache ches:ch yses:ysis theses:thesis phases:phase "
    "auses:ause ouses:ouse uses:us ies:y oes:o s:".split(" ")]
def name_words(text):  # In the singular.
    return tuple(next((w[:-len(a)] + b for a, b in ENDINGS if w.endswith(a)), w) if re.fullmatch("[a-z]{3,}s", w) else w for w in words(text))
def forms(name):  # With and without what stands in brackets, and a leading article.
    outside = re.sub(r"[(\[][^)\]]*[)\]]", "", name)
    bare = [re.sub(r"^(the|a|an) (?=\S)", "", " ".join(n.split()), flags=re.I) for n in (re.sub(r"[()\[\]]", "", name), outside)]
    return [re.sub(r"[()\[\]]", "", name), bare[0]] + ([outside, bare[1]] if len(words(bare[1])) > 1 else [])
# The documents, and the division derived again from the seed.
try: manifest = parse(read("manifest.json"))
except ValueError as error: finish(expect(False, "manifest", "manifest.json", str(error)))
paths = {os.path.relpath(f"{d}/{f}", root) for d, ds, fs in os.walk(root) for f in fs + [x for x in ds if os.path.islink(f"{d}/{x}")]}
links, set_shards = {p for p in paths if os.path.islink(f"{root}/{p}")}, [s for x in manifest["sets"] for s in x["shards"]]
in_shards = {s["path"] for s in manifest["shards"] + manifest["rejected"] + set_shards}
named = in_shards | {f["path"] for f in manifest["files"]} | {"manifest.json"}
here = named & (paths - links)
gone = {p: "missing-shard" if p in in_shards else "missing-file" for p in named - here}
for p, rule in [*gone.items(), *((p, "symbolic-link") for p in links), *((p, "extra-file") for p in paths - links - named)]: expect(False, rule, p)
if not {"pipeline.yaml", "catalog.jsonl"} <= here: finish()
pipeline, entries = yaml(read("pipeline.yaml").decode()), [parse(l) for l in read("catalog.jsonl").split(b"\n") if l]
skills, topics = ({e["id"]: e for e in entries if e["kind"] == kind} for kind in ("skill", "topic"))
held = {e["kind"] + ":" + e["id"] for e in entries if e["side"] == "held-out"}
child = lambda seed, label: int(sha(f"etude-seed-1\n{seed}\n{label}")[:16], 16) & (1 << 63) - 1
holdout, base = pipeline["holdout"], child(child(pipeline["seed"], "holdout"), "division")
for kind, all_ in (("skill", skills), ("topic", topics)):
    rule, ranked = holdout[kind + "s"], sorted(all_, key=lambda i: (child(child(base, kind), i), i))
    out = set(rule["ids"] + ranked[:math.floor(rule["fraction"] * len(all_) + 0.5)]) | {i for i in all_ if all_[i].get("category") in rule.get("categories", [])}
    expect(rule.get("families") == "together" or {f"{kind}:{i}" for i in out} == {h for h in held if h.startswith(kind)}, "pipeline", "catalog.jsonl")
closing = holdout.get("combinations", dict(of=2, fraction=0))
tuples = list(itertools.combinations(sorted(i for i in skills if "skill:" + i not in held), closing["of"] if closing["fraction"] else 99))
closed = set(sorted(tuples, key=lambda t: (functools.reduce(child, t, child(base, "combination")), t))[:math.floor(closing["fraction"] * len(tuples) + 0.5)])
splits = {n: dict(s, rank=0 if s["texts"] == "none" else 1 + ((s["skills"], s["topics"], s["combinations"]) == ("train", "train", "open")))
    for n, s in pipeline["splits"].items()}  # Decided in this order: requests only, held out, training.
if any(rule == "pipeline" for rule, _, _ in found): finish()
rubric = re.findall(r"^\s*- (?:\{ )?id: ([a-z0-9-]+)", read(f"templates/rubric/{pipeline['generate']['language']}/rubric.yaml").decode(), re.M)
# Names, near texts, and one row.
names = defaultdict(set)
for e, name in [(e, n) for e in entries for n in [e["name"]] + e["aliases"] + e.get("inflections", [])]:
    for form in forms(name): names[name_words(form)].add(e["kind"] + ":" + e["id"])
lengths = {len(n) for n in names if n}
def forbidden(text, split, excused):
    w = name_words(text)
    hits = [(i, i + n, o) for i in range(len(w)) for n in lengths if i + n <= len(w) for o in names.get(w[i:i + n], ())]
    other = {o for _, _, o in hits if split[o.split(":")[0] + "s"] not in ("any", "held-out" if o in held else "train")}
    longer = lambda a, b: any(x <= a and b <= y and y - x > b - a for x, y, p in hits if p not in other)
    return [o for a, b, o in hits if o in other and o not in excused and not longer(a, b)]
near, kept = pipeline["deduplicate"]["near"], []
def shingles(w, n=near["shingle"]):
    units = tuple(w) if near["unit"] == "words" else " ".join(w)
    return {units[i:i + n] for i in range(max(1, len(units) - n + 1))} if w else set()
def within(a, b, n):  # Whether so many words replaced, inserted or removed make one of the other (Levenshtein).
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return a[i:] == b[i:] or n > 0 and any(within(a[i + x:], b[i + y:], n - 1) for x, y in ((1, 1), (1, 0), (0, 1)))
def is_near(a, b):
    common, few, longest = len(a[1] & b[1]), near["words_changed"], max(len(a[2]), len(b[2]))
    return a[0] == b[0] or common > 0 and common / (len(a[1]) + len(b[1]) - common) >= near["threshold"] or \
        few > 0 and longest <= 24 and within(a[2], b[2], min(few, longest - 1))
seen, ids, last = {}, set(), {}
tally = defaultdict(lambda: dict(k=Counter(), strings=0, **{n: set() for n in ("skills", "pairs", "triples", "skill_sets", "topics")}))
is_type = lambda v, t: isinstance(v, list) and all(type(x) is t[0] for x in v) if isinstance(t, list) else type(v) is t
def check(row, shard, settings=pipeline["output"]["row"]):
    before, split, sk, answer, key = len(found), splits[row["split"]], row["skills"], row["completion"], (*sorted(row["skills"]), row["topic"])
    ok = lambda rule, condition: expect(condition, rule, row["id"])
    ok("schema", re.fullmatch("[0-9a-f]{16} [0-9a-f]{64}", row["seed"] + " " + row["prompt_sha256"])
        and min(row["release"], row["k"], row["plan_index"] + 1) >= 1 and max(row["release"], row["k"], row["plan_index"]) < 2**53)
    ok("row-agreement", row["k"] == len(sk) == len(set(sk)) and all(s in skills for s in sk) and row["topic"] in topics
        and [row["skill_names"], row["skill_categories"]] == [[skills[s][x] for s in sk] for x in ("name", "category")]
        and row["messages"] == row["prompt"] + answer and row["prompt"] and row["prompt"][-1]["role"] == "user")
    ok("row-agreement", row["text"] and answer and answer[-1]["role"] == "assistant" and row["text"] in answer[-1]["content"]
        and (not settings["explanation"] or row["explanation"] in answer[-1]["content"]) and (settings["turns"] != "final" or len(answer) == 1)
        and [m["criterion"] for m in row["marks"]] == [c for r in rubric for c in ([f"skill:{s}" for s in sk] if r == "skill" else [r])]
        and (pipeline["judge"]["accept"] != "full-marks" or all(m["mark"] == "pass" for m in row["marks"])) if split["rank"] > 0 else not any(row[x] for x in ("text", "explanation", "completion", "marks", "judges", "teacher")))
    ok("unique-id", re.fullmatch("[0-9a-f]{16}", row["id"]) and row["id"] not in ids)
    sides = {"skill:" + s in held for s in sk}
    ok("split-skills", sides == {False, True} if split["skills"] == "any" else sides <= {split["skills"] == "held-out"})
    ok("split-topics", split["topics"] == "any" or ("topic:" + row["topic"] in held) == (split["topics"] == "held-out"))
    is_open = closed.isdisjoint(itertools.combinations(sorted(sk), closing["of"]))
    ok("closed-combination", split["skills"] != "train" or is_open == (split["combinations"] == "open"))
    ok("repeated-combination" if seen.get(key) == (split["rank"] > 0) else "reserved-request", key not in seen)
    k, release, position, where = last.get(row["split"], (0, 0, 0, ""))
    ok("order", row["k"] > k and where != shard or row["k"] == k and (row["plan_index"] > position or row["release"] > release))
    may = {p + m["names"] for m in holdout["allow_mention"] if m["entry"] in sk + [row["topic"]] for p in ("skill:", "topic:")}
    asked = {m["content"] for m in row["messages"] + row["prompt"] if m["role"] != "assistant"}
    strings = ({m["content"] for m in row["messages"] + row["prompt"] + answer} | {row["text"], row["explanation"]}) - {""}
    ok("names-other-side", not any(forbidden(s, split, may if s in asked else ()) for s in strings))
    if split["rank"] > 0:
        mine = (words(row["text"]), shingles(words(row["text"])), words(row["text"], True), split["rank"] == 2)
        first = next((o for o in kept if is_near(mine, o)), None)
        ok("near-duplicate" if first and first[3] == mine[3] else "near-duplicate-across-sides", not first)
        kept.append(mine)
    source = "\n".join([pipeline["name"], f"{row['split']}/k{row['k']}", *sk, row["topic"]])
    ok("row-id", before < len(found) or any(row["id"] == sha(f"{source}\n{attempt}")[:16] for attempt in range(100)))
    ids.add(row["id"]); seen.setdefault(key, split["rank"] > 0); last[row["split"]] = row["k"], row["release"], row["plan_index"], shard
    t, numbers = tally[row["split"]], tuple(sorted(set(sk)))
    t["k"][str(row["k"])] += 1; t["topics"].add(row["topic"]); t["skill_sets"].add(numbers); t["strings"] += len(strings)
    for n, name in enumerate(("skills", "pairs", "triples"), 1): t[name] |= set(itertools.combinations(numbers, n))
# Every gzipped file, then what the documents say of them.
hashes, of_split, of_set, documents = {}, defaultdict(list), {}, {}
def lines(record):
    try: data, text = read(record["path"]), gzip.decompress(read(record["path"]))
    except (OSError, EOFError, zlib.error): return expect(False, "gzip", record["path"]) or []
    hashes[record["path"]], all_ = sha(text), text.split(b"\n")
    facts = (sha(data), len(data), sha(text), len(text))
    expect(facts == tuple(record[x] for x in ("sha256", "bytes", "uncompressed_sha256", "uncompressed_bytes")), "shard-hash", record["path"])
    expect(len(all_) - (all_[-1] == b"") == record["rows"], "row-count", record["path"])
    return all_[:-1] + ([all_[-1] + b"\n"] if all_[-1] else [])
for record in sorted(manifest["shards"], key=lambda s: splits.get(s["split"], {"rank": 3})["rank"]) + manifest["rejected"] + set_shards:
    of_set[record["path"]] = lines(record) if record["path"] in here else []
    for number, line in enumerate(of_set[record["path"]], 1):
        place = f"{record['path']}:{number}"
        try: row = parse(line)
        except ValueError: expect(False, "canonical-json", place); continue
        is_row = isinstance(row, dict) and set(row) == set(ROW) and all(is_type(row[x], t) for x, t in ROW.items())
        expect(canon({x: row[x] for x in ROW} if is_row else row).encode() == line, "canonical-json", place)
        expect(record["split"] in ("", row.get("split")) and record["k"] in (0, row.get("k")), "shard-label", place)
        if record not in manifest["shards"]: continue
        of_split[record["split"]].append((row.get("k"), line))
        if expect(is_row and row["split"] in splits, "schema", place): check(row, record["path"])
for x in [x for x in manifest["sets"] if x["asked"]]:
    copies = Counter(l for s in x["shards"] for l in of_set[s["path"]])
    expect(copies <= Counter(l for k, l in of_split[x["split"]] if k in x["k"]) and copies.total() == x["rows"], "set-rows", "sets/" + x["name"])
for f in [f for f in manifest["files"] if f["path"] in here]:
    expect((len(read(f["path"])), sha(read(f["path"]))) == (f["bytes"], f["sha256"]), "file-hash", f["path"])
    if re.match(r"certificate\.json|pipeline\.yaml|catalog\.jsonl|templates/", f["path"]): hashes[f["path"]] = sha(read(f["path"]))
digest = sha("".join(f"{p}\n{hashes[p]}\n" for p in sorted(hashes, key=str.encode)))
expect(manifest["digest"] == digest and f"{manifest['release']:04}-{digest[:12]}" == os.path.basename(root), "digest", "manifest.json", digest)
expect("--expect" not in sys.argv or sys.argv[-1] == manifest["digest"], "expected-digest", root)
series = {n: [s for s in manifest["shards"] if s["split"] == n] for n in dict.fromkeys(s["split"] for s in manifest["shards"])}
stems = {**{"data/" + n: x for n, x in series.items()}, "rejected/rejected": manifest["rejected"], **{"sets/" + x["name"]: x["shards"] for x in manifest["sets"]}}
for stem, i, s, n in [(stem, i, s, len(x)) for stem, x in stems.items() for i, s in enumerate(x)]:
    expect(s["path"] == f"{stem}-{i:05}-of-{n:05}.jsonl.gz", "shard-name", s["path"])
counts = {(c["split"], c["k"]): c for c in manifest["counts"]}
cells = sum((Counter({(s["split"], s["k"]): s["rows"]}) for s in manifest["shards"]), Counter())
expect(set(cells) <= set(counts) and all(cells[c] == n["accepted"] for c, n in counts.items())
    and not (manifest["complete"] and any(c["accepted"] < c["asked"] for c in counts.values())), "row-count", "manifest.json")
for x in manifest["sets"]:
    own = (s["rows"] for s in (x["shards"] if x["asked"] else series.get(x["split"], [])) if x["asked"] or s["k"] in x["k"])
    expect(sum(own) == x["rows"], "row-count", "manifest.json")
ends = [[b["accepted"], *b["rejected"].values(), b["near_duplicates"], *b["failed"].values(), b["surplus"]] for b in manifest["books"]]
expect([b["candidates"] for b in manifest["books"]] == [*map(sum, ends)], "books", "manifest.json")
wanted = [(n, s["split"], sorted(s["k"]), s.get("rows", 0)) for n, s in pipeline.get("sets", {}).items()]
expect(manifest["name"] == pipeline["name"] and wanted == [(x["name"], x["split"], x["k"], x["asked"]) for x in manifest["sets"]]
    and set(counts) == {(n, int(k)) for n, s in splits.items() for k in s["k"]}, "pipeline", "manifest.json")
card = read("README.md").decode() if "README.md" in here else ""
for split, list_ in re.findall(r'^  - split: "(.*)"\n    path:\n((?:    - .*\n)+)', card, re.M):
    offered = [{s["split"] for s in manifest["shards"] + set_shards if fnmatch.fnmatch(s["path"], flow(p[6:]))} for p in list_.splitlines()]
    expect(all(files == {split} for files in offered), "card", "README.md")
for p in {"certificate.json", "catalog.jsonl"} & here:
    try: documents[p] = [parse(l) for l in read(p).split(b"\n") if l]
    except ValueError: documents[p] = [{}]
    expect("".join(canon(d) + "\n" for d in documents[p]).encode() == read(p), "canonical-json", p)
def proof(n):
    t, others, sets = tally[n], [tally[m] for m in splits if m != n and splits[m]["rank"] == 2], ("skills", "pairs", "triples", "skill_sets", "topics")
    return dict({x: len(t[x]) for x in sets}, rows=sum(t["k"].values()), rows_by_k=dict(t["k"]), strings_searched=t["strings"],
        shared_with_training={x: len(t[x] & set().union(*[o[x] for o in others])) for x in sets})
sides = lambda kind: {side.replace("-", "_"): sum((e["kind"], e["side"]) == (kind, side) for e in entries) for side in ("train", "held-out")}
if "certificate.json" in here:
    said, proved = documents["certificate.json"][0], documents["certificate.json"][0].get("proved", {})
    given = {n: {x: y for x, y in s.items() if x != "allowed_mentions"} for n, s in proved.get("splits", {}).items()}
    expect([*said] == ["version", "name", "proved", "measured", "not_claimed"] and said["name"] == pipeline["name"]
        and proved["division"] == dict(skills=sides("skill"), topics=sides("topic"), closed_tuples=dict(size=closing["of"], count=len(closed)))
        and given == {n: proof(n) for n in splits}, "certificate", "certificate.json")
finish(digest)
