"""Proves `etude catalog frequency` against a slow reference: frequency_proof.py ETUDE [DOCUMENTS].

The reference is written after the documentation of names and folding, with the standard library alone: it looks for every
name at every word of every document. The names overlap, begin or hold one another, stand in words, and come in any case and
number, with hyphens, apostrophes, diacritics, brackets and in scripts without blanks. Counts must be equal for one and more
threads, plain and gzipped, in one file and in many.
"""

import collections
import gzip
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ETUDE = sys.argv[1]
DOCUMENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
PLURALS = pathlib.Path(__file__).parent.parent / "Sources/EtudeText/Words/Plurals.swift"

SKILLS = [
    ("red-herring", "red herring", ["red herring fallacy", "ignoratio elenchi"], ["drags red herrings"]),
    ("herring", "herring", [], []),
    ("fallacy", "fallacy", ["herring fallacy"], []),
    ("complex-question", "complex question (loaded question)", ["question of the camel's nose"], []),
    ("question", "question", [], ["questioned", "questioning"]),
    ("accident", "accident (fallacy)", [], []),
    ("camel", "camel's nose", ["camel"], []),
    ("bias", "self-serving bias", ["knew-it-all-along bias"], ["biased"]),
    ("naivete", "na\u00efvet\u00e9", [], []),
    ("strasse", "Stra\u00dfe", [], []),
    ("cliche", "clich\u00e9", [], []),
    ("metaphor-zh", "\u9690\u55bb", [], []),
    ("yu", "\u55bb", [], []),
    ("slovo", "\u0421\u043b\u043e\u0432\u043e", [], []),
    ("sophos", "\u03c3\u03bf\u03c6\u03cc\u03c2 \u03bb\u03cc\u03b3\u03bf\u03c2", [], []),
    ("analysis", "analysis", ["analyses of variance"], []),
    ("use", "use", ["use of use"], []),
    ("echo", "echo echo", [], []),
]
TOPICS = [
    ("war", "the art of war", ["war"]), ("art", "art", []), ("of-war", "of war", []),
    ("empire", "the Ottoman Empire", ["Ottomans"]), ("an", "an A", []), ("x1", "X-1", ["1"]),
]
FILLERS = ["infrared", "herringbone", "smart", "party", "wars", "warlike", "a", "the", "of", "bees", "misuse", "it's", "1st", "42",
           "na\u00efve", "\u4e00", "\u3072\u3068", "\u043b\u043e\u0432\u043e", "\u03c3\u03bf\u03c6", "\u2019", "'", "questionable", "echo", "z" * 70]
GLUE = [" "] * 12 + ["-", ", ", ". ", "\n\n", "\t", "\u00a0", "\u2014", "\u2013", "\u2026", "\u201c", "\u201d ", "' ", " '", "\u2019 ", "/", "_",
                     "(", ") ", '"', "\\", "\u3002", ""]

source = PLURALS.read_text()
blocks = re.findall(r'"""\n(.*?)\n\s*"""', source, re.S)
IRREGULAR = dict(line.split() for line in blocks[0].splitlines()) | {word: word for word in blocks[1].split()}
RULES = re.findall(r'\("(\w+)", "(\w*)"\)', source)


def singular(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not re.fullmatch("[a-z]+s", word):
        return word
    suffix, replacement = next(rule for rule in RULES if word.endswith(rule[0]))
    return word.removesuffix(suffix) + replacement


def is_diacritic(letter):
    return any(first <= ord(letter) <= last for first, last in
               [(0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)])


def folded(word):
    plain = (letter for letter in unicodedata.normalize("NFD", word) if not is_diacritic(letter))
    return unicodedata.normalize("NFC", "".join(small.lower() for letter in plain for small in letter.upper()))


def words(text):
    """The folded words of a text, in the singular."""
    found, word, is_sign = [], "", False

    def end():
        nonlocal word, is_sign
        if word:
            found.append(singular(folded(word)))
        word, is_sign = "", False

    for letter in text:
        category = unicodedata.category(letter)
        if letter in "'\u2018\u2019\u201b\u02bc\uff07":
            continue
        if "\u3041" <= letter <= "\u3096" or unicodedata.name(letter, "").startswith("CJK UNIFIED"):
            end()
            word, is_sign = letter, True
        elif category[0] in "LN":
            if is_sign:
                end()
            word += letter
        elif category[0] == "M":
            if word:
                word += letter
        elif category == "Cf":
            continue
        else:
            end()
    end()
    return found


def forms(names):
    """The folded forms of an entry's names."""
    result = set()
    for name in names:
        outside = " ".join(re.sub(r"\([^)]*\)", "", name).split())
        bases = [re.sub(r"[()\[\]]", "", name)]
        if len(words(re.sub(r"^(the|a|an) ", "", outside, flags=re.I))) >= 2:
            bases.append(outside)
        for base in bases:
            result.add(tuple(words(base)))
            shorter = re.sub(r"^(the|a|an) ", "", base, flags=re.I)
            result.add(tuple(words(shorter)))
    return [form for form in result if form]


def reference(documents):
    entries = {entry[0]: forms([entry[1], *itertools.chain(*entry[2:])]) for entry in SKILLS + TOPICS}
    naming, occurrences = collections.Counter(), collections.Counter()
    for document in documents:
        text = words(document)
        for id, names in entries.items():
            # The most names that do not overlap, by dynamic programming.
            most = [0] * (len(text) + 1)
            for end in range(1, len(text) + 1):
                most[end] = max([most[end - 1]] + [most[end - len(name)] + 1 for name in names
                                                   if tuple(text[max(0, end - len(name)):end]) == name])
            naming[id] += most[-1] > 0
            occurrences[id] += most[-1]
    return {id: (naming[id], occurrences[id]) for id in entries}


def spelled(draw, name):
    shape = draw.randrange(9)
    if shape == 0:
        return name.upper()
    if shape == 1:
        return name.title()
    if shape == 2:
        return unicodedata.normalize("NFD", name)
    if shape == 3:
        return name + draw.choice(["s", "es", "'s", "\u2019s", "like"])
    if shape == 4:
        return name.replace(" ", draw.choice(["-", "\n", "  ", "\u00a0"]))
    if shape == 5:
        return draw.choice(["un", "x", "\u201c", "'"]) + name
    if shape == 6:
        return " ".join(name.split()[:draw.randint(1, 3)])
    if shape == 7:
        return name.replace("y", "ies") if name.endswith("y") else name.replace("sis", "ses")
    return name


def make_documents():
    draw = random.Random(13)
    names = [name for entry in SKILLS + TOPICS for name in [entry[1], *itertools.chain(*entry[2:])]]
    documents = []
    for _ in range(DOCUMENTS):
        parts = []
        for _ in range(draw.randrange(60)):
            parts.append(spelled(draw, draw.choice(names)) if draw.random() < 0.4 else draw.choice(FILLERS))
            parts.append(draw.choice(GLUE))
        documents.append("".join(parts))
    return documents


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write_catalog(folder):
    with open(folder / "skills.yaml", "w", encoding="utf-8") as file:
        for id, name, aliases, inflections in SKILLS:
            file.write(f"- id: {quoted(id)}\n  name: {quoted(name)}\n  aliases: {quoted(aliases)}\n"
                       f"  inflections: {quoted(inflections)}\n  category: proof\n  definition: A skill.\n")
    with open(folder / "topics.yaml", "w", encoding="utf-8") as file:
        for id, name, aliases in TOPICS:
            file.write(f"- id: {quoted(id)}\n  name: {quoted(name)}\n  aliases: {quoted(aliases)}\n")


def count(folder, files, *options):
    output = subprocess.run([ETUDE, "catalog", "frequency", *files, "--skills", "skills.yaml", "--topics", "topics.yaml",
                             "--format", "json", *options], cwd=folder, check=True, stdout=subprocess.PIPE).stdout
    return json.loads(output)


def main():
    documents = make_documents()
    expected = reference(documents)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_catalog(folder)
        lines = [json.dumps({"id": number, "text": text}, ensure_ascii=number % 2 == 0) + "\n"
                 for number, text in enumerate(documents)]
        (folder / "all.jsonl").write_text("".join(lines), encoding="utf-8")
        parts = []
        for number in range(7):
            parts.append(f"part{number}.jsonl.gz")
            (folder / parts[-1]).write_bytes(gzip.compress("".join(lines[number::7]).encode()))
        reports = [count(folder, files, "--threads", threads)
                   for files in (["all.jsonl"], parts) for threads in ("1", "2", "5")]
    for report in reports:
        found = {entry["id"]: (entry["documents"], entry["occurrences"]) for entry in report["skills"] + report["topics"]}
        for id in expected:
            if found[id] != expected[id]:
                sys.exit(f"frequency proof: {id}: counted {found[id]}, by the reference {expected[id]}")
        if report["documents"] != DOCUMENTS or report | {"bytes": 0} != reports[0] | {"bytes": 0}:
            sys.exit("frequency proof: reports differ")
    unnamed = [id for id, (naming, _) in expected.items() if naming == 0]
    if unnamed:
        sys.exit(f"frequency proof: no document names {unnamed}")
    total = sum(occurrences for _, occurrences in expected.values())
    print(f"frequency proof: {total} names of {len(expected)} entries in {DOCUMENTS} documents, all as by the reference; "
          f"the same for 1, 2 and 5 threads, plain and gzipped, in 1 file and in 7")


main()
