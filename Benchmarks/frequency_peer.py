"""Counts names in a corpus with a Python package: frequency_peer.py PACKAGE CATALOG CORPUS.

CATALOG is what `etude catalog list --format json` prints, CORPUS is JSON Lines with the field "text". Names, aliases and
inflections are found whatever their case and between characters that are no letters or digits; names of one entry that
overlap one another count once. Prints, by entry, the documents that name it and the occurrences.
"""

import sys

import orjson

package, catalog, corpus = sys.argv[1:]
entries = [orjson.loads(line) for line in open(catalog, "rb")]
patterns, owners = [], []
for owner, entry in enumerate(entries):
    names = {name.lower() for name in [entry["name"], *entry["aliases"], *entry.get("inflections", [])]}
    # A name that holds another of the same entry is found with it.
    for name in sorted(names):
        if not any(other != name and f" {other} " in f" {name} " for other in names):
            patterns.append(name)
            owners.append(owner)
documents, occurrences = [0] * len(entries), [0] * len(entries)
loads = orjson.loads


def count(text, matches):
    """Takes matches as (pattern, start, end), by their ends."""
    length, last = len(text), {}
    for pattern, start, end in matches:
        if (start == 0 or not text[start - 1].isalnum()) and (end == length or not text[end].isalnum()):
            owner = owners[pattern]
            if start >= last.get(owner, 0):
                last[owner] = end
                occurrences[owner] += 1
    for owner in last:
        documents[owner] += 1


def by_ahocorasick_rs(lines):
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    # The densest automaton, by far the fastest of the three.
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.DFA, store_patterns=False)
    find = automaton.find_matches_as_indexes
    for line in lines:
        text = loads(line)["text"].lower()
        if matches := find(text, overlapping=True):
            count(text, matches)


def by_pyahocorasick(lines):
    from ahocorasick import Automaton

    automaton = Automaton()
    for number, pattern in enumerate(patterns):
        automaton.add_word(pattern, (number, len(pattern)))
    automaton.make_automaton()
    for line in lines:
        text = loads(line)["text"].lower()
        if matches := [(number, end + 1 - size, end + 1) for end, (number, size) in automaton.iter(text)]:
            count(text, matches)


def by_flashtext(lines):
    from flashtext import KeywordProcessor

    # It finds whole words itself, of overlapping names the longest only.
    processor = KeywordProcessor()
    for pattern, owner in zip(patterns, owners):
        processor.add_keyword(pattern, (owner,))
    for line in lines:
        seen = set()
        for (owner,) in processor.extract_keywords(loads(line)["text"]):
            occurrences[owner] += 1
            seen.add(owner)
        for owner in seen:
            documents[owner] += 1


with open(corpus, "rb") as lines:
    {"ahocorasick_rs": by_ahocorasick_rs, "pyahocorasick": by_pyahocorasick, "flashtext": by_flashtext}[package](lines)
for entry, naming, found in zip(entries, documents, occurrences):
    print(entry["id"], naming, found)
