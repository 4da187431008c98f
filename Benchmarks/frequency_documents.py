"""Writes JSON Lines of made-up documents that read like English on the surface: frequency_documents.py MEGABYTES FILE.

Common words stand beside invented ones by Zipf's law, in sentences of different length with commas, quotations, apostrophes,
paragraphs, numbers and, in one document of four, some letters beyond ASCII. NAMES on standard input, one a line, are planted
in one sentence of sixty, as they are written or in capitals, and some inside longer words.
"""

import itertools
import json
import random
import sys

COMMON = """the of and a to in is was that it he for as on with his they at be this from I have or by one had not but what all
were when we there can an your which their said if do will each about how up out them then she many some so these would other
into has more her two like him see time could no make than first been its who now people my made over did down only way find use
may water long little very after words called just where most know get through back much before also around another came come
work three word must because does part even place well such here take why things help put years different away again off went
old number great tell men say small every found still between name should home big give air line set own under read last never
us left end along while might next sound below saw something thought both few those always looked show large often together
asked house world going want school important until form food keep children feet land side without boy once animals life enough
took sometimes four head above kind began almost live page got earth need far hand high year mother light country father let
night following picture being study second eyes soon times story boys since white days ever paper hard near sentence better
best across during today others however sure means knew try told young miles sun ways thing whole hear example heard several
change answer room sea against top turned learn point city play toward five using himself usually""".split()
ONSETS = "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st str th tr".split()
NUCLEI = "a e i o u ai ea ee ie oa ou".split()
CODAS = ["", "", "b", "ck", "d", "g", "l", "m", "n", "nd", "ng", "nt", "p", "r", "rd", "s", "st", "t", "x"]
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "ity", "al", "ous"]

draw = random.Random(31)
megabytes, target = float(sys.argv[1]), sys.argv[2]
names = [line.strip() for line in sys.stdin if line.strip()]


def syllable():
    return draw.choice(ONSETS) + draw.choice(NUCLEI) + draw.choice(CODAS)


def invented():
    return "".join(syllable() for _ in range(draw.choice([1, 1, 2, 2, 2, 3]))) + draw.choice(ENDINGS)


words = COMMON + [invented() for _ in range(20_000)]
weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))


def planted():
    name = draw.choice(names)
    shape = draw.random()
    if shape < 0.15:
        return name.upper()
    if shape < 0.3:
        return name.title()
    return draw.choice(["un", "x", ""]) + name + draw.choice(["like", "9", ""]) if shape < 0.4 else name


def sentence():
    chosen = draw.choices(words, cum_weights=weights, k=draw.randint(5, 24))
    if draw.random() < 0.25:
        chosen[draw.randrange(len(chosen))] += draw.choice(["'s", "n't", "'ll"])
    if draw.random() < 1 / 60:
        chosen[draw.randrange(len(chosen))] = planted()
    if draw.random() < 0.05:
        chosen[draw.randrange(len(chosen))] = str(draw.randrange(3000))
    for _ in range(len(chosen) // 9):
        chosen[draw.randrange(len(chosen))] += ","
    text = " ".join(chosen)
    text = text[0].upper() + text[1:] + draw.choice("....?!")
    return f'"{text}"' if draw.random() < 0.08 else text


def wide(text):
    return text.replace("'", "\u2019").replace(", ", " \u2014 ", 1).replace("ee", "\u00e9", 1)


sentences = [sentence() for _ in range(60_000)]
size = number = 0
with open(target, "w", encoding="utf-8") as file:
    while size < megabytes * 1e6:
        chosen = draw.choices(sentences, k=draw.randint(4, 44))
        if draw.random() < 0.25:
            chosen = [wide(sentence) if draw.random() < 0.3 else sentence for sentence in chosen]
        text = " ".join(chosen)
        for _ in range(len(chosen) // 8):
            place = text.find(". ", draw.randrange(len(text)))
            if place > 0:
                text = text[:place] + ".\n\n" + text[place + 2:]
        line = json.dumps({"id": number, "url": f"https://example.org/{number}", "text": text}, ensure_ascii=False) + "\n"
        file.write(line)
        size += len(line.encode())
        number += 1
