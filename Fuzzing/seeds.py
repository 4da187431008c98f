#!/usr/bin/env python3
"""Writes the first inputs of each reader into Fuzzing/Corpus: a byte of settings, then a small file of the kind."""
import gzip
import pathlib

YAML = """- id: metaphor
  name: metaphor
  aliases: [figure]
  inflections: [metaphors]
  category: literary
  definition: >-
    One thing is spoken of as if it were
    another.
  examples:
    - "Her inbox was a swamp."
  counterexample:
    text: "The tree was tall."
    reason: "Nothing is compared."
  related: [simile]
  realizations:
    - 'the {role} was a lighthouse at the {place}'
  source: "A book"
  license: CC0-1.0
  origin: "skills.csv:3"
- name: 'no'
  definition: |
    1:30
"""
SKOS = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#" xml:base="http://example.org/">
<skos:Concept rdf:about="#a"><skos:prefLabel xml:lang="en">bond</skos:prefLabel>
<skos:altLabel xml:lang="en">note</skos:altLabel><skos:definition xml:lang="en">A &lt;loan&gt;.</skos:definition>
<skos:broader rdf:resource="#b"/></skos:Concept>
<rdf:Description rdf:about="#b"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
<skos:prefLabel xml:lang="de">Papier</skos:prefLabel><skos:prefLabel xml:lang="en">paper</skos:prefLabel>
<skos:related rdf:resource="#a"/></rdf:Description></rdf:RDF>
"""
SEEDS = {
    "yaml": [YAML, "- name: a\n- name: b\n  lexicon: { things: [x], acts: [y] }\n"],
    "json": ['[{"name": "bond", "definition": "A loan.", "aliases": ["note", "b\\u00f6nd"]}]',
             '{"data": {"terms": [{"label": {"en": "bond"}, "meaning": "A loan.", "also": "note"}]}}'],
    "jsonl": ['{"name": "bond", "definition": "A loan."}\n{"name": "share"}\n',
              '{"label": {"en": "bond"}, "meaning": null, "also": ["a", "b"]}\n\n'],
    "csv": ['category,skill,definition,example,comments,status,added by\nlogic,"red ""herring""","a\nb",e,,keep,x\n',
            "term,meaning,status\r\nbond,loan,keep\r\nshare,part,remove\r\n"],
    "tsv": ["term\tmeaning\nbond\t\"a\tloan\"\n", "skill\tdefinition\nbond\tloan\n"],
    "list": ["fishing\n\ngardening and more\n  surfing \r\n", "\ufeffa\nb"],
    "instruct-skillmix": ["active_listening\nproject_management\n", "1. active_listening\n- **critical_thinking**\n"],
    "skos": [SKOS],
    "xml": ['<g><term id="a"><name>bond</name><alias>n</alias><definition>A <b>loan</b>.</definition></term></g>',
            '<!-- c --><g xmlns:x="u"><x:term id="b"><![CDATA[t < u]]></x:term><?pi x?></g>'],
    "html": ["<!doctype html><dl><dt>bond<dt>note<dd>A loan &amp; more.<dd>Another</dl>",
             "<table><tr><th>Term<th>Meaning</tr><tr><td>bond<td>loan</table>",
             "<h2>bond</h2><p>A loan.<p>More<h3>share</h3><p>part<script>x</script>",
             "<ul><li><b>bond</b> loan</ul>"],
}

corpus = pathlib.Path(__file__).parent / "Corpus"
for kind, texts in SEEDS.items():
    folder = corpus / kind
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        for settings in range(4):
            (folder / f"seed-{number}-{settings}").write_bytes(bytes([settings | 0xFC]) + text.encode())
guess = corpus / "guess"
guess.mkdir(parents=True, exist_ok=True)
for kind, texts in SEEDS.items():
    text = texts[0]
    (guess / f"seed-{kind}").write_bytes(b"\xfc" + text.encode())
    (guess / f"seed-{kind}-utf16").write_bytes(b"\xfc" + text.encode("utf-16"))
    (guess / f"seed-{kind}-gzip").write_bytes(b"\xfc" + gzip.compress(text.encode(), mtime=0))
